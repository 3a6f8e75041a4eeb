// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.ccwbench.model.Data;
import org.ccwbench.model.Document;
import org.ccwbench.model.Orb;
import org.ccwbench.model.Statement;

/**
 * Bytes that are put into the storage that a program begins with, as a change of its text: the constant that they lie
 * in becomes another, or a constant of their own comes behind all others. Nothing else of what the program begins with
 * changes; a change of which that cannot be said is not made.
 */
public final class StorageEdit {
	/**
	 * What is to be done.
	 *
	 * @param edits of the text; empty if there is nothing to change
	 * @param refusal why it cannot be done, one sentence; null if it can
	 */
	public record Result(List<Edit> edits, String refusal) {}

	/** The remark of constants that were made here, to which what is put behind them is added. */
	public static final String REMARK = "put into storage by hand";
	/** Constants that are longer keep their form. */
	private static final int LONGEST = 64;
	private static final Pattern PLAIN = Pattern.compile("(?i)[CX](L[0-9]+)?'.*'");
	private static final Pattern DIGITS = Pattern.compile("(?i)X'[0-9A-F]+'");

	private final String name;
	private final String text;
	private final Document document;
	private final Image image;
	private final StatementEdits statements;
	private final long address;
	private final byte[] bytes;

	private StorageEdit(String name, String text, Document document, Image image, StatementEdits statements, long address, byte[] bytes) {
		this.name = name;
		this.text = text;
		this.document = document;
		this.image = image;
		this.statements = statements;
		this.address = address;
		this.bytes = bytes;
	}

	/**
	 * Finds the change that makes the storage begin with {@code bytes} at {@code address}.
	 *
	 * @param text of the document, without errors, as its image was made
	 */
	public static Result put(String name, String text, Document document, Image image, StatementEdits statements, long address, byte[] bytes) {
		return new StorageEdit(name, text, document, image, statements, address, bytes).find();
	}

	private Result find() {
		if (image.storage().stream().noneMatch(r -> address >= r.base() && address + bytes.length <= r.base() + r.length())) {
			return new Result(List.of(), String.format("The guest has no storage at %X.", address));
		}
		if (there(image)) {
			return new Result(List.of(), null);
		}
		List<Edit> tries = new ArrayList<>();
		SourceMap.Piece here = image.sources().at(address).filter(SourceMap.Piece::stored).orElse(null);
		if (here != null) {
			add(tries, inConstant(here));
		} else {
			SourceMap.Piece before = image.sources().at(address - 1).filter(SourceMap.Piece::stored).orElse(null);
			add(tries, before == null ? null : behind(before));
		}
		tries.add(ofItsOwn());
		for (Edit e : tries) {
			if (right(e)) {
				return new Result(List.of(e), null);
			}
		}
		return new Result(List.of(), "The text has no place for these bytes where they would change nothing else.");
	}

	private static void add(List<Edit> tries, Edit edit) {
		if (edit != null) {
			tries.add(edit);
		}
	}

	/** The constant in hexadecimal, with these bytes in it; null if it is none that can be so. */
	private Edit inConstant(SourceMap.Piece p) {
		if (!(p.statement() instanceof Data) || p.length() > LONGEST || address + bytes.length > p.end() || !PLAIN.matcher(operand(p)).matches()) {
			return null;
		}
		byte[] all = image.bytes(p.address(), (int) p.length());
		System.arraycopy(bytes, 0, all, (int) (address - p.address()), bytes.length);
		return instead(p, constant(all));
	}

	/** The constant that was made here, longer by these bytes. */
	private Edit behind(SourceMap.Piece p) {
		boolean mine = p.statement() instanceof Data && p.end() == address && p.length() + bytes.length <= LONGEST
				&& p.statement().getComment() != null && p.statement().getComment().contains(REMARK) && DIGITS.matcher(operand(p)).matches();
		if (!mine) {
			return null;
		}
		byte[] all = java.util.Arrays.copyOf(image.bytes(p.address(), (int) p.length()), (int) p.length() + bytes.length);
		System.arraycopy(bytes, 0, all, (int) p.length(), bytes.length);
		return instead(p, constant(all));
	}

	/** Another operand; a remark behind it stays in its column as far as there is room. */
	private Edit instead(SourceMap.Piece p, String operand) {
		int end = p.offset() + p.textLength();
		int blanks = 0;
		while (end + blanks < text.length() && text.charAt(end + blanks) == ' ') {
			blanks++;
		}
		boolean remark = blanks > 0 && end + blanks < text.length() && !Lines.isEnd(text.charAt(end + blanks));
		int keep = remark ? Math.max(1, blanks + p.textLength() - operand.length()) : blanks;
		return new Edit(p.offset(), p.textLength() + blanks, operand + " ".repeat(keep));
	}

	/** A constant behind all others, before what starts programs. */
	private Edit ofItsOwn() {
		List<Statement> all = document.getStatements();
		int index = 0;
		while (index < all.size() && !(all.get(index) instanceof Orb)) {
			index++;
		}
		String end = statements.lineEnd();
		String lines = String.format(Locale.ROOT, "         ORG   X'%X'%s         DC    %-22s %s%s         ORG", address, end, constant(bytes), REMARK, end);
		return statements.insert(index, lines);
	}

	private static String constant(byte[] all) {
		return "X'" + java.util.HexFormat.of().withUpperCase().formatHex(all) + "'";
	}

	private String operand(SourceMap.Piece p) {
		return p.offset() + p.textLength() > text.length() ? "" : text.substring(p.offset(), p.offset() + p.textLength());
	}

	/** Whether the text, so changed, begins with these bytes and is otherwise what it was. */
	private boolean right(Edit edit) {
		Image then = Notation.assemble(name, Edit.apply(text, List.of(edit)));
		return then.ok() && there(then) && then.labels().equals(image.labels()) && then.equates().equals(image.equates())
				&& then.starts().size() == image.starts().size() && sameElsewhere(then);
	}

	private boolean there(Image in) {
		return java.util.Arrays.equals(in.bytes(address, bytes.length), bytes);
	}

	/** Every byte that one of the two images stores, but for those that are put, is the same in the other. */
	private boolean sameElsewhere(Image then) {
		return covered(image, then) && covered(then, image);
	}

	private boolean covered(Image one, Image other) {
		for (Segment s : one.segments()) {
			byte[] there = other.bytes(s.address(), s.bytes().length);
			for (int i = 0; i < there.length; i++) {
				long at = s.address() + i;
				if (there[i] != s.bytes()[i] && (at < address || at >= address + bytes.length)) {
					return false;
				}
			}
		}
		return true;
	}
}
