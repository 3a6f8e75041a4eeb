// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
	private static final Pattern DEVICE = Pattern.compile("(?im)^\\S*\\h+DEVICE\\h");

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

	/** The type of the device that a statement at {@code offset} belongs to; null if there is no DEVICE. */
	static String deviceType(String text, int offset) {
		Matcher m = DEVICE.matcher(text);
		int at = -1;
		while (m.find() && (at < 0 || m.start() <= offset)) {
			at = m.start();
		}
		return at < 0 ? null : Completion.deviceTypeAt(text.substring(at, Math.min(text.length(), at + STATEMENT)), 0);
	}
}
