// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;
import org.ccwbench.device.ImageException;
import org.ccwbench.device.MediumDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cards and paper; expected values from recorded programs, GA21-9124, GA24-3312, GA33-1529 and GA24-3543. */
class UnitRecordTest {
	private static final String HELLO = "c8c5d3d3d6";
	@TempDir
	Path folder;
	private MediumDevice device;

	private Program device(String type, String words, byte[] image) throws Exception {
		Path file = null;
		if (image != null) {
			file = folder.resolve("deck");
			Files.write(file, image);
		}
		device = (MediumDevice) Devices.create(DeviceOptions.of(type, 0xC, file, words));
		return new Program(device);
	}

	private String paper() {
		return new String(device.medium().bytes(0, (int) device.medium().length()), StandardCharsets.ISO_8859_1);
	}

	@Test
	void theReaderGivesCardsThenUnitExceptionThenRequiresIntervention() throws Exception {
		byte[] deck = new byte[160];
		java.util.Arrays.fill(deck, 0, 80, (byte) 0xC1);
		java.util.Arrays.fill(deck, 80, 160, (byte) 0xC2);
		Program program = device("3505", "ebcdic eof", deck);
		assertThat(program.read(0x02, 80).data()).isEqualTo("c1".repeat(80));
		assertThat(program.read(0x02, 40).data()).as("the rest of the card is lost").isEqualTo("c2".repeat(40));
		assertThat(program.read(0x02, 80).status()).as("end of file").isEqualTo(0x0D);
		assertThat(program.read(0x02, 80).status()).as("hopper empty").isEqualTo(0x0E);
		assertThat(program.sense(4)).isEqualTo("40100000");
	}

	@Test
	void linesOfTextAreCards() throws Exception {
		Program program = device("3505", "", "AB\r\n\tC\n".getBytes(StandardCharsets.ISO_8859_1));
		assertThat(program.read(0x02, 80).data()).isEqualTo("c1c2" + "40".repeat(78));
		assertThat(program.read(0x42, 80).data()).as("tabs stop every eight columns").isEqualTo("40".repeat(8) + "c3" + "40".repeat(71));
		assertThat(program.read(0x02, 80).status()).isEqualTo(0x0D);
	}

	@Test
	void withoutADeckTheReaderRequiresIntervention() throws Exception {
		Program program = device("3505", "", null);
		assertThat(program.sense(4)).isEqualTo("40100000");
		assertThat(program.read(0x02, 80).status()).isEqualTo(0x0E);
		assertThat(program.write(0x05, "00").status()).as("no such command").isEqualTo(0x0E);
		assertThat(program.sense(1)).isEqualTo("80");
	}

	@Test
	void thePunchFillsCardsWithBlanks() throws Exception {
		Program program = device("3525", "ebcdic", null);
		program.write(0x01, HELLO).write(0x41, HELLO);
		assertThat(device.medium().length()).isEqualTo(160);
		assertThat(java.util.HexFormat.of().formatHex(device.medium().bytes(80, 80))).isEqualTo(HELLO + "40".repeat(75));
		program = device("3525", "ascii", null);
		program.write(0x01, HELLO + "4040");
		assertThat(paper()).isEqualTo("HELLO\n");
	}

	@Test
	void thePrinterMovesAfterTheLine() throws Exception {
		Program program = device("1403", "", null);
		program.write(0x01, HELLO).write(0x09, HELLO).write(0x11, HELLO).write(0x0B, "").write(0x19, HELLO + "4040");
		assertThat(paper()).isEqualTo("HELLO\rHELLO\nHELLO\n\n\nHELLO\n\n\n");
	}

	@Test
	void skippingToTheChannelWhereTheCarriageIsTakesAWholeFormOnlyAfterALine() throws Exception {
		Program program = device("1403", "", null);
		program.write(0x8B, "");
		assertThat(paper()).isEmpty();
		program.write(0x89, HELLO);
		assertThat(paper()).isEqualTo("HELLO\f");
		program.write(0x93, "");
		assertThat(paper()).as("channel 2 is on line 7").isEqualTo("HELLO\f\n\n\n\n\n\n");
	}

	@Test
	void channel12IsUnitExceptionAndChannel9UnitCheck() throws Exception {
		Program program = device("1403", "", null);
		int twelve = 0;
		int nine = 0;
		for (int line = 2; line <= 66; line++) {
			program.again().write(0x0B, "");
			if ((program.status() & 0x01) != 0) {
				twelve = line;
			}
			if ((program.status() & 0x02) != 0) {
				nine = line;
				assertThat(program.sense(1)).isEqualTo("01");
			}
		}
		assertThat(new int[] {nine, twelve}).containsExactly(63, 61);
	}

	@Test
	void a3211TakesItsFormsControlFromTheProgram() throws Exception {
		Program program = device("3211", "", null);
		assertThat(program.write(0x63, "01000200 10").status()).isEqualTo(0x0C);
		program.write(0x93, "");
		assertThat(paper()).as("channel 2 is on line 3 of five").isEqualTo("\n\n");
		program.write(0x8B, "");
		assertThat(paper()).isEqualTo("\n\n\f");
		assertThat(program.write(0x63, "0100000000").status()).as("no last line").isEqualTo(0x0E);
		assertThat(program.sense(1)).as("load check").isEqualTo("04");
		assertThat(program.again().write(0x9B, "").status()).as("no channel 3").isEqualTo(0x0E);
		assertThat(device("1403", "", null).write(0x63, "010010").status()).as("a 1403 has a carriage tape").isEqualTo(0x0E);
	}

	@Test
	void a3203TakesControlCommandsInAndSoTheCountOfANonImmediateOneCounts() throws Exception {
		Program program = device("3203", "", null);
		assertThat(program.write(0x0B, "").immediate()).as("space one line").isFalse();
		assertThat(program.status()).isEqualTo(0x0C);
		assertThat(program.write(0x8B, "00").residual()).as("a byte that nobody asks for").isEqualTo(1);
		assertThat(device("1403", "", null).write(0x0B, "").immediate()).as("a 1403 does it at once").isTrue();
	}

	@Test
	void a3203ReadsItsFormsControlUpToTheLastLine() throws Exception {
		Program program = device("3203", "", null);
		assertThat(program.write(0x63, "01000200 10 0000").residual()).as("bytes behind the last line").isEqualTo(2);
		program.write(0x93, "");
		assertThat(paper()).isEqualTo("\n\n");
		assertThat(program.write(0x05, HELLO).status()).as("no diagnostic write").isEqualTo(0x0E);
		assertThat(program.again().write(0x83, "").status()).as("no skip to channel 0").isEqualTo(0x0E);
		assertThat(program.again().write(0x6B, "").status()).as("raise cover does nothing").isEqualTo(0x0C);
		program.write(0x09, "c1".repeat(133));
		assertThat(paper()).endsWith("A".repeat(132) + "\n");
	}

	@Test
	void aLineHasItsPrintPositions() throws Exception {
		Program program = device("1403", "", null);
		program.write(0x09, "c1".repeat(133));
		assertThat(program.residual()).isEqualTo(1);
		assertThat(paper()).isEqualTo("A".repeat(132) + "\n");
	}

	@Test
	void optionsThatDoNotFitAreNamed() {
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> device("3505", "ascii ebcdic", new byte[80]));
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> device("1403", "", new byte[80]))
				.withMessageContaining("no image to read");
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> device("1403", "eof", null))
				.withMessageContaining("no option eof");
	}
}
