// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;
import org.ccwbench.device.ImageException;
import org.ccwbench.device.Medium;
import org.ccwbench.device.MediumDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images as the dasdinit program of a well-known emulator makes them (resources), and wrong ones. */
class CkdImageTest {
	@TempDir
	Path folder;

	private Program open(String type, Path file) throws ImageException {
		return new Program(Devices.create(DeviceOptions.of(type, 0x120, file, "")));
	}

	private Path resource(String name) throws Exception {
		Path file = folder.resolve(name);
		try (InputStream in = getClass().getResourceAsStream(name)) {
			Files.copy(in, file);
		}
		return file;
	}

	private void refused(byte[] image, String message) throws Exception {
		Path file = folder.resolve("bad.3390");
		Files.write(file, image);
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> open("3390", file)).withMessageContaining("bad.3390")
				.withMessageContaining(message);
	}

	@Test
	void aVolumeHasItsLabelInRecord3() throws Exception {
		Program program = open("3390", resource("vol1.3390.gz"));
		program.write(0x63, "40c00000 00000000 00000000 0002000e").write(0x47, "06000001 00000000 00000000 03ff0000");
		assertThat(program.last().read(0x0E, 200).data()).as("key VOL1, data VOL1TEST01")
				.startsWith("e5d6d3f1" + "e5d6d3f1e3c5e2e3f0f1").hasSize(2 * 84);
	}

	@Test
	void aVolumeOf3380HasTheFormulaOf3380() throws Exception {
		Program program = open("3380", resource("vol1.3380.gz"));
		assertThat(program.last().read(0x64, 64).data().substring(2 * 22, 2 * 28)).isEqualTo("0120" + "01ec" + "00ec");
		program.write(0x63, "40c00000 00000000 00000000 0001000e").write(0x47, "06000001 00000000 00000000 03ff0000");
		assertThat(program.last().read(0x0E, 10).data()).isEqualTo("e5d6d3f1" + "e5d6d3f1e3c5");
	}

	@Test
	void aVolumeForLinuxHasTwelveRecordsOf4096OnATrack() throws Exception {
		Program program = open("3390", resource("linux.3390.gz"));
		program.write(0x63, "40c00000 00000000 00000000 0001000e").write(0x47, "0c000001 00010003 00010003 00ff0000");
		assertThat(program.last().read(0xDE, 65535).bytes()).hasSize(12 * (8 + 4096) + 8);
		assertThat(program.status()).isEqualTo(0x0C);
	}

	@Test
	void aCompressedImageReadsAsAPlainOne() throws Exception {
		Program program = open("3390", resource("comp.3390.gz"));
		program.write(0x63, "40c00000 00000000 00000000 0001000e").write(0x47, "06000001 00000000 00000000 03ff0000");
		assertThat(program.last().read(0x0E, 14).data()).as("key VOL1, data VOL1COMP01")
				.isEqualTo("e5d6d3f1" + "e5d6d3f1c3d6d4d7f0f1");
		program.write(0x63, "40c00000 00000000 00000000 0001000e").write(0x47, "4c000001 0001000e 0001000e 00ff0000");
		assertThat(program.last().read(0xDE, 100).data()).as("an empty track").startsWith("0001000e00000008" + "00".repeat(8));
	}

	@Test
	void emptyTracksOfACompressedVolumeForLinuxHaveTwelveRecords() throws Exception {
		Program program = open("3390", resource("linux-comp.3390.gz"));
		program.write(0x63, "40c00000 00000000 00000000 0001000e").write(0x47, "0c000001 00010003 00010003 00ff0000");
		assertThat(program.last().read(0xDE, 65535).bytes()).hasSize(12 * (8 + 4096) + 8);
	}

	@Test
	void aPlainFileReadsAsTheCompressedOne() throws Exception {
		Path plain = folder.resolve("plain");
		byte[] image = new CkdDisk(1).record(0, 0, 1, "", "abcdef").bytes();
		Files.write(plain, image);
		Path packed = folder.resolve("packed");
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
			out.write(image);
		}
		for (Path file : new Path[] {plain, packed}) {
			MediumDevice device = (MediumDevice) Devices.create(DeviceOptions.of("3390", 0x120, file, ""));
			Medium medium = device.medium();
			assertThat(medium.length()).isEqualTo(image.length);
			assertThat(medium.storage().bytes(0, image.length)).isEqualTo(image);
		}
	}

	@Test
	void pagesAreReadWhenTheyAreNeeded() throws Exception {
		Path plain = folder.resolve("plain");
		Files.write(plain, new CkdDisk(2).bytes());
		MediumDevice device = (MediumDevice) Devices.create(DeviceOptions.of("3390", 0x120, plain, ""));
		assertThat(device.medium().storage().framesInUse()).as("header and length").isLessThanOrEqualTo(2);
	}

	@Test
	void whatIsNoImageIsRefusedWithFileAndOffset() throws Exception {
		byte[] good = new CkdDisk(1).bytes();
		refused(new byte[100], "offset 0: expected the header of a CKD image, 512 bytes; the file has 100");
		refused(new byte[100_000], "is not a CKD image");
		refused(patched(good, 8, 0), "offset 8: expected 1 to 65535 tracks a cylinder, not 0");
		refused(patched(good, 14, 0x7F), "offset C: expected room for a track of 512 to 65536 bytes");
		refused(patched(good, 16, 0x80), "offset 10: expected a 3390, it is the image of a 3380");
		refused(patched(good, 17, 3), "offset 11: is file 3 of a set");
		refused(Arrays.copyOf(good, good.length - 1), "offset 200: expected a whole cylinder 0");
		refused(patched(good, 4, 'S'), "CKD_S370");
		refused(patched(good, 4, 'C'), "cylinders");
	}

	private static byte[] patched(byte[] image, int at, int value) {
		byte[] b = image.clone();
		b[at] = (byte) value;
		return b;
	}

	@Test
	void aDamagedCompressedFileIsRefused() throws Exception {
		byte[] packed = Files.readAllBytes(resource("vol1.3390.gz"));
		refused(Arrays.copyOf(packed, 1000), "the gzip stream is damaged");
		packed[500] ^= 0x55;
		refused(packed, "damaged");
	}

	@Test
	void missingFilesTypesAndOptionsAreNamed() {
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> open("3390", folder.resolve("none")))
				.withMessageContaining("none: does not exist");
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> open("3390", folder))
				.withMessageContaining("is not a file");
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> open("3391", null))
				.withMessageContaining("no device type 3391; known are 1052, ");
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> open("3390", null))
				.withMessageContaining("a 3390 needs an image");
		assertThatExceptionOfType(ImageException.class)
				.isThrownBy(() -> Devices.create(DeviceOptions.of("3390", 1, null, "cu=3990-9"))).withMessageContaining("3990-9");
		assertThatExceptionOfType(ImageException.class)
				.isThrownBy(() -> Devices.create(DeviceOptions.of("3390", 1, null, "colour=red")))
				.withMessageContaining("a 3390 has no option colour; it has cu, cylinders");
	}

	@Test
	void withoutAnImageADiskIsFormattedAndEmpty() throws Exception {
		Program program = new Program(Devices.create(DeviceOptions.of("3390", 0x120, null, "cylinders=3339")));
		program.write(0x63, "c0c00000 00000000 00000000 0d0a000e").write(0x47, "4c000001 0d0a000e 0d0a000e 00ff0000");
		assertThat(program.last().read(0xDE, 100).data()).isEqualTo("0d0a000e00000008" + "00".repeat(8) + "ff".repeat(8));
		program.write(0x63, "c0c00000 00000000 00000000 0d0a000e").write(0x47, "03000001 00640005 00640005 00ff0000");
		assertThat(program.last().write(0x1D, "0064000501000002 abcd").status()).isEqualTo(0x0C);
		assertThatExceptionOfType(ImageException.class)
				.isThrownBy(() -> Devices.create(DeviceOptions.of("3390", 1, null, "cylinders=0")))
				.withMessageContaining("cylinders=0 is not a number from 1 to 65520");
	}
}
