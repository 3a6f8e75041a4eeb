// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;
import org.ccwbench.device.ImageException;
import org.ccwbench.device.MediumDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compressed tapes. On tape.het stand VOL1 and 76 blanks, 12,000 bytes like digits and letters in three chunks, a
 * tape mark, one byte 5A, 65,535 zeros, two tape marks.
 */
class HetTapeTest {
	@TempDir
	Path folder;

	private Program mount(Path file, String words) throws Exception {
		return new Program(Devices.create(DeviceOptions.of("3490", 0x590, file, words)));
	}

	/** What stands in the second block: digits and letters A to F in EBCDIC by a linear congruence. */
	private static String letters() {
		StringBuilder hex = new StringBuilder();
		int x = 1;
		for (int i = 0; i < 12_000; i++) {
			x = x * 1103515245 + 12345;
			int digit = x >>> 16 & 15;
			hex.append(digit < 10 ? "f" + digit : "c" + (digit - 9));
		}
		return hex.toString();
	}

	@Test
	void blocksAreUnpacked() throws Exception {
		Program program = mount(Resources.file(folder, "tape.het"), "");
		assertThat(program.read(0x02, 100).data()).isEqualTo("e5d6d3f1" + "40".repeat(76));
		assertThat(program.read(0x02, 20_000).data()).isEqualTo(letters());
		assertThat(program.read(0x02, 100).status()).as("tape mark").isEqualTo(0x0D);
		assertThat(program.read(0x02, 100).data()).isEqualTo("5a");
		assertThat(program.read(0x02, 65_535).data()).isEqualTo("00".repeat(65_535));
		assertThat(program.read(0x02, 100).status()).isEqualTo(0x0D);
	}

	@Test
	void spacingAndBackwardReadingGoByBlocks() throws Exception {
		Program program = mount(Resources.file(folder, "tape.het"), "");
		program.write(0x3F, "").write(0x27, "").write(0x27, "");
		assertThat(program.read(0x02, 20_000).data()).as("the second block").isEqualTo(letters());
		program.write(0x37, "").write(0x37, "");
		assertThat(program.read(0x0C, 10).data()).as("the byte before").isEqualTo("5a");
	}

	@Test
	void whatIsWrittenOnACompressedTapeIsReadAgain() throws Exception {
		Path file = Resources.file(folder, "tape.het");
		Program program = mount(file, "write-through");
		program.write(0x37, "").write(0x37, "").write(0x1F, "").last().write(0x01, "abcdef");
		program = mount(file, "");
		program.write(0x37, "");
		assertThat(program.read(0x02, 20_000).data()).isEqualTo(letters());
		assertThat(program.read(0x02, 10).status()).isEqualTo(0x0D);
		assertThat(program.read(0x02, 10).data()).isEqualTo("abcdef");
		assertThat(program.read(0x02, 10).status()).as("nothing behind it").isEqualTo(0x0E);
	}

	@Test
	void aTapeAsTheInitializerMakesIt() throws Exception {
		Program program = mount(Resources.file(folder, "label.het"), "");
		assertThat(program.read(0x02, 80).data()).as("VOL1VOL001").startsWith("e5d6d3f1e5d6d3f0f0f1");
		assertThat(program.read(0x02, 80).data()).as("HDR1").startsWith("c8c4d9f1");
		assertThat(program.read(0x02, 80).status()).isEqualTo(0x0D);
	}

	@Test
	void blocksMayBeCompressedWithBzip2() throws Exception {
		Program program = mount(Resources.file(folder, "bzip2.het"), "");
		assertThat(program.read(0x02, 100).data()).isEqualTo("e5d6d3f1" + "40".repeat(76));
		assertThat(program.read(0x02, 20_000).data()).isEqualTo(letters());
		program.write(0x3F, "");
		assertThat(program.read(0x02, 100).data()).isEqualTo("5a");
		assertThat(program.read(0x02, 65_535).data()).isEqualTo("00".repeat(65_535));
	}

	@Test
	void whatIsWrongIsRefusedWithItsPlaceWhenTheTapeIsMounted() throws Exception {
		byte[] tape = Files.readAllBytes(Resources.file(folder, "tape.het"));
		int second = 6 + (tape[0] & 0xFF);
		refused(patched(tape, second + 4, 0xA3), second, "expected the flags of a chunk that is plain or compressed with zlib or bzip2");
		refused(patched(tape, second + 2, 0xEE), second, "expected a chunk header that repeats the length before it, " + (tape[0] & 0xFF));
		refused(patched(tape, second + 4, 0x20), second, "expected the flags of a block's first chunk, or of a tape mark");
		refused(Arrays.copyOf(tape, second + 3), second, "expected a chunk header of 6 bytes, the tape ends inside it");
		refused(Arrays.copyOf(tape, second + 60), second, "bytes behind the chunk header, the tape ends before");
	}

	private static byte[] patched(byte[] tape, int at, int to) {
		byte[] other = tape.clone();
		other[at] = (byte) to;
		return other;
	}

	private void refused(byte[] tape, int offset, String message) throws Exception {
		Path file = folder.resolve("wrong.het");
		Files.write(file, tape);
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> mount(file, ""))
				.withMessageContaining(String.format("wrong.het: offset %X: ", offset)).withMessageContaining(message);
		assertThat(Files.readAllBytes(file)).isEqualTo(tape);
	}

	@Test
	void aDamagedBlockIsADataCheckAndTheNextOneIsReached() throws Exception {
		byte[] tape = Files.readAllBytes(Resources.file(folder, "tape.het"));
		tape[6 + 4] ^= 0x55;
		Path file = folder.resolve("damaged.het");
		Files.write(file, tape);
		MediumDevice device = (MediumDevice) Devices.create(DeviceOptions.of("3490", 0x590, file, ""));
		Program program = new Program(device);
		assertThat(program.read(0x02, 100).status()).isEqualTo(0x0E);
		assertThat(program.sense(4)).as("data check").isEqualTo("08482023");
		assertThat(device.medium().failure()).isEqualTo("damaged.het: offset 6: expected a block of at most 65535 bytes compressed with zlib");
		assertThat(program.again().write(0x37, "").read(0x02, 20_000).data()).isEqualTo(letters());
	}

	@Test
	void aBlockThatUnpacksToMoreThan65535BytesIsADataCheck() throws Exception {
		java.util.zip.Deflater deflater = new java.util.zip.Deflater();
		deflater.setInput(new byte[70_000]);
		deflater.finish();
		byte[] packed = new byte[1000];
		int n = deflater.deflate(packed);
		Path file = folder.resolve("long.het");
		Files.write(file, HexFormat.of().parseHex(String.format("%02x%02x0000a100", n & 0xFF, n >> 8) + HexFormat.of().formatHex(packed, 0, n)));
		assertThat(mount(file, "").read(0x02, 65_535).status()).isEqualTo(0x0E);
	}
}
