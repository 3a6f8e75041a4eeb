// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SessionTest {
	private static final String DISK = "D DEVICE 0120,TYPE=3390,IMAGE=images/volume.3390.gz\n";
	/** SENSE ID again and again: a channel ends a loop that moves no data by itself. */
	private static final String ENDLESS = DISK + """
			         ORG   X'10000'
			PROG     CCW1  X'E4',ID,CC+SLI,1
			         CCW1  X'08',PROG,0,0
			ID       DC    X'00'
			         ORB   CPA=PROG,FMT=1,P=1
			""";

	@TestFactory
	Stream<DynamicTest> everyExampleEndsAsItSaysOnEveryPathWithAndWithoutRecording() {
		List<DynamicTest> tests = new ArrayList<>();
		for (Path file : Examples.all()) {
			for (String path : Examples.paths()) {
				tests.add(DynamicTest.dynamicTest(file.getFileName() + ", " + path, () -> {
					try (Session on = Examples.open(file, SessionOptions.of(path));
							Session off = Examples.open(file, SessionOptions.of(path).withRecording(false))) {
						Outcome recorded = on.run(() -> false);
						Outcome bare = off.run(() -> false);
						assertThat(recorded.expectations()).filteredOn(c -> !c.ok()).isEmpty();
						assertThat(recorded.asExpected()).isTrue();
						assertThat(bare.asExpected()).isTrue();
						assertThat(bare.irb()).isEqualTo(recorded.irb());
						assertThat(bare.costs()).isEqualTo(recorded.costs());
						assertThat(off.recording()).isNull();
						assertThat(off.history()).isNull();
					}
				}));
			}
		}
		return tests.stream();
	}

	@TestFactory
	Stream<DynamicTest> anEndlessProgramIsHaltedAndSaysSo() {
		return Examples.paths().stream().map(path -> DynamicTest.dynamicTest(path, () -> {
			try (Session s = Examples.open(ENDLESS, SessionOptions.of(path).withLimits(10_000_000, 500))) {
				Outcome o = s.run(() -> false);
				assertThat(o.last().ending()).isEqualTo(Ending.HALTED);
				assertThat(o.last().notes()).first().asString().contains("had not ended after", "HALT SUBCHANNEL");
				assertThat(o.asExpected()).isFalse();
				assertThat(s.history().size()).isGreaterThan(500);
			}
		}));
	}

	@TestFactory
	Stream<DynamicTest> aRunThatIsCancelledKeepsWhatItDid() {
		return Examples.paths().stream().map(path -> DynamicTest.dynamicTest(path, () -> {
			int[] asked = new int[1];
			try (Session s = Examples.open(ENDLESS, SessionOptions.of(path).withLimits(1L << 60, 1L << 60))) {
				Outcome o = s.run(() -> ++asked[0] > 10);
				assertThat(o.last().ending()).isEqualTo(Ending.CANCELLED);
				History h = s.history();
				h.seek(h.size());
				h.seek(0);
			}
		}));
	}

	@TestFactory
	Stream<DynamicTest> aFullRecordingEndsTheRun() {
		return Examples.paths().stream().map(path -> DynamicTest.dynamicTest(path, () -> {
			SessionOptions o = SessionOptions.of(path).withRecordingLimit(1 << 20).withLimits(1L << 60, 1L << 60);
			try (Session s = Examples.open(ENDLESS, o)) {
				Outcome outcome = s.run(() -> false);
				assertThat(outcome.last().ending()).isEqualTo(Ending.RECORDING_FULL);
				assertThat(outcome.asExpected()).isFalse();
				s.history().seek(s.history().size());
				s.history().seek(0);
			}
		}));
	}

	@Test
	void severalStartFunctionsRunOneAfterAnother() throws Exception {
		String text = DISK + """
				         ORG   X'10000'
				A        CCW1  X'03',0,SLI,1
				B        CCW1  X'03',0,SLI,1
				         ORB   CPA=A,FMT=1
				         EXPECT CC=0,CPA=A+8
				         ORB   CPA=B,FMT=1
				         EXPECT CC=0,CPA=B+8
				""";
		try (Session s = Examples.open(text, SessionOptions.of("mediated"))) {
			Outcome o = s.run(() -> false);
			assertThat(o.starts()).hasSize(2);
			assertThat(o.asExpected()).isTrue();
			History h = s.history();
			h.seek(h.startEnd(0));
			assertThat(h.currentStart()).isZero();
			assertThat(h.stages()).extracting(StageState::progress).containsOnly(Progress.DONE);
			h.seek(h.startEnd(0) + 1);
			assertThat(h.currentStart()).isEqualTo(1);
			assertThat(h.stages()).extracting(StageState::progress).containsOnly(Progress.PENDING);
		}
	}

	@TestFactory
	Stream<DynamicTest> aSenseProgramFindsTheSenseThatTheSessionShowedBefore() {
		String text = DISK + """
				         ORG   X'10000'
				A        CCW1  X'AB',0,SLI,1
				B        CCW1  X'04',BYTES,0,32
				BYTES    DC    XL32'FF'
				         ORB   CPA=A,FMT=1
				         EXPECT UNIT=CE+DE+UC,SENSE=X'80'
				         ORB   CPA=B,FMT=1
				         EXPECT UNIT=CE+DE,COUNT=0
				         EXPECT DATA=(BYTES,X'8000'),PATH=(direct,two-stage,mediated,assignment,noiommu)
				* The host has concurrent sense on there, so the bytes have come already.
				         EXPECT DATA=(BYTES,X'0000'),PATH=linux
				""";
		return Examples.paths().stream().map(path -> DynamicTest.dynamicTest(path, () -> {
			try (Session s = Examples.open(text, SessionOptions.of(path))) {
				assertThat(s.run(() -> false).expectations()).filteredOn(c -> !c.ok()).isEmpty();
			}
		}));
	}

	@Test
	void anExpectationThatIsNotMetSaysWhatCame() throws Exception {
		String text = DISK + """
				         ORG   X'10000'
				A        CCW1  X'03',0,SLI,1
				         ORB   CPA=A,FMT=1
				         EXPECT CC=1,UNIT=UC
				""";
		try (Session s = Examples.open(text, SessionOptions.of("direct"))) {
			Outcome o = s.run(() -> false);
			assertThat(o.asExpected()).isFalse();
			assertThat(o.expectations()).containsExactly(new Check("condition code", "1", "0", false, 5),
					new Check("device status", "02", "0C", false, 5));
		}
	}

	@Test
	void aTextWithErrorsDoesNotOpenAndGivesItsProblems() {
		assertThatThrownBy(() -> Examples.open("A  CCW1 X'ZZ',0,0,1\n   ORB CPA=A\n", SessionOptions.of("direct")))
				.isInstanceOfSatisfying(SessionException.class, e -> assertThat(e.problems()).isNotEmpty());
	}

	@Test
	void whatIsMissingIsNamed() {
		assertThatThrownBy(() -> Examples.open("* nothing\n", SessionOptions.of("direct")))
				.isInstanceOf(SessionException.class).hasMessageContaining("nothing to start");
		assertThatThrownBy(() -> Examples.open(ENDLESS, SessionOptions.of("no-such")))
				.isInstanceOf(SessionException.class).hasMessageContaining("no path no-such").hasMessageContaining("direct");
		assertThatThrownBy(() -> Examples.open(ENDLESS, SessionOptions.of("direct").withBackend("none")))
				.isInstanceOf(SessionException.class).hasMessageContaining("no backend none").hasMessageContaining("simulated");
		assertThatThrownBy(() -> Examples.open(ENDLESS.replace("images/volume.3390.gz", "no.such.file"), SessionOptions.of("direct")))
				.isInstanceOf(SessionException.class).hasMessageContaining("no.such.file");
		assertThatThrownBy(() -> Examples.open(ENDLESS, SessionOptions.of("mediated").withDriver("9.9")))
				.isInstanceOf(SessionException.class).hasMessageContaining("9.9").hasMessageContaining("6.12");
	}
}
