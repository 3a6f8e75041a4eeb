// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.channel.TestMachine.*;

import org.junit.jupiter.api.Test;

/** Storage keys and address-limit checking (PoP SA22-7832, chapters 3 and 17). Keys are ACC(4) F R C. */
class ProtectionTest {
	private static final int KEY3 = FORMAT1 | 3 << 28;
	private static final int FETCH_PROTECTED_5 = 5 << 3 | 4;
	private final TestMachine m = new TestMachine();

	@Test
	void storingNeedsTheKeyOfThePageAndKeyZeroFitsAll() {
		m.storage.setKey(0x20000, 3 << 3);
		m.storage.setKey(0x21000, 5 << 3);
		m.ccw(0x02, 0, 80, 0x20000);
		assertThat(m.run(KEY3)).isEqualTo("30804007 00010008 0C000000");
		m.at(PROGRAM).ccw(0x02, 0, 80, 0x21000);
		assertThat(m.run(KEY3)).isEqualTo("30804017 00010008 0C100000");
		assertThat(m.stored(0x21000, 2)).isEqualTo("0000");
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010008 0C000000");
	}

	@Test
	void bytesBeforeAProtectedPageAreStored() {
		m.storage.setKey(0x20000, 3 << 3);
		m.ccw(0x02, 0, 80, 0x20FFE);
		assertThat(m.run(KEY3)).isEqualTo("30804017 00010008 0C100000");
		assertThat(m.stored(0x20FFE, 4)).isEqualTo("01020000");
	}

	@Test
	void fetchingIsFreeUnlessThePageIsFetchProtected() {
		m.storage.setKey(0x20000, 5 << 3);
		m.ccw(0x01, 0, 80, 0x20000);
		assertThat(m.run(KEY3)).isEqualTo("30804007 00010008 0C000000");
		m.storage.setKey(0x20000, FETCH_PROTECTED_5);
		assertThat(m.run(KEY3)).isEqualTo("30804017 00010008 00100000");
	}

	@Test
	void ccwsAndIndirectWordsInFetchProtectedPagesAreProtectionChecks() {
		m.storage.setKey(0x20000, 3 << 3);
		m.storage.setKey(0x1A000, FETCH_PROTECTED_5);
		m.words(0x1A000, 0x20000).ccw(0x02, IDA, 80, 0x1A000);
		assertThat(m.run(KEY3)).isEqualTo("30804017 00010008 0C100000");
		m.storage.setKey(PROGRAM, FETCH_PROTECTED_5);
		assertThat(m.run(KEY3)).isEqualTo("30804017 00010008 00100000");
	}

	@Test
	void theChannelSetsReferenceAndChangeBits() {
		m.ccw(0x02, CC, 80, 0x20000).ccw(0x01, 0, 80, 0x22000);
		m.run(FORMAT1);
		assertThat(m.storage.key(PROGRAM)).isEqualTo(2);
		assertThat(m.storage.key(0x20000)).isEqualTo(3);
		assertThat(m.storage.key(0x22000)).isEqualTo(2);
		assertThat(m.storage.key(0x23000)).isZero();
	}

	@Test
	void addressesMustLieOnTheSideOfTheLimitThatTheSubchannelIsGiven() {
		int checked = FORMAT1 | 0x0010_0000;
		m.css.sal(0x100000);
		m.enable(SID, 0x0020_0000);
		m.ccw(0x02, 0, 80, 0x20000);
		assertThat(m.run(checked)).isEqualTo("00904017 00010008 00200000");
		assertThat(m.run(FORMAT1)).as("not asked for").isEqualTo("00804007 00010008 0C000000");
		m.at(PROGRAM).ccw(0x02, 0, 80, 0x100000);
		assertThat(m.run(checked)).isEqualTo("00904007 00010008 0C000000");
	}

	@Test
	void belowTheLimitIsTheOtherMode() {
		m.css.sal(0x100000);
		m.enable(SID, 0x0040_0000);
		m.ccw(0x02, 0, 80, 0xFFFB0);
		assertThat(m.run(FORMAT1 | 0x0010_0000)).isEqualTo("00904007 00010008 0C000000");
		m.at(PROGRAM).ccw(0x02, 0, 80, 0xFFFB1);
		assertThat(m.run(FORMAT1 | 0x0010_0000)).isEqualTo("00904017 00010008 00200000");
	}

	@Test
	void dataBeyondStorageMovesNothingAndTheDeviceIsNotSelected() {
		m.ccw(0x02, 0, 80, 0x3FFFC0);
		assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010008 00200000");
		assertThat(m.stored(0x3FFFC0, 4)).isEqualTo("00000000");
		m.at(PROGRAM).ccw(0x02, SLI, 100, 0x3FFFB0);
		assertThat(m.run(FORMAT1)).as("what does not move is not checked").isEqualTo("00804007 00010008 0C000014");
	}

	@Test
	void format0AddressesEndAt16M() {
		org.ccwbench.storage.Storage large = m.storage;
		large.configure(4 << 20, 16 << 20);
		m.ccw0(0x02, 0xFFFFF0, 0, 80);
		assertThat(m.run(FORMAT0)).isEqualTo("00004017 00010008 00200000");
	}
}
