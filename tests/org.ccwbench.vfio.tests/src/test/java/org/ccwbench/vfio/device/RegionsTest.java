// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which reads and writes the regions take; sizes and offsets as Linux 6.12 gives them (recorded). */
class RegionsTest {
	private static final int EFAULT = -14;
	private static final int EINVAL = -22;
	private static final int[] SIZES = {124, 8, 52, 8};

	private final Bench b = new Bench();

	@Test
	void aReadMustEndWithinItsRegion() {
		for (int region = 0; region < 5; region++) {
			for (int at = 0; at <= 130; at++) {
				for (int count : new int[] {0, 1, 4, 8, 12, 52, 96, 124, 125, 128, 1024}) {
					int expected = region < 4 && at + count <= SIZES[region] ? count : EINVAL;
					assertThat(b.mdev.pread(new byte[1024], count, region * 1024L + at))
							.as("region %d, offset %d, %d bytes", region, at, count).isEqualTo(expected);
				}
			}
		}
	}

	@Test
	void onlyTheIoAndTheAsyncRegionCanBeWritten() {
		assertThat(b.mdev.pwrite(new byte[128], 128, 0)).isEqualTo(EINVAL);
		assertThat(b.mdev.pwrite(new byte[124], 124, 1)).isEqualTo(EINVAL);
		assertThat(b.mdev.pwrite(new byte[124], 124, 0)).isEqualTo(124);
		assertThat(b.mdev.pwrite(new byte[52], 52, 0x800)).isEqualTo(EINVAL);
		assertThat(b.mdev.pwrite(new byte[8], 8, 0xC00)).isEqualTo(EINVAL);
		assertThat(b.mdev.pwrite(new byte[4], 4, 9 << 10)).isEqualTo(EINVAL);
		assertThat(b.mdev.pwrite(new byte[9], 9, 0x400)).isEqualTo(EINVAL);
	}

	@Test
	void positionsHaveA32BitRegionNumber() {
		assertThat(b.mdev.pread(new byte[124], 124, -1)).isEqualTo(EINVAL);
		assertThat(b.mdev.pread(new byte[124], 124, 1L << 41)).isEqualTo(EINVAL);
		assertThat(b.mdev.pread(new byte[124], 124, 1L << 42)).as("the number is cut to 32 bits: the I/O region").isEqualTo(124);
	}

	@Test
	void aBufferThatIsTooShortIsAFault() {
		assertThat(b.mdev.pread(new byte[100], 124, 0)).isEqualTo(EFAULT);
		assertThat(b.mdev.pwrite(new byte[100], 124, 0)).isEqualTo(EFAULT);
		b.mdev.pathEvent(PathEvent.OFFLINE, 1);
		assertThat(b.mdev.pread(new byte[1], 8, 0xC00)).isEqualTo(EFAULT);
		assertThat(b.read(0xC00, 8)).as("a report that could not be given is gone").isEqualTo("0000000000000000");
	}

	@Test
	void evenAWriteOfNothingMakesTheRequestThatTheRegionHolds() {
		b.start("03200001 00012000");
		b.pass();
		assertThat(b.io()).isEqualTo(1);
		assertThat(b.mdev.pwrite(new byte[0], 0, 0)).isZero();
		assertThat(b.pass().io()).isEqualTo(1);
	}

	@Test
	void theReturnCodeInTheRegionIsUserSpacesUntilARequestSetsIt() {
		byte[] region = new byte[124];
		region[123] = 7;
		assertThat(b.mdev.pwrite(region, 124, 0)).as("no function: what was written is taken for the result").isEqualTo(7);
	}

	@Test
	void theSchibRegionGivesTheHostsSubchannel() {
		String schib = b.read(0x800, 52);
		assertThat(schib.substring(8)).isEqualTo("1881000a" + "80000080" + "0000ff80" + "0100000000000000" + "00000001" + "0".repeat(48));
		assertThat(b.read(0x800 + 6, 2)).as("a part of it").isEqualTo("000a");
	}

	@Test
	void regionsAreBytesInAStorageForARecordingToUndo() {
		b.start("03200001 00012000");
		b.pass();
		assertThat(b.mdev.regions().bytes(0, 124)).isEqualTo(java.util.HexFormat.of().parseHex(b.read(0, 124)));
		b.mdev.close();
		assertThat(b.mdev.regions().bytes(0, 12)).as("they outlive closing").isEqualTo(java.util.HexFormat.of().parseHex(Bench.ORB));
	}
}
