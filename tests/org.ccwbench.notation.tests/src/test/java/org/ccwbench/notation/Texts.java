// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Texts for the tests: how to assemble one, and where arbitrary ones come from. */
final class Texts {
	private Texts() {}

	static Image image(String text) {
		return Notation.assemble("test.ccw", text);
	}

	/** Bytes of the segment that holds the first CCW, constant or list, in hex. */
	static String hex(String text) {
		Image i = image(text);
		if (!i.ok()) {
			throw new AssertionError(i.problems().toString());
		}
		StringBuilder b = new StringBuilder();
		i.segments().forEach(s -> b.append(HexFormat.of().withUpperCase().formatHex(s.bytes())));
		return b.toString();
	}

	static List<Problem> problems(String text) {
		return image(text).problems();
	}

	/** Anything at all, with the characters that matter more often than others. */
	static Arbitrary<String> anything() {
		return Arbitraries.strings().withChars(" ',()*+-=.XCLAFH0179\n\r\t&").withCharRange('A', 'Z').all().ofMaxLength(300);
	}

	/** Lines that are nearly statements. */
	static Arbitrary<String> nearlyPrograms() {
		Arbitrary<String> label = Arbitraries.of("", "", "A", "BUF", "LOOP", "PROG", "a-b", "*", ".*", "DC", "ORB");
		Arbitrary<String> gap = Arbitraries.of(" ", "         ", "\t", "                ", "");
		Arbitrary<String> operation = Arbitraries.of("CCW", "CCW0", "CCW1", "DC", "DS", "EQU", "ORG", "ORB", "IDAL", "MIDAL",
				"EXPECT", "DEVICE", "SUBCH", "STORAGE", "KEY", "MAP", "UNMAP", "NOPIN", "CSECT", "DSECT", "START", "END",
				"USING", "CODEPAGE", "FAULT", "fault", "HSCH", "RSCH", "ccw1", "CCW2", "TITLE");
		Arbitrary<String> operand = Arbitraries.of("BUF", "X'10000'", "C'VOL1'", "CL80'x y'", "3F'1,-2'", "A(BUF,*)", "0D", "CL80",
				"DATA=BUF", "LEN=9000", "FMT=1", "BLK=2K", "CPA=PROG", "RD", "CC+SLI", "80", "*", "*-8", "L'BUF", "(A+1)*2", "",
				"0120", "TYPE=3390", "IMAGE='a b'", "16M", "CC=0", "UNIT=CE+DE", "DATA=(BUF,X'00')", "(SKIP,4,BUF)", "'open",
				"((", "4096X", "7", "YES", "P", "RC=-EINVAL", "PATH=linux", "X'0", "1047", "B'101'", "PL3'-12'", "1,,", "X''",
				"BUSY", "UNMAP", "NOTREADY", "NTH=2", "CMD=RD", "TIMES=3", "AT=K2", "AREA=(BUF,4K)", "RECORD=(0,1,2)", "AFTER=1", "OF=SSCH");
		Arbitrary<String> operands = operand.list().ofMaxSize(5).map(l -> String.join(",", l));
		Arbitrary<String> remark = Arbitraries.of("", "", " remark", "   it's a remark", "                                      X", " *");
		Arbitrary<String> end = Arbitraries.of("\n", "\n", "\r\n", "\r", ",\n");
		Arbitrary<String> line = Combinators.combine(label, gap, operation, gap, operands, remark, end)
				.as((a, b, c, d, e, f, g) -> a + b + c + d + e + f + g);
		return line.list().ofMaxSize(12).map(l -> String.join("", l));
	}
}
