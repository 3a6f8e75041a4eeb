// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;
import org.ccwbench.device.ImageException;
import org.ccwbench.device.MediumDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packed disk images in the old and the new form. */
class PackedImageTest {
	@TempDir
	Path folder;

	private MediumDevice open(String type, byte[] image) throws Exception {
		Path file = folder.resolve("packed");
		Files.write(file, image);
		return (MediumDevice) Devices.create(DeviceOptions.of(type, 0x120, file, ""));
	}

	private byte[] content(MediumDevice device) {
		return device.medium().bytes(0, (int) device.medium().length());
	}

	/** 1,000 blocks; each says its number all over in ASCII. */
	private static byte[] numberedBlocks() {
		byte[] blocks = new byte[512 * 1000];
		for (int i = 0; i < 1000; i++) {
			String text = String.format("block %06d ", i).repeat(43).substring(0, 512);
			System.arraycopy(text.getBytes(StandardCharsets.ISO_8859_1), 0, blocks, 512 * i, 512);
		}
		return blocks;
	}

	@Test
	void aPackedFixedBlockDiskReadsAsAPlainOne() throws Exception {
		MediumDevice device = open("9336", Resources.unpacked("comp.9336.gz"));
		assertThat(content(device)).isEqualTo(numberedBlocks());
		Program program = new Program(device);
		program.write(0x63, "40000000 00000000 00000000 000003e7").write(0x43, "06000001 000003e7");
		assertThat(new String(program.last().read(0x42, 12).bytes(), StandardCharsets.ISO_8859_1)).isEqualTo("block 000999");
	}

	@Test
	void theNewFormHasPlacesOfEightBytes() throws Exception {
		assertThat(content(open("9336", wide(Resources.unpacked("comp.9336.gz"))))).isEqualTo(numberedBlocks());
		byte[] old = Resources.unpacked("comp.3330.gz");
		assertThat(content(open("3330", wide(old)))).isEqualTo(content(open("3330", old)));
	}

	@Test
	void aPlainImageOfTheNewFormIsAPlainImage() throws Exception {
		byte[] image = new CkdDisk(1).record(0, 0, 1, "", "abcdef").bytes();
		System.arraycopy("CKD_P064".getBytes(StandardCharsets.ISO_8859_1), 0, image, 0, 8);
		Program program = new Program(open("3390", image));
		program.write(0x63, "40c00000 00000000 00000000 0000000e").write(0x47, "06000001 00000000 00000000 01ff0000");
		assertThat(program.last().read(0x06, 3).data()).isEqualTo("abcdef");
	}

	/** The same image with places of eight bytes; its pieces stay where they are, the tables come behind them. */
	private static byte[] wide(byte[] old) {
		ByteBuffer from = ByteBuffer.wrap(old).order(ByteOrder.LITTLE_ENDIAN);
		int tables = from.getInt(512 + 4);
		int gap = 1024 + 8 * tables - (1024 + 4 * tables);
		ByteBuffer to = ByteBuffer.allocate(old.length + gap + tables * 256 * 16).order(ByteOrder.LITTLE_ENDIAN);
		to.put(0, old, 0, 516).put(5, "064".getBytes(StandardCharsets.ISO_8859_1));
		to.putInt(512 + 4, tables).putInt(512 + 12, from.getInt(512 + 40));
		to.put(512 + 72, old[512 + 44]).put(512 + 73, old[512 + 45]);
		to.put(1024 + 4 * tables + gap, old, 1024 + 4 * tables, old.length - 1024 - 4 * tables);
		for (int t = 0; t < tables; t++) {
			int table = from.getInt(1024 + 4 * t);
			if (table != 0) {
				int at = old.length + gap + t * 256 * 16;
				to.putLong(1024 + 8 * t, at);
				for (int e = 0; e < 256; e++) {
					int place = from.getInt(table + 8 * e);
					to.putLong(at + 16 * e, place == 0 ? 0 : place + gap).putInt(at + 16 * e + 8, from.getInt(table + 8 * e + 4));
				}
			}
		}
		return to.array();
	}

