// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.eckd;

import java.util.Arrays;
import org.ccwbench.storage.Bytes;

/** Tracks as formatting leaves them: home address, record 0 with eight bytes of zeros, and perhaps more. */
final class EmptyTrack {
	/** Record 1 without data, an end of file. */
	static final int WITH_END_OF_FILE = 0;
	static final int RECORD_0_ONLY = 1;
	/** Twelve records of 4,096 bytes of zeros. */
	static final int TWELVE_BLOCKS = 2;

	private static final int HOME_ADDRESS = 5;

	private EmptyTrack() {}

	/** Fills {@code track}, as long as a track has room, for a cylinder and head. */
	static void format(byte[] track, int cylinder, int head, int form) {
		Arrays.fill(track, (byte) 0);
		int place = cylinder << 16 | head;
		Bytes.put32(track, 1, place);
		int at = record(track, HOME_ADDRESS, place, 0, 8);
		if (form == WITH_END_OF_FILE) {
			at = record(track, at, place, 1, 0);
		}
		for (int r = 1; form == TWELVE_BLOCKS && r <= 12; r++) {
			at = record(track, at, place, r, 4096);
		}
		if (at + 8 <= track.length) {
			Bytes.put64(track, at, -1L);
		}
	}

	private static int record(byte[] track, int at, int place, int number, int dataLength) {
		if (at + 8 + dataLength > track.length) {
			return at;
		}
		Bytes.put32(track, at, place);
		track[at + 4] = (byte) number;
		Bytes.put16(track, at + 6, dataLength);
		return at + 8 + dataLength;
	}
}
