// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.guest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The command line on the host of the devices itself. Each call starts a Java machine there, so there is only one. */
@ExtendWith(GuestExtension.class)
class LocalDevicesTest {
	private final Guest guest;

	LocalDevicesTest(Guest guest) {
		this.guest = guest;
	}

	@Test
	void whatSomebodyLeftBehindHalfwayIsRestored() throws Exception {
		// Taken by hand as a ccwb that died in the middle would have left it: in the journal, and at no driver.
		guest.shell("S=0.0.0003; echo \"+ $S 0.0.2000 io_subchannel virtio_ccw online - 83b8f4f2-509f-382f-3c1e-e6bfe0fa1001 "
				+ "$(cat /proc/sys/kernel/random/boot_id)\" > /var/lib/ccwb/devices.journal; "
				+ "echo vfio_ccw > /sys/bus/css/devices/$S/driver_override; echo $S > /sys/bus/css/drivers/io_subchannel/unbind");
		assertThat(guest.ccwb("devices restore --yes")).contains("let any driver have the subchannel")
				.contains("device 0.0.2000 (subchannel 0.0.0003) is back at io_subchannel").contains("exit code 0");
		assertThat(guest.shell("cat /sys/bus/ccw/devices/0.0.2000/online /sys/bus/css/devices/0.0.0003/driver_override; "
				+ "readlink /sys/bus/ccw/devices/0.0.2000/driver; ls /sys/bus/ccw/devices/0.0.2000/virtio*/block; "
				+ "cat /var/lib/ccwb/devices.journal | wc -c")).containsSubsequence("1", "(null)", "virtio_ccw", "vd", "0");
	}
}
