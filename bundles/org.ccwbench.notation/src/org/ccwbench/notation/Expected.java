// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

/** What an EXPECT operand says. */
public sealed interface Expected {
	/** Condition code of START SUBCHANNEL, 0-3. */
	record ConditionCode(int cc) implements Expected {}

	/** Deferred condition code in the SCSW, 0-3. */
	record DeferredCode(int cc) implements Expected {}

	/** Device status accumulated over the interruptions of this start. */
	record DeviceStatus(int status) implements Expected {}

	/** Subchannel status accumulated over the interruptions of this start. */
	record SubchannelStatus(int status) implements Expected {}

	/** Residual count. */
	record ResidualCount(int count) implements Expected {}

	/** Channel-program address in the SCSW, as the guest sees it. */
	record ProgramAddress(long address) implements Expected {}

	/** First bytes of the sense data, from the ECW or, if it has none, from a basic sense afterwards. */
	record SenseData(byte[] begins) implements Expected {}

	/** Bytes of guest storage afterwards. */
	record Content(long address, byte[] bytes) implements Expected {}

	/** The 12 bytes of the SCSW as the guest sees it. */
	record StatusWord(byte[] scsw) implements Expected {}

	/** Return code of the request: 0 or a negative errno. Says nothing on a run without a vfio path. */
	record ReturnCode(int code) implements Expected {}

	/** Pages pinned for the request, counted once a pin. Says nothing on a run without a vfio path. */
	record Pins(int pins) implements Expected {}

	/** Whether the guest got an interruption of the start function at all. */
	record Interruption(boolean came) implements Expected {}
}
