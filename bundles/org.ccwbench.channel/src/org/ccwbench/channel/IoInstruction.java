// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

/** The I/O instructions that the channel subsystem executes (PoP, chapter 14). */
public enum IoInstruction {
	STSCH, MSCH, SSCH, RSCH, TSCH, TPI, HSCH, CSCH, XSCH, SAL
}
