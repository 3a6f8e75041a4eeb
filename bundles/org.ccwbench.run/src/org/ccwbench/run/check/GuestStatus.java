// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import java.util.Arrays;
import java.util.HexFormat;
import org.ccwbench.channel.Scsw;
import org.ccwbench.storage.Bytes;

/**
 * Compares status as far as it means something (PoP, chapter 16) and the recorder's emulated channel gives it: it
 * shows no flags of the ORB but the format; gives 0 instead of most residual counts, and an old one after commands that
 * moved no data; knows no incorrect length; sets the ESW-format bit and another place for the sense count with
 * concurrent sense; and keeps a deferred condition code 3 once it gave one.
 */
final class GuestStatus {
	private static final int FORMAT1 = 0x0080_0000;
	private static final int FUNCTIONS = 0xFFFF;
	private static final int SCSW = 12;
	private static final int SENSE = 32;
	private static final int SENSE_END = 64;
	private static final int WORD = 4;
	private static final HexFormat HEX = HexFormat.of();

	private GuestStatus() {}

	/** Whether a recorded SCSW says that the emulated channel took a start without a path and then refused it. */
	static boolean refusedLate(byte[] scsw) {
		int word0 = Bytes.get32(scsw, 0);
		return (word0 & Scsw.DEFERRED_CC_3) == Scsw.DEFERRED_CC_3 && (word0 & Scsw.STATUS) == (Scsw.ALERT | Scsw.PENDING);
	}

	/** Whether two SCSWs (the first 12 bytes of each) say the same. */
	static boolean sameScsw(byte[] recorded, byte[] actual, boolean counted) {
		int r = Bytes.get32(recorded, 0);
		int a = Bytes.get32(actual, 0);
		boolean none = r == 0 && Bytes.get64(recorded, WORD) == 0;
		if (none || meaningless(r)) {
			return none ? a == 0 && Bytes.get64(actual, WORD) == 0 : (r & FUNCTIONS) == (a & FUNCTIONS);
		}
		boolean start = (r & Scsw.START) != 0;
		boolean kept = (r & Scsw.DEFERRED_CC_3) == Scsw.DEFERRED_CC_3 && (r & Scsw.PRIMARY) != 0;
		int compared = FUNCTIONS | Scsw.EXTENDED_CONTROL | (start ? FORMAT1 : 0) | (start && !kept ? Scsw.DEFERRED_CC_3 : 0);
		int unsaid = (recorded[8] & Scsw.UNIT_CHECK) != 0 ? Scsw.INCORRECT_LENGTH : 0;
		return (r & compared) == (a & compared)
				&& (!start || Bytes.get32(recorded, WORD) == Bytes.get32(actual, WORD))
				&& (Bytes.get16(recorded, 8) | unsaid) == (Bytes.get16(actual, 8) | unsaid)
				&& (!start || !counted || Bytes.get16(recorded, 10) == 0 || Bytes.get16(recorded, 10) == Bytes.get16(actual, 10));
	}

	/** Whether the rest of two IRBs, behind the SCSWs, says the same. */
	static boolean sameRest(byte[] recorded, byte[] actual) {
		int r = Bytes.get32(recorded, 0);
		if (meaningless(r)) {
			return true;
		}
		boolean sense = (r & Scsw.EXTENDED_CONTROL) != 0;
		int rest = SCSW + WORD + (sense ? WORD : 0);
		return Arrays.equals(recorded, SCSW, SCSW + WORD, actual, SCSW, SCSW + WORD)
				&& Arrays.equals(recorded, rest, SENSE, actual, rest, SENSE)
				&& Arrays.equals(recorded, SENSE, SENSE_END, actual, SENSE, SENSE_END)
				&& Arrays.equals(recorded, SENSE_END, recorded.length, actual, SENSE_END, actual.length);
	}

	/** Status pending alone, as after halt and clear: besides functions and activity nothing has a meaning. */
	private static boolean meaningless(int word0) {
		return (word0 & Scsw.STATUS) == Scsw.PENDING;
	}

	/** Compares the members {@code scsw} and {@code irb} of a record with the 96 bytes that a region holds. */
	static void compare(byte[] scsw, byte[] irb, byte[] actual, boolean counted, GuestResult into) {
		if ((actual[9] & Scsw.INCORRECT_LENGTH) != 0) {
			into.doubt("the emulated channel knows no incorrect length");
		}
		if (!sameScsw(scsw, actual, counted)) {
			into.deviceDiffers("scsw", HEX.formatHex(scsw), HEX.formatHex(actual, 0, SCSW));
		}
		if (!sameScsw(irb, actual, counted) || !sameRest(irb, actual)) {
			into.deviceDiffers("irb", HEX.formatHex(irb), HEX.formatHex(actual));
		}
	}

	/**
	 * Compares SCHIBs of 52 bytes: not the interruption parameter, which is a kernel address, nor the last-path-used
	 * mask, which the emulated channel sets for halt and clear alone; of the SCSW, with no status pending, functions
	 * and activity.
	 */
	static void compareSchib(byte[] recorded, byte[] actual, GuestResult into) {
		byte[] r = recorded.clone();
		byte[] a = actual.clone();
		for (byte[] b : new byte[][] {r, a}) {
			Bytes.put32(b, 0, 0);
			b[10] = 0;
			Bytes.put16(b, 28, 0);
			Bytes.put64(b, 32, 0);
		}
		int functions = Bytes.get16(r, 30);
		if (functions != Bytes.get16(a, 30)) {
			into.deviceDiffers("hex", HEX.formatHex(recorded), HEX.formatHex(actual));
		}
		Bytes.put16(a, 30, functions);
		if (!Arrays.equals(r, a)) {
			into.kernelDiffers("hex", HEX.formatHex(recorded), HEX.formatHex(actual));
		}
	}
}
