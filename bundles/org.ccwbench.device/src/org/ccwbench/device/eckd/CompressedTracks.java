// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.eckd;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.ccwbench.device.ImageException;
import org.ccwbench.device.Medium;
import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.Storage;

/**
 * A compressed CKD image, read as if it were a plain one: a track is unpacked when one of its pages is first
 * needed. After the header of 512 bytes stands another one (flags at 3, entries of the first table at 4,
 * cylinders at 40, form of empty tracks at 44), then the first table with the places of second tables of 256
 * tracks each, whose entries are place, length and room. A track begins with its home address, whose first byte
 * says how the rest is packed. Numbers are little-endian unless the flags say otherwise. A track that cannot be
 * unpacked reads as zeros, which the disk shows as invalid track format.
 */
final class CompressedTracks extends TrackPages {
	private static final int FIRST_TABLE = 2 * HEADER;
	private static final int BIG_ENDIAN = 0x02;
	private static final int TRACKS_OF_TABLE = 256;
	private static final int HOME_ADDRESS = 5;
	private static final int PLAIN = 0;
	private static final int DEFLATED = 1;

	private final Medium packed;
	private final Storage storage;
	private final boolean bigEndian;
	private final int emptyForm;
	private final byte[] image = new byte[1 << 16];

	private CompressedTracks(Medium packed, byte[] header, boolean bigEndian, int cylinders, int heads, int trackSize) {
		super(header, cylinders, heads, trackSize);
		this.packed = packed;
		this.storage = packed.storage();
		this.bigEndian = bigEndian;
		this.emptyForm = storage.load8(HEADER + 44);
	}

	/** The image as a plain one, its headers checked. */
	static Medium plain(Path file, Medium packed) throws ImageException {
		Storage storage = packed.storage();
		if (packed.length() < FIRST_TABLE) {
			throw new ImageException(file, packed.length(), "too short for a compressed CKD image");
		}
		byte[] header = storage.bytes(0, HEADER);
		int heads = Integer.reverseBytes(Bytes.get32(header, 8));
		int trackSize = Integer.reverseBytes(Bytes.get32(header, 12));
		if (heads < 1 || heads > 0xFFFF || trackSize < HEADER || trackSize > 1 << 16) {
			throw new ImageException(file, 8, heads + " tracks of " + trackSize + " bytes a cylinder");
		}
		// The count of cylinders is little-endian in either form.
		int cylinders = Integer.reverseBytes((int) storage.load32(HEADER + 40));
		if (cylinders < 1 || cylinders > 0xFFFF || (long) cylinders * heads > 0xFF_FFFF) {
			throw new ImageException(file, HEADER + 40, "a disk of " + cylinders + " cylinders");
		}
		boolean bigEndian = (storage.load8(HEADER + 3) & BIG_ENDIAN) != 0;
		CompressedTracks tracks = new CompressedTracks(packed, header, bigEndian, cylinders, heads, trackSize);
		int entries = tracks.number(HEADER + 4);
		long needed = (cylinders * heads + TRACKS_OF_TABLE - 1) / TRACKS_OF_TABLE;
		if (entries < needed || FIRST_TABLE + 4 * needed > packed.length()) {
			throw new ImageException(file, HEADER + 4, "a table of " + entries + " entries for " + cylinders * heads + " tracks");
		}
		System.arraycopy("CKD_P370".getBytes(StandardCharsets.ISO_8859_1), 0, header, 0, 8);
		header[17] = 0;
		return Medium.of(packed.name(), tracks, tracks.length());
	}

	private int number(long at) {
		int n = (int) storage.load32(at);
		return bigEndian ? n : Integer.reverseBytes(n);
	}

	@Override
	void make(int number, int cylinder, int head, byte[] into) {
		Arrays.fill(into, (byte) 0);
		long table = number(FIRST_TABLE + 4L * (number / TRACKS_OF_TABLE)) & 0xFFFF_FFFFL;
		long entry = table + 8L * (number % TRACKS_OF_TABLE);
		if (table == 0) {
			EmptyTrack.format(into, cylinder, head, emptyForm);
			return;
		}
		if (entry + 8 > packed.length()) {
			return;
		}
		long place = number(entry) & 0xFFFF_FFFFL;
		int length = storage.load8(entry + 4) | storage.load8(entry + 5) << 8;
		if (bigEndian) {
			length = (length & 0xFF) << 8 | length >> 8;
		}
		if (place == 0) {
			// The length is the form then; older writers left it 0 on volumes for Linux.
			boolean left = length == 0 && emptyForm == EmptyTrack.TWELVE_BLOCKS;
			EmptyTrack.format(into, cylinder, head, left || length > EmptyTrack.TWELVE_BLOCKS ? emptyForm : length);
		} else if (length >= HOME_ADDRESS && place + length <= packed.length()) {
			storage.load(place, image, 0, length);
			unpack(length, into);
		}
	}

	private void unpack(int length, byte[] track) {
		int form = image[0];
		if (form == PLAIN) {
			System.arraycopy(image, 0, track, 0, Math.min(length, track.length));
		} else if (form == DEFLATED) {
			Inflater inflater = new Inflater();
			try {
				inflater.setInput(image, HOME_ADDRESS, length - HOME_ADDRESS);
				inflater.inflate(track, HOME_ADDRESS, track.length - HOME_ADDRESS);
				System.arraycopy(image, 1, track, 1, HOME_ADDRESS - 1);
			} catch (DataFormatException e) {
				Arrays.fill(track, (byte) 0);
			} finally {
				inflater.end();
			}
		}
	}
}
