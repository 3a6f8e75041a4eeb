// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text that was named on the command line; {@code -} is standard input. */
record TextFile(Path path, String text) {
	/** As much as the notation reads, and every character in four bytes. */
	private static final int LARGEST = 64 << 20;

	/** @throws BadInputException if it is too large or not UTF-8 */
	static TextFile read(String name, Terminal terminal) throws IOException {
		if (name.equals("-")) {
			return new TextFile(Path.of("stdin.ccw"), decode("standard input", terminal.in));
		}
		Path path = Path.of(name);
		if (Files.isDirectory(path)) {
			throw new BadInputException(name + ": is a folder");
		}
		try (InputStream in = Files.newInputStream(path)) {
			return new TextFile(path, decode(name, in));
		}
	}

	private static String decode(String name, InputStream in) throws IOException {
		byte[] b = in.readNBytes(LARGEST + 1);
		if (b.length > LARGEST) {
			throw new BadInputException(name + ": is larger than " + (LARGEST >> 20) + " MiB");
		}
		CharsetDecoder d = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
		ByteBuffer from = ByteBuffer.wrap(b);
		try {
			return d.decode(from).toString();
		} catch (CharacterCodingException e) {
			throw new BadInputException(name + ": is not UTF-8, at " + place(b, from.position()));
		}
	}

	private static String place(byte[] b, int at) {
		int line = 1;
		int start = 0;
		for (int i = 0; i < at && i < b.length; i++) {
			if (b[i] == '\n') {
				line++;
				start = i + 1;
			}
		}
		return "line " + line + ", byte " + (at - start + 1) + " (offset " + at + ")";
	}
}
