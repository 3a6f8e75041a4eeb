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
	void bzip2IsNamed() throws Exception {
		byte[] image = Resources.unpacked("bzip2.3390.gz");
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> open("3390", image))
				.withMessageContaining("offset 22D: is compressed with bzip2; images can be plain or compressed with zlib");
		image[512 + 45] = 1;
		int table = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).getInt(1024);
		int place = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).getInt(table);
		image[place] = 2;
		assertThatExceptionOfType(ImageException.class).as("a single track").isThrownBy(() -> open("3390", image))
				.withMessageContaining(String.format("offset %X: is compressed with bzip2", place));
	}

	@Test
	void shadowsAndWrongTablesAreRefused() throws Exception {
		byte[] image = Resources.unpacked("comp.9336.gz");
		byte[] shadow = image.clone();
		shadow[4] = 'S';
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> open("9336", shadow)).withMessageContaining("is a FBA_S370 image, a shadow");
		byte[] large = image.clone();
		large[512 + 43] = 0x70;
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> open("9336", large)).withMessageContaining("a table of 1 entries for");
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> open("9336", java.util.Arrays.copyOf(image, 1000)))
				.withMessageContaining("too short for a compressed image");
	}

	@Test
	void aTrackThatCannotBeUnpackedHasAnInvalidFormat() throws Exception {
		byte[] image = Resources.unpacked("comp.3330.gz");
		ByteBuffer b = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
		int place = b.getInt(b.getInt(1024) + 8);
		assertThat(place).as("track 1 is stored").isGreaterThan(0);
		b.putInt(b.getInt(1024) + 8, image.length - 2);
		Program program = new Program(open("3330", image));
		program.write(0x07, "0000 0000 0001");
		assertThat(program.status()).isEqualTo(0x0E);
		assertThat(program.sense(2)).as("invalid track format").isEqualTo("0040");
	}
}
