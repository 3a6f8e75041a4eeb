// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.packed;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.ccwbench.device.ImageException;
import org.ccwbench.device.Medium;
import org.ccwbench.storage.Storage;

/**
 * A packed disk image: pieces (tracks, or groups of 120 blocks) that are unpacked one by one. After the header of
 * 512 bytes stands another one: flags at 3, entries of the first table at 4, then, in the old form, size at 40,
 * form of empty pieces at 44 and compression at 45; in the new form, whose mark ends in 064, these stand at 12, 72
 * and 73. From 1,024 on stands the first table with the places of second tables of 256 pieces each, whose entries
 * are place, length and room; places have 4 bytes, in the new form 8, and its entries are 16 bytes long. A piece
 * begins with 5 bytes, whose first says how the rest is compressed. Numbers are little-endian unless the flags say
 * otherwise; the size always is.
 */
public final class PackedImage {
	/** Answers of {@link #unpack}: the piece is in the array; it is damaged. All others are forms of empty pieces. */
	public static final int UNPACKED = -1;
	public static final int DAMAGED = -2;

	private static final int HEADER = 512;
	private static final int FIRST_TABLE = 2 * HEADER;
	private static final int BIG_ENDIAN = 0x02;
	private static final int PIECES_OF_TABLE = 256;
	private static final int PIECE_HEADER = 5;
	private static final int COMPRESSION = 0x03;
	private static final int DEFLATED = 1;
	private static final int BZIP2 = 2;
	/** How many pieces are looked at when an image is opened. */
	private static final int LOOKED_AT = 4096;
	private static final int STEPS = 1 << 16;
	private static final long NOWHERE = 0xFFFF_FFFFL;

	private final Storage storage;
	private final long length;
	private final boolean wide;
	private final boolean bigEndian;
	private final int size;
	private final int emptyForm;
	private final byte[] image = new byte[1 << 16];

	private PackedImage(Medium packed, boolean wide) {
		this.storage = packed.storage();
		this.length = packed.length();
		this.wide = wide;
		this.bigEndian = (storage.load8(HEADER + 3) & BIG_ENDIAN) != 0;
		this.size = Integer.reverseBytes((int) storage.load32(HEADER + (wide ? 12 : 40)));
		this.emptyForm = storage.load8(HEADER + (wide ? 72 : 44));
	}

	/** The mark at the beginning of an image, perhaps "CKD_C370"; empty if it is too short for one. */
	public static String mark(Medium medium) {
		return medium.length() < HEADER ? "" : new String(medium.storage().bytes(0, 8), StandardCharsets.ISO_8859_1);
	}

	/**
	 * An image whose header says that it is packed.
	 *
	 * @throws ImageException if it is too short, or packed in a way that is not known here
	 */
	public static PackedImage open(Path file, Medium packed) throws ImageException {
		if (packed.length() < FIRST_TABLE) {
			throw new ImageException(file, packed.length(), "too short for a compressed image");
		}
		PackedImage p = new PackedImage(packed, mark(packed).endsWith("064"));
		p.refuseBzip2(file, HEADER + (p.wide ? 73 : 45));
		return p;
	}

	private void refuseBzip2(Path file, long algorithm) throws ImageException {
		long at = storage.load8(algorithm) == BZIP2 ? algorithm : -1;
		long pieces = Math.min(tables(), (length - FIRST_TABLE) / 4) * PIECES_OF_TABLE;
		int looked = 0;
		for (int n = 0, steps = 0; at < 0 && n < pieces && looked < LOOKED_AT && steps < STEPS; n++, steps++) {
			long entry = entry(n);
			if (entry < 0) {
				// The whole table is not there.
				n += PIECES_OF_TABLE - 1;
			} else if (entry > 0 && stored(entry)) {
				at = (storage.load8(place(entry)) & COMPRESSION) == BZIP2 ? place(entry) : -1;
				looked++;
			}
		}
		if (at >= 0) {
			throw new ImageException(file, at, "is compressed with bzip2; images can be plain or compressed with zlib");
		}
	}

