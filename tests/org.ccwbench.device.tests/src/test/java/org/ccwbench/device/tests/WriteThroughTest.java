// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;
import org.ccwbench.device.ImageException;
import org.ccwbench.device.MediumDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program writes goes to the image file only if that is wanted, and then all of a channel program or nothing. */
class WriteThroughTest {
	private static final String UPDATE = "80c01000 00000000 00000000 0000000e";
	private static final String RECORD_1 = "01000001 00000000 00000000 01ff0000";
	@TempDir
	Path folder;

	private MediumDevice open(String type, Path file, String words) throws ImageException {
		return (MediumDevice) Devices.create(DeviceOptions.of(type, 0x120, file, words));
	}

	private Path disk() throws Exception {
		Path file = folder.resolve("disk.3390");
		CkdDisk disk = new CkdDisk(1);
		for (int track = 0; track < WriteThroughVictim.TRACKS; track++) {
			disk.record(0, track, 1, "", "00".repeat(WriteThroughVictim.RECORD));
		}
		Files.write(file, disk.bytes());
		return file;
	}

	private Program update(MediumDevice device, String data) {
		String place = "00000000";
		return new Program(device).write(0x63, UPDATE).write(0x47, "01000001" + place + place + "01ff0000").last().write(0x05, data);
	}

	@Test
	void byDefaultTheImageFileStaysAsItIs() throws Exception {
		Path file = disk();
		byte[] before = Files.readAllBytes(file);
		MediumDevice device = open("3390", file, "");
		assertThat(update(device, "abcd").status()).isEqualTo(0x0C);
		assertThat(device.medium().bytes(512 + 5 + 16 + 8, 2)).isEqualTo(new byte[] {(byte) 0xAB, (byte) 0xCD});
		assertThat(Files.readAllBytes(file)).isEqualTo(before);
	}

	@Test
	void withTheOptionAWriteIsInTheFileWhenTheProgramHasEnded() throws Exception {
		Path file = disk();
		byte[] expected = Files.readAllBytes(file);
		expected[512 + 29] = (byte) 0xAB;
		expected[512 + 30] = (byte) 0xCD;
		assertThat(update(open("3390", file, "write-through"), "abcd").status()).isEqualTo(0x0C);
		assertThat(Files.readAllBytes(file)).as("record 1 of track 0 begins with ABCD, nothing else has changed").isEqualTo(expected);
		assertThat(list()).containsExactly("disk.3390");
	}

	@Test
	void nothingIsInTheFileWhileTheProgramGoesOn() throws Exception {
		Path file = disk();
		byte[] before = Files.readAllBytes(file);
		Program program = new Program(open("3390", file, "write-through"));
		program.write(0x63, UPDATE).write(0x47, RECORD_1).write(0x05, "ffff");
		assertThat(Files.readAllBytes(file)).isEqualTo(before);
		program.again();
		assertThat(Files.readAllBytes(file)[512 + 29]).as("a halt ends the program too").isEqualTo((byte) 0xFF);
	}

	@Test
	void whatWasWrittenBeforeAUnitCheckIsInTheFile() throws Exception {
		Path file = disk();
		Program program = new Program(open("3390", file, "write-through"));
		program.write(0x63, UPDATE).write(0x47, RECORD_1).write(0x05, "ffff");
		assertThat(program.write(0x05, "eeee").status()).as("the domain is used up").isEqualTo(0x0E);
		assertThat(Files.readAllBytes(file)[512 + 29]).isEqualTo((byte) 0xFF);
	}

	@Test
	void aTapeGrowsAndShrinksWithWhatIsWritten() throws Exception {
		Path file = folder.resolve("tape.aws");
		Files.write(file, HexFormat.of().parseHex("03000000a000" + "111111" + "02000300a000" + "2222" + "000002004000"));
		Program program = new Program(open("3490", file, "write-through"));
		program.write(0x37, "").last().write(0x01, "ab".repeat(9000));
		assertThat(HexFormat.of().formatHex(Files.readAllBytes(file)))
				.isEqualTo("03000000a000" + "111111" + "28230300a000" + "ab".repeat(9000));
		program.write(0x07, "").last().write(0x1F, "");
		assertThat(HexFormat.of().formatHex(Files.readAllBytes(file))).isEqualTo("000000004000");
	}

