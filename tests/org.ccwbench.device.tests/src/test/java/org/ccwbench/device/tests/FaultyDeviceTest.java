// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.ccwbench.channel.DevicePort;
import org.ccwbench.device.BasicDevice;
import org.ccwbench.device.SenseCondition;
import org.ccwbench.device.fault.DeviceFault;
import org.ccwbench.device.fault.DeviceFaults;
import org.ccwbench.device.fault.FaultyDevice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device that fails: status as in PoP, chapter 16, sense as the 3990 gives it (GA32-0099). */
class FaultyDeviceTest {
	private static final int SEEK = 0x07;
	private static final int READ_DATA = 0x06;

	private DeviceFault next;
	private long delay;
	private String bad = "";
	private final List<Integer> presented = new ArrayList<>();
	private final List<Runnable> later = new ArrayList<>();
	private FaultyDevice device;
	private Program program;

	@BeforeEach
	void disk(@TempDir Path folder) throws Exception {
		CkdDisk disk = new CkdDisk(2).record(0, 0, 1, "c1", "01").record(0, 0, 2, "c3", "0202");
		device = new FaultyDevice((BasicDevice) disk.device(folder), new DeviceFaults() {
			@Override
			public DeviceFault next(int command, boolean chained) {
				DeviceFault f = next;
				next = null;
				return f;
			}

			@Override
			public long delay(int command) {
				return delay;
			}

			@Override
			public boolean unreadable(int cylinder, int head, int record) {
				return (cylinder + "," + head + "," + record).equals(bad);
			}
		});
		device.attached(new DevicePort() {
			@Override
			public void present(int unitStatus) {
				presented.add(unitStatus);
			}

			@Override
			public void after(long micros, Runnable action) {
				later.add(action);
			}

			@Override
			public long now() {
				return 0;
			}
		});
		program = new Program(device);
	}

	@Test
	void withoutAFaultItIsTheDevice() {
		program.write(SEEK, "0000 0000 0000");
		assertThat(program.read(READ_DATA, 10).data()).isEqualTo("01");
		assertThat(program.status()).isEqualTo(0x0C);
		assertThat(device.type()).isEqualTo("3390");
	}

	@Test
	void notReadyIsUnitCheckAsInitialStatusAndInterventionRequired() {
		next = new DeviceFault.NotReady();
		assertThat(program.write(SEEK, "0000 0000 0000").status()).isEqualTo(0x02);
		assertThat(program.sense(8)).isEqualTo("4000000000000019");
		assertThat(FaultyDevice.needsReadiness(0x04)).isFalse();
		assertThat(FaultyDevice.needsReadiness(0xE4)).isFalse();
		assertThat(FaultyDevice.needsReadiness(READ_DATA)).isTrue();
	}

	@Test
	void senseBytesAreThoseThatWereGivenAndGoAwayWithTheNextCommand() {
		next = new DeviceFault.Check(HexFormat.of().parseHex("1080ff"), 0x0E);
		assertThat(program.read(0xE4, 7).status()).isEqualTo(0x0E);
		assertThat(program.data()).as("not executed").isEmpty();
		byte[] peeked = new byte[32];
		assertThat(device.peekSense(peeked)).isEqualTo(32);
		assertThat(program.sense(4)).isEqualTo("1080ff00");
		next = new DeviceFault.Check(new byte[] {0x10}, 0x0E);
		program.again().read(0xE4, 7);
		program.again().read(0xE4, 7);
		assertThat(device.takeSense(peeked)).as("another command came between").isZero();
	}

	@Test
	void equipmentCheckHasTheFormOfTheDevice() {
		next = new DeviceFault.Broken(SenseCondition.EQUIPMENT);
		assertThat(program.write(SEEK, "0000 0000 0000").status()).isEqualTo(0x0E);
		assertThat(program.sense(8)).isEqualTo("1000000000000010");
	}

	@Test
	void aRecordThatCannotBeReadGivesItsDataAndThenDataCheckWithItsPlace() {
		bad = "0,0,2";
		program.write(SEEK, "0000 0000 0000");
		assertThat(program.read(READ_DATA, 10).status()).isEqualTo(0x0C);
		assertThat(program.read(READ_DATA, 10).status()).isEqualTo(0x0E);
		assertThat(program.data()).isEqualTo("0202");
		assertThat(program.sense(13)).isEqualTo("0880000000000043" + "0000000002");
	}

	@Test
	void busyIsFollowedByWhatSaysThatItNoLongerIs() {
		next = new DeviceFault.Busy(100, 0x10);
		assertThat(program.write(SEEK, "0000 0000 0000").status()).isEqualTo(0x10);
		next = new DeviceFault.Busy(100, 0x50);
		assertThat(program.write(SEEK, "0000 0000 0000").status()).isEqualTo(0x50);
		next = new DeviceFault.Busy(100, 0x90);
		assertThat(program.write(SEEK, "0000 0000 0000").status()).isEqualTo(0x90);
		later.forEach(Runnable::run);
		assertThat(presented).containsExactly(0x04, 0x20);
	}

	@Test
	void aSlowDevicePresentsItsStatusLaterUnlessItIsHaltedBefore() {
		delay = 500;
		assertThat(program.write(SEEK, "0000 0000 0000").status()).isZero();
		later.remove(0).run();
		assertThat(presented).containsExactly(0x0C);
		program.write(SEEK, "0000 0000 0000");
		device.halted();
		later.remove(0).run();
		assertThat(presented).hasSize(1);
	}

	@Test
	void missingStatus() {
		next = new DeviceFault.NoChannelEnd();
		assertThat(program.write(SEEK, "0000 0000 0000").status()).isEqualTo(0x04);
		next = new DeviceFault.NoStatus();
		assertThat(program.write(SEEK, "0000 0000 0000").status()).isZero();
		assertThat(later).isEmpty();
		assertThat(program.write(SEEK, "0000 0000 0000").status()).isEqualTo(0x0C);
	}
}
