// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.ccwbench.channel.Device;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a fixed-block image or a deck of cards. */
class BlockAndDeckFuzzTest {
	static Stream<byte[]> images() {
		return Stream.of(new byte[1024], "// JOB\n\tCARD\r\nLAST".getBytes(StandardCharsets.ISO_8859_1), "\u00C1".repeat(160).getBytes(StandardCharsets.ISO_8859_1));
	}

	@MethodSource("images")
	@FuzzTest(maxDuration = "4s")
	void everyCommandEnds(byte[] image) throws Exception {
		for (String words : new String[] {"", "ascii", "ebcdic"}) {
			Device reader = FuzzedImage.open("3505", words, image);
			for (int card = 0; reader != null && card < 5; card++) {
				FuzzedImage.command(reader, 0x02, null, 80);
			}
		}
		Device disk = FuzzedImage.open("3370", "", image);
		if (disk != null) {
			FuzzedImage.command(disk, 0x02, null, 512);
			Program program = new Program(disk).write(0x63, "80000000 00000000 00000000 00000000").write(0x43, "01000001 00000000");
			program.last().write(0x41, "ab".repeat(512));
			FuzzedImage.ended(program);
			FuzzedImage.look(disk);
		}
	}
}
