// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ccwbench.channel.DevicePort;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;
import org.ccwbench.device.DisplayDevice;
import org.ccwbench.device.ImageException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Displays; expected values from the 3270 Data Stream Programmer's Reference (GA23-0059). */
class DisplayTest {
	private static final int ERASE_WRITE = 0x05;
	private static final int READ_MODIFIED = 0x06;
	private static final int ENTER = 0x7D;
	private DisplayDevice display;
	private Program program;
	private int presented;

	@BeforeEach
	void attach() throws Exception {
		attach("");
	}

	private void attach(String words) throws Exception {
		display = (DisplayDevice) Devices.create(DeviceOptions.of("3270", 0x700, null, words));
		display.attached(new DevicePort() {
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
		program = new Program(display);
	}

	private String row(int row) {
		StringBuilder s = new StringBuilder();
		for (int c = 0; c < display.columns(); c++) {
			s.append(display.at(row * display.columns() + c));
		}
		return s.toString().stripTrailing();
	}

	@Test
	void charactersGoToTheBufferAddress() {
		program.write(ERASE_WRITE, "c3 11 4040 d7d9c5e2e2 11 c150 c5d5e3c5d9 13");
		assertThat(program.status()).isEqualTo(0x0C);
		assertThat(row(0)).isEqualTo("PRESS");
		assertThat(row(1)).isEqualTo("ENTER");
		assertThat(display.cursor()).isEqualTo(85);
	}

	@Test
	void enterRaisesAttentionAndReadModifiedGivesTheModifiedFields() {
		program.last().write(ERASE_WRITE, "c3 11 4040 1d60 c1 1d40 13 11 40c6 1d60");
		assertThat(display.type("HELLO")).as("the field is three long").isEqualTo(3);
		assertThat(display.press(ENTER)).isTrue();
		assertThat(presented).as("attention").isEqualTo(0x80);
		assertThat(display.press(ENTER)).as("the keyboard is locked").isFalse();
		assertThat(program.last().read(READ_MODIFIED, 100).data()).isEqualTo("7d40c6" + "1140c3" + "c8c5d3");
		program.write(0x01, "c3");
		assertThat(display.locked()).as("restored by the write-control character").isFalse();
		assertThat(program.again().read(READ_MODIFIED, 100).data()).as("and modification reset").isEqualTo("6040c6");
	}

	@Test
	void withoutFieldsReadModifiedGivesAllThatIsNotNull() {
		program.last().write(ERASE_WRITE, "c3 11 4040 c1c2 11 c150 c3");
		display.press(0xF1);
		assertThat(program.read(READ_MODIFIED, 100).data()).isEqualTo("f1" + "4040" + "c1c2c3");
	}

	@Test
	void clearAndProgramAccessKeysGiveTheAttentionAlone() {
		program.last().write(ERASE_WRITE, "c3 11 4040 c1c2");
		display.press(0x6D);
		assertThat(program.last().read(READ_MODIFIED, 100).data()).isEqualTo("6d");
		assertThat(row(0)).isEmpty();
		program.last().write(ERASE_WRITE, "c3");
		display.press(0x6C);
		assertThat(program.last().read(READ_MODIFIED, 100).data()).isEqualTo("6c");
	}

	@Test
	void readBufferGivesTheWholeScreenWithItsAttributes() {
		program.last().write(ERASE_WRITE, "c3 11 4040 1d60 c1");
		byte[] b = program.read(0x02, 65535).bytes();
		assertThat(b).hasSize(3 + 1920 + 1);
		assertThat(HexFormat.of().formatHex(b, 0, 8)).isEqualTo("604040" + "1d60c10000");
	}

	@Test
	void repeatTabAndErase() {
		program.last().write(ERASE_WRITE, "c3 3c 40c5 5c 1d60 c1 1d40 c2 1d60 11 4040 05 c9");
		assertThat(row(0)).as("tab goes behind the first unprotected attribute").isEqualTo("***** A I");
		program.last().write(0x0F, "");
		assertThat(row(0)).as("only unprotected positions are erased; those before the first field are the last's").isEqualTo("***** A");
		assertThat(display.cursor()).isEqualTo(8);
	}

	@Test
	void protectedFieldsTakeNoTyping() {
		program.last().write(ERASE_WRITE, "c3 11 4040 1d60 13");
		assertThat(display.type("X")).isZero();
		assertThat(display.attribute(5)).isEqualTo(0x60);
	}

	@Test
	void anAddressThatTheScreenHasNotIsAnOperationCheck() {
		assertThat(program.write(ERASE_WRITE, "c3 11 7f7f").status()).isEqualTo(0x0E);
		assertThat(program.sense(1)).isEqualTo("01");
	}

	@Test
	void modelsHaveAnAlternateSize() throws Exception {
		attach("model=5");
		program.write(0x0D, "c3");
		assertThat(new int[] {display.rows(), display.columns()}).containsExactly(27, 132);
		program.write(ERASE_WRITE, "c3");
		assertThat(new int[] {display.rows(), display.columns()}).containsExactly(24, 80);
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> attach("model=9")).withMessageContaining("models are 2 to 5");
	}

	@Test
	void aDisplayWithoutPowerRequiresIntervention() throws Exception {
		attach("off");
		assertThat(program.read(0xE4, 20).data()).isEqualTo("ff32741d327802");
		assertThat(program.write(ERASE_WRITE, "c3").status()).isEqualTo(0x02);
		assertThat(program.sense(1)).isEqualTo("40");
	}

	@Property(tries = 100)
	void everyDataStreamEnds(@ForAll long seed) throws Exception {
		attach();
		Random random = new Random(seed);
		byte[] stream = new byte[random.nextInt(400)];
		int[] orders = {0x11, 0x1D, 0x29, 0x28, 0x2C, 0x13, 0x05, 0x3C, 0x12, 0x08, 0x40, 0xC1, 0x60, 0x00, 0x02};
		for (int i = 0; i < stream.length; i++) {
			stream[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : orders[random.nextInt(orders.length)]);
		}
		program.write(random.nextBoolean() ? ERASE_WRITE : 0x0D, HexFormat.of().formatHex(stream));
		assertThat(program.status()).isIn(0x0C, 0x0E);
		display.type("ABC");
		display.press(ENTER);
		assertThat(program.again().read(random.nextBoolean() ? 0x02 : READ_MODIFIED, 65535).status()).isEqualTo(0x0C);
		assertThat(display.cursor()).isBetween(0, display.rows() * display.columns() - 1);
	}
}
