// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * The channel subsystem: subchannels, the I/O instructions, the interpreter of channel programs, path and
 * status rules, interruptions; and what a control unit must offer to be attached ({@link
 * org.ccwbench.channel.Device}). It works on bytes in {@code storage}, never on authored objects, and may touch
 * {@code storage} and {@code arch} only. Implements the Principles of Operation (SA22-7832), chapters 13 to 17.
 */
package org.ccwbench.channel;
