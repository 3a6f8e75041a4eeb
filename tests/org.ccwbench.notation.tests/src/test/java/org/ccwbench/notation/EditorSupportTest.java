// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ccwbench.notation.Token.Kind;
import org.junit.jupiter.api.Test;

/** Tokens and proposals for the editor. */
class EditorSupportTest {
	@Test
	void aLineIsCutIntoWhatIsColoured() {
		String text = "PROG CCW1 TIC,PROG+8,CC+SLI,L'PROG go on\n* all\n ORB CPA=PROG,LPM=X'80'\n XYZ 1\n";
		assertThat(Scanner.scan(text)).extracting(t -> t.kind() + " " + text.substring(t.offset(), t.end())).containsExactly(
				"LABEL PROG", "OPERATION CCW1", "COMMAND TIC", "OPERATOR ,", "NAME PROG", "OPERATOR +", "NUMBER 8", "OPERATOR ,",
				"FLAG CC", "OPERATOR +", "FLAG SLI", "OPERATOR ,", "OPERATOR L'", "NAME PROG", "REMARK go on",
				"COMMENT * all",
				"OPERATION ORB", "KEYWORD CPA", "OPERATOR =", "NAME PROG", "OPERATOR ,", "KEYWORD LPM", "OPERATOR =", "STRING X'80'",
				"UNKNOWN XYZ", "NUMBER 1");
	}

	@Test
	void continuationMarksAreTokens() {
		String text = " DC    X'00'".concat(" ".repeat(59)).concat("X\n               rest\n");
		assertThat(Scanner.scan(text)).extracting(Token::kind).containsExactly(Kind.OPERATION, Kind.STRING, Kind.CONTINUATION, Kind.REMARK);
	}

	@Test
	void statementsAreProposedWhereOneBegins() {
		assertThat(names(" CC", 3)).containsExactly("CCW", "CCW0", "CCW1");
		assertThat(names("", 0)).contains("DEVICE", "EXPECT", "DC");
	}

	@Test
	void commandsAreThoseOfTheDeviceInForce() {
		String disk = " DEVICE 0120,TYPE=3390\n CCW1 S";
		assertThat(names(disk, disk.length())).contains("SIDEQ", "SEEK").doesNotContain("SETVQ");
		String tape = disk + "\n DEVICE 0180,TYPE=3420\n CCW1 ";
		assertThat(names(tape, tape.length())).contains("WTM").doesNotContain("SIDEQ");
		assertThat(Completion.deviceTypeAt(tape, tape.length())).isEqualTo("3420");
	}

	@Test
	void flagsLabelsKeywordsAndValuesAreProposedInTheirPlaces() {
		String text = "PROG CCW1 RD,B\n CCW1 RD,0,CC+S\n ORB CPA=P\n ORB PF\n ORB PFCH=\n EXPECT UNIT=CE+\nBUF DS X\n";
		assertThat(names(text, text.indexOf("RD,B") + 4)).containsExactly("BUF");
		assertThat(names(text, text.indexOf("CC+S") + 4)).containsExactly("SLI", "SKIP", "S");
		assertThat(names(text, text.indexOf("CPA=P") + 5)).containsExactly("PROG");
		assertThat(names(text, text.indexOf(" PF\n") + 3)).containsExactly("PFCH=");
		assertThat(names(text, text.indexOf("PFCH=\n") + 5)).containsExactly("YES", "NO");
		assertThat(names(text, text.indexOf("CE+") + 3)).contains("DE", "UC");
	}

	@Test
	void commentsAndRemarksGetNoProposals() {
		assertThat(Completion.at("* CC", 4)).isEmpty();
		assertThat(Completion.at(" DC X'00' CC", 12)).isEmpty();
	}

	private static List<String> names(String text, int offset) {
		return Completion.at(text, offset).stream().map(Proposal::text).toList();
	}
}
