// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ccwbench.device.BasicDevice;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;
import org.ccwbench.device.ImageException;
import org.ccwbench.device.MediumDevice;
import org.ccwbench.device.SenseCondition;
import org.junit.jupiter.api.Test;

/** Tape; expected values from recorded programs, GA32-0020 and GA32-0127. */
class TapeTest {
	/** Blocks 11 11 11, 22 22, a tape mark, block 33, two tape marks. */
	private static final String TAPE = "03000000a000" + "111111" + "02000300a000" + "2222" + "000002004000"
			+ "01000000a000" + "33" + "000001004000" + "000000004000";
	private MediumDevice device;

	private Program mount(String type, String words, String hex) throws Exception {
		Path folder = Files.createTempDirectory("tape");
		Path file = folder.resolve("tape.aws");
		try {
			Files.write(file, HexFormat.of().parseHex(hex));
			device = (MediumDevice) Devices.create(DeviceOptions.of(type, 0x590, file, words));
			return new Program(device);
		} finally {
			// An open file outlives its name.
			Files.delete(file);
			Files.delete(folder);
		}
	}

	private String image() {
		return HexFormat.of().formatHex(device.medium().bytes(0, (int) device.medium().length()));
	}

	@Test
	void blocksAreReadInTurnAndATapeMarkIsUnitException() throws Exception {
		Program program = mount("3420", "", TAPE);
		assertThat(program.read(0x02, 10).data()).isEqualTo("111111");
		assertThat(program.read(0x02, 1).data()).as("the rest of the block is passed").isEqualTo("22");
		assertThat(program.read(0x02, 10).status()).isEqualTo(0x0D);
		assertThat(program.read(0x02, 10).data()).isEqualTo("33");
		assertThat(program.read(0x02, 10).status()).isEqualTo(0x0D);
		assertThat(program.read(0x02, 10).status()).isEqualTo(0x0D);
		assertThat(program.read(0x02, 10).status()).as("behind the last mark").isEqualTo(0x0E);
		assertThat(program.sense(24)).as("the tape has left the reel").isEqualTo("10400000" + "00c00360" + "0000000000" + "80010001"
				+ "0000" + "ffff" + "000000" + "");
	}

	@Test
	void backwardTheBytesComeFromTheEnd() throws Exception {
		Program program = mount("3480", "", "03000000a000" + "010203");
		program.write(0x37, "");
		assertThat(program.read(0x0C, 10).data()).isEqualTo("030201");
		assertThat(program.read(0x0C, 10).status()).as("load point").isEqualTo(0x0E);
		assertThat(program.sense(8)).isEqualTo("00482039" + "00000020");
		assertThat(program.again().read(0x02, 10).data()).isEqualTo("010203");
	}

	@Test
	void spacingGoesByBlockAndByFile() throws Exception {
		Program program = mount("3420", "", TAPE);
		assertThat(program.write(0x3F, "").status()).as("forward space file").isEqualTo(0x0C);
		assertThat(program.read(0x02, 10).data()).isEqualTo("33");
		assertThat(program.write(0x2F, "").status()).as("backspace file").isEqualTo(0x0C);
		assertThat(program.write(0x27, "").status()).as("backspace block").isEqualTo(0x0C);
		assertThat(program.read(0x02, 10).data()).isEqualTo("2222");
		assertThat(program.write(0x37, "").status()).as("over the mark").isEqualTo(0x0D);
		assertThat(program.write(0x27, "").status()).as("and back").isEqualTo(0x0D);
		assertThat(program.write(0x2F, "").status()).as("no mark before").isEqualTo(0x0E);
		assertThat(program.sense(2)).as("at load point").isEqualTo("0048");
	}

	@Test
	void aWriteEndsTheTapeBehindIt() throws Exception {
		Program program = mount("3420", "", TAPE);
		program.write(0x37, "").write(0x01, "abcd").write(0x1F, "");
		assertThat(image()).isEqualTo("03000000a000" + "111111" + "02000300a000" + "abcd" + "000002004000");
		assertThat(program.write(0x07, "").read(0x02, 10).data()).isEqualTo("111111");
		program.write(0x97, "");
		assertThat(image()).as("data security erase").isEqualTo("03000000a000" + "111111");
	}

	@Test
	void withoutARingNothingIsWritten() throws Exception {
		for (String type : new String[] {"3420", "3490"}) {
			Program program = mount(type, "noring", TAPE);
			for (int command : new int[] {0x01, 0x1F, 0x17, 0x97}) {
				assertThat(program.again().write(command, "aa").status()).isEqualTo(0x0E);
			}
			assertThat(program.sense(1)).isEqualTo("80");
			assertThat(image()).isEqualTo(TAPE);
		}
	}

	@Test
	void aUnitWithoutTapeIsNotReady() throws Exception {
		Program reel = new Program(Devices.create(DeviceOptions.of("3420", 0x580, null, "")));
		assertThat(reel.read(0x02, 80).status()).as("unit check alone").isEqualTo(0x02);
		assertThat(reel.sense(2)).isEqualTo("4022");
		assertThat(reel.again().write(0x03, "").status()).isEqualTo(0x02);
		assertThat(reel.again().write(0xC3, "").status()).as("mode set").isEqualTo(0x0C);
		Program cartridge = new Program(Devices.create(DeviceOptions.of("3480", 0x580, null, "")));
		assertThat(cartridge.read(0x02, 80).status()).isEqualTo(0x02);
		assertThat(cartridge.sense(4)).isEqualTo("40422043");
		assertThat(cartridge.again().read(0xE4, 7).data()).isEqualTo("ff348031348031");
	}

