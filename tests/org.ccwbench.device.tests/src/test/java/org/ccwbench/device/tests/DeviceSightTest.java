// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.ccwbench.arch.Ebcdic;
import org.ccwbench.channel.Device;
import org.ccwbench.channel.DevicePort;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.DeviceSight;
import org.ccwbench.device.DeviceSight.Passed;
import org.ccwbench.device.DeviceSight.Piece;
import org.ccwbench.device.Devices;
import org.ccwbench.device.DisplayDevice;
import org.ccwbench.device.VisibleDevice;
import org.ccwbench.storage.Journal;
import org.ccwbench.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is seen of a device is what the commands before have made of it: GA32-0274 for orientation and extents, GA32-0127 for tapes. */
class DeviceSightTest {
	private static final int DEFINE_EXTENT = 0x63;
	private static final int LOCATE_RECORD = 0x47;
	@TempDir
	Path folder;

	private static String fact(Device device, String name) {
		return ((VisibleDevice) device).sight().facts().stream().filter(f -> f.name().equals(name)).map(DeviceSight.Fact::value)
				.collect(Collectors.joining());
	}

	private static DeviceSight.Strip strip(Device device) {
		return (DeviceSight.Strip) ((VisibleDevice) device).sight();
	}

	private static DeviceSight.Lines lines(Device device) {
		return (DeviceSight.Lines) ((VisibleDevice) device).sight();
	}

	private Device image(String type, String words, byte[] content) throws Exception {
		Path file = folder.resolve("image");
		Files.write(file, content);
		return Devices.create(DeviceOptions.of(type, 0x120, file, words));
	}

	@Test
	void headStandsBehindTheRecordThatWasReadAndTheExtentIsThatOfTheProgram() throws Exception {
		Device disk = new CkdDisk(2).record(1, 2, 1, "c1c2", "d1d2d3").record(1, 2, 2, "", "e2e3").device(folder);
		Program program = new Program(disk);
		assertThat(fact(disk, "Access mechanism")).isEqualTo("cylinder 0, head 0");
		program.write(DEFINE_EXTENT, "40c00000 00000000 00010000 0001000e");
		assertThat(fact(disk, "Extent")).isEqualTo("cylinder 1, head 0 to cylinder 1, head 14");
		assertThat(fact(disk, "File mask")).isEqualTo("40: no writing");
		assertThat(strip(disk).pieces()).as("the head is outside of the extent").noneMatch(p -> p.open() && p.kind() == DeviceSight.Kind.DATA);
		program.write(LOCATE_RECORD, "06000001 00010002 00010002 01ff0000");
		assertThat(fact(disk, "Access mechanism")).isEqualTo("cylinder 1, head 2");
		assertThat(fact(disk, "Orientation")).isEqualTo("behind the count of R1");
		assertThat(fact(disk, "Domain")).isEqualTo("read data, 1 command to come");
		program.read(0x06, 3);
		DeviceSight.Strip track = strip(disk);
		assertThat(track.pieces()).extracting(Piece::name).containsExactly("HA", "R0", "R1", "R2", "end");
		assertThat(track.under()).isEqualTo(2);
		assertThat(track.passed()).isEqualTo(Passed.ALL);
		assertThat(track.pieces().get(2).keyLength()).isEqualTo(2);
		assertThat(track.pieces().get(2).content().get()).isEqualTo(HexFormat.of().parseHex("c1c2d1d2d3"));
		assertThat(track.pieces().get(2).place()).isEqualTo("0001 0002 01");
		program.again();
		assertThat(fact(disk, "Extent")).as("it ends with the program").isEqualTo("none: the whole disk");
		assertThat(fact(disk, "Access mechanism")).as("the arm stays").isEqualTo("cylinder 1, head 2");
	}

	@Test
	void registersAndMediumTakenBackAreTheDeviceAsItWas() throws Exception {
		Device disk = new CkdDisk(1).record(0, 1, 1, "", "d1d2d3").device(folder);
		Storage registers = ((VisibleDevice) disk).registers();
		byte[] before = registers.bytes(0, 512);
		new Program(disk).write(DEFINE_EXTENT, "40c00000 00000000 00000000 0000000e").write(LOCATE_RECORD, "06000001 00000001 00000001 01ff0000");
		assertThat(fact(disk, "Access mechanism")).isEqualTo("cylinder 0, head 1");
		registers.exchange(0, before, 0, 512);
		assertThat(fact(disk, "Access mechanism")).isEqualTo("cylinder 0, head 0");
		registers.exchange(0, before, 0, 512);
		assertThat(fact(disk, "Orientation")).isEqualTo("behind the count of R1");
	}

