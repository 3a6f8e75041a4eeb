// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.util.List;

/**
 * What came of one start function on a real device.
 *
 * @param returnCode    of the write of the I/O region: 0 or a negative error number
 * @param interruptions each IRB of 96 bytes, in order
 * @param unsolicited   IRBs that belonged to no function, in order
 * @param changed       guest storage that the device changed, ascending
 * @param end           how it ended
 * @param nanos         from before the write until after the last interruption, on the host
 * @param notes         what people should know
 */
public record Execution(int returnCode, List<byte[]> interruptions, List<byte[]> unsolicited, List<StoredBytes> changed,
		End end, long nanos, List<String> notes) {
	/** How a start function ended. */
	public enum End {
		/** With ending status, or it was refused. */
		ENDED,
		/** It is suspended, and nobody can resume it. */
		SUSPENDED,
		/** It had not ended in time. */
		TIME_OVER,
		/** The caller wanted no more of it. */
		CANCELLED,
		/** The device is gone. */
		GONE
	}
}
