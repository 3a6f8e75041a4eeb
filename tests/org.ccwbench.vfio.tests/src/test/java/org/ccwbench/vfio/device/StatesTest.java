// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.ccwbench.vfio.DriverVersion;
import org.junit.jupiter.api.Test;

/**
 * The driver's five states as user space meets them. Expected values are those that a real device gave (the
 * recordings of Linux 6.12 that {@code run} replays), or follow from the driver's table of states and events.
 */
class StatesTest {
	private static final String NOP = "03200001 00012000";
	private static final String READ = "02200040 00012000";
	private static final String WORK = "01200040 00012000";
	private static final String SUSPENDS = "03600001 00012000  02220040 00012000";
	private static final int EPERM = -1;
	private static final int EIO = -5;
	private static final int ENOMEM = -12;
	private static final int EACCES = -13;
	private static final int EFAULT = -14;
	private static final int EBUSY = -16;
	private static final int ENODEV = -19;
	private static final int EINVAL = -22;
	private static final int EOPNOTSUPP = -95;
	private static final int HALT = 1;
	private static final int CLEAR = 2;

	private final Bench b = new Bench();

	@Test
	void aProgramIsPendingUntilItsInterruptionAndThenTheDeviceIsIdle() {
		assertThat(b.start(READ)).isEqualTo(124);
		assertThat(b.mdev.state()).isEqualTo(DeviceState.CP_PENDING);
		assertThat(b.pins()).isEqualTo(1);
		assertThat(b.io()).isZero();
		b.pass();
		assertThat(b.mdev.state()).isEqualTo(DeviceState.IDLE);
		assertThat(b.io()).isEqualTo(1);
		assertThat(b.scsw()).isEqualTo("00c04007" + "00011008" + "0c000000");
		assertThat(b.load(0x12000, 65)).isEqualTo("5a".repeat(64) + "00");
		assertThat(b.pins()).isZero();
	}

	@Test
	void aSecondStartWhileOneIsPendingIsBusyAndTheReturnCodeStays() {
		b.start(WORK);
		b.pass();
		assertThat(b.write(Bench.ORB, Bench.START)).isEqualTo(EBUSY);
		assertThat(b.returnCode()).isEqualTo(EBUSY);
		assertThat(b.command(HALT)).isEqualTo(8);
		assertThat(b.returnCode()).as("halting has a return code of its own").isEqualTo(EBUSY);
		assertThat(b.read(0x404, 4)).isEqualTo("00000000");
	}

	@Test
	void withoutAFunctionNothingHappensAndNobodyIsTold() {
		b.store(Bench.PROGRAM, NOP);
		assertThat(b.write(Bench.ORB, "0".repeat(24))).isEqualTo(124);
		b.pass();
		assertThat(b.mdev.state()).isEqualTo(DeviceState.IDLE);
		assertThat(b.io()).isZero();
	}

	@Test
	void haltAndClearInTheIoRegionAndTransportModeAreNotSupported() {
		b.store(Bench.PROGRAM, NOP);
		assertThat(b.write(Bench.ORB, "00002000" + "0".repeat(16))).isEqualTo(EOPNOTSUPP);
		assertThat(b.write(Bench.ORB, "00001000" + "0".repeat(16))).isEqualTo(EOPNOTSUPP);
		assertThat(b.write("cafe0001" + "00c68000" + "00011000", Bench.START)).isEqualTo(EOPNOTSUPP);
		assertThat(b.mdev.state()).isEqualTo(DeviceState.IDLE);
	}

	@Test
	void aWriteOfTheOrbAloneAsksForWhatTheScswStillSays() {
		b.store(Bench.PROGRAM, NOP);
		b.write(Bench.ORB, "0".repeat(24));
		byte[] orb = java.util.HexFormat.of().parseHex(Bench.ORB);
		assertThat(b.mdev.pwrite(orb, 12, 0)).isEqualTo(12);
		assertThat(b.mdev.state()).isEqualTo(DeviceState.IDLE);
		b.start(NOP);
		b.pass();
		assertThat(b.mdev.pwrite(orb, 12, 0)).as("the start function is still in the SCSW").isEqualTo(12);
		assertThat(b.mdev.state()).isEqualTo(DeviceState.CP_PENDING);
	}