	@Test
	void rewindUnloadLeavesTheUnitNotReady() throws Exception {
		Program program = mount("3420", "", TAPE);
		assertThat(program.write(0x0F, "").status()).as("control unit end too").isEqualTo(0x2E);
		assertThat(program.sense(2)).isEqualTo("4022");
		assertThat(program.again().read(0x02, 80).status()).isEqualTo(0x02);
	}

	@Test
	void blocksHaveNumbersOnACartridge() throws Exception {
		Program program = mount("3490", "", TAPE);
		program.write(0x37, "").write(0x37, "");
		assertThat(program.read(0x22, 8).data()).isEqualTo("00000002" + "00000002");
		assertThat(program.write(0x4F, "00000003").status()).isEqualTo(0x0C);
		assertThat(program.read(0x02, 10).data()).isEqualTo("33");
		assertThat(program.write(0x4F, "00000001").read(0x02, 10).data()).isEqualTo("2222");
		assertThat(program.write(0x4F, "00000063").status()).as("not on this tape").isEqualTo(0x0E);
		assertThat(program.sense(4)).isEqualTo("10c02044");
	}

	@Test
	void aBlockOfSeveralChunksIsOne() throws Exception {
		Program program = mount("3420", "", "020000008000" + "0102" + "010002002000" + "03" + "01000100a000" + "04");
		assertThat(program.read(0x02, 10).data()).isEqualTo("010203");
		assertThat(program.read(0x02, 10).data()).isEqualTo("04");
		program.write(0x27, "").write(0x27, "");
		assertThat(program.sense(2)).as("load point").isEqualTo("0048");
	}

	@Test
	void failuresFromOutsideHaveTheFormOfTheUnit() throws Exception {
		Object[][] all = {
			{"3420", SenseCondition.NOT_READY, "40200000"}, {"3420", SenseCondition.EQUIPMENT, "10480000"}, {"3420", SenseCondition.DATA, "084800c0"},
			// Error-recovery actions of byte 3: drive not ready, permanent equipment check, read data check (GA32-0127).
			{"3480", SenseCondition.NOT_READY, "40482043"}, {"3490", SenseCondition.EQUIPMENT, "1048202c"}, {"3480", SenseCondition.DATA, "08482023"},
			{"3590", SenseCondition.NOT_READY, "4048c043"}, {"3590", SenseCondition.EQUIPMENT, "1048102c"}, {"3590", SenseCondition.DATA, "08481023"},
		};
		for (Object[] a : all) {
			Program program = mount((String) a[0], "", TAPE);
			((BasicDevice) device).sense((SenseCondition) a[1]);
			assertThat(program.sense(4)).as("%s %s", a[0], a[1]).isEqualTo(a[2]);
		}
	}

	@Test
	void theEndOfTheTapeIsUnitExceptionForWritesAndAUnitCheckWhenNothingIsLeft() throws Exception {
		String[][] units = {{"3420", "10400000", "20"}, {"3480", "10402038", "00"}, {"3590", "10401038", "30"}};
		for (String[] unit : units) {
			Program program = mount(unit[0], "length=1000", "");
			assertThat(program.write(0x01, "aa".repeat(900)).status()).isEqualTo(0x0C);
			assertThat(program.write(0x01, "bb".repeat(900)).status()).as("behind the mark; the block is written").isEqualTo(0x0D);
			assertThat(program.write(0x1F, "").status()).isEqualTo(0x0D);
			assertThat(program.write(0x2F, "").write(0x27, "").status()).isEqualTo(0x0C);
			assertThat(program.read(0x02, 900).status()).as("reading does not care").isEqualTo(0x0C);
			for (int i = 0; i < 4; i++) {
				assertThat(program.write(0x01, "cc".repeat(65_535)).status()).isEqualTo(0x0D);
			}
			program.write(0x01, "cc".repeat(3000));
			assertThat(program.again().write(0x01, "dd").status()).as("the tape is at its end").isEqualTo(0x0E);
			assertThat(program.sense(5)).as(unit[0]).isEqualTo(unit[1] + unit[2]);
		}
	}

	@Test
	void whatIsNoTapeIsRefused() {
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> mount("3420", "", "00".repeat(600)))
				.withMessageContaining("tape.aws").withMessageContaining("is not an AWS or HET tape");
	}

	@Property(tries = 200)
	void everyCommandEndsOnADamagedTape(@ForAll long seed) throws Exception {
		Random random = new Random(seed);
		// Behind what is looked at when the tape is mounted.
		int marks = 1024;
		byte[] image = HexFormat.of().parseHex("000000004000".repeat(marks) + TAPE.repeat(1 + random.nextInt(4)));
		for (int i = random.nextInt(12); i > 0; i--) {
			image[6 * marks + random.nextInt(image.length - 6 * marks)] = (byte) random.nextInt(256);
		}
		Program program = mount(random.nextBoolean() ? "3420" : "3490", "", HexFormat.of().formatHex(image));
		for (int i = 0; i < marks; i++) {
			program.write(0x37, "");
		}
		int[] commands = {0x02, 0x0C, 0x27, 0x2F, 0x37, 0x3F, 0x07, 0x01, 0x1F, 0x4F, 0x22};
		for (int i = 0; i < 60; i++) {
			int command = commands[random.nextInt(commands.length)];
			if (command == 0x02 || command == 0x0C || command == 0x22) {
				program.again().read(command, random.nextInt(70000));
			} else {
				program.again().write(command, "0000000" + random.nextInt(10));
			}
			assertThat(program.status()).isIn(0x0C, 0x0D, 0x0E, 0x02);
		}
	}
}
