// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;
import org.ccwbench.device.DisplayDevice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Structured fields and extended attributes; GA23-0059, chapters 4 to 6. */
class StructuredFieldTest {
	private static final int WRITE = 0x01;
	private static final int READ_BUFFER = 0x02;
	private static final int ERASE_WRITE = 0x05;
	private static final int READ_MODIFIED = 0x06;
	private static final int WSF = 0x11;
	private DisplayDevice display;
	private DisplayPort port;
	private Program program;

	@BeforeEach
	void attach() throws Exception {
		attach("");
	}

	private void attach(String words) throws Exception {
		display = (DisplayDevice) Devices.create(DeviceOptions.of("3270", 0x700, null, words));
		port = new DisplayPort();
		display.attached(port);
		program = new Program(display);
	}

	/** Asks, waits for attention, reads. */
	private String query(String fields) {
		assertThat(program.last().write(WSF, fields).status()).isEqualTo(0x0C);
		assertThat(port.later()).isTrue();
		assertThat(port.presented).as("attention").isEqualTo(0x80);
		return program.last().read(READ_MODIFIED, 1000).data();
	}

	@Test
	void aQueryIsAnsweredWithAllReplies() {
		String answer = query("0005 01 ff 02");
		assertThat(answer).as("attention identifier of structured fields").startsWith("88");
		List<String> codes = new ArrayList<>();
		for (int at = 2; at < answer.length();) {
			int length = Integer.parseInt(answer.substring(at, at + 4), 16);
			assertThat(answer.substring(at + 4, at + 6)).isEqualTo("81");
			codes.add(answer.substring(at + 6, at + 8));
			at += 2 * length;
		}
		assertThat(codes).containsExactly("80", "81", "84", "85", "86", "87", "88", "a6");
		assertThat(answer.substring(2, 2 + 24)).as("the summary lists them").isEqualTo("000c8180" + "8081848586878" + "8a6");
		assertThat(program.last().read(READ_MODIFIED, 10).data()).as("and is given once").startsWith("60");
	}

	@Test
	void linuxAsksForTheUsableAreaAlone() throws Exception {
		attach("model=4");
		assertThat(query("0007 01 ff 03 00 81")).as("23 bytes: 80 columns, 43 rows, 3,440 positions (drivers/s390/char/raw3270.c)")
				.isEqualTo("88" + "0017" + "8181" + "0100" + "0050" + "002b" + "01" + "000a02e5" + "0002006f" + "09" + "0c" + "0d70");
	}

	@Test
	void aListOfWhatIsNotThereIsANullReply() {
		assertThat(query("0007 01 ff 03 00 99")).isEqualTo("88" + "0004" + "81" + "ff");
	}

	@Test
	void anAnswerThatNobodyWaitsForAnyMoreRaisesNoAttention() {
		program.last().write(WSF, "0005 01 ff 02");
		display.reset();
		assertThat(port.later()).isTrue();
		assertThat(port.presented).isZero();
	}

	@Test
	void aBasicDisplayKnowsNoStructuredFields() throws Exception {
		attach("basic");
		assertThat(program.write(WSF, "0005 01 ff 02").status()).isEqualTo(0x0E);
		assertThat(program.sense(1)).as("operation check").isEqualTo("01");
	}

	@Test
	void whatIsNoFieldIsAnOperationCheck() {
		for (String fields : new String[] {"00", "0002", "0005 01 ff", "0005 01 00 02", "0005 01 ff 07", "0004 03 40", "0005 40 01 f1",
			"0005 40 00 02", "0003 99", "000b 09 00 02 41 42 43 45 46 41"}) {
			assertThat(program.again().write(WSF, fields).status()).as(fields).isEqualTo(0x0E);
			assertThat(program.sense(1)).as(fields).isEqualTo("01");
		}
	}

	@Test
	void aDataStreamInsideOfAFieldIsWritten() {
		program.last().write(WSF, "0004 03 80" + "0000 40 00 7e c3 11 4040 c1c2");
		assertThat(new int[] {display.at(0), display.at(1)}).containsExactly('A', 'B');
		assertThat(program.last().write(WSF, "0006 40 00 f1 c3" + "0005 40 00 6f").status()).as("several fields").isEqualTo(0x0C);
	}

	@Test
	void charactersAndFieldsKeepColourAndHighlighting() {
		program.last().write(ERASE_WRITE, "c3 11 4040 29 03 c060 42f2 41f4 c1 28 42f6 c2 28 0000 c3 1d40 c4");
		assertThat(display.colour(1)).as("of the field").isEqualTo(0xF2);
		assertThat(display.highlighting(1)).isEqualTo(0xF4);
		assertThat(display.colour(2)).as("of the character").isEqualTo(0xF6);
		assertThat(display.colour(3)).as("all reset: of the field again").isEqualTo(0xF2);
		assertThat(display.colour(5)).as("another field").isZero();
		program.last().write(WRITE, "c3 11 4040 2c 02 42f1 c0e8");
		assertThat(display.colour(1)).as("modified").isEqualTo(0xF1);
		assertThat(display.highlighting(1)).as("not modified").isEqualTo(0xF4);
		assertThat(display.attribute(1)).isEqualTo(0xE8);
	}

