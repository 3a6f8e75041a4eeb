// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ccwbench.storage.Bytes;
import org.ccwbench.vfio.DriverVersion;

/** Whatever user space, host and device do, in whatever order: no call throws, every result is one, and pins come off. */
class CallSequencePropertyTest {
	private static final int CALLS = 60;
	private static final String[] PROGRAMS = {"03200001 00012000", "02200040 00012FF0", "01200040 00012000",
			"02600040 00012000 01200040 00020FFC", "03600001 00012000 02220040 00012000", "02200040 00700000",
			"02200040 00800000", "03600001 00012000 08000000 00011000", "FF200001 00012000", "02A00004 00012000 00200004 00013000"};
	private static final int[] ORB_WORDS = {0x00C2_8000, 0x08C2_8000, 0x08CA_8000, 0x00C0_8000, 0x00C3_8000, 0x00C2_4000,
			0x00C2_0000, 0x00C6_8000, 0x00C2_807E, 0x1082_8000};

	/** Before 6.0 a program may keep its pages in any state until the device is closed. */
	@Property(tries = 500)
	void nothingThrowsAndNothingStaysPinned(@ForAll long seed, @ForAll DriverVersion version) {
		Random random = new Random(seed);
		Bench b = new Bench(version);
		long pieces = b.machine.kernel().live();
		for (int i = 0; i < CALLS; i++) {
			int rc = call(b, random);
			assertThat(rc).isBetween(-95, 4096);
			boolean kept = b.mdev.state() == DeviceState.CP_PENDING || version.beforeSix();
			assertThat(b.pins() == 0 || kept).as("pins in state " + b.mdev.state()).isTrue();
		}
		b.mdev.close();
		assertThat(b.pins()).isZero();
		b.mdev.remove();
		assertThat(b.machine.kernel().live()).as("kernel memory").isEqualTo(pieces - 1);
		assertThat(b.mdev.state()).isIn(DeviceState.STANDBY, DeviceState.NOT_OPER);
	}

	@Property(tries = 500)
	void anyBytesAnywhereAreTakenOrRefused(@ForAll long seed) {
		Random random = new Random(seed);
		Bench b = new Bench();
		for (int i = 0; i < CALLS; i++) {
			byte[] bytes = new byte[random.nextInt(140)];
			random.nextBytes(bytes);
			long position = random.nextInt(8) == 0 ? random.nextLong() : random.nextInt(0x1100);
			switch (random.nextInt(5)) {
				case 0 -> b.mdev.pwrite(bytes, random.nextInt(-1, 140), position);
				case 1 -> b.mdev.pread(bytes, random.nextInt(-1, 140), position);
				case 2 -> b.mdev.ioctl(Ioctl.DEVICE_GET_INFO + random.nextInt(6), bytes);
				case 3 -> b.container.ioctl(Ioctl.IOMMU_GET_INFO + random.nextInt(4), sized(bytes, random));
				default -> b.host.advance(random.nextInt(1000));
			}
		}
		b.group.close();
		assertThat(b.pins()).isZero();
	}

	private static byte[] sized(byte[] bytes, Random random) {
		if (bytes.length >= 32) {
			Bytes.put32(bytes, 0, random.nextInt(80));
			Bytes.put32(bytes, 4, random.nextInt(8));
			for (int at = 8; at < 32; at += 8) {
				Bytes.put64(bytes, at, (long) random.nextInt(-2, 0x60) << (random.nextBoolean() ? 12 : 55));
			}
		}
		return bytes;
	}

	private static int call(Bench b, Random random) {
		switch (random.nextInt(16)) {
			case 0, 1, 2, 3 -> {
				if (b.machine.user().contains(org.ccwbench.vfio.Machine.GUEST_BASE + Bench.PROGRAM, 64)) {
					b.store(Bench.PROGRAM, PROGRAMS[random.nextInt(PROGRAMS.length)]);
				}
				String word = String.format("%08x", ORB_WORDS[random.nextInt(ORB_WORDS.length)]);
				return b.write("cafe0001" + word + "00011000", Bench.START);
			}
			case 4 -> {
				return b.command(random.nextInt(5));
			}
			case 5 -> {
				return b.mdev.ioctl(Ioctl.DEVICE_RESET, null);
			}
			case 6 -> {
				return (int) Math.min(0, b.unmap(Bench.LOW, Bench.LOW_LENGTH, 0));
			}
			case 7 -> {
				return b.map(Bench.LOW, Bench.LOW_LENGTH, random.nextBoolean() ? 3 : 1);
			}
			case 8 -> {
				return b.mdev.pathEvent(PathEvent.values()[random.nextInt(4)], random.nextInt(3));
			}
			case 9 -> {
				return b.mdev.pread(new byte[52], 52, 0x800);
			}
			case 10 -> {
				b.mdev.close();
				return b.group.openDevice();
			}
			case 11 -> b.device.attention();
			case 12 -> b.device.end();
			case 13 -> {
				if (random.nextInt(20) == 0) {
					b.unplug();
				}
			}
			default -> b.host.advance(random.nextInt(200));
		}
		return 0;
	}
}
