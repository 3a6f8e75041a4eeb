// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ccwbench.model.Document;
import org.ccwbench.model.ModelFactory;
import org.ccwbench.model.Statement;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Changes of single statements as changes of the text that they were read from. What a change does not touch,
 * comments and columns included, stays to the character. The document must be as it was parsed.
 */
public final class StatementEdits {
	private final Document document;
	private final int[] starts;

	/** @param document as {@link Notation#parse} gave it, not edited since */
	public StatementEdits(Document document) {
		this.document = document;
		List<Statement> all = document.getStatements();
		starts = new int[all.size() + 1];
		for (int i = 0; i < all.size(); i++) {
			starts[i + 1] = starts[i] + all.get(i).getSource().length();
		}
	}

	/** Where statement number {@code index}, from 0, begins in the text; the length of the text for the number after the last. */
	public int offset(int index) {
		return starts[index];
	}

	/** Number of the statement that the character at {@code offset} belongs to; -1 if the text is empty. */
	public int indexAt(int offset) {
		int found = java.util.Arrays.binarySearch(starts, offset);
		int index = found >= 0 ? found : -found - 2;
		while (index > 0 && index < starts.length - 1 && starts[index] == starts[index + 1]) {
			index++;
		}
		return Math.min(index, starts.length - 2);
	}

	/** The edit that gives a statement other features; null if it says the same afterwards. */
	public Edit change(int index, Consumer<? super Statement> change) {
		Statement old = document.getStatements().get(index);
		Statement copy = EcoreUtil.copy(old);
		change.accept(copy);
		return Edit.between(starts[index], old.getSource(), printed(copy, index == starts.length - 2));
	}

	/**
	 * The edit that makes a statement say what a line says; its remark stays.
	 *
	 * @param line one statement without a remark
	 * @throws IllegalArgumentException if the line is not one statement in good form; the message says why
	 */
	public Edit rewrite(int index, String line) {
		ParseResult read = Notation.parse("line", line);
		List<Statement> made = read.document().getStatements();
		if (!read.ok()) {
			Problem first = read.problems().get(0);
			throw new IllegalArgumentException(first.message() + (first.expected().isEmpty() ? "" : "; expected " + first.expected()));
		}
		if (made.size() != 1 || made.get(0).getOperation() == null) {
			throw new IllegalArgumentException("one statement: label, operation and operands");
		}
		Statement fresh = made.get(0);
		Statement old = document.getStatements().get(index);
		if (fresh.eClass() == old.eClass()) {
			return change(index, copy -> copyFeatures(fresh, copy));
		}
		fresh.setComment(old.getComment());
		fresh.setSource(null);
		String source = old.getSource();
		int end = source.length();
		while (end > 0 && Lines.isEnd(source.charAt(end - 1))) {
			end--;
		}
		return Edit.between(starts[index], source, line(fresh) + source.substring(end));
	}

	private static void copyFeatures(Statement from, Statement to) {
		Statement source = EcoreUtil.copy(from);
		for (var f : source.eClass().getEAllStructuralFeatures()) {
			boolean own = f.getName().equals("comment") || f.getName().equals("source") || f.isTransient() || f.isDerived();
			if (!own) {
				to.eSet(f, source.eGet(f));
			}
		}
	}

	/** A statement as it is edited in one line: label, operation and operands, without its remark. */
	public static String editable(Statement s) {
		String label = s.getLabel() == null ? "" : s.getLabel();
		return (label + " " + OperandText.operation(s) + " " + OperandText.of(s)).stripTrailing();
	}

	/** The edit that puts a new line before statement number {@code index}; the number after the last appends it. */
	public Edit insert(int index, String line) {
		String end = lineEnd();
		boolean open = index == starts.length - 1 && index > 0 && !endsLine(document.getStatements().get(index - 1).getSource());
		return new Edit(starts[index], 0, (open ? end : "") + line + (open ? "" : end));
	}

	/** The edit that takes a statement away. */
	public Edit remove(int index) {
		return new Edit(starts[index], starts[index + 1] - starts[index], "");
	}

	/** The edits that put statement {@code from} before statement {@code to}; none if it is there already. */
	public List<Edit> move(int from, int to) {
		List<Edit> edits = new ArrayList<>();
		if (to != from && to != from + 1) {
			String source = document.getStatements().get(from).getSource();
			edits.add(remove(from));
			edits.add(insert(to, source.stripTrailing()));
		}
		return edits;
	}

	/** A statement as a line in the usual columns, without its line end. */
	public static String line(Statement statement) {
		Document one = ModelFactory.eINSTANCE.createDocument();
		one.getStatements().add(EcoreUtil.copy(statement));
		return Notation.print(one).stripTrailing();
	}

	/** What ends the lines of the text. */
	public String lineEnd() {
		for (Statement s : document.getStatements()) {
			if (endsLine(s.getSource())) {
				return s.getSource().endsWith("\r\n") ? "\r\n" : s.getSource().substring(s.getSource().length() - 1);
			}
		}
		return "\n";
	}

	/** Printed with an empty line behind it where one was, so that its line end is kept. */
	private String printed(Statement copy, boolean last) {
		Document one = ModelFactory.eINSTANCE.createDocument();
		one.getStatements().add(copy);
		String text = Notation.print(one);
		return last || text.isEmpty() || endsLine(text) ? text : text + lineEnd();
	}

	private static boolean endsLine(String source) {
		return !source.isEmpty() && Lines.isEnd(source.charAt(source.length() - 1));
	}
}
