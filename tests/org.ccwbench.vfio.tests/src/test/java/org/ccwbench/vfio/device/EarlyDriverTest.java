// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.ccwbench.vfio.DriverVersion;
import org.junit.jupiter.api.Test;

/**
 * What the drivers of 5.17 and 4.19.191 do otherwise than that of 6.12 (drivers/s390/cio/vfio_ccw_ops.c, _fsm.c and
 * _drv.c of these versions).
 */
class EarlyDriverTest {
	private static final String NOP = "03200001 00012000";
	private static final String WORK = "01200040 00012000";
	private static final int EIO = -5;
	private static final int EACCES = -13;
	private static final int EBUSY = -16;
	private static final int ENODEV = -19;
	private static final int EINVAL = -22;

	private final Bench v517 = new Bench(DriverVersion.LINUX_5_17);
	private final Bench v419 = new Bench(DriverVersion.LINUX_4_19);

	private static boolean enabled(Bench b) {
		return (b.channel.subchannel(3).schib()[5] & 0x80) != 0;
	}

	@Test
	void theFirstHasOneRegionAndOneInterruption() {
		byte[] info = Bench.words(16, 0, 0, 0);
		assertThat(v419.mdev.ioctl(Ioctl.DEVICE_GET_INFO, info)).isZero();
		assertThat(info).isEqualTo(Bench.words(16, 0x11, 1, 1));
		byte[] region = Bench.words(48, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
		assertThat(v419.mdev.ioctl(Ioctl.DEVICE_GET_REGION_INFO, region)).isZero();
		assertThat(region).isEqualTo(Bench.words(48, 3, 0, 0, 0, 124, 0, 0, 0, 0, 0, 0));
		assertThat(v419.mdev.ioctl(Ioctl.DEVICE_GET_REGION_INFO, Bench.words(48, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0))).isEqualTo(EINVAL);
		assertThat(v419.mdev.ioctl(Ioctl.DEVICE_GET_IRQ_INFO, Bench.words(16, 0, 0, 0))).isZero();
		assertThat(v419.mdev.ioctl(Ioctl.DEVICE_GET_IRQ_INFO, Bench.words(16, 0, 1, 0))).isEqualTo(EINVAL);
		assertThat(v419.mdev.ioctl(Ioctl.DEVICE_SET_IRQS, Bench.words(20, 33, 1, 0, 1))).isEqualTo(EINVAL);
		assertThat(v419.read(0x400, 8)).as("no async region").isEqualTo("-22");
		assertThat(v419.read(1L << 42, 12)).as("a position is one of bytes").isEqualTo("-22");
	}

	@Test
	void thatOf517HasAllRegionsAndInterruptions() {
		byte[] info = Bench.words(16, 0, 0, 0);
		assertThat(v517.mdev.ioctl(Ioctl.DEVICE_GET_INFO, info)).isZero();
		assertThat(info).isEqualTo(Bench.words(16, 0x11, 4, 3));
		v517.start(WORK);
		v517.pass();
		assertThat(v517.command(1)).isEqualTo(8);
		assertThat(v517.pass().io()).isEqualTo(1);
		assertThat(v517.mdev.state()).isEqualTo(DeviceState.IDLE);
	}

	/** vfio_ccw_mdev_write of 4.19 looks at the state before it takes the bytes. */
	@Test
	void theFirstRefusesAWriteInAnyStateButIdleAndLeavesTheRegionAlone() {
		v419.start(WORK);
		v419.pass();
		String before = v419.read(0, 124);
		assertThat(v419.write("cafe0002" + "00c28000" + "00012000", Bench.START)).isEqualTo(EACCES);
		assertThat(v419.read(0, 124)).isEqualTo(before);
		v517.start(WORK);
		v517.pass();
		assertThat(v517.write(Bench.ORB, Bench.START)).as("5.17 asks the state machine").isEqualTo(EBUSY);
	}

	/** vfio_ccw_sch_probe enables the subchannel, vfio_ccw_mdev_probe makes the device idle. */
	@Test
	void theSubchannelIsEnabledAsLongAsTheDriverHasIt() {
		for (Bench b : new Bench[] {v517, v419}) {
			b.mdev.close();
			assertThat(b.mdev.state()).isEqualTo(DeviceState.STANDBY);
			assertThat(enabled(b)).isTrue();
			b.mdev.remove();
			assertThat(enabled(b)).isFalse();
		}
	}

	/** vfio_ccw_mdev_open_device leaves the state as it is; vfio_ccw_mdev_reset makes it idle. */
	@Test
	void openedAgainTheDeviceIsInStandbyUntilItIsReset() {
		for (Bench b : new Bench[] {v517, v419}) {
			b.mdev.close();
			assertThat(b.group.openDevice()).isZero();
			assertThat(b.start(NOP)).isEqualTo(b == v517 ? EIO : EACCES);
			assertThat(b.mdev.ioctl(Ioctl.DEVICE_RESET, null)).isZero();
			assertThat(b.start(NOP)).isEqualTo(124);
			assertThat(b.pass().io()).isEqualTo(1);
		}
	}

	/** vfio_ccw_mdev_reset gives what disabling or enabling gave; 6.12 has one answer for all. */
	@Test
	void aResetThatFailsSaysWhy() {
		v517.unplug();
		assertThat(v517.mdev.ioctl(Ioctl.DEVICE_RESET, null)).isEqualTo(ENODEV);
	}

	/** fsm_notoper frees nothing before 6.0; the request callback is not there in 4.19. */
	@Test
	void aDeviceThatWasPulledKeepsItsPagesUntilItIsClosed() {
		for (Bench b : new Bench[] {v517, v419}) {
			b.start(WORK);
			b.pass();
			b.unplug();
			assertThat(b.mdev.state()).isEqualTo(DeviceState.NOT_OPER);
			assertThat(b.pins()).isEqualTo(1);
			assertThat(b.events[2].take()).as("request to release").isEqualTo(b == v517 ? 1 : 0);
			b.mdev.close();
			assertThat(b.pins()).isZero();
		}
	}

	/** vfio_ccw_sch_event of 5.17 makes a device idle that was not operational, once the subchannel is found to be there. */
	@Test
	void aDeviceThatCannotBeResetIsIdleAgainWhenItsSubchannelIsThere() {
		v517.mdev.remove();
		assertThat(v517.mdev.state()).isEqualTo(DeviceState.NOT_OPER);
		v517.mdev.subchannelEvent();
		assertThat(v517.mdev.state()).isEqualTo(DeviceState.IDLE);
	}

	/** vfio_ccw_mdev_notifier frees the program after the reset. */
	@Test
	void unmappingPagesOfTheProgramResetsTheDevice() {
		for (Bench b : new Bench[] {v517, v419}) {
			b.store(Bench.PROGRAM, "01200040 00010000");
			b.write(Bench.ORB, Bench.START);
			b.pass();
			assertThat(b.unmap(Bench.LOW, Bench.LOW_LENGTH, 0)).isEqualTo(Bench.LOW_LENGTH);
			assertThat(b.mdev.state()).isEqualTo(DeviceState.IDLE);
			assertThat(b.pins()).isZero();
		}
	}

	/** vfio_iommu_type1_ioctl of 4.19: 16 bytes of information, no flags but read and write. */
	@Test
	void theFirstContainerTellsItsPageSizesOnly() {
		byte[] info = Bench.words(72, 0, 0, 0, 0, 0);
		assertThat(v419.container.ioctl(Ioctl.IOMMU_GET_INFO, info)).isZero();
		assertThat(info).isEqualTo(Bench.words(72, 1, 0xFFFFFFFF, 0xFFFFF000, 0, 0));
		assertThat(v419.container.checkExtension(9)).as("unmap all").isZero();
		assertThat(v419.unmap(0, 0, Ioctl.UNMAP_ALL)).isEqualTo(EINVAL);
		assertThat(v419.unmap(Bench.LOW, Bench.LOW_LENGTH, Ioctl.UNMAP_VADDR)).isEqualTo(EINVAL);
		assertThat(v419.map(0x200000, 0x1000, Ioctl.MAP_VADDR)).isEqualTo(EINVAL);
		assertThat(v419.unmap(Bench.LOW, Bench.LOW_LENGTH, 0)).isEqualTo(Bench.LOW_LENGTH);
		assertThat(v517.container.checkExtension(9)).isEqualTo(1);
	}
}
