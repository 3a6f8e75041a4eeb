// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Arbitrary;
import org.ccwbench.model.Ccw;
import org.ccwbench.model.Document;
import org.junit.jupiter.api.Test;

/** What a table or a diagram changes in a text is what was meant, and nothing beside it. */
class StatementEditsTest {
	private static final String TEXT = "* head\nPROG     CCW1  NOP,0,CC,1             do nothing\n         CCW1  SENSEID,BUF,SLI,7  who\n\nBUF      DS    CL80\n         ORB   CPA=PROG";

	private static StatementEdits edits(String text) {
		return new StatementEdits(Notation.parse("t", text).document());
	}

	@Test
	void anEditIsTheLeastThatMakesTheStatementSayIt() {
		Edit e = edits(TEXT).change(2, s -> ((Ccw) s).setCount("9"));
		assertThat(e).isEqualTo(new Edit(TEXT.indexOf("7  who"), 1, "9"));
	}

	@Test
	void rewritingALineKeepsItsRemark() {
		Edit e = edits(TEXT).rewrite(1, "START1 CCW1 NOP,0,SLI,1");
		assertThat(Edit.apply(TEXT, List.of(e))).contains("START1   CCW1  NOP,0,SLI,1            do nothing\n");
		assertThatThrownBy(() -> edits(TEXT).rewrite(1, "PROG CCW9 NOP")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("CCW9");
	}

	@Test
	void aMovedStatementTakesItsLineAlong() {
		assertThat(Edit.apply(TEXT, edits(TEXT).move(2, 1)))
				.isEqualTo("* head\n         CCW1  SENSEID,BUF,SLI,7  who\nPROG     CCW1  NOP,0,CC,1             do nothing\n\nBUF      DS    CL80\n         ORB   CPA=PROG");
		assertThat(edits(TEXT).move(2, 3)).isEmpty();
	}

	@Test
	void aLineBehindALastOneWithoutEndGetsItsOwn() {
		assertThat(Edit.apply(TEXT, List.of(edits(TEXT).insert(6, " EXPECT CC=0")))).endsWith("CPA=PROG\n EXPECT CC=0");
	}

	@Test
	void flagsTurnByNameAndKeepTheirOrder() {
		assertThat(Flags.with("SLI+CC", 0x60, 0x80, true)).isEqualTo("SLI+CC+CD");
		assertThat(Flags.with("SLI+CC", 0x60, 0x20, false)).isEqualTo("CC");
		assertThat(Flags.with("X'60'", 0x60, 0x20, false)).isEqualTo("CC");
		assertThat(Flags.with(null, 0, 0x01, true)).isEqualTo("MIDA");
	}

	@Test
	void ccwsAreReadFromDumpsTracesAndMails() {
		List<Long> two = List.of(0x0700000060000006L, 0x4700200040000050L);
		assertThat(HexCcws.read("07000000 60000006\n0x4700200040000050")).isEqualTo(two);
		assertThat(HexCcws.read("00010000: 07 00 00 00 60 00 00 06  47 00 20 00 40 00 00 50  |....-.........&|")).isEqualTo(two);
		assertThat(HexCcws.read("X'0700000060000006', X'4700200040000050'")).isEqualTo(two);
		assertThat(HexCcws.read("         CCW1  NOP,0,SLI,1")).isEmpty();
		assertThat(HexCcws.read("deadbeef")).isEmpty();
	}

	@Test
	void aCcwFromHexadecimalBecomesTheSameBytesAgain() {
		String text = "         DEVICE 0120,TYPE=3390\n         ORG   X'20000'\nBUF      DS    CL80\n";
		Image image = Texts.image(text);
		String line = HexCcws.line(0x0640005000020000L, true, "3390", image);
		assertThat(line).isEqualTo("         CCW1  RD,BUF,CC,80");
		Document d = Notation.parse("t", text + line + "\n").document();
		assertThat(Listing.of(d, Notation.assemble(d)).get(0).bits()).isEqualTo(0x0640005000020000L);
	}

	@Test
	void aLabelIsRenamedWhereverItIsNamedAndNowhereElse() {
		String text = "BUF      DS    CL80                   BUF is here\nPROG     CCW1  NOP,BUF+8,SLI,L'BUF\nX        DC    A(BUF),C'BUF'\n         ORB   CPA=PROG\n";
		List<Token> places = Rename.places(text, text.indexOf("BUF+8") + 1);
		assertThat(places).extracting(Token::offset).containsExactly(0, text.indexOf("BUF+8"), text.indexOf("L'BUF") + 2, text.indexOf("A(BUF)") + 2);
		assertThat(Rename.places(text, text.indexOf("NOP"))).isEmpty();
	}

	@Provide
	Arbitrary<String> programs() {
		return Texts.nearlyPrograms();
	}

	@Property(tries = 200)
	void nothingThatATextContainsBreaksAnEditOrTheReview(@ForAll("programs") String text) {
		Document d = Notation.parse("t", text).document();
		Image image = Notation.assemble(d);
		for (Finding f : Review.of(d, image)) {
			f.fixes().forEach(x -> Notation.assemble("t", Edit.apply(text, x.edits())));
		}
		StatementEdits edits = new StatementEdits(d);
		for (int i = 0; i < d.getStatements().size(); i++) {
			assertThat(edits.change(i, s -> {})).as("nothing changed").isNull();
			assertThat(edits.indexAt(edits.offset(i))).isGreaterThanOrEqualTo(i);
		}
	}
}
