// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sysfs of a host as Linux 6.12 lays it out. */
class MdevsTest {
	private static final String UUID = "6dfd3ec5-e8b3-4e18-a6fe-57bc9eceb920";

	@TempDir
	Path sysfs;

	private void subchannel(String id, String driver, String device, String mdev) throws IOException {
		Path s = Files.createDirectories(sysfs.resolve("bus/css/devices/" + id));
		Path d = Files.createDirectories(sysfs.resolve("bus/css/drivers/" + driver));
		Files.createSymbolicLink(s.resolve("driver"), d);
		Files.writeString(s.resolve("dev_busid"), device + "\n");
		if (mdev != null) {
			Path group = Files.createDirectories(sysfs.resolve("kernel/iommu_groups/5"));
			Files.createSymbolicLink(Files.createDirectories(s.resolve(mdev)).resolve("iommu_group"), group);
		}
	}

	@Test
	void aDeviceIsFoundByItsNumber() throws Exception {
		subchannel("0.0.0003", "vfio_ccw", "0.0.1234", UUID);
		subchannel("0.0.0004", "io_subchannel", "0.0.1235", null);
		Mdevs mdevs = new Mdevs(sysfs);
		assertThat(mdevs.find(DeviceNumber.of("1234"))).isEqualTo(new Mdev("0.0.0003", "0.0.1234", UUID, "5"));
		assertThatThrownBy(() -> mdevs.find(DeviceNumber.of("1235"))).hasMessage(
				"0.0.1235 is not bound to vfio_ccw. See it with: ccwb devices; take it with: ccwb devices bind 0.0.1235.");
	}

	@Test
	void aSubchannelWhoseDeviceIsNotToldIsFoundByItsOwnNumber() throws Exception {
		subchannel("0.0.0003", "vfio_ccw", "none", UUID);
		assertThat(new Mdevs(sysfs).find(DeviceNumber.of("0.0.0003")).uuid()).isEqualTo(UUID);
	}

	@Test
	void aHostWithoutChannelSubsystemSaysSo() {
		assertThatThrownBy(() -> new Mdevs(sysfs).find(DeviceNumber.of("1234"))).hasMessageContaining("has no channel subsystem");
	}
}
