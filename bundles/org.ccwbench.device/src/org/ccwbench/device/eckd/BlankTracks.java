// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.eckd;

import java.nio.charset.StandardCharsets;
import org.ccwbench.device.Medium;
import org.ccwbench.storage.Bytes;

/** A disk without an image: every track has home address and record 0 only. */
final class BlankTracks extends TrackPages {
	private BlankTracks(byte[] header, int cylinders, Geometry geometry) {
		super(header, cylinders, geometry.heads(), geometry.imageTrack());
	}

	@Override
	void make(int number, int cylinder, int head, byte[] into) {
		EmptyTrack.format(into, cylinder, head, EmptyTrack.RECORD_0_ONLY);
	}

	/** A medium of so many cylinders, 1 to 65,520, of a type that has a geometry. */
	static Medium disk(int type, int cylinders) {
		Geometry geometry = Geometry.of(type, cylinders);
		byte[] header = new byte[HEADER];
		System.arraycopy("CKD_P370".getBytes(StandardCharsets.ISO_8859_1), 0, header, 0, 8);
		Bytes.put32(header, 8, Integer.reverseBytes(geometry.heads()));
		Bytes.put32(header, 12, Integer.reverseBytes(geometry.imageTrack()));
		header[16] = (byte) type;
		BlankTracks tracks = new BlankTracks(header, cylinders, geometry);
		return Medium.of("blank disk", tracks, tracks.length());
	}
}
