// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.channel.TestMachine.*;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Incorrect length and data chaining (PoP SA22-7832, chapter 15). The record of the device has 80 bytes, 01 to 50. */
class LengthTest {
	private final TestMachine m = new TestMachine();

	@Test
	void aCountThatFitsIsNoIncorrectLength() {
		m.ccw(0x02, 0, 80, 0x20000);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010008 0C000000");
		assertThat(m.stored(0x20000, 4)).isEqualTo("01020304");
	}

	@Test
	void aCountTooLargeOrTooSmallIsIncorrectLengthUnlessSuppressed() {
		m.ccw(0x02, 0, 100, 0x20000);
		assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010008 0C400014");
		m.at(PROGRAM).ccw(0x02, 0, 40, 0x20000);
		assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010008 0C400000");
		m.at(PROGRAM).ccw(0x02, SLI, 100, 0x20000);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010008 0C000014");
		m.at(PROGRAM).ccw(0x02, SLI, 40, 0x20000);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010008 0C000000");
	}

	@Test
	void incorrectLengthEndsTheChainAndSuppressedLengthDoesNot() {
		m.ccw(0x02, CC, 100, 0x20000).ccw(0x03, 0, 0, 0);
		assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010008 0C400014");
		m.at(PROGRAM).ccw(0x02, CC | SLI, 100, 0x20000).ccw(0x03, 0, 0, 0);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010010 0C000000");
	}

	@Test
	void aWriteThatTheDeviceDoesNotTakeWholeIsIncorrectLength() {
		m.ccw(0x01, 0, 100, 0x20000);
		assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010008 0C400014");
		m.at(PROGRAM).ccw(0x01, 0, 40, 0x20000);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010008 0C000000");
		assertThat(m.device.written).hasSize(40);
	}

	@Test
	void suppressLengthIsIgnoredWhileChainDataIsOn() {
		m.ccw(0x02, CD | SLI, 100, 0x20000).ccw(0, SLI, 10, 0x20080);
		assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010008 0C400014");
	}

	@Test
	void deviceEndJustAtTheEndOfAChainDataCcwEndsInTheNext() {
		m.ccw(0x02, CD, 80, 0x20000).ccw(0, 0, 10, 0x20080);
		assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010010 0C40000A");
		m.at(PROGRAM).ccw(0x02, CD, 80, 0x20000).ccw(0, SLI, 10, 0x20080);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010010 0C00000A");
	}

	@Test
	void dataGoesOnFromCcwToCcwAndThroughATic() {
		m.ccw(0x02, CD, 20, 0x20000).ccw(0x08, 0, 0, 0x10100).at(0x10100).ccw(0xFF, CD | SKIP, 20, 0x20020)
				.ccw(0xFF, 0, 40, 0x20040);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010110 0C000000");
		assertThat(m.stored(0x20012, 4)).isEqualTo("13140000");
		assertThat(m.stored(0x20020, 20)).isEqualTo("00".repeat(20));
		assertThat(m.stored(0x20040, 2)).isEqualTo("292A");
		assertThat(m.stored(0x20066, 3)).isEqualTo("4F5000");
	}

	@Test
	void immediateOperationsWithACountAreIncorrectLengthInFormat1Only() {
		m.ccw(0x03, 0, 1, 0);
		assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010008 0C400001");
		assertThat(m.run(FORMAT1 | 0x80)).as("incorrect-length-suppression mode").isEqualTo("00804007 00010008 0C000001");
		m.at(PROGRAM).ccw(0x03, SLI, 1, 0);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010008 0C000001");
		m.at(PROGRAM).ccw(0x03, CC, 1, 0).ccw(0x03, SLI, 0, 0);
		assertThat(m.run(FORMAT1)).as("chains on").isEqualTo("00804007 00010010 0C000000");
		m.at(PROGRAM).ccw0(0x03, 0, 0, 1);
		assertThat(m.run(FORMAT0)).isEqualTo("00004007 00010008 0C000001");
	}

	@Test
	void theDataAddressOfAnImmediateOperationIsNotLookedAt() {
		m.ccw(0x03, SLI, 1, 0x7FFF_FFF0);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010008 0C000001");
	}

	@Test
	void skippingReadsStoresNothingAndChecksNoAddress() {
		m.ccw(0x02, SKIP, 80, 0x7FFF_FFF0);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010008 0C000000");
	}

	@Test
	void skipIsIgnoredOnOutput() {
		m.storage.store32(0x20000, 0xCAFE_BABEL);
		m.ccw(0x01, SKIP, 80, 0x20000);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010008 0C000000");
		assertThat(m.device.written).startsWith(0xCA, 0xFE, 0xBA, 0xBE);
	}

	@Test
	void readBackwardStoresDownwardsFromTheDataAddress() {
		m.ccw(0x0C, SLI, 4, 0x20003);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010008 0C000000");
		assertThat(m.stored(0x1FFFF, 6)).isEqualTo("004D4E4F5000");
	}

	/**
	 * The table "Channel Chaining Action" (System/370 Principles of Operation, GA22-7000-4, page 214): by flags, what
	 * follows on a count that is too small, one that fits, and one that is too large, and on an immediate operation.
	 * E ends, C chains, IL is incorrect length; the command that is chained is a no-operation.
	 */
	@ParameterizedTest
	@CsvSource({
			// CD CC SLI, too small, fits, too large, immediate
			"0, 0, 0, E IL, E, E IL, E", "0, 0, 1, E, E, E, E", "0, 1, 0, E IL, C, E IL, C", "0, 1, 1, C, C, C, C",
			"1, 0, 0, C, C, E IL, E", "1, 0, 1, C, C, E IL, E", "1, 1, 0, C, C, E IL, E", "1, 1, 1, C, C, E IL, E" })
	void theChainingTable(int cd, int cc, int sli, String small, String fits, String large, String immediate) {
		int flags = cd * CD | cc * CC | sli * SLI;
		assertThat(action(0x02, flags, 40)).as("count 40").isEqualTo(small);
		assertThat(action(0x02, flags, 80)).as("count 80").isEqualTo(fits);
		assertThat(action(0x02, flags, 100)).as("count 100").isEqualTo(large);
		assertThat(action(0x03, flags, 1)).as("immediate").isEqualTo(immediate);
	}

	/** The next CCW takes any data that are left if it is data-chained, and has its count left if there are none. */
	private String action(int command, int flags, int count) {
		m.at(PROGRAM).ccw0(command, 0x20000, flags, count).ccw0(0x03, 0x20100, SLI, 40);
		String scsw = m.run(FORMAT0);
		boolean next = scsw.contains(" 00010010 ");
		return (next ? "C" : "E") + (scsw.substring(20, 22).equals("40") ? " IL" : "");
	}
}
