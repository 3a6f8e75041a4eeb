// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.ccwbench.storage.Bytes;
import org.junit.jupiter.api.Test;

/** The ioctls of device, group and container, byte by byte; structures from linux/vfio.h, values recorded of Linux 6.12. */
class IoctlTest {
	private static final int ENOENT = -2;
	private static final int EBADF = -9;
	private static final int EACCES = -13;
	private static final int EFAULT = -14;
	private static final int EBUSY = -16;
	private static final int EEXIST = -17;
	private static final int ENODEV = -19;
	private static final int EINVAL = -22;
	private static final int ENOTTY = -25;
	private static final int ENOSPC = -28;

	private final Bench b = new Bench();

	private static String hex(byte[] bytes) {
		return HexFormat.of().formatHex(bytes);
	}

	@Test
	void deviceInfo() {
		byte[] a = Bench.words(20, 0, 0, 0, 0);
		assertThat(b.mdev.ioctl(Ioctl.DEVICE_GET_INFO, a)).isZero();
		assertThat(hex(a)).isEqualTo("00000014" + "00000011" + "00000004" + "00000003" + "00000000");
		assertThat(b.mdev.ioctl(Ioctl.DEVICE_GET_INFO, Bench.words(15, 0, 0, 0))).isEqualTo(EINVAL);
		assertThat(b.mdev.ioctl(Ioctl.DEVICE_GET_INFO, Bench.words(16, 0, 0))).isEqualTo(EFAULT);
		assertThat(b.mdev.ioctl(0x3B99, a)).isEqualTo(ENOTTY);
	}

	@Test
	void regionInfoNamesTypeAndSubtypeInACapability() {
		assertThat(region(96, 0)).isEqualTo("00000060" + "00000003" + "00000000" + "00000000" + "000000000000007c"
				+ "0000000000000000" + "0".repeat(32));
		assertThat(region(96, 1)).isEqualTo("00000060" + "0000000b" + "00000001" + "00000020" + "0000000000000008"
				+ "0000000000000400" + "00020001" + "00000000" + "00000002" + "00000001");
		assertThat(region(96, 2)).isEqualTo("00000060" + "00000009" + "00000002" + "00000020" + "0000000000000034"
				+ "0000000000000800" + "00020001" + "00000000" + "00000002" + "00000002");
		assertThat(region(96, 3)).contains("0000000000000c00").endsWith("00000003");
		assertThat(region(96, 4)).isEqualTo("-22");
	}

	@Test
	void withoutRoomForTheCapabilityRegionInfoSaysHowMuchItTakes() {
		assertThat(region(32, 1)).isEqualTo("00000030" + "0000000b" + "00000001" + "00000000" + "0000000000000008"
				+ "0000000000000400" + "0".repeat(32));
		assertThat(region(31, 1)).isEqualTo("-22");
		assertThat(b.mdev.ioctl(Ioctl.DEVICE_GET_REGION_INFO, Bench.words(96, 0, 1, 0, 0, 0, 0, 0))).isEqualTo(EFAULT);
	}

	private String region(int size, int index) {
		byte[] a = Bench.words(size, 0, index, 0, 0, 0, 0, 0, 0, 0, 0, 0);
		int rc = b.mdev.ioctl(Ioctl.DEVICE_GET_REGION_INFO, a);
		return rc == 0 ? hex(a) : Integer.toString(rc);
	}

	@Test
	void threeInterruptionsCanBeToldThroughEventfds() {
		for (int i = 0; i < 3; i++) {
			byte[] a = Bench.words(16, 0, i, 0);
			assertThat(b.mdev.ioctl(Ioctl.DEVICE_GET_IRQ_INFO, a)).isZero();
			assertThat(hex(a)).isEqualTo("00000010" + "00000001" + "0000000" + i + "00000001");
		}
		assertThat(b.mdev.ioctl(Ioctl.DEVICE_GET_IRQ_INFO, Bench.words(16, 0, 3, 0))).isEqualTo(EINVAL);
		assertThat(b.mdev.ioctl(Ioctl.DEVICE_GET_IRQ_INFO, Bench.words(16, 0, -1, 0))).isEqualTo(EINVAL);
	}

