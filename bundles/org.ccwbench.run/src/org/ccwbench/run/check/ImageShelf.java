// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * The images that vectors name, from {@code images/} beside the vectors or from their own folder. A compressed
 * one is unpacked once, so that a run of many vectors does not unpack it for each.
 */
final class ImageShelf implements AutoCloseable {
	private static final long LARGEST = 1L << 30;

	private final Path folder;
	private final Map<String, Path> found = new HashMap<>();
	private Path unpacked;

	ImageShelf(Path folder) {
		this.folder = folder;
	}

	/**
	 * The file of an image.
	 *
	 * @throws IllegalArgumentException if there is none, or the name leads out of the folder
	 */
	Path get(String name) {
		return found.computeIfAbsent(name, this::find);
	}

	private Path find(String name) {
		if (!name.matches("[A-Za-z0-9_][A-Za-z0-9._-]*")) {
			throw new IllegalArgumentException("image \"" + name + "\" is not a plain file name");
		}
		for (Path place : new Path[] { folder.resolve("images"), folder }) {
			if (Files.isRegularFile(place.resolve(name))) {
				return place.resolve(name);
			}
			if (Files.isRegularFile(place.resolve(name + ".gz"))) {
				return unpack(place.resolve(name + ".gz"), name);
			}
		}
		throw new IllegalArgumentException("no image " + name + " in " + folder.resolve("images") + " or " + folder);
	}

	private Path unpack(Path packed, String name) {
		try {
			if (unpacked == null) {
				unpacked = Files.createTempDirectory("ccwbench-images");
			}
			Path to = unpacked.resolve(name);
			try (InputStream in = new GZIPInputStream(Files.newInputStream(packed), 1 << 16);
					OutputStream out = Files.newOutputStream(to)) {
				byte[] piece = new byte[1 << 16];
				long total = 0;
				for (int n; (n = in.read(piece)) > 0;) {
					total += n;
					if (total > LARGEST) {
						throw new IllegalArgumentException(packed + " unpacks to more than " + (LARGEST >> 20) + " MiB");
					}
					out.write(piece, 0, n);
				}
			}
			return to;
		} catch (IOException e) {
			throw new UncheckedIOException(packed + " cannot be unpacked: " + e.getMessage(), e);
		}
	}

	@Override
	public void close() {
		if (unpacked == null) {
			return;
		}
		try {
			for (String name : found.keySet()) {
				Files.deleteIfExists(unpacked.resolve(name));
			}
			Files.deleteIfExists(unpacked);
		} catch (IOException e) {
			// A temporary file that stays behind harms nobody.
			unpacked.toFile().deleteOnExit();
		}
	}
}
