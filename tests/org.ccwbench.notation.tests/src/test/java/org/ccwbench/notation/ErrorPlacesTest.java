// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a text is said with line, column, a caret and what was expected; all of it at once. */
class ErrorPlacesTest {
	/** A line (~ for a blank in column 1); column and length of a problem; words of its message. */
	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			"~DEVIEC 0120,TYPE=3390 | 2 | 6 | did you mean DEVICE?",
			"DEVIEC 0120,TYPE=3390 | 1 | 6 | did you mean DEVICE?",
			"A | 1 | 1 | without a statement",
			"~MACRO | 2 | 5 | macro language",
			"A+B DC X'00' | 1 | 3 | not a label",
			"~DEVICE 0120,TYP=3390 | 14 | 8 | did you mean TYPE?",
			"~DEVICE 012Z,TYPE=3390 | 9 | 4 | no device number",
			"~DEVICE TYPE=3390 | 9 | 9 | device number is missing",
			"~DEVICE 0120 | 2 | 6 | without TYPE=",
			"~DEVICE 0120,TYPE=3391 | 19 | 4 | did you mean 3390",
			"~STORAGE 16N | 10 | 3 | neither a number nor a name",
			"~STORAGE 5000 | 10 | 4 | storage comes in pages",
			"~KEY 0,4K,16 | 11 | 2 | out of range",
			"~KEY 0,4K,1,G | 13 | 1 | no storage-key option",
			"~KEY 0,4K | 10 | 1 | wants at least 3 operands",
			"~MAP 0,4K,PRM=RO | 11 | 6 | did you mean PERM?",
			"~MAP 0,4K,PERM=RX | 16 | 2 | no permission",
			"~MAP 1,4K | 6 | 1 | not on a page boundary",
			"~MAP 0 | 7 | 1 | wants at least 2 operands",
			"~UNMAP 0,4K,4K | 13 | 2 | takes 2 operands",
			"~ORB CPB=0 | 6 | 5 | did you mean CPA?",
			"~ORB CPA=0,KEY=16 | 16 | 2 | out of range",
			"~ORB CPA=0,PFCH=MAYBE | 17 | 5 | on or off",
			"~ORB CPA=0,WHAT | 12 | 4 | no keyword=value",
			"~ORB CPA=0,,KEY=0 | 12 | 1 | an operand is missing",
			"~ORB CPA=NONE | 10 | 4 | NONE is not defined",
			"~SUBCH LPN=1 | 8 | 5 | did you mean LPM?",
			"~CCW1 RDX,0 | 7 | 3 | RDX is not defined",
			"~CCW1 X'1FF',0 | 7 | 6 | out of range",
			"~CCW1 2,0,SLO | 11 | 3 | did you mean SLI?",
			"~CCW1 2,0,X'100' | 11 | 6 | the flag byte",
			"~CCW1 2,0,0,65536 | 13 | 5 | the count is",
			"~CCW1 2,0,0,1,9 | 15 | 1 | takes 4 operands",
			"~CCW1 | 2 | 4 | wants at least 1 operand",
			"~CCW0 2,X'1000000',0,1 | 9 | 10 | format-0 CCW",
			"~CCW1 2,(1+,0 | 12 | 1 | a term is missing",
			"~CCW1 2,1+,0 | 11 | 1 | a term is missing",
			"~CCW1 2,&A | 9 | 1 | macro language",
			"~CCW1 2,X'0G' | 9 | 5 | not a hexadecimal number",
			"~CCW1 2,X'00 | 10 | 3 | not closed",
			"~CCW1 2,9999999999999999999 | 9 | 19 | too large",
			"~DC Q'1' | 5 | 1 | type is missing",
			"~DC X'0G' | 7 | 2 | no hexadecimal digit",
			"~DC F'1x' | 7 | 2 | is no number",
			"~DC H'40000' | 7 | 5 | does not fit",
			"~DC D'1.5' | 7 | 3 | floating-point",
			"~DC A(1 | 6 | 1 | missing right parenthesis",
			"~DC C | 6 | 1 | value of the constant is missing",
			"~DC XL'1' | 7 | 1 | length after L",
			"~DC XL0'1' | 7 | 1 | does not fit type",
			"~DC AL1(256) | 9 | 3 | does not fit",
			"~DC A(FOO) | 7 | 3 | FOO is not defined",
			"~DC (0-1)X'0' | 6 | 3 | negative",
			"~DC X'00'Y | 10 | 1 | after the value",
			"~IDAL FMT=3,0 | 11 | 1 | out of range",
			"~IDAL DATA=0 | 12 | 1 | wants LEN=",
			"~IDAL FMT=1,BLK=4K,0 | 17 | 2 | block size",
			"~MIDAL (1,2) | 8 | 5 | is no MIDAW",
			"~EQU 1 | 2 | 3 | EQU without a label",
			"A EQU A | 7 | 1 | depends on itself",
			"~ORG 0-1 | 6 | 3 | is no address",
			"~CODEPAGE 500 | 11 | 3 | code page",
			"~EXPECT CC=4 | 12 | 1 | out of range",
			"~EXPECT UNIT=CE+DX | 17 | 2 | DX is not defined",
			"~EXPECT CHAN=IK | 14 | 2 | did you mean IL?",
			"~EXPECT RC=EINVAL | 12 | 6 | out of range",
			"~EXPECT SENSE=80 | 17 | 1 | type is missing",
			"~EXPECT SCSW=X'00' | 14 | 5 | has 12 bytes",
			"~EXPECT DATA=0 | 14 | 1 | where and not what",
			"~EXPECT CV=0 | 9 | 4 | did you mean CC" })
	void place(String text, int column, int length, String words) {
		List<Problem> problems = Notation.check("t.ccw", text.replace('~', ' ') + "\n");
		assertThat(problems).extracting(Problem::message).anyMatch(m -> m.contains(words));
		Problem p = problems.stream().filter(x -> x.message().contains(words)).findFirst().orElseThrow();
		assertThat(p.line()).isEqualTo(1);
		assertThat(p.column()).isEqualTo(column);
		assertThat(p.length()).isEqualTo(length);
	}

	@Test
	void theCaretStandsUnderTheSpot() {
		String text = "* one\nLAST     CCW1  RD,BFU,0,80\nBUF      DS    CL80\n";
		Problem p = Notation.check("t.ccw", text).stream().filter(x -> x.message().startsWith("BFU")).findFirst().orElseThrow();
		assertThat(p.caret(text)).isEqualTo("""
				t.ccw:2:19: error: BFU is not defined; did you mean BUF?; expected the label of a statement
				LAST     CCW1  RD,BFU,0,80
				                  ^^^""");
	}

	@Test
	void tabsBeforeTheSpotStayTabsInTheCaretLine() {
		String text = "\tDC\tX'0G'";
		assertThat(Notation.check("t", text).get(0).caret(text)).endsWith("\n\tDC\tX'0G'\n\t  \t  ^^");
	}

	@Test
	void everyErrorIsReported() {
		String text = " CCW1 AA,BB,CC2,DD\n DC X'G',F'x'\n XYZZY\n EQU\n";
		assertThat(Notation.check("t", text)).extracting(Problem::line).containsExactly(1, 1, 1, 1, 2, 2, 3, 4, 4);
	}

	@Test
	void errorsInContinuationLinesHaveTheirOwnLine() {
		String text = " ORB CPA=0,\n   KEY=1,  remark\n   LPN=2\n";
		Problem p = Notation.check("t", text).get(0);
		assertThat(p.line()).isEqualTo(3);
		assertThat(p.column()).isEqualTo(4);
	}

	@Test
	void aSecondDefinitionNamesTheFirst() {
		Problem p = Notation.check("t", "A DC X'00'\na DC X'01'\n").get(0);
		assertThat(p.line()).isEqualTo(2);
		assertThat(p.message()).isEqualTo("a is already the label of line 1");
	}

	@Test
	void overwrittenBytesAreAWarningAndTheLastOneCounts() {
		Image i = Texts.image(" DC X'0102'\n ORG *-1\n DC X'FF'\n");
		assertThat(i.ok()).isTrue();
		assertThat(i.problems()).singleElement().satisfies(p -> {
			assertThat(p.severity()).isEqualTo(Severity.WARNING);
			assertThat(p.message()).isEqualTo("puts bytes at X'2001' over those of line 1");
			assertThat(p.line()).isEqualTo(3);
		});
		assertThat(i.segments().get(0).bytes()).containsExactly(0x01, 0xFF);
	}

	@Test
	void aListWhoseFlagIsOffIsAWarning() {
		assertThat(Notation.check("t", " CCW1 2,L,0,8\nL IDAL 0\n")).singleElement().satisfies(p -> {
			assertThat(p.severity()).isEqualTo(Severity.WARNING);
			assertThat(p.message()).isEqualTo("L is the label of IDAL, and the flag IDA is off");
			assertThat(p.column()).isEqualTo(9);
		});
		assertThat(Notation.check("t", " CCW1 2,L,IDA,8\nL IDAL 0\n")).isEmpty();
	}

	@Test
	void equNamesGoBeforeTablesAndTablesBeforeLabels() {
		assertThat(Texts.hex("RD EQU X'99'\n CCW1 RD,0,SLI,1\nSLI DS X\n")).isEqualTo("9920000100000000");
		assertThat(Texts.hex(" CCW1 NOP,NOP,0,1\nNOP DS X\n")).isEqualTo("0300000100002008");
	}
}