	@Test
	void userSpaceCanTriggerAndTakeAwayAnEventfd() {
		assertThat(set(20, 33, 1, 0, 1)).as("trigger, no data").isZero();
		assertThat(b.events[1].take()).isEqualTo(1);
		assertThat(set(21, 34, 1, 0, 1, 0x01000000)).as("trigger, true").isZero();
		assertThat(b.events[1].take()).isEqualTo(1);
		assertThat(set(21, 34, 1, 0, 1, 0)).as("trigger, false").isZero();
		assertThat(b.events[1].take()).isZero();
		assertThat(set(24, 36, 0, 0, 1, -1)).as("no eventfd any more").isZero();
		b.start("03200001 00012000");
		assertThat(b.pass().io()).isZero();
		assertThat(b.mdev.state()).isEqualTo(DeviceState.IDLE);
	}

	@Test
	void setIrqsRefusesWhatItDoesNotKnow() {
		assertThat(set(24, 36, 3, 0, 1, 3)).as("no fourth").isEqualTo(EINVAL);
		assertThat(set(24, 36, 0, 1, 1, 3)).as("one each").isEqualTo(EINVAL);
		assertThat(set(24, 36, 0, 0, 2, 3)).as("one each").isEqualTo(EINVAL);
		assertThat(set(23, 36, 0, 0, 1, 3)).as("no room for the descriptor").isEqualTo(EINVAL);
		assertThat(set(20, 9, 0, 0, 1)).as("masking").isEqualTo(EINVAL);
		assertThat(set(24, 38, 0, 0, 1, 3)).as("two types of data").isEqualTo(EINVAL);
		assertThat(set(24, 32, 0, 0, 1, 3)).as("no type of data").isEqualTo(EINVAL);
		assertThat(set(24, 100, 0, 0, 1, 3)).as("unknown flag").isEqualTo(EINVAL);
		assertThat(set(24, 36, 0, 0, 1, 99)).as("no such file").isEqualTo(EBADF);
		assertThat(set(24, 36, 0, 0, 1, -2)).isEqualTo(EINVAL);
		assertThat(set(24, 36, 0, 0, 1, 1)).as("standard output is no eventfd").isEqualTo(EINVAL);
		assertThat(set(19, 33, 0, 0, 1)).as("less than the structure").isEqualTo(EINVAL);
		assertThat(set(24, 36, 0, 0, -1, 3)).as("all there could be").isEqualTo(EINVAL);
		assertThat(set(24, 33, 0, 0, 0)).as("none of them, without data: triggered all the same").isZero();
		assertThat(set(24, 44, 0, 0, 1, 3)).as("mask beside trigger is not looked at").isZero();
		assertThat(set(24, 36, 0, 0, 1)).as("shorter than it says").isEqualTo(EFAULT);
	}

	/** vfio_ioctl_device_feature of 6.12: the form first, then that there is none. */
	@Test
	void thereAreNoFeatures() {
		assertThat(b.mdev.ioctl(Ioctl.DEVICE_FEATURE, Bench.words(8))).isEqualTo(EFAULT);
		assertThat(b.mdev.ioctl(Ioctl.DEVICE_FEATURE, Bench.words(7, 0x10001))).isEqualTo(EINVAL);
		assertThat(b.mdev.ioctl(Ioctl.DEVICE_FEATURE, Bench.words(8, 0x80001))).isEqualTo(EINVAL);
		assertThat(b.mdev.ioctl(Ioctl.DEVICE_FEATURE, Bench.words(8, 0x30001))).as("get and set").isEqualTo(EINVAL);
		assertThat(b.mdev.ioctl(Ioctl.DEVICE_FEATURE, Bench.words(8, 0x70001))).as("whether both").isEqualTo(ENOTTY);
		assertThat(b.mdev.ioctl(Ioctl.DEVICE_FEATURE, Bench.words(8, 0x10001))).isEqualTo(ENOTTY);
	}

