// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.List;
import org.ccwbench.model.Document;
import org.ccwbench.model.ModelFactory;
import org.ccwbench.model.Statement;

/**
 * The text form of channel programs: {@code .ccw} text to model, model to text, model to storage image. Knows
 * no state, may be used by several threads, and never throws because of what a text contains.
 */
public final class Notation {
	private Notation() {}

	/**
	 * Text to model. Problems are those of form; what a text means is checked by {@link #assemble}.
	 *
	 * @param fileName for messages
	 */
	public static ParseResult parse(String fileName, String text) {
		Problems problems = new Problems(fileName, new Lines(text));
		Document document = ModelFactory.eINSTANCE.createDocument();
		document.setName(fileName);
		List<Statement> all = new ArrayList<>();
		for (Card card : CardReader.read(text)) {
			all.add(StatementReader.read(card, problems));
		}
		document.getStatements().addAll(all);
		resolve(document);
		return new ParseResult(document, problems.list());
	}

	/** Model to text: what was not edited comes back to the byte, comments always. */
	public static String print(Document document) {
		return Printer.print(document).text();
	}

	/** Model to text in canonical columns. Formatting twice changes nothing more, and the image stays the same. */
	public static String format(Document document) {
		return Printer.format(document);
	}

	/** Model to storage image, with every problem of the text; quirks are those of Linux 6.12. */
	public static Image assemble(Document document) {
		return assemble(document, LinuxDriver.V6_12);
	}

	/** As {@link #assemble(Document)} with the quirks of that driver. */
	public static Image assemble(Document document, LinuxDriver driver) {
		return Assembler.assemble(document, driver);
	}

	/** Parses and assembles; the image has every problem; quirks are those of Linux 6.12. */
	public static Image assemble(String fileName, String text) {
		return assemble(fileName, text, LinuxDriver.V6_12);
	}

	/** As {@link #assemble(String, String)} with the quirks of that driver. */
	public static Image assemble(String fileName, String text, LinuxDriver driver) {
		return assemble(parse(fileName, text).document(), driver);
	}

	/** Sets the derived references (target of a CCW, program of an ORB ..) anew, after an edit. */
	public static void resolve(Document document) {
		new Resolver(document).resolve();
	}

	/** The statement on line {@code line} (from 1) of the printed document; null if there is none. */
	public static Statement statementAt(Document document, int line) {
		Printer.Printed p = Printer.print(document);
		Lines lines = new Lines(p.text());
		for (int i = p.starts().length - 1; i >= 0; i--) {
			if (lines.line(p.starts()[i]) <= line) {
				return document.getStatements().get(i);
			}
		}
		return null;
	}

	/** All that is wrong with a text: of form and of meaning, and as Linux 6.12 sees it. */
	public static List<Problem> check(String fileName, String text) {
		return assemble(fileName, text).problems();
	}

	/** As {@link #check(String, String)}, as that driver sees it. */
	public static List<Problem> check(String fileName, String text, LinuxDriver driver) {
		return assemble(fileName, text, driver).problems();
	}
}
