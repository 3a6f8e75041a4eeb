// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.guest;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;

import org.ccwbench.attach.AttachException;
import org.ccwbench.attach.AttachedSubchannel;
import org.ccwbench.attach.Execution;
import org.ccwbench.attach.StorageStretch;
import org.ccwbench.attach.StoredBytes;

/** Guest storage and ORBs of these tests. */
final class Programs {
	static final int CP = 0x11000;
	static final int DATA = 0x12000;
	static final int READ_ONLY = 0x80_0000;
	static final int UNMAPPED = 0x70_0000;
	static final List<StorageStretch> STORAGE = List.of(new StorageStretch(0x10000, 0x40000, true),
			new StorageStretch(READ_ONLY, 0x4000, false));
	/** One CCW: SENSE ID, 64 bytes, suppress length indication, to {@link #DATA}. */
	static final String SENSE_ID = "E4200040 00012000";
	/** Format-1 CCWs, prefetch, format-2 IDAWs of 4K, path 80. */
	static final int FORMAT1 = 0x00C2_8000;
	/** The same as a transport-mode ORB (bit B). */
	static final int TRANSPORT = FORMAT1 | 0x0004_0000;
	private static final int MILLIS = 20_000;

	private Programs() {}

	static byte[] orb(int flags) {
		return ByteBuffer.allocate(12).putInt(0xCAFE0001).putInt(flags).putInt(CP).array();
	}

	static StoredBytes at(long address, String hex) {
		return new StoredBytes(address, bytes(hex));
	}

	static byte[] bytes(String hex) {
		return HexFormat.of().parseHex(hex.replace(" ", ""));
	}

	static String hex(byte[] bytes) {
		return HexFormat.of().formatHex(bytes);
	}

	static Execution run(AttachedSubchannel s, StoredBytes... stores) throws AttachException {
		return s.execute(List.of(stores), orb(FORMAT1), MILLIS, () -> false);
	}

	/** The SCSW of the only interruption that came. */
	static String scsw(Execution e) {
		return e.interruptions().size() == 1 ? hex(java.util.Arrays.copyOf(e.interruptions().get(0), 12))
				: e.returnCode() + " and " + e.interruptions().size() + " interruptions";
	}

	static String loaded(AttachedSubchannel s, long address, int length) throws AttachException {
		return hex(s.load(address, length));
	}
}
