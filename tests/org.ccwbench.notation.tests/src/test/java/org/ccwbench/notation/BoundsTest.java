// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a text asks for, it takes little time and little storage, and says what is too much. */
class BoundsTest {
	@ParameterizedTest
	@ValueSource(strings = { " DC 2000000000X'00'\n", " DC 9223372036854775807FD'1'\n", " DC 40000000X'00'\n", " DS 9223372036854775807F\n",
			" DS 9000000000000000000X\n DS 9000000000000000000X\n", " ORG X'7FFFFFFFFFFFFFFF'\n DS D\n", " DC XL9999999'0'\n",
			" IDAL DATA=0,LEN=X'7FFFFFFFFFFFFFFF'\n", " EXPECT DATA=(0,100000000X'00')\n", " STORAGE X'7FFFFFFFFFFFF000'\n",
			"A EQU X'7FFFFFFFFFFFFFFF'*X'7FFFFFFFFFFFFFFF'\n", " DC F'1E99'\n", " MAP X'7FFFFFFFFFFFF000',X'7FFFFFFFFFFFF000'\n",
			"A DS (1-B+A)X\nB DS X\n", " DC P'123456789012345678901234567890123456789012345678901234567890123456789'\n",
			"A EQU B\nB EQU A\n" })
	void tooMuchIsAnError(String text) {
		List<Problem> problems = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Texts.problems(text));
		assertThat(problems).anyMatch(p -> p.severity() == Severity.ERROR);
	}

	@Test
	void deepParenthesesAndLongChainsDoNotOverflowTheStack() {
		assertThat(Texts.problems(" CCW1 2," + "(".repeat(10000) + "1" + ")".repeat(10000) + "\n")).isNotEmpty();
		assertThat(Texts.problems(" CCW1 2," + "-".repeat(10000) + "1\n")).isNotEmpty();
		assertThat(Texts.problems(" CCW1 2," + "1+".repeat(10000) + "1\n")).isEmpty();
		assertThat(Texts.problems(" DC XL" + "(".repeat(10000) + "\n")).isNotEmpty();
	}

	@Test
	void valuesThatGrowThroughEquStayCheap() {
		StringBuilder b = new StringBuilder();
		for (int i = 0; i < 2000; i++) {
			b.append("A").append(i).append(" EQU A").append(i + 1).append("+A").append(i + 1).append('\n');
		}
		b.append("A2000 EQU 1\n");
		Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Texts.problems(b.toString()));
	}

	@Test
	void longLinesAndManyStatements() {
		String line = " DC C'" + "x".repeat(Limits.STATEMENT) + "'\n";
		assertThat(Texts.problems(line)).singleElement().satisfies(p -> assertThat(p.message()).contains("too long"));
		String many = " DC X'00'\n".repeat(Limits.STATEMENTS + 10);
		Image i = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Texts.image(many));
		assertThat(i.problems()).singleElement().satisfies(p -> assertThat(p.line()).isEqualTo(Limits.STATEMENTS + 1));
		assertThat(Notation.print(Notation.parse("t", many).document())).isEqualTo(many);
	}

	@Test
	void problemsAreCountedWhenThereAreTooMany() {
		List<Problem> problems = Texts.problems(" XYZZY\n".repeat(Limits.PROBLEMS + 100));
		assertThat(problems).hasSize(Limits.PROBLEMS + 1);
		assertThat(problems.get(Limits.PROBLEMS).message()).isEqualTo("100 further problems are not listed");
	}

	@Test
	void manySmallPiecesFarApartTakeLittleStorage() {
		StringBuilder b = new StringBuilder();
		for (int i = 0; i < 20000; i++) {
			b.append(" ORG ").append((long) i << 20).append("\n DC X'01'\n");
		}
		assertThat(Texts.image(b.toString()).segments()).hasSize(20000);
	}

	@Test
	void moreOrbsThanATextMayHaveAreAnErrorAtTheFirstOfThem() {
		Image i = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Texts.image("P CCW1 3,0,CC,1\n" + " CCW1 3,0,CC,1\n".repeat(4000)
				+ " CCW1 3,0,0,1\n" + " ORB CPA=P\n".repeat(Limits.STARTS + 5)));
		assertThat(i.starts()).hasSize(Limits.STARTS);
		assertThat(i.problems()).singleElement().satisfies(p -> {
			assertThat(p.severity()).isEqualTo(Severity.ERROR);
			assertThat(p.line()).isEqualTo(4002 + Limits.STARTS + 1);
			assertThat(p.column()).isEqualTo(2);
		});
	}

	@Test
	void manyDevicesAndRangesOfStorageAreReadSoon() {
		StringBuilder b = new StringBuilder();
		for (int i = 0; i < 60_000; i++) {
			b.append(String.format(" DEVICE %04X,TYPE=3390%n STORAGE 4K,BASE=%d%n", i, i * 8192L));
		}
		Image i = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Texts.image(b.toString()));
		assertThat(i.problems()).isEmpty();
		assertThat(i.storage()).hasSize(60_000);
		assertThat(Texts.problems(b + " STORAGE 8K,BASE=4096\n DEVICE 0007,TYPE=3390\n")).extracting(Problem::message)
				.containsExactly("overlaps the storage at X'2000'", "device 0007 is defined twice");
	}
}
