// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What is pointed at has all its names. read-volume-label.ccw: CCWs at X'10000', the last reads 80 bytes to X'20000';
 * the parameters of the first lie at X'10018'. idal-format2-4k.ccw reads through a list.
 */
class PlacesTest {
	private static final long LAST = 0x10010;
	private static final long LABEL = 0x20000;

	private static Session ran(String name, String path) throws Exception {
		Session s = Examples.open(Examples.named(name), SessionOptions.of(path));
		s.run(() -> false);
		return s;
	}

	/** Right before the guest's pages are unpinned, everything is mapped. */
	private static History pinned(Session s) {
		History h = s.history();
		while (h.pins().size() < 2) {
			h.stepEvent(1);
		}
		return h;
	}

	@Test
	void bytesOfABufferAreThoseOfTheCcwThatReadsIntoIt() throws Exception {
		try (Session s = ran("read-volume-label", "two-stage")) {
			Place p = new Places(pinned(s)).bytes("guest", LABEL + 16, 4);
			assertThat(p.ccws()).containsExactly(LAST);
			assertThat(p.user()).isEqualTo(s.history().under(s.history().spaces().get(0), LABEL + 16));
			assertThat(p.host()).as("mapped through the monitor").isNotEqualTo(-1);
			assertThat(new Places(s.history()).bytes("host", p.host(), 4)).as("from the other end").isEqualTo(p);
			assertThat(new Places(s.history()).bytes("guest", 0x30000, 4).ccws()).as("nobody needs it").isEmpty();
		}
	}

	@Test
	void bytesOfACcwAreThatCcw() throws Exception {
		try (Session s = ran("read-volume-label", "direct")) {
			assertThat(new Places(s.history()).bytes("guest", LAST + 4, 1).ccws()).containsExactly(LAST);
		}
	}

	@Test
	void pinnedPageIsNeededByWhatItIsPinnedFor() throws Exception {
		try (Session s = ran("read-volume-label", "mediated")) {
			History h = pinned(s);
			PinRow row = h.pins().stream().filter(r -> r.guest() == LABEL).findFirst().orElseThrow();
			Place p = new Places(h).pinned(row);
			assertThat(p.ccws()).containsExactly(LAST);
			assertThat(p.length()).isEqualTo(4096);
			assertThat(p.concerns(row)).isTrue();
			assertThat(h.pins().stream().filter(p::concerns)).containsExactly(row);
			assertThat(h.translations().stream().filter(p::concerns)).isNotEmpty().allMatch(t -> t.cause() == LAST || t.guest() == LABEL);
		}
	}

	@Test
	void lookUpMeansTheBytesThatItsCcwNeeds() throws Exception {
		try (Session s = ran("read-volume-label", "two-stage")) {
			History h = pinned(s);
			TranslationRow row = h.translations().stream().filter(t -> t.guest() == LABEL).findFirst().orElseThrow();
			Place p = new Places(h).lookedUp(row);
			assertThat(p.guest()).isEqualTo(LABEL);
			assertThat(p.length()).as("80 bytes of data").isEqualTo(80);
			assertThat(p.ccws()).containsExactly(LAST);
		}
	}

	@Test
	void wordOfAListBelongsToItsCcw() throws Exception {
		try (Session s = ran("idal-format2-4k", "direct")) {
			CcwRow row = s.history().program().stream().filter(r -> !r.guest().indirect().isEmpty()).findFirst().orElseThrow();
			CcwRow.Indirect first = row.guest().indirect().get(0);
			Places places = new Places(s.history());
			assertThat(places.bytes("guest", first.address(), 1).ccws()).containsExactly(first.address(), row.guest().address());
			assertThat(places.bytes("guest", first.data(), 1).ccws()).contains(row.guest().address());
			assertThat(places.ccw(first.address()).ccws()).containsExactly(first.address(), row.guest().address());
		}
	}

	@Test
	void eventNamesTheCcwWhateverAddressItHas() throws Exception {
		for (String path : Examples.paths()) {
			try (Session s = ran("read-volume-label", path)) {
				History h = s.history();
				Event e = new Event();
				long fetched = -1;
				long moved = -1;
				for (long n = 0; n < h.size(); n++) {
					s.recording().read(n, e);
					fetched = e.kind() == EventKind.CCW ? n : fetched;
					moved = e.kind() == EventKind.DATA && e.length() == 80 ? n : moved;
				}
				h.seek(moved + 1);
				Place fetch = new Places(h).event(fetched);
				assertThat(fetch.ccws()).as(path).containsExactly(LAST);
				assertThat(fetch.event()).isEqualTo(fetched);
				Place data = new Places(h).event(moved);
				assertThat(data.guest()).as(path).isEqualTo(LABEL);
				assertThat(data.length()).isEqualTo(80);
				assertThat(data.ccws()).containsExactly(LAST);
				assertThat(data.stage()).isEqualTo(h.currentStage());
			}
		}
	}

