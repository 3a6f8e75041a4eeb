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
import org.ccwbench.storage.AddressSpace;
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
final class CompressedTracks implements Storage.PageSource {
	private static final int HEADER = 512;
	private static final int FIRST_TABLE = 2 * HEADER;
	private static final int BIG_ENDIAN = 0x02;
	private static final int TRACKS_OF_TABLE = 256;
	private static final int HOME_ADDRESS = 5;
	private static final int PLAIN = 0;
	private static final int DEFLATED = 1;
	/** Forms of tracks that take no room in the image. */
	private static final int WITH_END_OF_FILE = 0;
	private static final int TWELVE_BLOCKS = 2;

	private final Medium packed;
	private final Storage storage;
	private final boolean bigEndian;
	private final int heads;
	private final int trackSize;
	private final int tracks;
	private final int emptyForm;
	private final byte[] header = new byte[HEADER];
	private final byte[] track;
	private final byte[] image = new byte[1 << 16];
	private int unpacked = -1;

	private CompressedTracks(Path file, Medium packed) throws ImageException {
		this.packed = packed;
		this.storage = packed.storage();
		if (packed.length() < FIRST_TABLE) {
			throw new ImageException(file, packed.length(), "too short for a compressed CKD image");
		}
		storage.load(0, header, 0, HEADER);
		this.heads = Integer.reverseBytes(Bytes.get32(header, 8));
		this.trackSize = Integer.reverseBytes(Bytes.get32(header, 12));
		this.bigEndian = (storage.load8(HEADER + 3) & BIG_ENDIAN) != 0;
		// The count of cylinders is little-endian in either form.
		int cylinders = Integer.reverseBytes((int) storage.load32(HEADER + 40));
		int entries = number(HEADER + 4);
		this.emptyForm = storage.load8(HEADER + 44);
		if (heads < 1 || heads > 0xFFFF || trackSize < HEADER || trackSize > image.length) {
			throw new ImageException(file, 8, heads + " tracks of " + trackSize + " bytes a cylinder");
		}
		if (cylinders < 1 || cylinders > 0xFFFF || (long) cylinders * heads > 0xFF_FFFF) {
			throw new ImageException(file, HEADER + 40, "a disk of " + cylinders + " cylinders");
		}
		this.tracks = cylinders * heads;
		long needed = (tracks + TRACKS_OF_TABLE - 1) / TRACKS_OF_TABLE;
		if (entries < needed || FIRST_TABLE + 4 * needed > packed.length()) {
			throw new ImageException(file, HEADER + 4, "a table of " + entries + " entries for " + tracks + " tracks");
		}
		this.track = new byte[trackSize];
	}

	/** The image as a plain one. */
	static Medium plain(Path file, Medium packed) throws ImageException {
		CompressedTracks source = new CompressedTracks(file, packed);
		System.arraycopy("CKD_P370".getBytes(StandardCharsets.ISO_8859_1), 0, source.header, 0, 8);
		source.header[17] = 0;
		return Medium.of(packed.name(), source, HEADER + (long) source.tracks * source.trackSize);
	}

	private int number(long at) {
		int n = (int) storage.load32(at);
		return bigEndian ? n : Integer.reverseBytes(n);
	}

	@Override
	public boolean fill(long address, byte[] page) {
		long end = HEADER + (long) tracks * trackSize;
		if (address >= end) {
			return false;
		}
		int done = 0;
		if (address < HEADER) {
			done = HEADER - (int) address;
			System.arraycopy(header, (int) address, page, 0, done);
		}
		while (done < AddressSpace.PAGE_SIZE && address + done < end) {
			long at = address + done - HEADER;
			int offset = (int) (at % trackSize);
			int n = Math.min(AddressSpace.PAGE_SIZE - done, trackSize - offset);
			unpack((int) (at / trackSize));
			System.arraycopy(track, offset, page, done, n);
			done += n;
		}
		return true;
	}

	private void unpack(int number) {
		if (number == unpacked) {
			return;
		}
		unpacked = number;
		Arrays.fill(track, (byte) 0);
		long table = number(FIRST_TABLE + 4L * (number / TRACKS_OF_TABLE)) & 0xFFFF_FFFFL;
		long entry = table + 8L * (number % TRACKS_OF_TABLE);
		if (table == 0) {
			empty(number, emptyForm);
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
			boolean left = length == 0 && emptyForm == TWELVE_BLOCKS;
			empty(number, left || length > TWELVE_BLOCKS ? emptyForm : length);
		} else if (length >= HOME_ADDRESS && place + length <= packed.length()) {
			storage.load(place, image, 0, length);
			packed(length);
		}
	}

	private void packed(int length) {
		int form = image[0];
		if (form == PLAIN) {
			System.arraycopy(image, 0, track, 0, Math.min(length, trackSize));
		} else if (form == DEFLATED) {
			Inflater inflater = new Inflater();
			try {
				inflater.setInput(image, HOME_ADDRESS, length - HOME_ADDRESS);
				inflater.inflate(track, HOME_ADDRESS, trackSize - HOME_ADDRESS);
				System.arraycopy(image, 1, track, 1, HOME_ADDRESS - 1);
			} catch (DataFormatException e) {
				Arrays.fill(track, (byte) 0);
			} finally {
				inflater.end();
			}
		}
	}

	/** A track with home address and record 0 only, or with what the form adds. */
	private void empty(int number, int form) {
		int place = number / heads << 16 | number % heads;
		Bytes.put32(track, 1, place);
		int at = record(HOME_ADDRESS, place, 0, 8);
		if (form == WITH_END_OF_FILE) {
			at = record(at, place, 1, 0);
		}
		for (int r = 1; form == TWELVE_BLOCKS && r <= 12; r++) {
			at = record(at, place, r, 4096);
		}
		if (at + 8 <= trackSize) {
			Bytes.put64(track, at, -1L);
		}
	}

	private int record(int at, int place, int number, int dataLength) {
		if (at + 8 + dataLength > trackSize) {
			return at;
		}
		Bytes.put32(track, at, place);
		track[at + 4] = (byte) number;
		Bytes.put16(track, at + 6, dataLength);
		return at + 8 + dataLength;
	}
}
