// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * What the architecture writes down: the blocks that a program and the channel subsystem exchange
 * (ORB, CCW, IDAW, MIDAW, SCSW, ESW, ECW, EMW, IRB, PMCW, SCHIB, CRW; of transport mode TCW, TIDAW,
 * TCCB, DCW, TSB), sense data, device characteristics and parameter blocks, and the command tables of
 * the device types.
 *
 * <p>One table of fields a block; decoding, encoding, explaining, editing and help all read that
 * table. Nothing here knows storage, a channel, a device or a screen: bytes in, words out.
 *
 * <p>Implements z/Architecture Principles of Operation, SA22-7832, chapters 13 to 17, and the
 * control-unit manuals named in the tables.
 */
package org.ccwbench.arch;