	@Test
	void commandThatMovesNothingChangesNoRegister() throws Exception {
		Device disk = new CkdDisk(1).device(folder);
		int[] stores = new int[1];
		((VisibleDevice) disk).registers().journal(new Journal() {
			@Override
			public void storing(Storage space, long address, byte[] frame, int offset, int length) {
				stores[0]++;
			}
		});
		Program program = new Program(disk).read(0xE4, 7);
		assertThat(stores[0]).isZero();
		program.write(0x07, "000000000003");
		assertThat(stores[0]).isOne();
	}

	@Test
	void unreadableTrackIsShownAsFarAsItGoes() throws Exception {
		CkdDisk made = new CkdDisk(1);
		made.bytes()[512 + 5 + 6] = (byte) 0xFF;
		Device disk = made.device(folder);
		assertThat(strip(disk).pieces()).extracting(Piece::name).containsExactly("HA", "end");
	}

	@Test
	void zerosThatLookLikeRecordsAreNotAllShown() throws Exception {
		CkdDisk made = new CkdDisk(1);
		java.util.Arrays.fill(made.bytes(), 512 + 5, 512 + CkdDisk.TRACK, (byte) 0);
		assertThat(strip(made.device(folder)).pieces()).hasSizeLessThan(300);
	}

	@Test
	void tapeHasBlocksAndMarksBetweenLoadPointAndEnd() throws Exception {
		Device tape = image("3480", "", HexFormat.of().parseHex("03000000a000" + "111111" + "02000300a000" + "2222" + "000002004000" + "01000000a000" + "33"));
		Program program = new Program(tape);
		assertThat(fact(tape, "Position")).isEqualTo("at the load point");
		assertThat(strip(tape).pieces()).extracting(Piece::name).containsExactly("BOT", "0", "1", "TM", "3", "end");
		program.read(0x02, 3).read(0x02, 2).read(0x02, 9).read(0x02, 9);
		assertThat(strip(tape).under()).isEqualTo(4);
		assertThat(strip(tape).pieces().get(4).place()).isEqualTo("block 1 of file 2");
		assertThat(fact(tape, "Position")).isEqualTo("behind block 1 of file 2");
		assertThat(fact(tape, "File")).isEqualTo("2");
		assertThat(fact(tape, "Passed")).isEqualTo("4 blocks and marks, 30 bytes");
		assertThat(strip(tape).pieces().get(1).content().get()).isEqualTo(HexFormat.of().parseHex("111111"));
		program.write(0x27, "").write(0x27, "");
		assertThat(fact(tape, "Position")).as("before the mark again").isEqualTo("behind block 2 of file 1");
		program.write(0x01, "99");
		assertThat(strip(tape).pieces()).as("what was written is the last").extracting(Piece::name).containsExactly("BOT", "0", "1", "2", "end");
		program.read(0x0F, 1);
		assertThat(fact(tape, "Tape")).as("unloaded").isEqualTo("none is mounted");
	}

	@Test
	void ofALongTapeTheBlocksAroundTheHeadAreSeen() throws Exception {
		StringBuilder hex = new StringBuilder();
		for (int i = 0; i < 300; i++) {
			hex.append(i == 0 ? "01000000a000" : "01000100a000").append(String.format("%02x", i & 0xFF));
		}
		Device tape = image("3480", "", HexFormat.of().parseHex(hex));
		Program program = new Program(tape);
		for (int i = 0; i < 150; i++) {
			program.read(0x02, 1);
		}
		DeviceSight.Strip strip = strip(tape);
		assertThat(strip.pieces().get(strip.under()).name()).isEqualTo("149");
		assertThat(strip.pieces().get(0).kind()).isEqualTo(DeviceSight.Kind.MORE);
		assertThat(strip.pieces()).hasSizeLessThan(130);
	}

