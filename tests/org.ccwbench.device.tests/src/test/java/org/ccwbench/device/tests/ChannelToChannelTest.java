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

/** Two sides of an adapter in basic and extended mode; expected values from recorded programs and SA22-7203. */
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

	private void extendedMode() {
		assertThat(x.program.write(0xC3, "").status()).isEqualTo(0x0C);
		assertThat(y.program.write(0xC3, "").status()).isEqualTo(0x0C);
	}

	@Test
	void prepareWaitsWithoutAttentionUntilTheOtherSideDoesSomething() {
		extendedMode();
		for (int[] matching : new int[][] {{0x01, 0x00}, {0x02, 0x00}, {0x07, 0x08}, {0xE3, 0x0C}}) {
			x.presented = 0;
			y.presented = 0;
			assertThat(x.program.write(0xE3, "").status()).as("channel end").isEqualTo(0x08);
			assertThat(y.presented).as("no attention").isZero();
			assertThat(y.program.write(matching[0], "00").status()).as("%02X", matching[0]).isEqualTo(matching[1]);
			assertThat(x.presented).as("device end").isEqualTo(0x04);
			assertThat(x.program.read(0x14, 1).data()).as("what the other side waits with").isEqualTo(
					matching[0] == 0xE3 ? "00" : String.format("%02x", matching[0]));
			y.device.chainEnded();
		}
	}

	@Test
	void prepareHasNothingToWaitForIfTheOtherSideWaits() {
		extendedMode();
		y.program.write(0x01, "abcd");
		assertThat(x.program.write(0xE3, "").status()).isEqualTo(0x0C);
		assertThat(x.program.read(0x02, 10).data()).as("and the write is still there").isEqualTo("abcd");
	}

	@Test
	void prepareIsOfExtendedMode() {
		assertThat(x.program.write(0xE3, "").status()).isEqualTo(0x0E);
		assertThat(x.program.sense(1)).isEqualTo("80");
	}

	@Test
	void endOfFileEndsAReadWithUnitException() {
		extendedMode();
		assertThat(y.program.read(0x02, 100).status()).isZero();
		assertThat(x.program.write(0x81, "").status()).isEqualTo(0x0C);
		assertThat(y.presented).as("unit exception").isEqualTo(0x0D);
		assertThat(x.program.write(0x81, "").status()).as("before the read").isEqualTo(0x0C);
		assertThat(y.program.read(0x02, 100).status()).isEqualTo(0x0D);
		assertThat(y.program.read(0x02, 100).status()).as("once").isZero();
	}

	@Test
	void inBasicModeEndOfFileIsAWrite() {
		assertThat(x.program.write(0x81, "aa").status()).isZero();
		assertThat(y.program.read(0x02, 100).data()).isEqualTo("aa");
	}

	@Test
	void anythingButReadForgetsTheEndOfFile() {
		extendedMode();
		x.program.write(0x81, "");
		y.program.write(0x03, "");
		assertThat(y.program.read(0x02, 100).status()).isZero();
	}

	@Test
	void modesAreSetOnlyWhileTheOtherSideDoesNotWait() {
		y.program.read(0x02, 10);
		for (int command : new int[] {0xC3, 0x43, 0x03}) {
			assertThat(x.program.again().write(command, "").status()).as("%02X: attention and busy", command).isEqualTo(0x90);
		}
		y.device.chainEnded();
		extendedMode();
		x.program.write(0x43, "");
		y.program.write(0x43, "");
		assertThat(x.program.write(0xE3, "").status()).as("basic mode again").isEqualTo(0x0E);
	}

	@Test
	void aResetOfTheOtherSideFailsWhatWaits() {
		extendedMode();
		x.program.read(0x02, 10);
		y.device.reset();
		assertThat(x.presented).as("channel end, device end, unit check").isEqualTo(0x0E);
		byte[] sense = new byte[32];
		assertThat(x.device.takeSense(sense)).isEqualTo(1);
		assertThat(sense[0]).as("intervention required, operation check").isEqualTo((byte) 0x41);
		x.presented = 0;
		assertThat(x.program.again().read(0x02, 10).status()).as("the other side is not ready").isEqualTo(0x02);
		assertThat(x.program.sense(1)).isEqualTo("41");
		assertThat(y.program.again().write(0x03, "").status()).isEqualTo(0x0C);
		assertThat(x.presented).as("device end: it is ready").isEqualTo(0x04);
		assertThat(x.program.again().read(0x02, 10).status()).isZero();
	}

	@Test
	void modifierBitsAreThere() {
		x.program.write(0x75, "abcd");
		assertThat(y.program.read(0x14, 1).data()).isEqualTo("75");
		assertThat(y.program.read(0xDA, 10).data()).isEqualTo("abcd");
		for (int command : new int[] {0x00, 0x10, 0x08, 0x24, 0xCB, 0xF3}) {
			assertThat(x.program.again().read(command, 1).status()).as("%02X", command).isEqualTo(0x0E);
		}
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
