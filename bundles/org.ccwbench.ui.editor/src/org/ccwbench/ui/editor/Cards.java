// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import org.ccwbench.notation.Completion;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;

/** Where statements of a long text begin and end, found from the lines around a place without reading the whole. */
final class Cards {
	private static final int MARK = 71;
	private static final int MOST = 200;
	private static final int STATEMENT = 4000;
	private static final String DEVICE = "DEVICE";

	private Cards() {}

	/** Whole statements around a region, and the one behind it, which a change may have cut off. */
	static IRegion around(IDocument document, int offset, int length) {
		try {
			int first = document.getLineOfOffset(Math.min(offset, document.getLength()));
			int last = document.getLineOfOffset(Math.min(offset + length, document.getLength()));
			for (int n = 0; first > 0 && n < MOST && goesOn(line(document, first - 1)); n++) {
				first--;
			}
			for (int n = 0; last + 1 < document.getNumberOfLines() && n < MOST && goesOn(line(document, last)); n++) {
				last++;
			}
			last = Math.min(last + 1, document.getNumberOfLines() - 1);
			int from = document.getLineOffset(first);
			return new Region(from, document.getLineOffset(last) + document.getLineLength(last) - from);
		} catch (BadLocationException e) {
			throw new IllegalArgumentException(e);
		}
	}

	private static String line(IDocument document, int number) throws BadLocationException {
		IRegion at = document.getLineInformation(number);
		return document.get(at.getOffset(), at.getLength());
	}

	private static boolean goesOn(String line) {
		return line.stripTrailing().endsWith(",") || line.length() > MARK && line.charAt(MARK) != ' ';
	}

	/** The type of the last device of a text, the one that the statement behind it belongs to; null if there is none. */
	static String deviceType(String text) {
		int at = text.length() - DEVICE.length();
		while (at >= 0 && !device(text, at)) {
			at--;
		}
		if (at < 0) {
			return null;
		}
		int line = text.lastIndexOf('\n', at) + 1;
		return Completion.deviceTypeAt(text.substring(line, Math.min(text.length(), line + STATEMENT)), 0);
	}

	/** Where the first DEVICE statement of a text has its name; -1 if there is none. */
	static int nextDevice(String text) {
		for (int at = 0; at <= text.length() - DEVICE.length(); at++) {
			if (device(text, at)) {
				return at;
			}
		}
		return -1;
	}

	/** Whether a DEVICE statement has its name at a place: after blanks, and after a label at most. */
	private static boolean device(String text, int at) {
		if ((text.charAt(at) | ' ') != 'd' || !text.regionMatches(true, at, DEVICE, 0, DEVICE.length())) {
			return false;
		}
		int end = at + DEVICE.length();
		if (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
			return false;
		}
		String before = text.substring(text.lastIndexOf('\n', at) + 1, at);
		return before.isEmpty() || Character.isWhitespace(before.charAt(before.length() - 1)) && !before.startsWith("*") && before.strip().indexOf(' ') < 0;
	}
}
