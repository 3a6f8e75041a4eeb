// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.ccwbench.channel.DevicePort;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;
import org.ccwbench.device.OperatorDevice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console; expected values from recorded programs and GA24-3550. */
class ConsoleTest {
	private OperatorDevice console;
	private Program program;
	private int presented;

	@BeforeEach
	void attach() throws Exception {
		console = (OperatorDevice) Devices.create(DeviceOptions.of("3215-C", 9, null, ""));
		console.attached(new DevicePort() {
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
		});
		program = new Program(console);
	}

	@Test
	void writesArePrinted() {
		program.write(0x01, "c8c9").write(0x09, "5a").write(0x0B, "");
		assertThat(new String(console.medium().bytes(0, 5), StandardCharsets.ISO_8859_1)).isEqualTo("HI!\n\u0007");
	}

	@Test
	void aReadWaitsForTheOperator() {
		program.read(0x0A, 80);
		assertThat(program.status()).as("no status yet").isZero();
		assertThat(console.waiting()).isTrue();
		assertThat(console.enter("GO")).isTrue();
		assertThat(presented).isEqualTo(0x0C);
		assertThat(program.data()).isEqualTo("c7d6");
		assertThat(console.waiting()).isFalse();
	}

	@Test
	void aLineThatNobodyAwaitsRaisesAttention() {
		assertThat(console.enter("GO")).isTrue();
		assertThat(presented).isEqualTo(0x80);
		assertThat(console.enter("AGAIN")).as("the first line is not read yet").isFalse();
		assertThat(program.read(0x0A, 80).status()).isEqualTo(0x0C);
		assertThat(program.data()).isEqualTo("c7d6");
	}

	@Test
	void aHaltedReadForgetsToWait() {
		program.read(0x0A, 80);
		console.chainEnded();
		assertThat(console.waiting()).isFalse();
		console.enter("GO");
		assertThat(presented).isEqualTo(0x80);
	}

	@Test
	void senseId() {
		assertThat(program.read(0xE4, 20).data()).isEqualTo("ff321500321500");
	}
}
