// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccwbench.device.DeviceSight;
import org.ccwbench.device.VisibleDevice;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Devices are seen as they were at a position, whichever way one came to it. */
class DeviceHistoryTest {
	private static String seen(Session s) {
		return s.devices().stream().map(d -> text(((VisibleDevice) d.device()).sight())).collect(Collectors.joining("\n"));
	}

	private static String text(DeviceSight sight) {
		String facts = sight.facts() + "\n";
		return facts + switch (sight) {
			case DeviceSight.State s -> "";
			case DeviceSight.Strip s -> s.under() + " " + s.passed() + s.pieces().stream().map(p -> "\n" + p.name() + ' ' + p.place()
					+ ' ' + p.length() + ' ' + p.open()).collect(Collectors.joining())
					+ HexFormat.of().formatHex(s.pieces().get(s.under()).content().get());
			case DeviceSight.Lines l -> l.current() + " " + l.lines().stream().map(x -> "\n" + x.number() + ' ' + x.mark() + ' ' + x.text()).collect(Collectors.joining());
			case DeviceSight.Screen d -> d.cursor() + " " + d.cells();
		};
	}

	@TestFactory
	Stream<DynamicTest> everyDeviceLooksTheSameFromBothSides() {
		return Examples.all().stream().map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> sameFromBothSides(f)));
	}

	private static void sameFromBothSides(Path file) throws Exception {
		try (Session s = Examples.open(file, SessionOptions.of("direct"))) {
			s.run(() -> false);
			History h = s.history();
			long step = h.size() / 40 + 1;
			List<String> forwards = new ArrayList<>();
			for (long n = 0; n <= h.size(); n += step) {
				h.seek(n);
				forwards.add(seen(s));
			}
			for (int i = forwards.size() - 1; i >= 0; i--) {
				h.seek(i * step);
				assertThat(seen(s)).as("position %d, coming back", i * step).isEqualTo(forwards.get(i));
			}
		}
	}

	private static String fact(Session s, String name) {
		return ((VisibleDevice) s.devices().get(0).device()).sight().facts().stream().filter(f -> f.name().equals(name))
				.map(DeviceSight.Fact::value).collect(Collectors.joining());
	}

	/** DEFINE EXTENT of the example opens cylinder 0; the label is record 3 of its first track. */
	@Test
	void headGoesToTheLabelAndBack() throws Exception {
		try (Session s = Examples.open(Examples.named("read-volume-label"), SessionOptions.of("mediated"))) {
			s.run(() -> false);
			History h = s.history();
			assertThat(fact(s, "Orientation")).as("at the beginning").isEqualTo("behind the home address");
			assertThat(fact(s, "Extent")).isEqualTo("none: the whole disk");
			Set<String> orientations = new HashSet<>();
			Set<String> extents = new HashSet<>();
			while (h.stepEvent(1)) {
				orientations.add(fact(s, "Orientation"));
				extents.add(fact(s, "Extent"));
			}
			assertThat(orientations).containsExactlyInAnyOrder("behind the home address", "behind the count of R3", "behind the data of R3");
			assertThat(extents).contains("cylinder 0, head 0 to cylinder 0, head 14");
			h.seek(0);
			assertThat(fact(s, "Orientation")).isEqualTo("behind the home address");
		}
	}

	/** A command that changes the state of a device is one event more, and one that changes nothing is none. */
	@Test
	void eachChangeIsOneEvent() throws Exception {
		try (Session s = Examples.open(Examples.named("read-volume-label"), SessionOptions.of("direct"))) {
			s.run(() -> false);
			Event e = new Event();
			int changes = 0;
			for (long n = 0; n < s.recording().size(); n++) {
				s.recording().read(n, e);
				changes += e.kind() == EventKind.STORE && s.recording().spaces().get(e.space()).name().equals("state of device 0120") ? 1 : 0;
			}
			assertThat(changes).as("DEFINE EXTENT, LOCATE RECORD, READ DATA, the end of the chain").isEqualTo(4);
		}
	}
}