	/** Refuses an image whose first table has not room for that many pieces. */
	public void expect(Path file, int pieces) throws ImageException {
		int needed = (pieces + PIECES_OF_TABLE - 1) / PIECES_OF_TABLE;
		if (tables() < needed || FIRST_TABLE + (long) (wide ? 8 : 4) * needed > length) {
			throw new ImageException(file, HEADER + 4, "a table of " + tables() + " entries for " + pieces + " tracks or groups of blocks");
		}
	}

	/** Cylinders of a count-key-data disk, blocks of a fixed-block disk; as the file says, perhaps negative. */
	public int size() {
		return size;
	}

	/** Where {@link #size} stands in the file. */
	public long sizeAt() {
		return HEADER + (wide ? 12 : 40);
	}

	private int tables() {
		int n = (int) storage.load32(HEADER + 4);
		return bigEndian ? n : Integer.reverseBytes(n);
	}

	/** The place that stands at {@code at}; 0 if there is none. */
	private long place(long at) {
		long n = wide ? storage.load64(at) : storage.load32(at);
		if (!bigEndian) {
			n = wide ? Long.reverseBytes(n) : Integer.reverseBytes((int) n) & 0xFFFF_FFFFL;
		}
		return n == NOWHERE && !wide || n < 0 ? 0 : n;
	}

	/** Where the entry of a piece stands; -1 if its table is not there, 0 if it lies beyond the end. */
	private long entry(int number) {
		long first = FIRST_TABLE + (wide ? 8L : 4L) * (number / PIECES_OF_TABLE);
		if (first > length - 8) {
			return 0;
		}
		long table = place(first);
		if (table == 0) {
			return -1;
		}
		long entry = table + (wide ? 16L : 8L) * (number % PIECES_OF_TABLE);
		return entry > length - (wide ? 16 : 8) ? 0 : entry;
	}

	private int lengthOf(long entry) {
		long at = entry + (wide ? 8 : 4);
		int n = storage.load8(at) | storage.load8(at + 1) << 8;
		return bigEndian ? (n & 0xFF) << 8 | n >> 8 : n;
	}

	/** Whether the piece of an entry lies inside the file. */
	private boolean stored(long entry) {
		long place = place(entry);
		return place > 0 && place <= length && lengthOf(entry) >= PIECE_HEADER && lengthOf(entry) <= length - place;
	}

	/**
	 * Unpacks a piece.
	 *
	 * @return {@link #UNPACKED}, {@link #DAMAGED}, or the form that the piece has because it is empty
	 */
	public int unpack(int number, byte[] into) {
		Arrays.fill(into, (byte) 0);
		long entry = entry(number);
		if (entry < 0) {
			return emptyForm;
		}
		if (entry == 0) {
			return DAMAGED;
		}
		if (place(entry) == 0) {
			// The length is the form then; older writers left it 0 on volumes for Linux.
			int form = lengthOf(entry);
			return form == 0 && emptyForm == 2 || form > 2 ? emptyForm : form;
		}
		if (!stored(entry)) {
			return DAMAGED;
		}
		int n = lengthOf(entry);
		storage.load(place(entry), image, 0, n);
		return unpackImage(n, into) ? UNPACKED : DAMAGED;
	}

	private boolean unpackImage(int n, byte[] into) {
		int form = image[0] & COMPRESSION;
		System.arraycopy(image, 1, into, 1, PIECE_HEADER - 1);
		if (form == 0) {
			System.arraycopy(image, PIECE_HEADER, into, PIECE_HEADER, Math.min(n, into.length) - PIECE_HEADER);
			return true;
		}
		if (form != DEFLATED) {
			return false;
		}
		Inflater inflater = new Inflater();
		try {
			inflater.setInput(image, PIECE_HEADER, n - PIECE_HEADER);
			inflater.inflate(into, PIECE_HEADER, into.length - PIECE_HEADER);
			return true;
		} catch (DataFormatException e) {
			Arrays.fill(into, (byte) 0);
			return false;
		} finally {
			inflater.end();
		}
	}
}
