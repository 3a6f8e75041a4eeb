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
import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.Storage;

/**
 * A packed disk image: pieces (tracks, or groups of 120 blocks) that are unpacked one by one. After the header of
 * 512 bytes stands another one: flags at 3, entries of the first table at 4, then, in the old form, length of the
 * file at 12, size at 40 and form of empty pieces at 44; in the new form, whose mark ends in 064, these stand at 16, 12
 * and 72. From 1,024 on stands the first table with the places of second tables of 256 pieces each, whose entries
 * are place, length and room; places have 4 bytes, in the new form 8, and its entries are 16 bytes long. A piece
 * begins with 5 bytes: how the rest is compressed (not at all, with zlib, with bzip2), and which piece it is. Numbers
 * are little-endian unless the flags say otherwise; the size always is. What is damaged, the medium is told with its
 * place.
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
	/** How many tables of pieces are looked at when an image is opened; the others are when a piece is needed. */
	private static final int LOOKED_AT = 16;
	private static final long NOWHERE = 0xFFFF_FFFFL;

	private final Medium packed;
	private final Storage storage;
	private final long length;
	private final boolean wide;
	private final boolean bigEndian;
	private final int size;
	private final int emptyForm;
	private final byte[] image = new byte[1 << 16];

	private PackedImage(Medium packed, boolean wide) {
		this.packed = packed;
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
	 * @throws ImageException if it is shorter than its headers say
	 */
	public static PackedImage open(Path file, Medium packed) throws ImageException {
		if (packed.length() < FIRST_TABLE) {
			throw new ImageException(file, packed.length(), "expected a compressed image with headers of 1024 bytes, the file ends inside them");
		}
		PackedImage p = new PackedImage(packed, mark(packed).endsWith("064"));
		long expected = p.fileLength();
		if (expected > packed.length()) {
			throw new ImageException(file, packed.length(), "expected " + (expected - packed.length())
					+ " more bytes: the header says that the file has " + expected);
		}
		return p;
	}

	private long fileLength() {
		long at = HEADER + (wide ? 16 : 12);
		long n = wide ? storage.load64(at) : storage.load32(at);
		return bigEndian ? n : wide ? Long.reverseBytes(n) : Integer.reverseBytes((int) n) & 0xFFFF_FFFFL;
	}

	/** Refuses an image whose tables have not room for that many pieces, or lead out of the file. */
	public void expect(Path file, int pieces) throws ImageException {
		int needed = (pieces + PIECES_OF_TABLE - 1) / PIECES_OF_TABLE;
		if (tables() < needed || FIRST_TABLE + (long) (wide ? 8 : 4) * needed > length) {
			throw new ImageException(file, HEADER + 4, "expected a table of " + needed + " entries for " + pieces
					+ " tracks or groups of blocks, not of " + tables());
		}
		for (int t = 0, looked = 0; t < needed && looked < LOOKED_AT; t++) {
			int first = t * PIECES_OF_TABLE;
			for (int n = first; entry(first) >= 0 && n < Math.min(pieces, first + PIECES_OF_TABLE); n++) {
				check(n);
			}
			looked += entry(first) >= 0 ? 1 : 0;
		}
		packed.refuseDamage(file);
	}

	/** Whether the entry of a piece is there and leads to something that can be one. */
	private boolean check(int number) {
		long entry = entry(number);
		if (entry == 0) {
			packed.damaged(firstEntry(number), "expected the place of a table inside the file");
			return false;
		}
		if (place(entry) != 0 && !stored(entry)) {
			packed.damaged(entry, "expected place and length of a track or group of blocks inside the file");
			return false;
		}
		return true;
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

	/** Where the first table says where the table of a piece stands. */
	private long firstEntry(int number) {
		return FIRST_TABLE + (wide ? 8L : 4L) * (number / PIECES_OF_TABLE);
	}

	/** Where the entry of a piece stands; -1 if its table is not there, 0 if it lies beyond the end. */
	private long entry(int number) {
		long first = firstEntry(number);
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
	 * @param identity the four bytes by which it says which piece it is: cylinder and head, or its number
	 * @return {@link #UNPACKED}, {@link #DAMAGED}, or the form that the piece has because it is empty
	 */
	public int unpack(int number, int identity, byte[] into) {
		Arrays.fill(into, (byte) 0);
		long entry = entry(number);
		if (entry < 0) {
			return emptyForm;
		}
		if (!check(number)) {
			return DAMAGED;
		}
		long place = place(entry);
		if (place == 0) {
			// The length is the form then; older writers left it 0 on volumes for Linux.
			int form = lengthOf(entry);
			return form == 0 && emptyForm == 2 || form > 2 ? emptyForm : form;
		}
		int n = lengthOf(entry);
		storage.load(place, image, 0, n);
		String expected = Bytes.get32(image, 1) == identity ? contents(n, into)
				: String.format("expected %08X, which says that this is track or group of blocks %d", identity, number);
		if (expected == null) {
			return UNPACKED;
		}
		packed.damaged(Bytes.get32(image, 1) == identity ? place + PIECE_HEADER : place + 1, expected);
		Arrays.fill(into, (byte) 0);
		return DAMAGED;
	}

	/** Unpacks what stands in {@code image}; what was expected there if that cannot be, or null. */
	private String contents(int n, byte[] into) {
		System.arraycopy(image, 1, into, 1, PIECE_HEADER - 1);
		switch (image[0] & COMPRESSION) {
			case 0 -> {
				System.arraycopy(image, PIECE_HEADER, into, PIECE_HEADER, Math.min(n, into.length) - PIECE_HEADER);
				return null;
			}
			case DEFLATED -> {
				return inflated(n, into) ? null : "expected a track or group of blocks compressed with zlib";
			}
			case BZIP2 -> {
				int length = Bzip2.unpack(image, PIECE_HEADER, n - PIECE_HEADER, into, PIECE_HEADER);
				return length == Bzip2.DAMAGED ? "expected a track or group of blocks compressed with bzip2" : null;
			}
			default -> {
				return "expected a track or group of blocks that is plain or compressed with zlib or bzip2";
			}
		}
	}

	private boolean inflated(int n, byte[] into) {
		Inflater inflater = new Inflater();
		try {
			inflater.setInput(image, PIECE_HEADER, n - PIECE_HEADER);
			inflater.inflate(into, PIECE_HEADER, into.length - PIECE_HEADER);
			// A piece may unpack to exactly what there is room for: its end is seen only by asking for one byte more.
			return inflater.finished() || inflater.inflate(new byte[1]) == 0 && inflater.finished();
		} catch (DataFormatException e) {
			return false;
		} finally {
			inflater.end();
		}
	}
}
