// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.eckd;

import java.nio.charset.StandardCharsets;
import org.ccwbench.device.Medium;
import org.ccwbench.storage.Bytes;

/** A disk without an image: every track has home address and record 0 only. */
final class BlankTracks extends TrackPages {
	private static final int HEADS = 15;

	private BlankTracks(byte[] header, int cylinders, int trackSize) {
		super(header, cylinders, HEADS, trackSize);
	}

	@Override
	void make(int number, int cylinder, int head, byte[] into) {
		EmptyTrack.format(into, cylinder, head, EmptyTrack.RECORD_0_ONLY);
	}

	/** A medium of so many cylinders, 1 to 65,520, of a 3380 or 3390. */
	static Medium disk(int type, int cylinders) {
		// The longest record with its count, behind home address and record 0, in units of 512 bytes.
		int trackSize = type == 0x3380 ? 47616 : 56832;
		byte[] header = new byte[HEADER];
		System.arraycopy("CKD_P370".getBytes(StandardCharsets.ISO_8859_1), 0, header, 0, 8);
		Bytes.put32(header, 8, Integer.reverseBytes(HEADS));
		Bytes.put32(header, 12, Integer.reverseBytes(trackSize));
		header[16] = (byte) type;
		BlankTracks tracks = new BlankTracks(header, cylinders, trackSize);
		return Medium.of("blank disk", tracks, tracks.length());
	}
}