	@Test
	void blocksOutsideOfTheExtentAreClosedToTheProgram() throws Exception {
		Device disk = image("9336", "", new byte[512 * 2000]);
		Program program = new Program(disk).write(DEFINE_EXTENT, "00000200 00000002 00000000 00000004").write(0x43, "06000002 00000001");
		DeviceSight.Strip strip = strip(disk);
		assertThat(strip.pieces().get(strip.under()).name()).as("block 1 of the extent is block 3 of the disk").isEqualTo("2");
		assertThat(strip.pieces().stream().filter(p -> p.kind() == DeviceSight.Kind.DATA && p.open()).map(Piece::name)).containsExactly("2", "3", "4", "5", "6");
		program.read(0x42, 1024);
		assertThat(fact(disk, "Position")).isEqualTo("behind block 4");
	}

	@Test
	void cardThatWasReadLastIsMarkedAndLiesInItsStacker() throws Exception {
		byte[] deck = new byte[240];
		java.util.Arrays.fill(deck, (byte) 0x40);
		System.arraycopy(Ebcdic.IBM037.encode("SECOND"), 0, deck, 80, 6);
		Device reader = image("3505", "ebcdic eof", deck);
		Program program = new Program(reader);
		assertThat(lines(reader).current()).isEqualTo(-1);
		program.read(0x02, 80).read(0x42, 80);
		DeviceSight.Lines cards = lines(reader);
		assertThat(cards.lines()).hasSize(3);
		assertThat(cards.lines().get(cards.current()).text()).isEqualTo("SECOND");
		assertThat(fact(reader, "Stackers")).isEqualTo("1 in stacker 1, 1 in stacker 2");
		assertThat(fact(reader, "Hopper")).isEqualTo("card 2 read, card 3 comes next");
	}

	@Test
	void cardsOfTextBeginWithTheirLines() throws Exception {
		Device reader = image("3505", "", "ONE\nTWO\nTHREE\n".getBytes(StandardCharsets.ISO_8859_1));
		new Program(reader).read(0x02, 80).read(0x02, 80);
		assertThat(lines(reader).lines()).extracting(DeviceSight.Line::text).containsExactly("ONE", "TWO", "THREE");
		assertThat(lines(reader).current()).isEqualTo(1);
	}

	@Test
	void paperHasTheLineOfTheCarriage() throws Exception {
		Device printer = Devices.create(DeviceOptions.of("1403", 0xE, null, ""));
		new Program(printer).write(0x09, "c1c2").write(0x11, "c3");
		assertThat(lines(printer).lines()).extracting(DeviceSight.Line::text).containsExactly("AB", "C");
		assertThat(fact(printer, "Carriage")).isEqualTo("line 4 of 66");
	}

	@Test
	void punchedCardsAreSeen() throws Exception {
		Device punch = Devices.create(DeviceOptions.of("3525", 0xD, null, ""));
		new Program(punch).write(0x01, "c1").write(0x41, "c2");
		assertThat(lines(punch).lines()).extracting(DeviceSight.Line::text).containsExactly("A", "B");
		assertThat(fact(punch, "Punched")).isEqualTo("2 cards");
	}

	@Test
	void screenHasItsFieldsAndItsCursor() throws Exception {
		DisplayDevice display = (DisplayDevice) Devices.create(DeviceOptions.of("3270", 0x700, null, ""));
		display.attached(new Port());
		// Erase/write; at 0 a protected intensified field with AB, then an unprotected one with the cursor in it.
		new Program(display).write(0x05, "c3 114040 1de8 c1c2 1d40 13");
		DeviceSight.Screen screen = (DeviceSight.Screen) ((VisibleDevice) display).sight();
		assertThat(List.of(screen.rows(), screen.columns(), screen.cursor())).isEqualTo(List.of(24, 80, 4));
		assertThat(screen.cells().get(1).character()).isEqualTo('A');
		assertThat(screen.cells().get(1).guarded()).isTrue();
		assertThat(screen.cells().get(1).intensified()).isTrue();
		assertThat(screen.cells().get(4).guarded()).isFalse();
		assertThat(screen.cells().get(0).startsField()).isTrue();
	}

	@Test
	void senseBytesAreSeenUntilTheyAreTaken() throws Exception {
		Device printer = Devices.create(DeviceOptions.of("1403", 0xE, null, ""));
		Program program = new Program(printer).write(0xAA, "");
		assertThat(fact(printer, "Sense")).isEqualTo("80");
		program.sense(1);
		assertThat(fact(printer, "Sense")).isEmpty();
	}

	private static final class Port implements DevicePort {
		@Override
		public void present(int unitStatus) {}

		@Override
		public void after(long micros, Runnable action) {}

		@Override
		public long now() {
			return 0;
		}
	}
}
