// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ccwbench.model.Ccw;
import org.ccwbench.model.Device;
import org.ccwbench.model.Document;
import org.ccwbench.model.Option;
import org.ccwbench.model.Statement;

/** The CCWs of a text, each with the bytes that it became. */
public final class Listing {
	/**
	 * One CCW.
	 *
	 * @param index number of its statement in the document, from 0
	 * @param line of the text, from 1
	 * @param at guest absolute address; -1 if it has none
	 * @param bits its eight bytes
	 * @param statement as written
	 * @param deviceType of the device that it is for, "3390"; null if the text has none
	 */
	public record Row(int index, int line, long at, long bits, Ccw statement, String deviceType) {
		/** Whether it is format 1. */
		public boolean format1() {
			return statement.getFormat() == 1;
		}

		/** The command byte. */
		public int command() {
			return (int) (bits >>> 56);
		}

		/** The flag byte. */
		public int flags() {
			return (int) (bits >>> (format1() ? 48 : 24)) & 0xFF;
		}

		/** The byte count. */
		public int count() {
			return (int) (bits >>> (format1() ? 32 : 0)) & 0xFFFF;
		}

		/** The data address, list address or target. */
		public long address() {
			return format1() ? bits & 0xFFFFFFFFL : bits >>> 32 & 0xFFFFFF;
		}

		/** Whether it is a transfer in channel. */
		public boolean tic() {
			return format1() ? command() == org.ccwbench.arch.Ccw.TIC : (command() & 0x0F) == org.ccwbench.arch.Ccw.TIC;
		}
	}

	private Listing() {}

	/** Every CCW of a document in the order of the text. */
	public static List<Row> of(Document document, Image image) {
		List<Row> rows = new ArrayList<>();
		String type = firstType(document);
		int line = 1;
		List<Statement> statements = document.getStatements();
		for (int i = 0; i < statements.size(); i++) {
			Statement s = statements.get(i);
			if (s instanceof Device d) {
				type = type(d);
			} else if (s instanceof Ccw c) {
				List<SourceMap.Piece> pieces = image.sources().of(s);
				long at = pieces.isEmpty() ? -1 : pieces.get(0).address();
				rows.add(new Row(i, line, at, at < 0 ? 0 : doubleword(image, at), c, type));
			}
			line += breaks(s.getSource());
		}
		return rows;
	}

	private static String firstType(Document document) {
		return document.getStatements().stream().filter(Device.class::isInstance).map(s -> type((Device) s)).findFirst().orElse(null);
	}

	private static String type(Device d) {
		for (Option o : d.getOptions()) {
			if ("TYPE".equalsIgnoreCase(o.getName())) {
				return o.getValue() == null ? null : o.getValue().toUpperCase(Locale.ROOT);
			}
		}
		return null;
	}

	/** The doubleword at an address; what no segment holds is zero. */
	static long doubleword(Image image, long at) {
		return org.ccwbench.arch.Ccw.get(image.bytes(at, org.ccwbench.arch.Ccw.LENGTH), 0);
	}

	/** Line ends in a statement's source. */
	static int breaks(String source) {
		int n = 0;
		for (int i = 0; source != null && i < source.length(); i++) {
			char c = source.charAt(i);
			if (c == '\n' || c == '\r' && (i + 1 == source.length() || source.charAt(i + 1) != '\n')) {
				n++;
			}
		}
		return n;
	}
}