	private int set(int... words) {
		return b.mdev.ioctl(Ioctl.DEVICE_SET_IRQS, Bench.words(words));
	}

	@Test
	void aGroupOpensItsDeviceOnlyInAContainerThatHasItsType() {
		CcwMdev mdev = new CcwMdev(b.machine, b.container, b.host, 0x0001_0003, b.files);
		VfioGroup group = new VfioGroup(mdev);
		VfioContainer container = new VfioContainer(b.machine);
		byte[] status = Bench.words(8, 0);
		assertThat(group.status(status)).isZero();
		assertThat(hex(status)).as("viable").endsWith("00000001");
		assertThat(group.openDevice()).isEqualTo(EINVAL);
		assertThat(container.setIommu(Ioctl.TYPE1_V2)).as("no group yet").isEqualTo(EINVAL);
		assertThat(group.setContainer(null)).isEqualTo(EBADF);
		assertThat(group.setContainer(container)).isZero();
		assertThat(group.setContainer(container)).isEqualTo(EINVAL);
		assertThat(group.openDevice()).isEqualTo(EINVAL);
		assertThat(container.ioctl(Ioctl.IOMMU_GET_INFO, new byte[24])).isEqualTo(EINVAL);
		assertThat(container.setIommu(2)).isEqualTo(ENODEV);
		assertThat(container.setIommu(Ioctl.TYPE1_V2)).isZero();
		assertThat(group.status(status)).isZero();
		assertThat(hex(status)).as("viable, in a container").endsWith("00000003");
		assertThat(b.group.unsetContainer()).as("open").isEqualTo(EBUSY);
		assertThat(group.unsetContainer()).isZero();
	}

	@Test
	void extensions() {
		assertThat(b.container.ioctl(Ioctl.GET_API_VERSION, null)).isZero();
		assertThat(b.container.checkExtension(1)).isEqualTo(1);
		assertThat(b.container.checkExtension(3)).isEqualTo(1);
		assertThat(b.container.checkExtension(9)).as("unmap all").isEqualTo(1);
		assertThat(b.container.checkExtension(10)).as("new addresses: not with mediated devices").isZero();
		assertThat(b.container.checkExtension(2)).isZero();
	}

	@Test
	void iommuInfoSaysHowManyMappingsAreLeft() {
		byte[] a = new byte[72];
		Bytes.put32(a, 0, 72);
		assertThat(b.container.ioctl(Ioctl.IOMMU_GET_INFO, a)).isZero();
		assertThat(hex(a)).isEqualTo("00000048" + "00000003" + "fffffffffffff000" + "00000018" + "00000000"
				+ "00020001" + "00000038" + "0000000000000000" + "0000000000001000" + "0000000010000000"
				+ "00030001" + "00000000" + "0000fffd" + "00000000");
		byte[] small = new byte[24];
		Bytes.put32(small, 0, 24);
		assertThat(b.container.ioctl(Ioctl.IOMMU_GET_INFO, small)).isZero();
		assertThat(hex(small)).startsWith("00000048" + "00000003").endsWith("00000000" + "00000000");
		assertThat(b.container.ioctl(Ioctl.IOMMU_GET_INFO, Bench.words(15, 0, 0, 0))).isEqualTo(EINVAL);
		assertThat(b.container.ioctl(0x3B75, a)).as("dirty pages").isEqualTo(ENOTTY);
	}

