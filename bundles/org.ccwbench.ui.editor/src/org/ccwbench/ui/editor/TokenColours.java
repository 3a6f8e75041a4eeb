// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.ccwbench.notation.Scanner;
import org.ccwbench.notation.Token;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.ITokenScanner;
import org.eclipse.swt.SWT;
import org.eclipse.ui.PlatformUI;

/** The notation's tokens as the viewer wants them, gaps included. */
final class TokenColours implements ITokenScanner {
	private static final IToken PLAIN = new org.eclipse.jface.text.rules.Token(null);
	private static final int LONGEST = 2 << 20;
	/** In longer texts only the statements in question are read. */
	static final int SHORT = 20_000;
	private final Map<Token.Kind, IToken> looks = new EnumMap<>(Token.Kind.class);
	private List<Token> tokens = List.of();
	private int next;
	private int position;
	private int end;
	private int offset;
	private int length;
	private IDocument known;
	private long knownAt;
	private int knownFrom;
	private int knownTo;
	private String knownType;
	/** Where the text begins that the tokens were read from. */
	private int base;

	@Override
	public void setRange(IDocument document, int from, int size) {
		// Colours are others after a change of theme.
		looks.clear();
		base = 0;
		tokens = document.getLength() > LONGEST ? List.of() : document.getLength() <= SHORT ? Scanner.scan(document.get()) : part(document, from, size);
		position = from;
		end = from + size;
		next = firstAfter(from);
	}

	private List<Token> part(IDocument document, int from, int size) {
		try {
			IRegion whole = Cards.around(document, from, size);
			base = whole.getOffset();
			return Scanner.scan(document.get(base, whole.getLength()), 0, whole.getLength(), device(document, from));
		} catch (BadLocationException e) {
			throw new IllegalArgumentException(e);
		}
	}

	/** The type of the device above; a stretch of text that is known to be about one is not searched again until the text changes. */
	private String device(IDocument document, int from) throws BadLocationException {
		long stamp = ((IDocumentExtension4) document).getModificationStamp();
		if (document != known || stamp != knownAt || from < knownFrom || from > knownTo) {
			knownType = Cards.deviceType(document.get(0, from));
			knownFrom = from;
			int next = Cards.nextDevice(document.get(from, document.getLength() - from));
			knownTo = next < 0 ? document.getLength() : from + next;
			known = document;
			knownAt = stamp;
		}
		return knownType;
	}

	private int firstAfter(int from) {
		int low = 0;
		int high = tokens.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (base + tokens.get(middle).end() <= from) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low;
	}

	@Override
	public IToken nextToken() {
		if (position >= end) {
			return org.eclipse.jface.text.rules.Token.EOF;
		}
		offset = position;
		if (next < tokens.size() && base + tokens.get(next).offset() <= position) {
			Token token = tokens.get(next++);
			position = Math.max(position + 1, Math.min(base + token.end(), end));
			length = position - offset;
			return looks.computeIfAbsent(token.kind(), TokenColours::look);
		}
		position = next < tokens.size() ? Math.min(base + tokens.get(next).offset(), end) : end;
		length = position - offset;
		return PLAIN;
	}

	private static IToken look(Token.Kind kind) {
		String colour = switch (kind) {
			case LABEL -> "label";
			case OPERATION -> "operation";
			case UNKNOWN -> "unknown";
			case COMMAND -> "command";
			case FLAG -> "flag";
			case KEYWORD -> "keyword";
			case NAME -> "name";
			case NUMBER -> "number";
			case STRING -> "string";
			case REMARK, COMMENT, CONTINUATION -> "comment";
			case OPERATOR -> null;
		};
		if (colour == null) {
			return PLAIN;
		}
		boolean bold = kind == Token.Kind.OPERATION || kind == Token.Kind.LABEL || kind == Token.Kind.UNKNOWN;
		var registry = PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
		return new org.eclipse.jface.text.rules.Token(
				new TextAttribute(registry.get("org.ccwbench.ui.editor." + colour), null, bold ? SWT.BOLD : SWT.NORMAL));
	}

	@Override
	public int getTokenOffset() {
		return offset;
	}

	@Override
	public int getTokenLength() {
		return length;
	}
}
