// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ccwbench.model.Document;
import org.junit.jupiter.api.Test;

/** Text survives: the notation's own promise. */
class RoundTripTest {
	@Provide
	Arbitrary<String> anything() {
		return Texts.anything();
	}

	@Provide
	Arbitrary<String> nearlyPrograms() {
		return Texts.nearlyPrograms();
	}

	@Property(tries = 1500)
	void anyTextComesBackToTheByte(@ForAll("anything") String text) {
		assertThat(Notation.print(Notation.parse("t", text).document())).isEqualTo(text);
	}

	@Property(tries = 1500)
	void nearlyProgramsComeBackToTheByte(@ForAll("nearlyPrograms") String text) {
		assertThat(Notation.print(Notation.parse("t", text).document())).isEqualTo(text);
	}

	@Property(tries = 1500)
	void formattingTwiceChangesNothingMore(@ForAll("nearlyPrograms") String text) {
		String once = Notation.format(Notation.parse("t", text).document());
		assertThat(Notation.format(Notation.parse("t", once).document())).isEqualTo(once);
	}

	@Property(tries = 1500)
	void formattingAnythingTwiceChangesNothingMore(@ForAll("anything") String text) {
		String once = Notation.format(Notation.parse("t", text).document());
		assertThat(Notation.format(Notation.parse("t", once).document())).isEqualTo(once);
	}

	@Property(tries = 1500)
	void formattingKeepsTheImage(@ForAll("nearlyPrograms") String text) {
		Document document = Notation.parse("t", text).document();
		Image before = Notation.assemble(document);
		Image after = Texts.image(Notation.format(document));
		assertThat(after.segments()).isEqualTo(before.segments());
		assertThat(after.labels()).isEqualTo(before.labels());
		assertThat(after.equates()).isEqualTo(before.equates());
		if (before.ok()) {
			assertThat(after.problems()).extracting(Problem::message)
					.containsExactlyElementsOf(before.problems().stream().map(Problem::message).toList());
		}
	}

	@Property(tries = 1500)
	void formattingKeepsEveryRemarkAndComment(@ForAll("nearlyPrograms") String text) {
		Document before = Notation.parse("t", text).document();
		Document after = Notation.parse("t", Notation.format(before)).document();
		assertThat(after.getStatements()).hasSameSizeAs(before.getStatements());
		for (int i = 0; i < before.getStatements().size(); i++) {
			assertThat(after.getStatements().get(i).getComment()).isEqualTo(before.getStatements().get(i).getComment());
		}
	}

	@Property(tries = 1000)
	void assemblingNeverThrows(@ForAll("anything") String text) {
		Image i = Texts.image(text);
		for (Problem p : i.problems()) {
			assertThat(p.caret(text)).contains("^");
			assertThat(p.offset()).isBetween(0, text.length());
		}
	}

	@Property(tries = 1000)
	void tokensLieInOrderWithinTheText(@ForAll("nearlyPrograms") String text) {
		int at = 0;
		for (Token t : Scanner.scan(text)) {
			assertThat(t.offset()).isGreaterThanOrEqualTo(at);
			assertThat(t.length()).isPositive();
			at = t.end();
		}
		assertThat(at).isLessThanOrEqualTo(text.length());
	}

	@Property(tries = 500)
	void completionAnswersEverywhere(@ForAll("nearlyPrograms") String text, @ForAll int place) {
		int at = Math.floorMod(place, text.length() + 1);
		for (Proposal p : Completion.at(text, at)) {
			assertThat(p.offset() + p.length()).isEqualTo(at);
		}
	}

	@Test
	void aByteOrderMarkIsNoLabel() {
		String text = "\uFEFF* from another editor\n DC X'01'\n";
		assertThat(Texts.hex(text)).isEqualTo("01");
		assertThat(Notation.print(Notation.parse("t", text).document())).isEqualTo(text);
	}

	@Test
	void tabsLineEndsAndTrailingBlanksStay() {
		String text = "PROG\tCCW1\tNOP  \tdo nothing \r\n\r\n  \t\n* comment\r         DC X'00'   ";
		assertThat(Notation.print(Notation.parse("t", text).document())).isEqualTo(text);
	}
}
