// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.ccwbench.channel.Device;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a plain count-key-data image. */
class CkdImageFuzzTest {
	/** Two cylinders of two tracks of 1,024 bytes, each with record 0 and a record with a key. */
	static Stream<byte[]> images() {
		ByteBuffer image = ByteBuffer.allocate(512 + 4 * 1024).order(ByteOrder.LITTLE_ENDIAN);
		image.put("CKD_P370".getBytes(StandardCharsets.ISO_8859_1)).putInt(2).putInt(1024).put((byte) 0x90);
		for (int t = 0; t < 4; t++) {
			String place = String.format("%04x%04x", t / 2, t % 2);
			image.position(512 + 1024 * t);
			image.put(HexFormat.of().parseHex("00" + place + place + "00000008" + "00".repeat(8) + place + "01040010" + "c1c2c3c4" + "d1".repeat(16)
					+ "ff".repeat(8)));
		}
		return Stream.of(image.array());
	}

	@MethodSource("images")
	@FuzzTest(maxDuration = "4s")
	void everyCommandEnds(byte[] image) throws Exception {
		Device disk = FuzzedImage.open("3390", "", image);
		if (disk == null) {
			return;
		}
		for (String track : new String[] {"00000000", "00010001"}) {
			for (int read : new int[] {0x06, 0x0E, 0x12, 0x16, 0x1A, 0x1E, 0x5E, 0x86, 0x92, 0x9E, 0x02}) {
				Program program = new Program(disk).write(0x07, "0000" + track);
				program.read(read, 3000);
				FuzzedImage.ended(program);
				program.last().read(read, 3000);
				FuzzedImage.ended(program);
			}
			for (int search : new int[] {0x31, 0xB1, 0x29, 0xE9, 0x39}) {
				Program program = new Program(disk).write(0x07, "0000" + track).write(search, track + "01");
				program.last().read(0x22, 1);
				FuzzedImage.ended(program);
			}
			Program program = new Program(disk).write(0x63, "c0c00000 00000000 00000000 00010001").write(0x47, "0c000002" + track + track + "00ff0000");
			program.last().read(0xDE, 65535);
			FuzzedImage.ended(program);
			program = new Program(disk).write(0x63, "c0c00000 00000000 00000000 00010001").write(0x47, "03000001" + track + track + "00ff0000");
			program.last().write(0x1D, track + "02020004" + "abcd" + "01020304");
			FuzzedImage.ended(program);
		}
		FuzzedImage.look(disk);
	}
}
