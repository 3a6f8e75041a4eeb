// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** read-volume-label.ccw: CCWs at X'10000', X'10008', X'10010'; 80 bytes are read to X'20000'. */
class SearchTest {
	private static Session run(String path) throws IOException, SessionException {
		Path file = Examples.all().stream().filter(f -> f.endsWith("read-volume-label.ccw")).findFirst().orElseThrow();
		Session s = Session.open(file, Files.readString(file), SessionOptions.of(path));
		s.run(() -> false);
		return s;
	}

	@ParameterizedTest
	@ValueSource(strings = {"direct", "two-stage", "linux", "mediated", "assignment", "noiommu"})
	void fetchOfTheLastCcwIsFoundByItsGuestAddressFromBothSides(String path) throws Exception {
		try (Session s = run(path)) {
			Search.Condition last = (e, where) -> e.kind() == EventKind.CCW && where.guestCcw(e.address()) == 0x10010;
			long on = s.history().search().forward(0, last, () -> false);
			long back = s.history().search().back(s.history().size(), last, () -> false);
			assertThat(on).isPositive().isEqualTo(back);
			s.history().seek(on);
			assertThat(s.history().currentCcw()).isEqualTo(0x10010);
			assertThat(s.history().search().forward(on, last, () -> false)).isEqualTo(-1);
			assertThat(s.history().search().back(on, last, () -> false)).isEqualTo(-1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"direct", "two-stage", "linux", "mediated", "noiommu"})
	void dataOfTheDeviceIsFoundAtTheGuestsBuffer(String path) throws Exception {
		try (Session s = run(path)) {
			long at = s.history().search().forward(0, (e, where) -> e.kind() == EventKind.DATA && e.detail() == 1
					&& where.guestOfHost(e.address()) == 0x20000, () -> false);
			assertThat(at).isPositive();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"mediated"})
	void whatIsCancelledFindsNothing(String path) throws Exception {
		try (Session s = run(path)) {
			assertThat(s.history().search().forward(0, (e, where) -> true, () -> true)).isEqualTo(-1);
		}
	}

	@ParameterizedTest
	@ValueSource(longs = {0, 1000})
	void approachTellsNobodyUntilItHasArrived(long nanos) throws Exception {
		try (Session s = run("mediated")) {
			History h = s.history();
			int[] told = new int[1];
			h.addListener(() -> told[0]++);
			while (!h.approach(h.size(), nanos)) {
				assertThat(h.position()).isLessThan(h.size());
			}
			assertThat(told[0]).isZero();
			h.arrived();
			assertThat(told[0]).isEqualTo(1);
			assertThat(h.pinned()).isZero();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"two-stage", "linux", "mediated"})
	void driverProcessesTheProgramThenWaitsForTheChannelThenIsIdle(String path) throws Exception {
		try (Session s = run(path)) {
			History h = s.history();
			java.util.List<DriverState> seen = new java.util.ArrayList<>();
			java.util.List<DriverState> back = new java.util.ArrayList<>();
			for (long n = 0; n <= h.size(); n++) {
				h.seek(n);
				if (seen.isEmpty() || seen.get(seen.size() - 1) != h.driver()) {
					seen.add(h.driver());
				}
			}
			for (long n = h.size(); n >= 0; n--) {
				h.seek(n);
				if (back.isEmpty() || back.get(0) != h.driver()) {
					back.add(0, h.driver());
				}
			}
			// The states of vfio_ccw_fsm.c and their order.
			assertThat(seen).containsExactly(DriverState.IDLE, DriverState.CP_PROCESSING, DriverState.CP_PENDING, DriverState.IDLE);
			assertThat(back).isEqualTo(seen);
		}
	}
}
