// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.ccwbench.model.Document;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Bytes that are typed into storage stand in the text afterwards, and nothing else of it has changed. */
class StorageEditTest {
	private static final String TEXT = """
			* A program with data
			         STORAGE 1M
			         ORG   X'1000'
			PROG     CCW1  WR,HELLO,SLI,5      five bytes
			HELLO    DC    C'HELLO'            the greeting
			LATER    DC    X'01020304',H'7'    numbers
			ROOM     DS    XL16
			*
			         ORB   CPA=PROG
			         EXPECT CC=0
			""";

	private static StorageEdit.Result put(String text, long address, String hex) {
		Document document = Notation.parse("t", text).document();
		return StorageEdit.put("t", text, document, Notation.assemble(document), new StatementEdits(document), address, HexFormat.of().parseHex(hex));
	}

	private static String after(String text, long address, String hex) {
		StorageEdit.Result r = put(text, address, hex);
		assertThat(r.refusal()).isNull();
		return Edit.apply(text, r.edits());
	}

	private static String begins(String text, long address, int length) {
		return HexFormat.of().formatHex(Notation.assemble("t", text).bytes(address, length));
	}

	@Test
	void constantInHexadecimalKeepsItsFormAndItsRemark() {
		// X'01020304' stands at X'100D', behind the CCW and five characters.
		assertThat(after(TEXT, 0x100E, "ff")).isEqualTo(TEXT.replace("X'01020304'", "X'01FF0304'"));
	}

	@Test
	void constantOfCharactersBecomesOneInHexadecimal() {
		// HELLO in EBCDIC is C8 C5 D3 D3 D6
		assertThat(after(TEXT, 0x1009, "c1")).isEqualTo(TEXT.replace("C'HELLO'            the", "X'C8C1D3D3D6'       the"));
	}

	@Test
	void roomGetsAConstantOfItsOwnThatGrowsWithWhatIsPutBehindIt() {
		String one = after(TEXT, 0x1020, "c1");
		assertThat(one).isEqualTo(TEXT.replace("*\n         ORB", "*\n         ORG   X'1020'\n         DC    X'C1'                  put into storage by hand\n         ORG\n         ORB"));
		String two = after(one, 0x1021, "c2");
		assertThat(two).isEqualTo(one.replace("X'C1'   ", "X'C1C2' "));
		assertThat(begins(two, 0x101F, 4)).isEqualTo("00c1c200");
		assertThat(after(two, 0x1020, "99")).as("and is changed in place").isEqualTo(two.replace("X'C1C2'", "X'99C2'"));
	}

	@Test
	void numberIsStoredOverWithoutMovingWhatIsBehindIt() {
		String changed = after(TEXT, 0x1012, "01");
		assertThat(changed).contains("H'7'    numbers").contains("ORG   X'1012'");
		assertThat(begins(changed, 0x1010, 6)).isEqualTo(begins(TEXT, 0x1010, 2) + "01" + begins(TEXT, 0x1013, 3));
		assertThat(Notation.assemble("t", changed).labels()).isEqualTo(Notation.assemble("t", TEXT).labels());
	}

	@Test
	void whatIsThereAlreadyChangesNothing() {
		assertThat(put(TEXT, 0x100D, "0102")).isEqualTo(new StorageEdit.Result(List.of(), null));
	}

	@Test
	void addressWithoutStorageIsRefused() {
		assertThat(put(TEXT, 0x200000, "01").refusal()).contains("no storage at 200000");
		assertThat(put(TEXT, 0xFFFFF, "0102").refusal()).as("the last byte, and one more").contains("no storage");
	}

	@Test
	void textWithoutOrbEndsWithTheConstant() {
		String text = "         CCW1  NOP,0,SLI,1";
		assertThat(begins(after(text, 0x5000, "ab"), 0x5000, 1)).isEqualTo("ab");
	}

	@Test
	void everyByteOfTheProgramCanBeChanged() {
		for (long at = 0x1000; at < 0x1024; at++) {
			String now = begins(TEXT, at, 1).equals("5a") ? "a5" : "5a";
			String changed = after(TEXT, at, now);
			assertThat(begins(changed, at, 1)).isEqualTo(now);
			assertThat(begins(changed, 0x1000, (int) (at - 0x1000))).isEqualTo(begins(TEXT, 0x1000, (int) (at - 0x1000)));
			assertThat(begins(changed, at + 1, 64)).isEqualTo(begins(TEXT, at + 1, 64));
		}
	}

	/** As far apart as they are, each is a segment of its own. */
	@Test
	void textOfManySegmentsIsChangedSoon() {
		StringBuilder b = new StringBuilder(" STORAGE X'40000000'\n");
		for (int i = 0; i < 60_000; i++) {
			b.append(" ORG ").append(i * 16).append("\n DC X'01'\n");
		}
		String text = b.toString();
		String after = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> after(text, 0x10, "ff"));
		assertThat(begins(after, 0, 33)).isEqualTo("01" + "00".repeat(15) + "ff" + "00".repeat(15) + "01");
	}
}
