// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

/**
 * An I/O interruption of an attached subchannel.
 *
 * @param irb 96 bytes; its program address is the guest's
 */
public record Interruption(byte[] irb) {
	private static final int START_HALT_CLEAR = 0x70;

	/** Whether it belongs to no function: attention, or the end of something that nobody waits for. */
	public boolean unsolicited() {
		return (irb[2] & START_HALT_CLEAR) == 0;
	}

	/** Whether nothing of the function is left to come: secondary status, alert or pending alone, a clear function. */
	public boolean last() {
		int control = irb[3] & 0x1F;
		return (irb[2] & 0x10) != 0 || (control & 0x02) != 0 || (control & 0x0C) == 0;
	}

	/** Whether the program is suspended. */
	public boolean suspended() {
		return (irb[3] & 0x20) != 0;
	}
}
