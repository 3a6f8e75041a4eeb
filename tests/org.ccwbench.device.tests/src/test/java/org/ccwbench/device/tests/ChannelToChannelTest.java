// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ccwbench.channel.Device;
import org.ccwbench.channel.DevicePort;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two sides of an adapter in basic mode; expected values from recorded programs and SA22-7203. */
class ChannelToChannelTest {
	/** One side with its program and what it presented last. */
	private static final class Side implements DevicePort {
		final Device device;
		final Program program;
		int presented;

		Side(int number, String words) throws Exception {
			device = Devices.create(DeviceOptions.of("CTCE", number, null, words));
			device.attached(this);
			program = new Program(device);
		}

		@Override
		public void present(int unitStatus) {
			presented = unitStatus;
		}

		@Override
		public void after(long micros, Runnable action) {
			throw new AssertionError("no timer expected");
		}

		@Override
		public long now() {
			return 0;
		}
	}

	private Side x;
	private Side y;

	@BeforeEach
	void couple() throws Exception {
		x = new Side(0xE40, "");
		y = new Side(0xE41, "");
		Devices.couple(List.of(x.device, y.device));
	}

	@Test
	void aWriteWaitsForTheReadOfTheOtherSide() {
		assertThat(x.program.write(0x01, "00010203").status()).as("no status yet").isZero();
		assertThat(y.presented).as("attention").isEqualTo(0x80);
		assertThat(y.program.read(0x14, 1).data()).as("sense command byte").isEqualTo("01");
		assertThat(y.program.read(0x02, 100).status()).isEqualTo(0x0C);
		assertThat(y.program.data()).isEqualTo("00010203");
		assertThat(x.presented).isEqualTo(0x0C);
		assertThat(y.program.read(0x14, 1).data()).as("idle again").isEqualTo("00");
	}

	@Test
	void aReadWaitsForTheWrite() {
		assertThat(y.program.read(0x02, 100).status()).isZero();
		assertThat(x.presented).isEqualTo(0x80);
		assertThat(x.program.write(0x01, "ab".repeat(10)).status()).isEqualTo(0x0C);
		assertThat(y.presented).isEqualTo(0x0C);
		assertThat(y.program.data()).isEqualTo("ab".repeat(10));
	}

	@Test
	void controlEndsWhenItsByteIsSensed() {
		assertThat(x.program.write(0x07, "00").status()).as("channel end").isEqualTo(0x08);
		assertThat(y.presented).isEqualTo(0x80);
		assertThat(y.program.read(0x14, 1).data()).isEqualTo("07");
		assertThat(x.presented).as("device end").isEqualTo(0x04);
	}

	@Test
	void twoWritesDoNotMeet() {
		x.program.write(0x01, "00");
		assertThat(y.program.write(0x01, "11").status()).as("attention and busy").isEqualTo(0x90);
	}

	@Test
	void aHaltedWriteIsForgotten() {
		x.program.write(0x01, "00");
		x.device.chainEnded();
		assertThat(y.program.read(0x14, 1).data()).isEqualTo("00");
	}

	@Test
	void aSideAloneRequiresIntervention() throws Exception {
		Side alone = new Side(0xE42, "peer=0E77");
		Devices.couple(List.of(x.device, y.device, alone.device));
		assertThat(alone.program.read(0x02, 1).status()).isEqualTo(0x0E);
		assertThat(alone.program.sense(1)).isEqualTo("40");
		assertThat(alone.program.again().read(0xE4, 20).data()).isEqualTo("ff308808000001");
	}
}