	@Test
	void whatCannotBeTranslatedLeavesTheDeviceIdleAndNothingPinned() {
		assertThat(b.start("02200040 00700000")).as("data not mapped").isEqualTo(EINVAL);
		assertThat(b.start("02200040 00800000")).as("data mapped for reading only").isEqualTo(EPERM);
		assertThat(b.start("02600040 00012000  02200040 00700000")).as("second CCW").isEqualTo(EINVAL);
		assertThat(b.returnCode()).isEqualTo(EINVAL);
		assertThat(b.write("cafe0001" + "00c2807e" + "00011000", Bench.START)).as("reserved bits").isEqualTo(EINVAL);
		b.store(Bench.PROGRAM, NOP);
		assertThat(b.write("cafe0001" + "00c2807e" + "00011000", Bench.START)).as("reserved bits").isEqualTo(EIO);
		assertThat(b.mdev.state()).isEqualTo(DeviceState.IDLE);
		assertThat(b.pins()).isZero();
		assertThat(b.pass().io()).isZero();
	}

	/** vfio_find_dma looks for 4 KiB from the address on: those of 0F800 reach into the mapping at 10000. */
	@Test
	void dataInThePageBeforeAMappingAreTakenForAPartOfIt() {
		assertThat(b.start("02200040 0000F000")).as("the page as such").isEqualTo(EINVAL);
		assertThat(b.start("02200040 0000F800")).as("the monitor has nothing there").isEqualTo(EFAULT);
		b.machine.storage(0, 0x10000);
		b.store(0xF800, "00".repeat(64));
		assertThat(b.start("02200040 0000F800")).as("memory of the monitor that was never mapped").isEqualTo(124);
		b.pass();
		assertThat(b.load(0xF800, 64)).isEqualTo("5a".repeat(64));
		assertThat(b.pins()).isZero();
	}

	/** vfio_iommu_type1_pin_pages counts by address: 6.12 pins where data begin, 5.17 where their page begins. */
	@Test
	void theLimitOfLockedMemoryCountsAddressesNotPages() {
		Bench old = new Bench(DriverVersion.LINUX_5_17);
		String twiceInAPage = "02600040 00012000  02200040 00012080";
		for (Bench any : new Bench[] {b, old}) {
			any.machine.lockedLimit(1);
		}
		assertThat(b.start(READ)).isEqualTo(124);
		assertThat(b.pass().pins()).isZero();
		assertThat(b.start(twiceInAPage)).isEqualTo(ENOMEM);
		assertThat(old.start(twiceInAPage)).isEqualTo(124);
		assertThat(b.start("02600040 00012000  02200040 00012000")).as("one address twice").isEqualTo(124);
		b.pass();
		assertThat(b.write("cafe0001" + "00c08000" + "00011000", Bench.START)).as("the same, words of 2K").isEqualTo(124);
		b.pass();
		b.store(Bench.PROGRAM, "02201000 00012000");
		assertThat(b.write("cafe0001" + "00c08000" + "00011000", Bench.START)).as("two words of 2K").isEqualTo(ENOMEM);
		b.machine.lockedLimit(2);
		assertThat(b.start(twiceInAPage)).isEqualTo(124);
		assertThat(b.pass().pins()).isZero();
	}

	@Test
	void haltEndsAProgramThatWorks() {
		b.start(WORK);
		b.pass();
		assertThat(b.command(HALT)).isEqualTo(8);
		assertThat(b.mdev.state()).as("until the interruption").isEqualTo(DeviceState.CP_PENDING);
		b.pass();
		assertThat(b.io()).isEqualTo(1);
		assertThat(b.scsw().substring(4, 8)).as("start and halt function, status pending alone").isEqualTo("6001");
		assertThat(b.mdev.state()).isEqualTo(DeviceState.IDLE);
		assertThat(b.pins()).isZero();
	}

	@Test
	void clearEndsAProgramThatWorks() {
		b.start(WORK);
		b.pass();
		assertThat(b.command(CLEAR)).isEqualTo(8);
		b.pass();
		assertThat(b.io()).isEqualTo(1);
		assertThat(b.scsw().substring(4, 8)).isEqualTo("1001");
		assertThat(b.mdev.state()).isEqualTo(DeviceState.IDLE);
		assertThat(b.pins()).isZero();
	}

