// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.ccwbench.channel.Device;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands on a tape, plain or compressed. */
class TapeImageFuzzTest {
	static Stream<byte[]> tapes() throws IOException {
		try (InputStream label = TapeImageFuzzTest.class.getResourceAsStream("label.het"); InputStream het = TapeImageFuzzTest.class.getResourceAsStream("tape.het")) {
			return Stream.of(label.readAllBytes(), het.readAllBytes(), HexFormat.of().parseHex(
					"020000008000" + "0102" + "010002002000" + "03" + "01000100a000" + "04" + "000001004000" + "03000000a000" + "a1a2a3"));
		}
	}

	@MethodSource("tapes")
	@FuzzTest(maxDuration = "4s")
	void everyCommandEnds(byte[] image) throws Exception {
		for (String type : new String[] {"3420", "3590"}) {
			Device tape = FuzzedImage.open(type, "", image);
			if (tape == null) {
				return;
			}
			int back = type.equals("3420") ? 0x0C : 0x0A;
			for (int i = 0; i < 6; i++) {
				FuzzedImage.command(tape, 0x02, null, 65535);
			}
			for (int command : new int[] {back, back, 0x27, 0x2F, back, 0x37, 0x3F, back, 0x22}) {
				FuzzedImage.command(tape, command, null, 65535);
			}
			FuzzedImage.command(tape, 0x4F, "00000003", 0);
			FuzzedImage.command(tape, 0x01, "abcdef", 0);
			FuzzedImage.command(tape, 0x1F, "", 0);
			FuzzedImage.command(tape, back, null, 10);
			FuzzedImage.command(tape, back, null, 10);
			FuzzedImage.look(tape);
		}
	}
}
