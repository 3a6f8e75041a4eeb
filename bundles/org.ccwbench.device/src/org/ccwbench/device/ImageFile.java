// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import org.ccwbench.storage.AddressSpace;
import org.ccwbench.storage.Storage;

/**
 * Opens image files. A plain file is read page by page when a page is first needed; a compressed one is unpacked
 * into storage, of which only pages with content take room.
 */
final class ImageFile {
	private static final int PAGE = AddressSpace.PAGE_SIZE;
	/** The most that a compressed image may unpack to. */
	static final long UNPACKED_LIMIT = 4L << 30;
	/** The most pages with content that a compressed image may have. */
	static final int UNPACKED_PAGES = 65_536;

	private ImageFile() {}

	static Medium open(Path image) throws ImageException {
		exists(image);
		try {
			return compressed(image) ? unpack(image, name(image)) : plain(image, null);
		} catch (IOException e) {
			throw new ImageException(image, -1, "cannot be read: " + reason(e));
		}
	}

	/** Opens a plain image so that commits of the medium go into it. */
	static Medium openToWrite(Path image) throws ImageException {
		exists(image);
		try {
			if (compressed(image)) {
				throw new ImageException(image, -1, "is compressed with gzip; only a plain image can be written through: unpack it first");
			}
			return plain(image, WriteThrough.open(image));
		} catch (IOException e) {
			throw new ImageException(image, -1, "cannot be written through: " + reason(e));
		}
	}

	private static void exists(Path image) throws ImageException {
		if (!Files.isRegularFile(image)) {
			throw new ImageException(image, -1, Files.exists(image) ? "is not a file" : "does not exist");
		}
	}

	private static String name(Path image) {
		return String.valueOf(image.getFileName());
	}

	/** An image whose pages are read when they are needed, as a journal that an interrupted run has left will have it. */
	private static Medium plain(Path image, WriteThrough through) throws IOException, ImageException {
		// Closed by the collector with the last page source: a device has no end of life of its own.
		FileChannel channel = FileChannel.open(image, StandardOpenOption.READ);
		long there = channel.size();
		ImageJournal left = ImageJournal.find(image.toRealPath(), there);
		long size = left == null ? there : left.length();
		if (size > Medium.LIMIT) {
			throw new ImageException(image, -1, "is larger than " + (Medium.LIMIT >> 30) + " GiB");
		}
		return new Medium(name(image), (address, page) -> read(channel, left, Math.min(size, there), address, page), size, through);
	}

	private static boolean compressed(Path image) throws IOException {
		try (InputStream in = Files.newInputStream(image)) {
			return in.read() == 0x1F && in.read() == 0x8B;
		}
	}

	private static boolean read(FileChannel channel, ImageJournal left, long size, long address, byte[] page) {
		ByteBuffer buffer = ByteBuffer.wrap(page);
		try {
			if (left != null && left.load(address, page)) {
				return true;
			}
			if (address >= size) {
				return false;
			}
			while (buffer.hasRemaining() && channel.read(buffer, address + buffer.position()) > 0) {
				continue;
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return buffer.position() > 0;
	}

	private static Medium unpack(Path image, String name) throws IOException, ImageException {
		Medium medium = new Medium(name, null, 0);
		Storage storage = medium.storage();
		byte[] page = new byte[PAGE];
		byte[] zeros = new byte[PAGE];
		long at = 0;
		try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(image)), 1 << 16)) {
			for (int n; (n = in.readNBytes(page, 0, PAGE)) > 0; at += n) {
				if (!java.util.Arrays.equals(page, 0, n, zeros, 0, n)) {
					if (storage.framesInUse() == UNPACKED_PAGES) {
						throw new ImageException(image, at, "unpacks to more than " + (UNPACKED_PAGES >> 8)
								+ " MiB of content: unpack it first");
					}
					storage.store(at, page, 0, n);
				}
				if (at > UNPACKED_LIMIT) {
					throw new ImageException(image, at, "unpacks to more than 4 GiB: unpack it first");
				}
			}
		} catch (java.util.zip.ZipException | java.io.EOFException e) {
			throw new ImageException(image, at, "the gzip stream is damaged: " + reason(e));
		}
		medium.length(at);
		return medium;
	}

	private static String reason(IOException e) {
		if (e instanceof java.nio.file.AccessDeniedException) {
			return "permission denied";
		}
		return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
	}
}
