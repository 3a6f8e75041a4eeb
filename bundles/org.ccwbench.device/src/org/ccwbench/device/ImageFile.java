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
 * Opens image files for reading. A plain file is read page by page when a page is first needed; a compressed
 * one is unpacked into storage, of which only pages with content take room.
 */
final class ImageFile {
	private static final int PAGE = AddressSpace.PAGE_SIZE;
	/** The most that a compressed image may unpack to. */
	static final long UNPACKED_LIMIT = 4L << 30;
	/** The most pages with content that a compressed image may have. */
	static final int UNPACKED_PAGES = 65_536;

	private ImageFile() {}

	static Medium open(Path image) throws ImageException {
		String name = String.valueOf(image.getFileName());
		if (!Files.isRegularFile(image)) {
			throw new ImageException(image, -1, Files.exists(image) ? "is not a file" : "does not exist");
		}
		try {
			if (compressed(image)) {
				return unpack(image, name);
			}
			// Closed by the collector with the last page source: a device has no end of life of its own.
			FileChannel channel = FileChannel.open(image, StandardOpenOption.READ);
			long size = channel.size();
			if (size > Medium.LIMIT) {
				throw new ImageException(image, -1, "is larger than " + (Medium.LIMIT >> 30) + " GiB");
			}
			return new Medium(name, (address, page) -> read(channel, size, address, page), size);
		} catch (IOException e) {
			throw new ImageException(image, -1, "cannot be read: " + reason(e));
		}
	}

	private static boolean compressed(Path image) throws IOException {
		try (InputStream in = Files.newInputStream(image)) {
			return in.read() == 0x1F && in.read() == 0x8B;
		}
	}

	private static boolean read(FileChannel channel, long size, long address, byte[] page) {
		if (address >= size) {
			return false;
		}
		ByteBuffer buffer = ByteBuffer.wrap(page);
		try {
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
		return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
	}
}