	@Test
	void mappingsAreWholePagesThatDoNotOverlap() {
		assertThat(b.map(0x100000, 0x1000, 3)).isZero();
		assertThat(b.map(0x100000, 0x1000, 3)).isEqualTo(EEXIST);
		assertThat(b.map(0xFF000, 0x3000, 3)).isEqualTo(EEXIST);
		assertThat(b.map(0x101000, 0x800, 3)).isEqualTo(EINVAL);
		assertThat(b.map(0x101800, 0x1000, 3)).isEqualTo(EINVAL);
		assertThat(b.map(0x101000, 0, 3)).isEqualTo(EINVAL);
		assertThat(b.map(0x101000, 0x1000, 0)).as("no permission").isEqualTo(EINVAL);
		assertThat(b.map(0x101000, 0x1000, 8)).as("unknown flag").isEqualTo(EINVAL);
		assertThat(b.map(-0x1000, 0x2000, 3)).as("wraps").isEqualTo(EINVAL);
		assertThat(b.map(0x100000, 0x1000, 4)).as("has its address").isEqualTo(EINVAL);
		assertThat(b.map(0x200000, 0x1000, 4)).as("none there").isEqualTo(ENOENT);
		assertThat(b.container.ioctl(Ioctl.IOMMU_MAP_DMA, new byte[31])).isEqualTo(EFAULT);
		assertThat(b.container.ioctl(Ioctl.IOMMU_MAP_DMA, new byte[32])).as("size 0").isEqualTo(EINVAL);
	}

	@Test
	void theSecondVersionNeverSplitsAMapping() {
		assertThat(b.unmap(0x11000, 0x1000, 0)).isEqualTo(EINVAL);
		assertThat(b.unmap(0x10000, 0x3F000, 0)).isEqualTo(EINVAL);
		assertThat(b.unmap(0x20000, 0x30000, 0)).isEqualTo(EINVAL);
		assertThat(b.unmap(0x60000, 0x1000, 0)).as("nothing there").isZero();
		assertThat(b.unmap(0, 0x10_0000_0000L, 0)).as("both").isEqualTo(0x44000);
	}

	@Test
	void theFirstVersionTakesWholeMappingsThatBeginWithinAndPinsNothing() {
		Bench first = new Bench(Ioctl.TYPE1);
		assertThat(first.start("03200001 00012000")).as("no data to pin").isEqualTo(124);
		first.pass();
		assertThat(first.start("02200040 00012000")).isEqualTo(EACCES);
		assertThat(first.unmap(0x11000, 0x1000, 0)).as("begins before").isZero();
		assertThat(first.unmap(0xF000, 0x2000, 0)).as("ends behind").isEqualTo(0x40000);
	}

	@Test
	void unmapAllNamesNoRange() {
		assertThat(b.unmap(0x10000, 0x40000, Ioctl.UNMAP_ALL)).isEqualTo(EINVAL);
		assertThat(b.unmap(0, 0, Ioctl.UNMAP_ALL)).isEqualTo(0x44000);
		assertThat(b.unmap(0, 0, 0)).isEqualTo(EINVAL);
		assertThat(b.unmap(0x10000, 0x1000, Ioctl.UNMAP_VADDR)).as("mediated devices need the addresses").isEqualTo(EBUSY);
		assertThat(b.unmap(0x10000, 0x1000, Ioctl.UNMAP_DIRTY_BITMAP)).isEqualTo(EINVAL);
		assertThat(b.unmap(0x10000, 0x1000, 8)).isEqualTo(EINVAL);
	}

	@Test
	void thereIsALimitOfMappings() {
		org.ccwbench.vfio.Machine machine = new org.ccwbench.vfio.Machine(new org.ccwbench.vfio.DmaMap(2));
		assertThat(machine.dmaMap().map(0x1000, 0x1000, 0x1000, 3)).isZero();
		assertThat(machine.dmaMap().map(0x3000, 0x1000, 0x1000, 3)).isZero();
		assertThat(machine.dmaMap().map(0x5000, 0x1000, 0x1000, 3)).isEqualTo(ENOSPC);
	}

	@Test
	void theLastGroupTakesTheMappingsAlong() {
		b.group.close();
		assertThat(b.machine.dmaMap().ranges()).isZero();
		assertThat(b.mdev.state()).isEqualTo(DeviceState.STANDBY);
	}
}
