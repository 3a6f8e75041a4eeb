// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.path;

import org.ccwbench.storage.Bytes;

/**
 * The parts of an interruption-response block (96 bytes; PoP, chapter 16) that a monitor or driver looks at: the
 * subchannel-status word in its first 12 bytes.
 */
final class Irb {
	static final int LENGTH = 96;
	static final int SCSW = 12;
	/** Deferred condition code. */
	static final int DEFERRED_CODE = 0x0300_0000;
	static final int FUNCTIONS = 0x7000;
	static final int START_FUNCTION = 0x4000;
	static final int HALT_FUNCTION = 0x2000;
	static final int CLEAR_FUNCTION = 0x1000;
	static final int RESUME_PENDING = 0x0800;
	static final int HALT_PENDING = 0x0200;
	static final int CLEAR_PENDING = 0x0100;
	static final int START_PENDING = 0x0400;
	static final int SUBCHANNEL_ACTIVE = 0x0080;
	static final int DEVICE_ACTIVE = 0x0040;
	static final int SUSPENDED = 0x0020;
	static final int ALERT = 0x10;
	static final int INTERMEDIATE = 0x08;
	static final int PRIMARY = 0x04;
	static final int SECONDARY = 0x02;
	static final int STATUS_PENDING = 0x01;
	static final int UNIT_EXCEPTION = 0x0100_0000;
	static final int CHANNEL_DATA_CHECK = 0x0008_0000;
	static final int CHANNEL_CONTROL_CHECK = 0x0004_0000;

	private Irb() {}

	static int word0(byte[] irb) {
		return Bytes.get32(irb, 0);
	}

	static long cpa(byte[] irb) {
		return Bytes.get32(irb, 4) & 0xFFFF_FFFFL;
	}

	static void cpa(byte[] irb, long address) {
		Bytes.put32(irb, 4, (int) address);
	}

	/** Whether neither the subchannel nor the device is at work any more. */
	static boolean isFinal(byte[] irb) {
		return (word0(irb) & (SUBCHANNEL_ACTIVE | DEVICE_ACTIVE)) == 0;
	}

	/** Whether the status belongs to a function that was asked for: not alert status alone. */
	static boolean isSolicited(byte[] irb) {
		int word0 = word0(irb);
		return (word0 & DEFERRED_CODE) != 0 || (word0 & 0x1F) != (ALERT | STATUS_PENDING);
	}

	/** Whether the program is suspended and can be resumed. */
	static boolean isSuspended(byte[] irb) {
		return (word0(irb) & SUSPENDED) != 0;
	}

	/**
	 * Adds a later IRB of the same start function to an earlier one, as a driver does that reports only the end:
	 * status and status control accumulate; program address and count are those of the one with primary status.
	 */
	static void accumulate(byte[] earlier, byte[] later) {
		int before = word0(earlier);
		int now = word0(later);
		long cpa = cpa(earlier);
		int status = Bytes.get32(earlier, 8);
		System.arraycopy(later, 0, earlier, 0, LENGTH);
		Bytes.put32(earlier, 0, now | before & 0x1F);
		int all = Bytes.get32(later, 8) | status & 0xFFFF_0000;
		if ((now & PRIMARY) == 0 && (before & PRIMARY) != 0) {
			cpa(earlier, cpa);
			all = all & 0xFFFF_0000 | status & 0xFFFF;
		}
		Bytes.put32(earlier, 8, all);
	}
}
