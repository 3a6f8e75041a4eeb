// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import static org.assertj.core.api.Assertions.assertThat;

import org.ccwbench.arch.Ebcdic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * HLASM statements as they stand in sources, and the bytes that HLASM makes of them. Rules: High Level
 * Assembler Language Reference, SC26-4940: CCW0, CCW1, DC, DS, EQU, ORG.
 */
class HlasmSourceTest {
	/** One constant a line: operand, then its bytes. */
	@ParameterizedTest(name = "DC {0} is {1}")
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			"F'658474' | 000A0C2A", "F'-1' | FFFFFFFF", "H'1,14' | 0001000E", "H'-32768' | 8000", "FL3'-3' | FFFFFD",
			"FD'1' | 0000000000000001", "F'3.7' | 00000004", "F'2E3' | 000007D0",
			"X'FF00FF00' | FF00FF00", "X'123' | 0123", "XL3'A6F4E' | 0A6F4E", "XL1'1234' | 34", "X'1,234' | 010234",
			"X'AB CD' | ABCD", "3XL2'A' | 000A000A000A",
			"B'11011101' | DD", "BL1'100' | 04", "B'1,10' | 0102", "B'111111111' | 01FF",
			"C'TOTAL IS 110' | E3D6E3C1D340C9E240F1F1F0", "CL3'ABCDE' | C1C2C3", "CL4'A' | C1404040", "4CL1'AB' | C1C1C1C1",
			"C'IT''S' | C9E37DE2", "C'A&&B' | C150C2", "CA'AB' | 4142",
			"P'+1.25' | 125C", "P'-3' | 3D", "PL3'12' | 00012C", "P'1234' | 01234C", "Z'12' | F1C2", "Z'-1' | D1",
			"A(108) | 0000006C", "AL1(5) | 05", "AL3(X'10203') | 010203", "AD(X'123450000') | 0000000123450000",
			"Y(2) | 0002", "A(1,2) | 0000000100000002", "A(*) | 00002000", "2A(*) | 0000200000002004", "AL1(-1) | FF",
			"A(L'*) | 00000004", "A(7/2,7/0) | 0000000300000000", "D'0' | 0000000000000000", "E'0' | 00000000",
			"XL(1+1)'5' | 0005", "(2*2)X'1' | 01010101", "0F'0',X'1' | 01" })
	void constant(String operand, String hex) {
		assertThat(Texts.hex(" DC " + operand)).isEqualTo(hex);
	}

	@Test
	void ccw0HasItsAddressBeforeItsFlags() {
		// WRITE1 CCW0 1,DATADR,X'48',X'50': byte 5 is zero, the count is the last halfword
		assertThat(Texts.hex("WRITE1   CCW0  1,DATADR,X'48',X'50'\nDATADR   EQU   X'123456'\n")).isEqualTo("0112345648000050");
		assertThat(Texts.hex("WRITE1   CCW   1,DATADR,X'48',X'50'\nDATADR   EQU   X'123456'\n")).isEqualTo("0112345648000050");
	}

	@Test
	void ccw1HasItsCountBeforeItsAddress() {
		assertThat(Texts.hex("A        CCW1  X'0C',BUF1,X'00',L'BUF1\nBUF1     DS    CL256\n")).isEqualTo("0C00010000002008");
	}

	@Test
	void ccwsLieOnDoublewords() {
		Image i = Texts.image("         DC    X'01'\nNEXT     CCW1  3,0,X'20',1\n");
		assertThat(i.labels()).containsEntry("NEXT", 0x2008L);
	}

	@Test
	void constantsAreAlignedUnlessTheyHaveALength() {
		assertThat(Texts.image(" DC X'1'\nA DC F'1'\n").labels()).containsEntry("A", 0x2004L);
		assertThat(Texts.image(" DC X'1'\nA DC FL4'1'\n").labels()).containsEntry("A", 0x2001L);
		assertThat(Texts.image(" DC X'1'\nA DS 0D\n").labels()).containsEntry("A", 0x2008L);
		assertThat(Texts.image(" DC X'1'\nA DS 0LQ\n").labels()).containsEntry("A", 0x2010L);
	}

	@Test
	void aSourceWithColumnsContinuationAndSequenceNumbers() {
		String source = """
				         TITLE 'READ A CARD'                                            00000100
				*        THE READER'S PROGRAM                                           00000200
				READER   START X'3000'                                                  00000300
				         PRINT NOGEN                                                    00000400
				.*       NOT PRINTED
				RDCCW    CCW   X'02',CARD,CC+SLI,L'CARD       FEED AND READ             00000500
				         CCW   X'08',*-8,0,0                  AGAIN                     00000600
				TEXT     DC    C'THIS CONSTANT RUNS OVER THE END OF THE CARD AND GOES OX00000700
				               N'                                                       00000800
				CC       EQU   X'40'                          CHAIN COMMAND             00000900
				SLI      EQU   X'20'                          SUPPRESS LENGTH           00001000
				CARD     DS    CL80
				         ORG   CARD
				NAME     DS    CL8
				         ORG   ,                              BACK TO THE END
				AFTER    DC    X'FF'
				         END   READER                                                   00001100
				""";
		Image i = Texts.image(source);
		assertThat(i.problems()).isEmpty();
		String text = "THIS CONSTANT RUNS OVER THE END OF THE CARD AND GOES ON";
		assertThat(i.labels()).containsEntry("RDCCW", 0x3000L).containsEntry("NAME", 0x3010L + text.length())
				.containsEntry("AFTER", 0x3010L + text.length() + 80);
		Segment s = i.segments().get(0);
		assertThat(s.address()).isEqualTo(0x3000);
		assertThat(hex(s, 0, 16)).isEqualTo("0200304760000050" + "0800300000000000");
		assertThat(Ebcdic.IBM1047.decode(s.bytes(), 16, text.length())).isEqualTo(text);
	}

	@Test
	void remarksAfterAnInterruptedOperandAreRemarks() {
		String source = "SEARCH   CCW   X'31',ID,                                 ARGUMENT      X\n"
				+ "               X'40',5                                  FLAGS AND COUNT\nID       EQU   X'4000'\n";
		assertThat(Texts.hex(source)).isEqualTo("3100400040000005");
	}

	@Test
	void boxesOfStarsAreComments() {
		String box = "*".repeat(72) + "\n*" + " ".repeat(70) + "*\n" + "*".repeat(72) + "\n         DC    X'01'\n";
		assertThat(Texts.hex(box)).isEqualTo("01");
	}

	@Test
	void sectionsAndLayouts() {
		Image i = Texts.image("""
				CARD     DSECT
				NAME     DS    CL8
				STREET   DS    CL20
				         DC    X'FF'
				PROGRAM  CSECT
				FIRST    DC    X'01'
				         DC    AL1(STREET-NAME,L'STREET)
				DATA     CSECT
				SECOND   DC    X'02'
				         USING CARD,1
				         LTORG
				""");
		assertThat(i.problems()).isEmpty();
		assertThat(i.labels()).containsEntry("STREET", 8L).containsEntry("FIRST", 0x2000L).containsEntry("SECOND", 0x2008L);
		assertThat(hex(i.segments().get(0), 0, 3)).isEqualTo("010814");
	}

	@Test
	void equLengthAttributesAndForwardReferences() {
		Image i = Texts.image("""
				A        EQU   B+1
				B        EQU   C
				C        EQU   BUF,40
				         DC    AL1(L'BUF,L'C,A-BUF)
				BUF      DS    3CL80
				         DS    XL(A-B)
				END      DS    0C
				""");
		assertThat(i.problems()).isEmpty();
		assertThat(hex(i.segments().get(0), 0, 3)).isEqualTo("502801");
		assertThat(i.labels()).containsEntry("END", 0x2003L + 240 + 1);
	}

	private static String hex(Segment s, int from, int length) {
		return java.util.HexFormat.of().withUpperCase().formatHex(s.bytes(), from, from + length);
	}
}