	@Test
	void blocksOfAFixedBlockDiskAreWritten() throws Exception {
		Path file = folder.resolve("disk.fba");
		Files.write(file, new byte[512 * 100]);
		Program program = new Program(open("9336", file, "write-through"));
		program.write(0x63, "80000000 00000000 00000000 00000063").write(0x43, "01000001 00000063").last().write(0x41, "77".repeat(512));
		byte[] expected = new byte[512 * 100];
		Arrays.fill(expected, 512 * 99, 512 * 100, (byte) 0x77);
		assertThat(Files.readAllBytes(file)).isEqualTo(expected);
	}

	@Test
	void aPackedImageIsRefused() throws Exception {
		Path packed = folder.resolve("disk.gz");
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
			out.write(new CkdDisk(1).bytes());
		}
		byte[] before = Files.readAllBytes(packed);
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> open("3390", packed, "write-through"))
				.withMessageContaining("disk.gz: is compressed with gzip; only a plain image can be written through");
		Path compressed = folder.resolve("disk.cckd");
		byte[] image = new byte[2048];
		System.arraycopy("CKD_C370".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), 0, image, 0, 8);
		Files.write(compressed, image);
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> open("3390", compressed, "write-through"))
				.withMessageContaining("is a compressed CKD image; only a plain one");
		assertThatExceptionOfType(ImageException.class)
				.isThrownBy(() -> Devices.create(DeviceOptions.of("3390", 1, null, "cylinders=1 write-through")))
				.withMessageContaining("without an image has nothing to be written through to");
		assertThat(Files.readAllBytes(packed)).isEqualTo(before);
	}

	@Test
	void anImageThatAnotherProgramHasChangedIsLeftAlone() throws Exception {
		Path file = disk();
		MediumDevice device = open("3390", file, "write-through");
		byte[] others = Files.readAllBytes(file);
		others[others.length - 1] = 0x55;
		Files.write(file, others);
		Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
		Program program = update(device, "abcd");
		assertThat(program.status()).as("the program is told that the write failed").isEqualTo(0x0E);
		assertThat(program.sense(1)).as("equipment check").isEqualTo("10");
		assertThat(device.medium().failure()).isEqualTo(
				"disk.3390: another program has changed it since it was opened; nothing more is written to it");
		assertThat(Files.readAllBytes(file)).isEqualTo(others);
	}

	@Test
	void aProcessThatIsKilledLeavesAWholeDisk() throws Exception {
		Path file = disk();
		int last = 0;
		for (int round = 0; round < 4; round++) {
			int said = killed(file, last + 1, 10 + 35 * round);
			assertThat(said).as("the process has written something").isGreaterThan(last);
			last = generation(file, "");
			assertThat(last).as("on the disk is what the process said, or the one after").isBetween(said, said + 1);
			assertThat(generation(file, "write-through")).isEqualTo(last);
			assertThat(list()).as("opened to write, the disk is put in order").containsExactly("disk.3390");
		}
	}

	/** Starts a process, lets it write for some time, kills it; the last generation that it said was on the disk. */
	private int killed(Path file, int first, long millis) throws Exception {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto",
				"-cp", System.getProperty("java.class.path"), WriteThroughVictim.class.getName(), file.toString(), String.valueOf(first))
				.redirectErrorStream(true).start();
		try (BufferedReader out = process.inputReader()) {
			String line = out.readLine();
			assertThat(line).matches("[0-9]+");
			Thread.sleep(millis);
			// Not through the process itself, which would close what it still has to say.
			process.toHandle().destroyForcibly();
			for (String next; (next = out.readLine()) != null;) {
				line = next;
			}
			return Integer.parseInt(line);
		}
	}

	/** The generation that all tracks have. */
	private int generation(Path file, String words) throws Exception {
		Program program = new Program(open("3390", file, words));
		String all = null;
		for (int track = 0; track < WriteThroughVictim.TRACKS; track++) {
			String place = String.format("0000%04x", track);
			program.again().write(0x63, "40c00000 00000000 00000000 0000000e").write(0x47, "06000001" + place + place + "01ff0000");
			String data = program.last().read(0x86, WriteThroughVictim.RECORD).data();
			all = all == null ? data : all;
			assertThat(data).as("track %d", track).isEqualTo(all).isEqualTo(all.substring(0, 8).repeat(WriteThroughVictim.RECORD / 4));
		}
		return Integer.parseInt(all.substring(0, 8), 16);
	}

	private List<String> list() throws Exception {
		try (var files = Files.list(folder)) {
			return files.map(f -> f.getFileName().toString()).toList();
		}
	}
}