	@Test
	void haltAndClearOfAnIdleSubchannelInterruptAndOtherCommandsAreInvalid() {
		assertThat(b.command(HALT)).isEqualTo(8);
		assertThat(b.pass().io()).isEqualTo(1);
		assertThat(b.scsw().substring(4, 8)).isEqualTo("2001");
		assertThat(b.command(CLEAR)).isEqualTo(8);
		assertThat(b.pass().io()).isEqualTo(1);
		assertThat(b.command(3)).isEqualTo(EINVAL);
		assertThat(b.command(4)).isEqualTo(EINVAL);
		assertThat(b.read(0x400, 8)).isEqualTo("00000004" + "ffffffea");
		assertThat(b.command(HALT)).as("the return code is that of the last command").isEqualTo(8);
	}

	@Test
	void attentionIsToldAndDisturbsNothing() {
		b.device.attention();
		assertThat(b.pass().io()).isEqualTo(1);
		assertThat(b.scsw()).startsWith("00000011").endsWith("80000000");
		assertThat(b.mdev.state()).isEqualTo(DeviceState.IDLE);
		assertThat(b.start(NOP)).isEqualTo(124);
		assertThat(b.pass().io()).isEqualTo(1);
	}

	@Test
	void theInterruptionOfASuspendedProgramEndsItForTheDriver() {
		b.store(Bench.PROGRAM, SUSPENDS);
		assertThat(b.write("cafe0001" + "08c28000" + "00011000", Bench.START)).isEqualTo(124);
		assertThat(b.pins()).isEqualTo(1);
		b.pass();
		assertThat(b.io()).isEqualTo(1);
		assertThat(b.scsw()).as("suspended, intermediate, behind the CCW that asks").startsWith("08c04029" + "00011010");
		assertThat(b.mdev.state()).isEqualTo(DeviceState.IDLE);
		assertThat(b.pins()).isZero();
		assertThat(b.write(Bench.ORB, Bench.START)).as("the subchannel is still busy with it").isEqualTo(EBUSY);
	}

	@Test
	void aSuspendedProgramThatNobodyTellsOfStaysPendingUntilItsPagesAreUnmapped() {
		b.store(Bench.PROGRAM, SUSPENDS);
		b.write("cafe0001" + "08ca8000" + "00011000", Bench.START);
		b.pass();
		assertThat(b.io()).isZero();
		assertThat(b.mdev.state()).isEqualTo(DeviceState.CP_PENDING);
		assertThat(b.unmap(Bench.LOW, Bench.LOW_LENGTH, 0)).isEqualTo(Bench.LOW_LENGTH);
		assertThat(b.mdev.state()).isEqualTo(DeviceState.IDLE);
		assertThat(b.pins()).isZero();
		assertThat(b.read(0x800 + 30, 2)).as("no function in progress").isEqualTo("0000");
		assertThat(b.write(Bench.ORB, Bench.START)).as("the program itself is gone").isEqualTo(EINVAL);
	}

	@Test
	void unmappingWhatNoProgramUsesDisturbsNone() {
		b.start(WORK);
		b.pass();
		assertThat(b.unmap(Bench.READ_ONLY, 0x4000, 0)).isEqualTo(0x4000);
		assertThat(b.mdev.state()).isEqualTo(DeviceState.CP_PENDING);
		b.device.end();
		assertThat(b.pass().io()).isEqualTo(1);
	}

	@Test
	void resetEndsWhatIsGoingOn() {
		b.start(WORK);
		b.pass();
		assertThat(b.mdev.ioctl(Ioctl.DEVICE_RESET, null)).isZero();
		assertThat(b.mdev.state()).isEqualTo(DeviceState.IDLE);
		assertThat(b.pins()).isZero();
		assertThat(b.read(0x800 + 4, 2)).as("subclass 3, enabled, valid").isEqualTo("1881");
		assertThat(b.start(NOP)).isEqualTo(124);
	}

