// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.eckd;

import java.nio.file.Path;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.ImageException;
import org.ccwbench.device.Medium;
import org.ccwbench.device.packed.PackedImage;
import org.ccwbench.storage.Storage;

/**
 * A CKD image: a header of 512 bytes, then all tracks, each of the same room. On a track stand the home
 * address (flag, cylinder, head: 5 bytes), then records, each with count (cylinder, head, record, key length,
 * data length: 8 bytes), key and data, record 0 first, and after the last eight bytes of ones. Numbers of the
 * header are little-endian: tracks of a cylinder at 8, room of a track at 12, last byte of the device type at
 * 16, number of the file in a set at 17.
 */
final class CkdImage {
	private static final int HEADER = 512;
	private static final String PLAIN = "CKD_P370";
	/** More room than the longest track of any device needs. */
	private static final int LARGEST_TRACK = 1 << 16;
	private static final int SMALLEST_TRACK = 512;

	private final Medium medium;
	private final Geometry geometry;
	private final int cylinders;
	private final int heads;
	private final int trackSize;

	private CkdImage(Medium medium, Geometry geometry, int cylinders, int heads, int trackSize) {
		this.medium = medium;
		this.geometry = geometry;
		this.cylinders = cylinders;
		this.heads = heads;
		this.trackSize = trackSize;
	}

	/**
	 * Opens an image and checks its header; tracks are checked when they are read.
	 *
	 * @param type device type that it must be of, 0x3390
	 */
	static CkdImage open(DeviceOptions options, int type) throws ImageException {
		return of(options.image(), Medium.open(options), type);
	}

	/** A formatted disk without an image. */
	static CkdImage blank(int type, int cylinders) throws ImageException {
		return of(null, BlankTracks.disk(type, cylinders), type);
	}

	private static CkdImage of(Path file, Medium opened, int type) throws ImageException {
		Medium medium = opened;
		if (medium.length() < HEADER) {
			throw new ImageException(file, 0, "expected the header of a CKD image, 512 bytes; the file has " + medium.length());
		}
		String mark = PackedImage.mark(medium);
		if (mark.equals("CKD_C370") || mark.equals("CKD_C064")) {
			if (medium.writesThrough()) {
				throw new ImageException(file, 0, "is a compressed CKD image; only a plain one (CKD_P370) can be written through");
			}
			medium = CompressedTracks.plain(file, medium);
			mark = PLAIN;
		}
		if (mark.equals("CKD_S370") || mark.equals("CKD_S064")) {
			throw new ImageException(file, 0, "is a " + mark + " image, a shadow of another; only whole images can be used");
		}
		if (!mark.equals(PLAIN) && !mark.equals("CKD_P064")) {
			throw new ImageException(file, 0, "is not a CKD image: expected CKD_P370, CKD_C370, CKD_P064 or CKD_C064");
		}
		byte[] header = medium.storage().bytes(0, HEADER);
		int heads = little(header, 8);
		int trackSize = little(header, 12);
		if (heads < 1 || heads > 0xFFFF) {
			throw new ImageException(file, 8, "expected 1 to 65535 tracks a cylinder, not " + heads);
		}
		if (trackSize < SMALLEST_TRACK || trackSize > LARGEST_TRACK) {
			throw new ImageException(file, 12, "expected room for a track of " + SMALLEST_TRACK + " to " + LARGEST_TRACK + " bytes, not " + trackSize);
		}
		if ((type & 0xFF) != (header[16] & 0xFF)) {
			throw new ImageException(file, 16, String.format("expected a %04X, it is the image of a 33%02X", type, header[16] & 0xFF));
		}
		if (header[17] > 1) {
			throw new ImageException(file, 17, "is file " + header[17] + " of a set; only whole images can be used");
		}
		long cylinder = (long) heads * trackSize;
		long cylinders = (medium.length() - HEADER) / cylinder;
		if (cylinders == 0 || cylinders > 0xFFFF || (medium.length() - HEADER) % cylinder != 0) {
			throw new ImageException(file, HEADER + cylinders * cylinder, "expected a whole cylinder " + cylinders + " of " + cylinder
					+ " bytes; the image ends inside it");
		}
		Geometry geometry = Geometry.of(type, (int) cylinders);
		if (geometry == null || heads > geometry.heads()) {
			throw new ImageException(file, 8, String.format("no %04X has %d tracks a cylinder", type, heads));
		}
		return new CkdImage(medium, geometry, (int) cylinders, heads, trackSize);
	}

	private static int little(byte[] b, int at) {
		return Integer.reverseBytes(org.ccwbench.storage.Bytes.get32(b, at));
	}

	Medium medium() {
		return medium;
	}

	Storage storage() {
		return medium.storage();
	}

	Geometry geometry() {
		return geometry;
	}

	int cylinders() {
		return cylinders;
	}

	int heads() {
		return heads;
	}

	/** Room of a track in bytes. */
	int trackSize() {
		return trackSize;
	}

	/** Whether a cylinder and head are on the disk. */
	boolean has(int cylinder, int head) {
		return cylinder < cylinders && head < heads;
	}

	/** Where a track begins in storage. */
	long track(int cylinder, int head) {
		return HEADER + ((long) cylinder * heads + head) * trackSize;
	}
}