	private static final String LISTS = """
			         DEVICE 0.0.0120,TYPE=3390,CU=3990-6,IMAGE='images/volume.3390.gz'
			         STORAGE 4M
			         ORG   X'10000'
			ONE      CCW1  X'E4',L1,IDA+SLI,8
			L1       IDAL  AREA
			         ORG   X'11000'
			TWO      CCW1  X'E4',L2,IDA+SLI,8
			L2       IDAL  AREA
			         ORG   X'20000'
			AREA     DS    XL64
			         ORB   CPA=ONE
			         ORB   CPA=TWO
			""";

	/** The driver pins for the word of the list and unpins for the CCW; the two-stage kernel knows no reason at all then. */
	@Test
	void pageIsPinnedForThePresentStartFunctionOnly() throws Exception {
		for (String path : List.of("mediated", "linux", "two-stage")) {
			try (Session s = Examples.open(LISTS, SessionOptions.of(path))) {
				s.run(() -> false);
				History h = s.history();
				h.seek(h.startEnd(0));
				List<PinRow> before = area(h);
				while (area(h).isEmpty() || h.currentStart() < 1) {
					assertThat(h.stepEvent(1)).as(path).isTrue();
				}
				List<Long> causes = area(h).get(0).causes();
				assertThat(before).as(path).isEmpty();
				assertThat(causes).as(path).containsExactly(path.equals("two-stage") ? 0x11000L : 0x11008L);
				long there = h.position();
				h.seek(h.size());
				h.seek(there);
				assertThat(area(h).get(0).causes()).as("the way back").isEqualTo(causes);
			}
		}
	}

	/** What is pinned of the page that both programs read into. */
	private static List<PinRow> area(History h) {
		Place area = new Places(h).bytes("guest", LABEL, 1);
		return h.pins().stream().filter(r -> r.guest() == LABEL || r.user() == area.user()).toList();
	}

	/** The channel of an assigned device works with guest addresses, and the frames are others. */
	@Test
	void assignedGuestHasItsBytesWhereItsFramesAre() throws Exception {
		try (Session s = ran("read-volume-label", "assignment")) {
			History h = s.history();
			while (h.pins().stream().noneMatch(r -> r.guest() == LABEL)) {
				h.stepEvent(1);
			}
			Places places = new Places(h);
			Place p = places.bytes("guest", LABEL, 4);
			assertThat(p.host()).isNotEqualTo(-1).isNotEqualTo(LABEL);
			assertThat(places.bytes("host", p.host(), 4)).as("from the other end").isEqualTo(p);
			assertThat(places.ccw(LAST).host()).as("the frame of the CCW").isEqualTo(places.bytes("guest", LAST, 8).host());
			Event e = new Event();
			for (long n = 0; n < h.size(); n++) {
				s.recording().read(n, e);
				if (e.kind() == EventKind.STORE && e.address() == p.host()) {
					assertThat(places.event(n).guest()).as("stored into the frame").isEqualTo(LABEL);
				}
			}
		}
	}

	/** Blocks of 2K, as the ORB says, though the words have 8 bytes; a read backward ends where its data address is. */
	@Test
	void listStandsForItsOwnBlocks() throws Exception {
		String text = """
				         DEVICE 0.0.0120,TYPE=3390,CU=3990-6,IMAGE='images/volume.3390.gz'
				         STORAGE 4M
				         ORG   X'10000'
				ONE      CCW1  X'E4',L1,IDA+SLI+CC,4096
				BACK     CCW1  X'0C',L2,IDA+SLI+CC,16
				PLAIN    CCW1  X'0C',X'3100F',SLI,16
				L1       IDAL  BLK=2K,X'20000',X'28000'
				L2       IDAL  BLK=2K,X'30807',X'2FFFF'
				         ORB   CPA=ONE
				""";
		try (Session s = Examples.open(text, SessionOptions.of("direct"))) {
			s.run(() -> false);
			Places places = new Places(s.history());
			assertThat(places.bytes("guest", 0x207FF, 1).ccws()).containsExactly(0x10000L);
			assertThat(places.bytes("guest", 0x20800, 1).ccws()).as("behind the block").isEmpty();
			assertThat(places.bytes("guest", 0x287FF, 1).ccws()).containsExactly(0x10000L);
			assertThat(places.bytes("guest", 0x30800, 1).ccws()).containsExactly(0x10008L);
			assertThat(places.bytes("guest", 0x30808, 1).ccws()).as("above the first byte").isEmpty();
			assertThat(places.bytes("guest", 0x2FFF8, 1).ccws()).containsExactly(0x10008L);
			assertThat(places.bytes("guest", 0x2FFF7, 1).ccws()).as("after the last").isEmpty();
			assertThat(places.bytes("guest", 0x31000, 1).ccws()).containsExactly(0x10010L);
			assertThat(places.bytes("guest", 0x31010, 1).ccws()).isEmpty();
		}
	}

	@Test
	void everyEventOfEveryExampleIsAPlace() throws Exception {
		for (String name : List.of("idal-format1", "midal", "transport-mode", "noiommu-overwrite", "fail-unmapped-buffer", "fail-tic-to-tic")) {
			try (Session s = ran(name, "two-stage")) {
				History h = s.history();
				for (long n = 0; n < h.size(); n++) {
					h.seek(n + 1);
					assertThat(new Places(h).event(n).event()).isEqualTo(n);
				}
			}
		}
	}
}
