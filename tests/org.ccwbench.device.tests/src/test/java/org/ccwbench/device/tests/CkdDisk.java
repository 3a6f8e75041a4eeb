// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.ccwbench.channel.Device;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;
import org.ccwbench.device.ImageException;

/** A small 3390 image, 15 tracks a cylinder, every track with home address and an empty record 0. */
final class CkdDisk {
	static final int TRACK = 56832;
	private final byte[] image;
	private final int[] used;

	CkdDisk(int cylinders) {
		image = new byte[512 + cylinders * 15 * TRACK];
		used = new int[cylinders * 15];
		ByteBuffer header = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
		header.put("CKD_P370".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)).putInt(15).putInt(TRACK).put((byte) 0x90);
		for (int t = 0; t < used.length; t++) {
			String place = String.format("%04x%04x", t / 15, t % 15);
			append(t, "00" + place);
			append(t, place + "00" + "00" + "0008" + "0000000000000000");
		}
	}

	/** Adds a record with the next number to a track. */
	CkdDisk record(int cylinder, int head, int number, String key, String data) {
		append(cylinder * 15 + head, String.format("%04x%04x%02x%02x%04x", cylinder, head, number, key.length() / 2,
				data.length() / 2) + key + data);
		return this;
	}

	private void append(int track, String hex) {
		byte[] b = HexFormat.of().parseHex(hex);
		System.arraycopy(b, 0, image, 512 + track * TRACK + used[track], b.length);
		used[track] += b.length;
		java.util.Arrays.fill(image, 512 + track * TRACK + used[track], 512 + track * TRACK + used[track] + 8, (byte) 0xFF);
	}

	byte[] bytes() {
		return image;
	}

	/** The disk as a device. */
	Device device(Path folder, String words) throws IOException, ImageException {
		Path file = folder.resolve("disk.3390");
		Files.write(file, image);
		return Devices.create(DeviceOptions.of("3390", 0x120, file, words));
	}

	Device device(Path folder) throws IOException, ImageException {
		return device(folder, "");
	}
}
