// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.ccwbench.vfio.DriverVersion;
import org.ccwbench.vfio.VfioListener;

/**
 * A device's programs are translated all at once while nobody listens. What user space sees of it, and what is in the
 * host's storage, is what the driver's own order of calls gives, whether the program can be translated or not.
 */
class DeviceAccessPropertyTest {
	/** 16 bytes read: into a page, across pages, through words of 64 bits, into what is read only, into what is not mapped. */
	private static final String[] CCWS = {"02600010 00012008", "02600010 00012FF8", "02640010 00014000", "02600010 00800000",
			"02600010 00700000", "03200001 00000000"};

	private static List<Object> seen(DriverVersion version, List<Integer> ccws, boolean heard) {
		Bench b = new Bench(version);
		VfioListener to = heard ? new VfioListener() {} : VfioListener.NONE;
		b.container.listener(to);
		b.mdev.listener(to);
		b.machine.guest().store64(0x14000, 0x13FFCL);
		b.machine.guest().store64(0x14008, 0x15000L);
		StringBuilder text = new StringBuilder();
		ccws.forEach(c -> text.append(CCWS[c]).append(' '));
		List<Object> seen = new ArrayList<>();
		for (int again = 0; again < 2; again++) {
			seen.add(b.start(text + "03200001 00000000"));
			seen.add(b.machine.pins().pins());
			seen.add(b.machine.kernel().live());
			b.pass();
			seen.add(b.io());
			seen.add(b.scsw());
			seen.add(b.machine.pins().pins());
			seen.add(b.machine.pins().peakPages());
			seen.add(b.load(0x12000, 0x2000));
		}
		seen.add(b.container.statistics().lookUps());
		seen.add(b.container.statistics().pins());
		return seen;
	}

	@Property(tries = 60)
	void givesWhatOneByOneGives(@ForAll @Size(min = 1, max = 5) List<@IntRange(max = 5) Integer> ccws, @ForAll DriverVersion version) {
		assertThat(seen(version, ccws, false)).isEqualTo(seen(version, ccws, true));
	}
}
