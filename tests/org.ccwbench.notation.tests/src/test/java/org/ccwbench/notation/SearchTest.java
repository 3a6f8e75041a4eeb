// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.ccwbench.notation.Search.For;
import org.junit.jupiter.api.Test;

class SearchTest {
	private static final String TEXT = String.join("\r\n",
			"* Reads the label.",
			"         DEVICE 0120,TYPE=3390",
			"PROG     CCW1  DE,EXTENT,CC,16  label and more",
			"         CCW1  X'47',EXTENT,CC,16",
			"LAST     CCW1  RD,LABEL,0,L'LABEL",
			"         CCW1  TIC,PROG",
			"EXTENT   DC    XL16'00'",
			"LABEL    DS    CL80",
			"         ORB   CPA=PROG", "");

	private static List<Integer> lines(For what, String words) {
		return Search.of(TEXT, what, words, 100).stream().map(Search.Match::line).toList();
	}

	@Test
	void textIsFoundWhateverTheSizeOfItsLetters() {
		assertThat(lines(For.TEXT, "LABEL")).containsExactly(1, 3, 5, 8);
		assertThat(Search.of(TEXT, For.TEXT, "cl80", 100)).containsExactly(new Search.Match(8, 16, "LABEL    DS    CL80"));
	}

	@Test
	void aLabelIsFoundWhereItIsDefinedAndNamedAndNotInRemarks() {
		assertThat(lines(For.LABEL, "label")).containsExactly(5, 8);
		assertThat(lines(For.LABEL, "PROG")).containsExactly(3, 6, 9);
		assertThat(lines(For.LABEL, "E*")).containsExactly(3, 4, 7);
		assertThat(lines(For.LABEL, "LAS?")).containsExactly(5);
		assertThat(Search.of(TEXT, For.LABEL, "LABEL", 100).get(0).column()).isEqualTo(19);
	}

	/** X'63' is DEFINE EXTENT, X'47' LOCATE RECORD, X'06' READ DATA (3990 Reference, GA32-0274); X'08' is TIC. */
	@Test
	void aCommandIsFoundByItsNameItsMeaningAndItsCode() {
		assertThat(lines(For.COMMAND, "rd")).containsExactly(5);
		assertThat(lines(For.COMMAND, "06")).containsExactly(5);
		assertThat(lines(For.COMMAND, "LR")).containsExactly(4);
		assertThat(lines(For.COMMAND, "locate rec")).containsExactly(4);
		assertThat(lines(For.COMMAND, "X'63'")).containsExactly(3);
		assertThat(lines(For.COMMAND, "tic")).containsExactly(6);
	}

	@Test
	void nothingIsFoundForNothingAndABrokenTextIsNoTrouble() {
		assertThat(Search.of(TEXT, For.TEXT, "  ", 100)).isEmpty();
		assertThat(Search.of("A CCW1 QQ,,,,(\n\u0000", For.COMMAND, "RD", 100)).isEmpty();
		assertThat(Search.of("A CCW1 QQ,B,(\nB", For.LABEL, "B", 100)).extracting(Search.Match::line).contains(1);
	}

	/** Lines end with LF, CR LF or CR; FF, VT, NEL and the separators of Unicode are characters of theirs. */
	@Test
	void linesAreThoseOfTheNotation() {
		String text = "* a\fb\u000Bc\u0085d\u2028e\u2029f\rHERE     DC    X'00'\r\n         ORB   CPA=HERE\n";
		assertThat(Search.of(text, For.TEXT, "here", 100)).extracting(Search.Match::line, Search.Match::column).containsExactly(tuple(2, 1), tuple(3, 20));
		assertThat(Search.of(text, For.LABEL, "here", 100)).extracting(Search.Match::line, Search.Match::column).containsExactly(tuple(2, 1), tuple(3, 20));
		assertThat(Search.of(" DC C'\f'\n CCW1 RD,0,0,1\n DEVICE 0120,TYPE=3390\n", For.COMMAND, "rd", 100)).containsExactly(new Search.Match(2, 2, "CCW1 RD,0,0,1"));
	}

	/** In capitals ß is two letters. */
	@Test
	void columnsAreThoseOfTheText() {
		assertThat(Search.of("* ßß here", For.TEXT, "HERE", 100).get(0).column()).isEqualTo(6);
	}

	@Test
	void noMoreAreFoundThanWereAskedFor() {
		for (For what : For.values()) {
			assertThat(Search.of(TEXT, what, what == For.COMMAND ? "TIC" : "PROG", 1)).as(what.name()).hasSize(1);
		}
		assertThat(Search.of("a\n".repeat(1000), For.TEXT, "a", 10)).hasSize(10);
	}

	/** As an expression that goes back, the pattern takes longer than a test may. */
	@Test
	void patternWithManyStarsEnds() {
		assertThat(Search.of("A".repeat(60) + "C DS X\n", For.LABEL, "*a".repeat(30) + "*b", 100)).isEmpty();
	}
}
