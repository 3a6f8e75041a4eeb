// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.ccwbench.storage.AddressSpace;

/**
 * The file beside an image that makes a change of the image all or nothing. It is complete on the disk before
 * the image is touched and goes when the image is complete: whoever finds one that is whole carries it out, one
 * that is not whole was never begun to be carried out. Form, big-endian: mark of 8 bytes, length of the image
 * before and after (8 each), number of pages (4), then each page with its address (8) and 4,096 bytes, then the
 * CRC-32 of all that (4).
 */
final class ImageJournal {
	private static final long MARK = 0x4343_5742_4A52_4E31L;
	private static final int HEADER = 28;
	private static final int PAGE = AddressSpace.PAGE_SIZE;
	private static final int ENTRY = Long.BYTES + PAGE;

	/** Gives the bytes of a page. */
	interface Pages {
		void load(long address, byte[] page);
	}

	private final FileChannel file;
	private final long after;
	/** Where the bytes of each page stand in the file. */
	private final Map<Long, Long> places;

	private ImageJournal(FileChannel file, long after, Map<Long, Long> places) {
		this.file = file;
		this.after = after;
		this.places = places;
	}

	/** Where the journal of an image lies. */
	static Path of(Path image) {
		return image.resolveSibling(image.getFileName() + ".ccwb-journal");
	}

	/** Writes a journal and waits until it is on the disk. */
	static void write(Path path, long before, long after, long[] addresses, Pages pages) throws IOException {
		try (FileChannel out = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
			CRC32 sum = new CRC32();
			ByteBuffer buffer = ByteBuffer.allocate(ENTRY);
			buffer.putLong(MARK).putLong(before).putLong(after).putInt(addresses.length);
			put(out, buffer, sum);
			byte[] page = new byte[PAGE];
			for (long address : addresses) {
				pages.load(address, page);
				put(out, buffer.putLong(address).put(page), sum);
			}
			put(out, buffer.putInt((int) sum.getValue()), sum);
			out.force(true);
		}
		forceFolder(path);
	}

	private static void put(FileChannel out, ByteBuffer buffer, CRC32 sum) throws IOException {
		sum.update(buffer.flip());
		buffer.rewind();
		while (buffer.hasRemaining()) {
			out.write(buffer);
		}
		buffer.clear();
	}

	/** Makes a new or deleted name last; file systems that know nothing of this need it not. */
	static void forceFolder(Path path) {
		try (FileChannel folder = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
			folder.force(true);
		} catch (IOException e) {
			// A folder cannot be opened everywhere.
		}
	}

	/**
	 * The journal that an interrupted run has left beside an image, or null if there is none that is whole.
	 *
	 * @param length length of the image now
	 * @throws IOException if it is whole and cannot be of this image
	 */
	static ImageJournal find(Path image, long length) throws IOException {
		Path path = of(image);
		if (!Files.isRegularFile(path)) {
			return null;
		}
		FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
		ImageJournal found = null;
		try {
			found = read(file, length);
		} finally {
			if (found == null) {
				file.close();
			}
		}
		return found;
	}

	private static ImageJournal read(FileChannel file, long length) throws IOException {
		ByteBuffer buffer = ByteBuffer.allocate(ENTRY);
		CRC32 sum = new CRC32();
		if (!get(file, 0, buffer, HEADER)) {
			return null;
		}
		sum.update(buffer.duplicate());
		long mark = buffer.getLong();
		long before = buffer.getLong();
		long after = buffer.getLong();
		int count = buffer.getInt();
		if (mark != MARK || count < 0 || file.size() != HEADER + (long) count * ENTRY + Integer.BYTES) {
			return null;
		}
		Map<Long, Long> places = new HashMap<>();
		long at = HEADER;
		for (int i = 0; i < count && get(file, at, buffer, ENTRY); i++, at += ENTRY) {
			sum.update(buffer.duplicate());
			places.put(buffer.getLong(), at + Long.BYTES);
		}
		if (!get(file, at, buffer, Integer.BYTES) || buffer.getInt() != (int) sum.getValue()) {
			return null;
		}
		if (length < Math.min(before, after) || length > Math.max(before, after)) {
			throw new IOException("a journal of an interrupted run lies beside it that belongs to another image: move it away");
		}
		return new ImageJournal(file, after, places);
	}

	private static boolean get(FileChannel file, long at, ByteBuffer buffer, int length) throws IOException {
		buffer.clear().limit(length);
		while (buffer.hasRemaining() && file.read(buffer, at + buffer.position()) > 0) {
			continue;
		}
		return !buffer.flip().hasRemaining() ? length == 0 : buffer.limit() == length;
	}

	/** Length of the image when the journal has been carried out. */
	long length() {
		return after;
	}

	/** Copies a page into {@code page} if the journal has it. */
	boolean load(long address, byte[] page) throws IOException {
		Long place = places.get(address);
		if (place == null) {
			return false;
		}
		ByteBuffer buffer = ByteBuffer.allocate(PAGE);
		if (!get(file, place, buffer, PAGE)) {
			throw new IOException("the journal has been cut off");
		}
		buffer.get(page);
		return true;
	}

	/** Brings the image to what the journal says and waits until that is on the disk. May be done again. */
	void carryOut(FileChannel image) throws IOException {
		ByteBuffer buffer = ByteBuffer.allocate(PAGE);
		for (Map.Entry<Long, Long> e : places.entrySet()) {
			long address = e.getKey();
			if (address < after && get(file, e.getValue(), buffer, PAGE)) {
				buffer.limit((int) Math.min(PAGE, after - address));
				while (buffer.hasRemaining()) {
					image.write(buffer, address + buffer.position());
				}
			}
		}
		if (image.size() > after) {
			image.truncate(after);
		}
		image.force(true);
	}

	void close() throws IOException {
		file.close();
	}
}
