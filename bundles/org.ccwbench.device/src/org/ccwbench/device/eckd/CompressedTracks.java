// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.eckd;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.ccwbench.device.ImageException;
import org.ccwbench.device.Medium;
import org.ccwbench.device.packed.PackedImage;
import org.ccwbench.storage.Bytes;

/**
 * A packed CKD image, read as if it were a plain one: a track is unpacked when one of its pages is first needed.
 * The five bytes before a packed track are its home address. A track that cannot be unpacked reads as zeros, which
 * the disk shows as invalid track format.
 */
final class CompressedTracks extends TrackPages {
	private final PackedImage packed;

	private CompressedTracks(PackedImage packed, byte[] header, int cylinders, int heads, int trackSize) {
		super(header, cylinders, heads, trackSize);
		this.packed = packed;
	}

	/** The image as a plain one, its headers checked. */
	static Medium plain(Path file, Medium image) throws ImageException {
		PackedImage packed = PackedImage.open(file, image);
		byte[] header = image.storage().bytes(0, HEADER);
		int heads = Integer.reverseBytes(Bytes.get32(header, 8));
		int trackSize = Integer.reverseBytes(Bytes.get32(header, 12));
		if (heads < 1 || heads > 0xFFFF || trackSize < HEADER || trackSize > 1 << 16) {
			throw new ImageException(file, 8, "expected 1 to 65535 tracks of 512 to 65536 bytes a cylinder, not " + heads + " of " + trackSize);
		}
		int cylinders = packed.size();
		if (cylinders < 1 || cylinders > 0xFFFF || (long) cylinders * heads > 0xFF_FFFF) {
			throw new ImageException(file, packed.sizeAt(), "expected a disk of 1 to 65535 cylinders, not of " + cylinders);
		}
		packed.expect(file, cylinders * heads);
		CompressedTracks tracks = new CompressedTracks(packed, header, cylinders, heads, trackSize);
		System.arraycopy("CKD_P370".getBytes(StandardCharsets.ISO_8859_1), 0, header, 0, 8);
		header[17] = 0;
		return Medium.of(image, tracks, tracks.length());
	}

	@Override
	void make(int number, int cylinder, int head, byte[] into) {
		int answer = packed.unpack(number, cylinder << 16 | head, into);
		if (answer >= 0) {
			EmptyTrack.format(into, cylinder, head, answer);
		}
	}
}
