// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes lie where a transport-control word and what it designates are to be, from its address on. */
class TransportFuzzTest {
	private static final int TRANSPORT = 0x0004_8000;
	private static final int TCW = 0x11000;
	private static final int STEPS = 200;
	/** A TCW that reads 80 bytes with the block behind it; the list of the second case follows the block. */
	private static final String READ = "00%s0000 00320000 0000000000000000 %s 0000000000011200 0000000000011040"
			+ "00000000 00000050 000000000000000000000000 00000000 7F000000 00000014 1FFE0000 00000000"
			+ "02000000 00000050 00000000 00000054";

	static Stream<byte[]> blocks() {
		return Stream.of(READ.formatted("00", "0000000000020000"), READ.formatted("04", "0000000000011060")
				+ "80000000 00000050 0000000000020000", READ.formatted("00", "0000000000020FF0"))
				.map(h -> HexFormat.of().parseHex(h.replace(" ", "")));
	}

	@MethodSource("blocks")
	@FuzzTest(maxDuration = "15s")
	void anyBytesAreATransportControlWordThatEndsOrCanBeEnded(byte[] bytes) {
		TestMachine m = new TestMachine();
		m.storage.store(TCW, bytes, 0, Math.min(bytes.length, 0x4000));
		assertThat(m.start(TRANSPORT, TCW)).isZero();
		CommandFuzzTest.ends(m, STEPS);
	}
}