	@Test
	void closedTheSubchannelIsDisabledAndOnlyTheIoRegionIsLeft() {
		b.start(WORK);
		b.pass();
		b.mdev.close();
		assertThat(b.mdev.state()).isEqualTo(DeviceState.STANDBY);
		assertThat(b.pins()).isZero();
		assertThat(b.channel.subchannel(3).schib()[5]).as("valid, not enabled").isEqualTo((byte) 0x01);
		assertThat(b.write(Bench.ORB, Bench.START)).isEqualTo(EIO);
		assertThat(b.command(HALT)).isEqualTo(EINVAL);
		assertThat(b.read(0x800, 52)).isEqualTo("-22");
		assertThat(b.group.openDevice()).isZero();
		assertThat(b.start(NOP)).isEqualTo(124);
	}

	@Test
	void aDeviceThatWasPulledIsNotOperationalAndAskedBack() {
		b.start(WORK);
		b.pass();
		b.io();
		b.unplug();
		assertThat(b.mdev.state()).isEqualTo(DeviceState.NOT_OPER);
		assertThat(b.pins()).isZero();
		assertThat(b.events[2].take()).as("request to release").isEqualTo(1);
		assertThat(b.write(Bench.ORB, Bench.START)).isEqualTo(EIO);
		assertThat(b.command(CLEAR)).isEqualTo(EIO);
		assertThat(b.read(0x400, 8)).isEqualTo("00000002" + "fffffffb");
		assertThat(b.read(0x800, 52)).isEqualTo(Integer.toString(ENODEV));
		assertThat(b.read(0xC00, 8)).isEqualTo("0000000000000000");
		assertThat(b.mdev.ioctl(Ioctl.DEVICE_RESET, null)).isEqualTo(EINVAL);
		b.mdev.requestRelease();
		assertThat(b.events[2].take()).isEqualTo(1);
		b.mdev.close();
		assertThat(b.group.openDevice()).isEqualTo(EINVAL);
		assertThat(b.pass().io()).isZero();
	}

	@Test
	void withoutThePathThatTheOrbNamesOthersAreLeftAndWithoutAnyNone() {
		b.store(Bench.PROGRAM, NOP);
		assertThat(b.write("cafe0001" + "00c24000" + "00011000", Bench.START)).as("path 1 of 0").isEqualTo(EACCES);
		assertThat(b.write("cafe0001" + "00c20000" + "00011000", Bench.START)).as("whichever").isEqualTo(124);
		b.pass();
		assertThat(b.mdev.pathEvent(PathEvent.VARY_OFF, 1)).isZero();
		b.pass();
		assertThat(b.write("cafe0001" + "00c20000" + "00011000", Bench.START)).isEqualTo(ENODEV);
		assertThat(b.write(Bench.ORB, Bench.START)).as("varying is the host's business only").isEqualTo(124);
		b.pass();
		b.mdev.pathEvent(PathEvent.VARY_ON, 1);
		assertThat(b.write("cafe0001" + "00c20000" + "00011000", Bench.START)).isEqualTo(124);
		assertThat(b.mdev.state()).isEqualTo(DeviceState.CP_PENDING);
	}

	@Test
	void varyingOffThePathInUseEndsTheProgram() {
		b.start(WORK);
		b.pass();
		b.mdev.pathEvent(PathEvent.VARY_OFF, 1);
		b.pass();
		assertThat(b.mdev.state()).isEqualTo(DeviceState.IDLE);
		assertThat(b.pins()).isZero();
		assertThat(b.events[1].take()).as("not reported").isZero();
	}

	@Test
	void pathsThatGoAndComeAreReportedOneAfterTheOther() {
		b.mdev.pathEvent(PathEvent.OFFLINE, 7);
		assertThat(b.events[1].take()).as("no path of this subchannel").isZero();
		b.mdev.pathEvent(PathEvent.OFFLINE, 1);
		b.mdev.pathEvent(PathEvent.ONLINE, 1);
		assertThat(b.events[1].take()).isEqualTo(2);
		assertThat(b.read(0xC00, 8)).as("channel path, permanent error").isEqualTo("04060001" + "00000000");
		assertThat(b.events[1].take()).as("there is another").isEqualTo(1);
		assertThat(b.read(0xC00, 8)).as("initialized").isEqualTo("04020001" + "00000000");
		assertThat(b.events[1].take()).isZero();
		assertThat(b.read(0xC00, 8)).isEqualTo("0000000000000000");
	}
}
