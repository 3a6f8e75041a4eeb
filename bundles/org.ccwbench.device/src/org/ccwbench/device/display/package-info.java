// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * Display stations 3270 on a local, non-SNA control unit, with their screen buffer and data stream. Implements
 * the 3270 Data Stream Programmer's Reference (GA23-0059) and the 3174 Functional Description (GA23-0218).
 */
package org.ccwbench.device.display;
