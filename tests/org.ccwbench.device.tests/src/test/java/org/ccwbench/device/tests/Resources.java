// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;

/** Images that belong to the tests; the tools of a well-known emulator (dasdinit, dasdcopy, hetinit, hetupd) made them. */
final class Resources {
	private Resources() {}

	/** A resource as a file in {@code folder}. */
	static Path file(Path folder, String name) throws IOException {
		Path file = folder.resolve(name);
		try (InputStream in = Resources.class.getResourceAsStream(name)) {
			Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
		}
		return file;
	}

	/** A resource that is compressed with gzip, unpacked. */
	static byte[] unpacked(String name) throws IOException {
		try (InputStream in = new GZIPInputStream(Resources.class.getResourceAsStream(name))) {
			return in.readAllBytes();
		}
	}
}
