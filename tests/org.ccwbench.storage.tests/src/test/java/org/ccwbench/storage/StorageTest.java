// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Absolute storage: what is configured, what bytes and keys it holds (PoP SA22-7832, chapter 3). */
class StorageTest {
	private static final int MIB = 1 << 20;
	private final Storage storage = new Storage("guest absolute", MIB);

	@Test
	void numbersAreBigEndianAndNeedNoAlignment() {
		storage.store64(0xFFC, 0x0102_0304_0506_0708L);
		assertThat(storage.bytes(0xFFC, 8)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
		assertThat(storage.load64(0xFFC)).isEqualTo(0x0102_0304_0506_0708L);
		storage.store32(0x1FFE, 0xF1F2_F3F4L);
		assertThat(storage.load32(0x1FFE)).isEqualTo(0xF1F2_F3F4L);
		assertThat(storage.load8(0x2001)).isEqualTo(0xF4);
	}

	@Test
	void aPageThatNobodyStoredIntoReadsAsZerosAndCostsNothing() {
		Storage large = new Storage("large", 1L << 40);
		assertThat(large.load64(1L << 39)).isZero();
		assertThat(large.framesInUse()).isZero();
		large.store8(1L << 39, 1);
		assertThat(large.framesInUse()).isEqualTo(1);
	}

	@Test
	void anAccessThatIsNotAllInStorageChangesNothingAndNamesTheFirstMissingByte() {
		missing(0x100000, () -> storage.store64(0xFFFFC, -1));
		missing(0x100000, () -> storage.store32(0xFFFFE, -1));
		missing(0x100000, () -> storage.store(0xFFFF0, new byte[32], 0, 32));
		missing(0x100000, () -> storage.load64(0xFFFF9));
		missing(0x100000, () -> storage.load32(0xFFFFD));
		missing(-8, () -> storage.load64(-8));
		missing(Long.MAX_VALUE - 3, () -> storage.load64(Long.MAX_VALUE - 3));
		assertThat(storage.framesInUse()).isZero();
	}

	@Test
	void aRangeMayRunOverExtentsThatTouchButNotOverAHole() {
		Storage s = new Storage("pieces", 0);
		s.configure(0x4000, 0x1000);
		s.configure(0x0, 0x2000);
		s.configure(0x2000, 0x1000);
		assertThat(s.contains(0x1FF8, 16)).isTrue();
		assertThat(s.contains(0, 0x3000)).isTrue();
		assertThat(s.contains(0x2FF8, 16)).isFalse();
		assertThat(s.contains(0, 0x5000)).isFalse();
		assertThat(s.contains(0x4000, 0x1000)).isTrue();
		assertThat(s.contains(0, Long.MAX_VALUE)).isFalse();
		assertThat(s.contains(-1, 1)).isFalse();
		assertThat(s.contains(0, -1)).isFalse();
		missing(0x3000, () -> s.store(0x2FFF, new byte[0x1002], 0, 0x1002));
	}

	@Test
	void extentsDoNotOverlapAndAreWholePages() {
		Storage s = new Storage("pieces", 0);
		s.configure(0x1800, 0x1000);
		assertThat(s.extents()).containsExactly(new Storage.Extent(0x1000, 0x2000));
		assertThatThrownBy(() -> s.configure(0x2000, 1)).hasMessage("pieces: 2000-2FFF overlaps 1000-2FFF");
		assertThatThrownBy(() -> s.configure(0x5000, 0)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> s.configure(-0x1000, 0x1000)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> s.configure(Long.MAX_VALUE - 10, 0x1000)).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void aRemovedExtentLeavesNeitherBytesNorKeys() {
		Storage s = new Storage("pieces", 0);
		s.configure(0x1F_F000, 0x2000);
		s.configure(0x40_0000, 0x1000);
		s.store8(0x1F_F000, 1);
		s.store8(0x20_0000, 1);
		s.store8(0x40_0000, 1);
		s.setKey(0x20_0000, 0x30);
		assertThat(s.deconfigure(0x20_0000)).as("no extent starts there").isFalse();
		assertThat(s.deconfigure(0x1F_F000)).isTrue();
		assertThat(s.framesInUse()).isEqualTo(1);
		missing(0x20_0000, () -> s.load8(0x20_0000));
		s.configure(0x20_0000, 0x1000);
		assertThat(s.load8(0x20_0000)).isZero();
		assertThat(s.key(0x20_0000)).isZero();
		assertThat(s.load8(0x40_0000)).isEqualTo(1);
	}

	@Test
	void aSourceIsAskedOnceForAPageEvenForOneOfZeros() {
		List<Long> asked = new ArrayList<>();
		Storage s = new Storage("disk", 0x3000, (address, page) -> {
			asked.add(address);
			page[5] = 7;
			return address == 0x1000;
		});
		assertThat(s.load8(0x1005)).isEqualTo(7);
		assertThat(s.load8(0x1006)).isZero();
		assertThat(s.load8(0x0005)).isZero();
		assertThat(s.load8(0x0006)).isZero();
		assertThat(asked).containsExactly(0x1000L, 0L);
		assertThat(s.framesInUse()).isEqualTo(1);
		s.store8(0, 9);
		assertThat(s.bytes(0, 6)).containsExactly(9, 0, 0, 0, 0, 0);
		List<Long> frames = new ArrayList<>();
		s.forEachFrame(frames::add);
		assertThat(frames).containsExactlyInAnyOrder(0L, 0x1000L);
	}

	@Test
	void keysBelongToPagesAndAccessesSetReferenceAndChange() {
		storage.setKey(0x5123, 0x3C);
		assertThat(storage.key(0x5FFF)).isEqualTo(0x3C);
		assertThat(storage.key(0x6000)).isZero();
		storage.refer(0x5000, false);
		assertThat(storage.key(0x5000)).isEqualTo(0x3E);
		storage.refer(0x5000, true);
		assertThat(storage.key(0x5000)).isEqualTo(0x3F);
	}

	@Test
	void theJournalSeesTheBytesAsTheyWere() {
		List<String> seen = new ArrayList<>();
		storage.store(0xFFE, new byte[] { 1, 2, 3, 4 }, 0, 4);
		storage.journal(new Journal() {
			@Override
			public void storing(Storage space, long address, byte[] frame, int offset, int length) {
				seen.add(String.format("%X %s", address, Arrays.toString(Arrays.copyOfRange(frame, offset, offset + length))));
			}

			@Override
			public void keying(Storage space, long address, int oldKey, int newKey) {
				seen.add(String.format("key of %X %X to %X", address, oldKey, newKey));
			}
		});
		storage.store(0xFFE, new byte[] { 5, 6, 7, 8 }, 0, 4);
		storage.setKey(0x1234, 0x18);
		storage.refer(0x1234, true);
		storage.refer(0x1234, true);
		assertThat(seen).containsExactly("FFE [1, 2]", "1000 [3, 4]", "key of 1000 0 to 18", "key of 1000 18 to 1B");
	}

	@Test
	void exchangeSwapsOverPagesAndTellsNobody() {
		storage.store(0xFFE, new byte[] { 1, 2, 3, 4 }, 0, 4);
		storage.journal(new Journal() {
			@Override
			public void storing(Storage space, long address, byte[] frame, int offset, int length) {
				throw new AssertionError("told");
			}
		});
		byte[] swap = { 0, 5, 6, 7, 8 };
		storage.exchange(0xFFE, swap, 1, 4);
		assertThat(swap).containsExactly(0, 1, 2, 3, 4);
		assertThat(storage.bytes(0xFFE, 4)).containsExactly(5, 6, 7, 8);
	}

	private static void missing(long address, ThrowingCallable access) {
		assertThatThrownBy(access).isInstanceOfSatisfying(AddressingException.class,
				e -> assertThat(e.address()).isEqualTo(address));
	}
}