	@Test
	void piecesMayBeCompressedWithBzip2() throws Exception {
		assertThat(content(open("9336", Resources.unpacked("bzip2.9336.gz")))).isEqualTo(numberedBlocks());
		assertThat(content(open("9336", wide(Resources.unpacked("bzip2.9336.gz"))))).isEqualTo(numberedBlocks());
		assertThat(content(open("3390", Resources.unpacked("bzip2.3390.gz"))))
				.isEqualTo(content(open("3390", Resources.unpacked("linux.3390.gz"))));
	}

	@Test
	void aPieceThatIsDamagedIsNamedWithItsPlaceInTheFile() throws Exception {
		for (String[] image : new String[][] {{"comp.9336.gz", "zlib"}, {"bzip2.9336.gz", "bzip2"}}) {
			byte[] packed = Resources.unpacked(image[0]);
			int place = place(packed, 3);
			packed[place + 60] ^= 0x10;
			MediumDevice device = open("9336", packed);
			assertThat(device.medium().bytes(0, 12)).as("others can be read").isEqualTo("block 000000".getBytes(StandardCharsets.ISO_8859_1));
			assertThat(device.medium().failure()).isNull();
			device.medium().bytes(360 * 512, 512);
			assertThat(device.medium().failure())
					.isEqualTo(String.format("packed: offset %X: expected a track or group of blocks compressed with %s", place + 5, image[1]));
		}
	}

	@Test
	void aPieceSaysWhichOneItIs() throws Exception {
		byte[] packed = Resources.unpacked("comp.9336.gz");
		int place = place(packed, 3);
		packed[place + 4] = 7;
		MediumDevice device = open("9336", packed);
		device.medium().bytes(360 * 512, 512);
		assertThat(device.medium().failure()).contains(String.format("offset %X: expected 00000003", place + 1));
	}

	/** Where a piece stands. */
	private static int place(byte[] packed, int number) {
		ByteBuffer b = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
		return b.getInt(b.getInt(1024) + 8 * number);
	}

	@Test
	void shadowsAndWrongTablesAreRefused() throws Exception {
		byte[] image = Resources.unpacked("comp.9336.gz");
		byte[] shadow = image.clone();
		shadow[4] = 'S';
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> open("9336", shadow)).withMessageContaining("is a FBA_S370 image, a shadow");
		byte[] large = image.clone();
		large[512 + 43] = 0x70;
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> open("9336", large)).withMessageContaining("offset 204: expected a table of").withMessageContaining("not of 1");
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> open("9336", java.util.Arrays.copyOf(image, 1000)))
				.withMessageContaining("offset 3E8: expected a compressed image with headers of 1024 bytes");
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> open("9336", java.util.Arrays.copyOf(image, image.length - 100)))
				.withMessageContaining(String.format("offset %X: expected 100 more bytes", image.length - 100));
		ByteBuffer outside = ByteBuffer.wrap(image.clone()).order(ByteOrder.LITTLE_ENDIAN);
		int entry = outside.getInt(1024) + 8;
		outside.putInt(entry, image.length - 2);
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> open("9336", outside.array()))
				.withMessageContaining(String.format("offset %X: expected place and length of a track or group of blocks inside the file", entry));
	}

	@Test
	void aTrackThatCannotBeUnpackedHasAnInvalidFormat() throws Exception {
		byte[] image = Resources.unpacked("comp.3330.gz");
		image[place(image, 1) + 4] ^= 0x40;
		Program program = new Program(open("3330", image));
		program.write(0x07, "0000 0000 0001");
		assertThat(program.status()).isEqualTo(0x0E);
		assertThat(program.sense(2)).as("invalid track format").isEqualTo("0040");
	}
}