	@Test
	void theReplyModeSaysWhatReadsTell() {
		program.last().write(ERASE_WRITE, "c3 11 4040 29 02 c0c1 42f2 28 42f6 c1 28 41f1 c2 08 ad");
		program.last().write(WSF, "0005 09 00 00");
		assertThat(program.last().read(READ_BUFFER, 13).data()).as("field mode").isEqualTo("604040" + "1dc1" + "c1" + "c2" + "08ad" + "00000000");
		program.last().write(WSF, "0005 09 00 01");
		assertThat(program.last().read(READ_BUFFER, 13).data()).as("extended field mode").isEqualTo("604040" + "2902c0c142f2" + "c1" + "c2" + "08ad");
		program.last().write(WSF, "0007 09 00 02 42 41");
		assertThat(program.last().read(READ_BUFFER, 21).data()).as("character mode, colour and highlighting")
				.isEqualTo("604040" + "2902c0c142f2" + "2842f6c1" + "2841f1c2" + "ad" + "284100");
		assertThat(program.last().read(READ_MODIFIED, 30).data()).isEqualTo("604040" + "1140c1" + "2842f6c1" + "2841f1c2" + "ad");
	}

	@Test
	void anAttributeThatIsNotThereIsAnOperationCheck() {
		for (String orders : new String[] {"28 99f1", "28 c0f1", "29 01 9900", "28 42"}) {
			assertThat(program.again().write(ERASE_WRITE, "c3 11 4040" + orders).status()).as(orders).isEqualTo(0x0E);
		}
	}

	@Test
	void tabAfterDataEmptiesTheRestOfTheField() {
		program.last().write(ERASE_WRITE, "c3 11 4040 1d60 c1c1c1c1 1d40 c2");
		program.last().write(WRITE, "c3 11 40c1 c9 05 c8");
		assertThat(new char[] {display.at(1), display.at(2), display.at(4), display.at(6)}).containsExactly('I', ' ', ' ', 'H');
	}

	@Test
	void whatATerminalIsShownIsTheScreen() throws Exception {
		program.last().write(ERASE_WRITE, "c7 11 4040 29 02 c0c1 42f2 28 42f6 c1 1d60 c2 11 40c3 13");
		byte[] shown = display.show();
		DisplayDevice other = (DisplayDevice) Devices.create(DeviceOptions.of("3270", 0x701, null, ""));
		other.attached(new DisplayPort());
		assertThat(HexFormat.of().formatHex(shown, 0, 2)).as("erase/write, restore, alarm").isEqualTo("f5c6");
		new Program(other).last().write(ERASE_WRITE, HexFormat.of().formatHex(shown, 1, shown.length));
		assertThat(other.medium().storage().bytes(0, 0x2004)).isEqualTo(display.medium().storage().bytes(0, 0x2004));
		assertThat(other.medium().storage().bytes(0x3000, 0x7000)).isEqualTo(display.medium().storage().bytes(0x3000, 0x7000));
		assertThat(display.show()[1] & 0x04).as("the alarm sounds once").isZero();
	}

	@Test
	void whatATerminalSendsIsAsIfTyped() {
		program.last().write(ERASE_WRITE, "c3 11 4040 1d60 c1 1d40 c2c2c2c2 1d60");
		assertThat(display.answer(HexFormat.of().parseHex("7d40c5" + "1140c3" + "c8c9"))).isTrue();
		assertThat(port.presented).isEqualTo(0x80);
		assertThat(program.last().read(READ_MODIFIED, 20).data()).isEqualTo("7d40c5" + "1140c3" + "c8c9");
		assertThat(display.answer(HexFormat.of().parseHex("7d40c5"))).as("the keyboard is locked").isFalse();
		program.last().write(WRITE, "c3");
		for (String wrong : new String[] {"", "7d", "7d7f7f", "7d4040c1", "7d4040117f7fc1", "7d40401140"}) {
			assertThat(display.answer(HexFormat.of().parseHex(wrong))).as(wrong).isFalse();
		}
		assertThat(display.answer(HexFormat.of().parseHex("6d"))).as("CLEAR").isTrue();
		assertThat(display.attribute(3)).as("no fields any more").isEqualTo(-1);
	}

	@Property(tries = 200)
	void everyFieldAndAnswerEnds(@ForAll long seed) throws Exception {
		attach();
		Random random = new Random(seed);
		int[] bytes = {0x00, 0x01, 0x03, 0x09, 0x40, 0xFF, 0x02, 0x05, 0x07, 0x29, 0x28, 0x42, 0x41, 0xC0, 0x11, 0xF5, 0x7E, 0x81, 0xC1, 0x1D};
		for (int i = 0; i < 4; i++) {
			byte[] b = new byte[random.nextInt(60)];
			for (int k = 0; k < b.length; k++) {
				b[k] = (byte) (random.nextInt(5) == 0 ? random.nextInt(256) : bytes[random.nextInt(bytes.length)]);
			}
			program.again().write(random.nextBoolean() ? WSF : ERASE_WRITE, HexFormat.of().formatHex(b));
			assertThat(program.status()).isIn(0x0C, 0x0E);
			display.answer(b);
			assertThat(program.again().read(random.nextBoolean() ? READ_BUFFER : READ_MODIFIED, 65535).status()).isEqualTo(0x0C);
			assertThat(display.show().length).isLessThan(65536);
		}
	}
}
