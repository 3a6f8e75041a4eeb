// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.ccwbench.channel.Device;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.DeviceSight;
import org.ccwbench.device.Devices;
import org.ccwbench.device.ImageException;
import org.ccwbench.device.MediumDevice;
import org.ccwbench.device.VisibleDevice;

/** Devices on images of arbitrary bytes: either the image is refused in words, or every command ends with a status. */
final class FuzzedImage {
	private static final Path FILE = file();

	private FuzzedImage() {}

	private static Path file() {
		try {
			Path file = Files.createTempFile("fuzzed", ".gz");
			file.toFile().deleteOnExit();
			return file;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * A device with these bytes as its image, packed so that no file stays open; null if it was refused, and not
	 * because of the packing.
	 */
	static Device open(String type, String words, byte[] image) throws IOException {
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(FILE))) {
			out.write(image);
		}
		try {
			return Devices.create(DeviceOptions.of(type, 0x120, FILE, words));
		} catch (ImageException e) {
			assertThat(e.getMessage()).contains(FILE.toString()).doesNotContain("gzip");
			return null;
		}
	}

	/** Executes a command in a program of its own; its status must be one that ends a command. */
	static void command(Device device, int command, String hex, int count) {
		Program program = new Program(device).last();
		if (hex == null) {
			program.read(command, count);
		} else {
			program.write(command, hex);
		}
		ended(program);
	}

	/** The command before ended as commands end. */
	static void ended(Program program) {
		assertThat(program.status()).isIn(0x0C, 0x0D, 0x0E, 0x0F, 0x02, 0x2E, 0x4C);
	}

	/** What a view does: looks at all that is there, as far as a picture of it goes. */
	static void look(Device device) {
		if (device instanceof MediumDevice m) {
			long length = m.medium().length();
			assertThat(length).isNotNegative();
			m.medium().bytes(0, (int) Math.min(length, 1 << 16));
			m.medium().bytes(Math.max(0, length - 4096), (int) Math.min(length, 4096));
		}
		if (device instanceof VisibleDevice v && v.sight() instanceof DeviceSight.Strip strip) {
			assertThat(strip.under()).isBetween(0, strip.pieces().size() - 1);
			strip.pieces().get(strip.under()).content().get();
		}
	}
}
