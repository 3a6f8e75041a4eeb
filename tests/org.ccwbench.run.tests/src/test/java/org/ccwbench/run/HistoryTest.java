// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ccwbench.storage.AddressSpace;
import org.ccwbench.storage.Storage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HistoryTest {
	private static final byte[] VOL1 = HexFormat.of().parseHex("e5d6d3f1e5d6d3f1e5d6d3f0f0f1");

	private static final int LOOKED_AT = 150;

	private static final byte[] ZEROS = new byte[4096];

	/** Everything that views show, as text. */
	private static String everything(History h) {
		StringBuilder b = new StringBuilder();
		b.append(h.stages()).append('\n').append(h.translations()).append('\n').append(h.pins()).append('\n').append(h.program());
		b.append('\n').append(h.tally()).append(h.pinned()).append(h.peakPinned()).append(h.currentStage()).append(h.currentStart());
		b.append('\n').append(h.currentCcw()).append(h.currentLine()).append(h.received());
		b.append('\n').append(h.irb() == null ? "none" : HexFormat.of().formatHex(h.irb())).append(HexFormat.of().formatHex(h.schib()));
		for (SpaceView v : h.spaces()) {
			b.append('\n').append(v.id()).append(' ').append(v.space() instanceof Storage s ? content(s) : 0);
		}
		return b.toString();
	}

	/** A sum over all pages that are not zero, in whatever order they come. */
	private static long content(Storage s) {
		long[] sum = new long[1];
		s.forEachFrame(a -> {
			byte[] page = s.bytes(a, 4096);
			if (!Arrays.equals(page, ZEROS)) {
				sum[0] += (a + 31) * (Arrays.hashCode(page) | 1L);
			}
		});
		return sum[0];
	}

	@TestFactory
	Stream<DynamicTest> everyPositionLooksTheSameFromBothSides() {
		List<DynamicTest> tests = new ArrayList<>();
		for (Path file : Examples.all()) {
			for (String path : Examples.paths()) {
				tests.add(DynamicTest.dynamicTest(file.getFileName() + ", " + path, () -> sameFromBothSides(file, path)));
			}
		}
		return tests.stream();
	}

	/** Every position of a short recording, about {@value #LOOKED_AT} of a long one: each look is as long as the recording. */
	private static long[] positions(long size) {
		return LongStream.rangeClosed(0, size).filter(n -> n % (size / LOOKED_AT + 1) == 0 || n == size).toArray();
	}

	private static void sameFromBothSides(Path file, String path) throws Exception {
		try (Session s = Examples.open(file, SessionOptions.of(path))) {
			s.run(() -> false);
			History h = s.history();
			long[] positions = positions(h.size());
			List<String> forwards = new ArrayList<>();
			for (long n : positions) {
				h.seek(n);
				forwards.add(everything(h));
			}
			for (int i = positions.length - 1; i >= 0; i--) {
				h.seek(positions[i]);
				assertThat(everything(h)).as("position %d, coming back", positions[i]).isEqualTo(forwards.get(i));
			}
			Random random = new Random(7);
			for (int jump = 0; jump < 20; jump++) {
				int i = random.nextInt(positions.length);
				h.seek(positions[i]);
				assertThat(everything(h)).as("position %d, jumping", positions[i]).isEqualTo(forwards.get(i));
			}
		}
	}

	@TestFactory
	Stream<DynamicTest> theLabelIsThereAfterTheTransferAndNotBefore() {
		return Examples.paths().stream().map(path -> DynamicTest.dynamicTest(path, () -> {
			try (Session s = Examples.open(Examples.named("read-volume-label"), SessionOptions.of(path))) {
				s.run(() -> false);
				History h = s.history();
				long label = s.image().labels().get("LABEL");
				AddressSpace guest = s.scene().guest();
				assertThat(h.position()).isZero();
				assertThat(guest.bytes(label, 14)).as("before").containsOnly(0);
				h.seek(h.size());
				assertThat(guest.bytes(label, 14)).as("after").isEqualTo(VOL1);
				assertThat(h.received()).containsExactly(new DataArea(label, 80));
				assertThat(h.irb()).isEqualTo(s.outcome().irb());
				long n = h.size();
				while (guest.load8(label) != 0) {
					h.seek(--n);
				}
				Event e = new Event();
				s.recording().read(n, e);
				assertThat(e.kind()).isEqualTo(EventKind.STORE);
				assertThat(e.length()).isEqualTo(80);
				h.seek(0);
				assertThat(guest.bytes(label, 14)).as("back at the beginning").containsOnly(0);
				assertThat(h.irb()).isNull();
			}
		}));
	}

	@Test
	void stagesOfTheTwoStagePathComeInTheirOrderAndEndDone() throws Exception {
		try (Session s = Examples.open(Examples.named("read-volume-label"), SessionOptions.of("two-stage"))) {
			s.run(() -> false);
			History h = s.history();
			assertThat(h.stages()).extracting(StageState::progress).containsOnly(Progress.PENDING);
			List<String> order = new ArrayList<>();
			while (h.stepStage(1) && h.position() < h.size()) {
				order.add(h.stages().get(h.currentStage()).stage().id());
			}
			assertThat(order).containsExactly("Q1", "Q2", "Q3", "K1", "K2", "K3", "K4", "K5", "K6", "Q4");
			h.seek(h.size());
			assertThat(h.stages()).extracting(StageState::progress).containsOnly(Progress.DONE);
			while (h.stepStage(-1)) {
				continue;
			}
			assertThat(h.position()).isZero();
		}
	}

	@Test
	void aCcwHasItsThreeFormsOnceEachSideHasWorkedOnIt() throws Exception {
		try (Session s = Examples.open(Examples.named("read-volume-label"), SessionOptions.of("two-stage"))) {
			s.run(() -> false);
			History h = s.history();
			assertThat(h.program()).allMatch(r -> r.user() == null && r.host() == null && r.progress() == Progress.PENDING);
			h.seek(h.size());
			CcwRow last = h.program().get(2);
			assertThat(last.guest().command()).isEqualTo(0x06);
			assertThat(last.guest().data()).isEqualTo(s.image().labels().get("LABEL"));
			assertThat(last.user().command()).isEqualTo(0x06);
			assertThat(last.host().command()).isEqualTo(0x06);
			assertThat(last.host().flags() & 0x04).as("IDA in the host's form").isEqualTo(4);
			assertThat(last.host().indirect()).hasSize(1);
			long frame = last.host().indirect().get(0).data();
			assertThat(s.scene().host().bytes(frame, 14)).isEqualTo(VOL1);
			assertThat(h.program()).extracting(CcwRow::progress).containsOnly(Progress.DONE);
			assertThat(h.program()).extracting(CcwRow::fetched).containsOnly(1L);
		}
	}

	@Test
	void mediatedHasNoUserForm() throws Exception {
		try (Session s = Examples.open(Examples.named("read-volume-label"), SessionOptions.of("mediated"))) {
			s.run(() -> false);
			s.history().seek(s.history().size());
			assertThat(s.history().program()).allMatch(r -> r.user() == null && r.host() != null);
		}
	}

	@Test
	void pinsAreOnWhileTheProgramRunsAndOffWhenItIsOver() throws Exception {
		try (Session s = Examples.open(Examples.named("read-volume-label"), SessionOptions.of("mediated"))) {
			s.run(() -> false);
			History h = s.history();
			long most = 0;
			while (h.stepEvent(1)) {
				long sum = h.pins().stream().mapToLong(PinRow::count).sum();
				assertThat(sum).isEqualTo(h.pinned());
				most = Math.max(most, sum);
			}
			assertThat(most).isEqualTo(h.peakPinned()).isEqualTo(s.outcome().costs().peakPins());
			assertThat(h.pins()).isEmpty();
			assertThat(h.tally().pins()).isEqualTo(s.outcome().costs().pins()).isEqualTo(h.tally().unpins());
			assertThat(h.tally().lookUps()).isEqualTo(s.outcome().costs().lookUps());
			assertThat(h.translations().stream().mapToLong(TranslationRow::count).sum()).isEqualTo(h.tally().lookUps());
		}
	}

	@Test
	void steppingByCcwStopsBehindEachFetchAndKnowsItsSourceLine() throws Exception {
		try (Session s = Examples.open(Examples.named("read-volume-label"), SessionOptions.of("direct"))) {
			s.run(() -> false);
			History h = s.history();
			List<Long> seen = new ArrayList<>();
			while (h.stepCcw(1) && h.position() < h.size()) {
				seen.add(h.currentCcw());
				assertThat(h.currentLine()).isEqualTo(h.line(h.currentCcw())).isPositive();
			}
			assertThat(seen).containsExactly(0x10000L, 0x10008L, 0x10010L);
			List<Long> back = new ArrayList<>();
			while (h.stepCcw(-1) && h.position() > 0) {
				back.add(h.currentCcw());
			}
			assertThat(back).containsExactly(0x10010L, 0x10008L, 0x10000L);
		}
	}

	@Test
	void listenersHearOfEachChangeOfPositionOnce() throws Exception {
		try (Session s = Examples.open(Examples.named("read-volume-label"), SessionOptions.of("direct"))) {
			s.run(() -> false);
			int[] heard = new int[1];
			Runnable l = () -> heard[0]++;
			s.history().addListener(l);
			s.history().seek(5);
			s.history().seek(5);
			s.history().stepEvent(-1);
			s.history().removeListener(l);
			s.history().seek(0);
			assertThat(heard[0]).isEqualTo(2);
		}
	}
}
