// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.ccwbench.channel.Device;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a packed image: its first letter says what disk it is to be. */
class PackedImageFuzzTest {
	static Stream<byte[]> images() throws IOException {
		byte[] wide = Resources.unpacked("comp.3390.gz");
		System.arraycopy("064".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), 0, wide, 5, 3);
		return Stream.of(Resources.unpacked("comp.3390.gz"), Resources.unpacked("comp.9336.gz"), wide);
	}

	@MethodSource("images")
	@FuzzTest(maxDuration = "4s")
	void everyCommandEnds(byte[] image) throws Exception {
		boolean blocks = image.length > 0 && image[0] == 'F';
		Device disk = FuzzedImage.open(blocks ? "9336" : "3390", "", image);
		if (disk == null) {
			return;
		}
		if (blocks) {
			Program program = new Program(disk).write(0x63, "40000000 00000000 00000000 00000077").write(0x43, "06000010 00000060");
			program.last().read(0x42, 8192);
			FuzzedImage.ended(program);
		} else {
			for (String track : new String[] {"00000000", "00000001", "0001000e"}) {
				Program program = new Program(disk).write(0x63, "40c00000 00000000" + track + track).write(0x47, "0c000001" + track + track + "00ff0000");
				program.last().read(0xDE, 65535);
				FuzzedImage.ended(program);
			}
		}
		FuzzedImage.look(disk);
	}
}
