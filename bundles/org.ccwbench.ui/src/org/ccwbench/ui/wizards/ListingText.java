// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.wizards;

import java.util.HexFormat;
import java.util.List;

import org.ccwbench.notation.Image;
import org.ccwbench.notation.SourceMap.Piece;

/** A program as an assembler lists it: address and bytes before each line of the text. */
final class ListingText {
	private static final int BYTES = 8;
	private static final String BLANKS = " ".repeat(8 + 2 + 2 * BYTES + 2);

	private ListingText() {}

	static String of(Image image) {
		StringBuilder out = new StringBuilder();
		String[] lines = image.text().split("\n", -1);
		List<Piece> pieces = image.sources().pieces();
		for (int i = 0; i < lines.length - (lines[lines.length - 1].isEmpty() ? 1 : 0); i++) {
			int number = i + 1;
			List<Piece> here = pieces.stream().filter(p -> p.line() == number).toList();
			out.append(here.isEmpty() ? BLANKS : head(image, here.get(0))).append(String.format("%5d  ", number)).append(lines[i]).append('\n');
		}
		return out.toString();
	}

	private static String head(Image image, Piece piece) {
		byte[] bytes = image.bytes(piece.address(), piece.stored() ? (int) Math.min(BYTES, piece.length()) : 0);
		String hex = HexFormat.of().withUpperCase().formatHex(bytes);
		return String.format("%08X  %-" + 2 * BYTES + "s%s ", piece.address(), hex, piece.stored() && piece.length() > BYTES ? "+" : " ");
	}
}
