// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.List;
import org.ccwbench.storage.Bytes;

/** What several IRBs of one start function say together (PoP SA22-7832, chapter 16, subchannel-status word). */
final class StatusBytes {
	private StatusBytes() {}

	/** All device status of the IRBs. */
	static int device(List<byte[]> irbs) {
		int s = 0;
		for (byte[] b : irbs) {
			s |= b[8] & 0xFF;
		}
		return s;
	}

	/** All subchannel status of the IRBs. */
	static int subchannel(List<byte[]> irbs) {
		int s = 0;
		for (byte[] b : irbs) {
			s |= b[9] & 0xFF;
		}
		return s;
	}

	/** The deferred condition code of the last IRB; 0 if there is none. */
	static int deferred(List<byte[]> irbs) {
		return irbs.isEmpty() ? 0 : last(irbs)[0] & 3;
	}

	static int residual(List<byte[]> irbs) {
		return Bytes.get16(last(irbs), 10);
	}

	static long programAddress(List<byte[]> irbs) {
		return Bytes.get32(last(irbs), 4) & 0xFFFF_FFFFL;
	}

	/** The status-control bits of an IRB: alert 16, intermediate 8, primary 4, secondary 2, status pending 1. */
	static int control(byte[] irb) {
		return irb[3] & 0x1F;
	}

	static boolean suspended(byte[] irb) {
		return (irb[3] & 0x20) != 0;
	}

	/** In words, that a device presented status by itself. */
	static String unsolicited(byte[] irb) {
		return String.format("unsolicited interruption, device status %02X", irb[8]);
	}

	static byte[] last(List<byte[]> irbs) {
		return irbs.get(irbs.size() - 1);
	}
}
