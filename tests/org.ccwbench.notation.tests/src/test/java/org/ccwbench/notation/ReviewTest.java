// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ccwbench.model.Document;
import org.junit.jupiter.api.Test;

/** What will be refused is found while it is written (PoP SA22-7832, chapter 15), and what a fix makes of it is no longer found. */
class ReviewTest {
	private static final String HEAD = "         DEVICE 0120,TYPE=3390\n         ORG   X'10000'\n";
	private static final String TAIL = "BUF      DS    CL80\n         ORB   CPA=PROG\n";

	private static List<Finding> review(String text) {
		Document d = Notation.parse("t", text).document();
		Image i = Notation.assemble(d);
		assertThat(i.ok()).as("%s", i.problems()).isTrue();
		return Review.of(d, i);
	}

	private static Finding only(String text) {
		List<Finding> all = review(text);
		assertThat(all).hasSize(1);
		return all.get(0);
	}

	/** The text after the first fix of its only finding, which must then be gone. */
	private static String fixed(String text) {
		Finding f = only(text);
		String after = Edit.apply(text, f.fixes().get(0).edits());
		assertThat(review(after)).isEmpty();
		return after;
	}

	@Test
	void aProgramThatRunsHasNothingToSay() {
		assertThat(review(HEAD + "PROG     CCW1  SENSEID,BUF,CC+SLI,7\n         CCW1  NOP,0,SLI,1\n" + TAIL)).isEmpty();
	}

	@Test
	void aCountBelowWhatTheCommandHasWantsSli() {
		String text = HEAD + "PROG     CCW1  LR,BUF,0,7             where\n" + TAIL;
		assertThat(only(text).problem().message()).contains("incorrect length");
		assertThat(fixed(text)).isEqualTo(text.replace("BUF,0,7             where", "BUF,SLI,7           where"));
	}

	@Test
	void count0OfAFormat0CcwIsAProgramCheck() {
		assertThat(fixed(HEAD + "PROG     CCW0  NOP,0,SLI,0\n" + TAIL)).contains("CCW0  NOP,0,SLI,1");
	}

	@Test
	void aFormat1TicHasNeitherFlagsNorCount() {
		assertThat(fixed(HEAD + "PROG     CCW1  NOP,0,CC+SLI,1\n         CCW1  TIC,PROG,CC,1\n" + TAIL)).contains("CCW1  TIC,PROG\n");
	}

	@Test
	void aTicToATicGoesStraightToTheEnd() {
		assertThat(fixed(HEAD + "PROG     CCW1  NOP,0,CC+SLI,1\n         CCW1  TIC,T2\nT2       CCW1  TIC,PROG\n" + TAIL)).contains("CCW1  TIC,PROG\nT2 ");
	}

	@Test
	void aLaterIdawLiesOnABlockBoundary() {
		String text = HEAD + "PROG     CCW1  RD,LIST,IDA+SLI,4096\nLIST     IDAL  A,B\n         ORG   X'20800'\nA        DS    XL2048\n         ORG   X'30010'\nB        DS    XL2048\n         ORB   CPA=PROG\n";
		Finding f = only(text);
		assertThat(f.problem().message()).contains("X'30010'").contains("4K");
		assertThat(text.substring(f.problem().offset(), f.problem().offset() + f.problem().length())).isEqualTo("B");
		assertThat(fixed(text)).contains("         ORG   (*+4095)/4096*4096\nB  ");
		assertThat(f.fixes().get(1).title()).contains("X'30000'");
	}

	@Test
	void theAreaOfAMidawStaysInOnePage() {
		String text = HEAD + "PROG     CCW1  RD,LIST,MIDA+SLI,80\nLIST     MIDAL (0,80,X'20FE0')\n         ORB   CPA=PROG,MIDA=YES\n";
		Finding crossing = review(text).stream().filter(f -> f.problem().message().contains("page")).findFirst().orElseThrow();
		String after = Edit.apply(text, crossing.fixes().get(0).edits());
		assertThat(after).contains("MIDAL (0,32,X'20FE0'),(0,48,X'20FE0'+32)");
		assertThat(review(after)).noneMatch(f -> f.problem().message().contains("page"));
	}

	@Test
	void anAreaOverAPageCanBeSplitWithTheSameBytesInAll() {
		String text = HEAD + "PROG     CCW1  RD,X'20FE0',SLI,80\n" + TAIL;
		Document d = Notation.parse("t", text).document();
		Fix split = Review.assists(d, Notation.assemble(d), text.indexOf("RD,")).get(0);
		assertThat(Edit.apply(text, split.edits())).contains("PROG     CCW1  RD,X'20FE0',CD,32\n         CCW1  0,X'20FE0'+32,SLI,48\n");
	}

	@Test
	void linuxTakesTheIgnoredCommand03ForANop() {
		String text = HEAD + "PROG     CCW1  RD,BUF,CD,40\n         CCW1  NOP,BUF+40,SLI,40\n" + TAIL;
		assertThat(review(text)).as("the text as such is warned already").isEmpty();
		Document d = Notation.parse("t", text).document();
		Image i = Notation.assemble(d);
		assertThat(i.problems()).singleElement().satisfies(p -> assertThat(p.message()).contains("Linux").contains("NOP"));
		Fix zero = Review.assists(d, i, text.indexOf("NOP")).stream().filter(f -> f.title().equals("Command 0")).findFirst().orElseThrow();
		String after = Edit.apply(text, zero.edits());
		assertThat(after).contains("CCW1  0,BUF+40,SLI,40");
		assertThat(Notation.assemble("t", after).problems()).isEmpty();
	}

	@Test
	void aCommandThatTheDeviceDoesNotKnowIsRejected() {
		assertThat(only(HEAD + "PROG     CCW1  X'AB',BUF,SLI,1\n" + TAIL).problem().message()).contains("command reject");
	}

	@Test
	void chainingToNothingIsFound() {
		assertThat(only(HEAD + "PROG     CCW1  NOP,0,CC+SLI,1\n" + TAIL).problem().message()).contains("no CCW follows");
	}
}
