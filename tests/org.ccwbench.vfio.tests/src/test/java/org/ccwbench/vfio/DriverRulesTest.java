// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Rules of drivers/s390/cio/vfio_ccw_cp.c that show only where a program is wrong, one function of it each. Expected
 * values are what the versions' own code answers to the same program. Guest storage is 1 MiB, all mapped; a program
 * lies at 10000.
 */
class DriverRulesTest {
	private static final int EINVAL = -22;

	private final Machine machine = new Machine();
	private final List<String> calls = new ArrayList<>();

	/** Type 1, and every unpin that the driver asks for. */
	private final class Heard implements Container {
		private final Type1Container inner = new Type1Container(machine, new Statistics());

		@Override
		public int read(long iova, byte[] into, int offset, int length, long cause) {
			return inner.read(iova, into, offset, length, cause);
		}

		@Override
		public int pin(long[] iovas, int offset, int n, long[] frames, long cause, long stride) {
			int rc = inner.pin(iovas, offset, n, frames, cause, stride);
			calls.add(String.format("pin %X %d %d", iovas[offset], n, rc));
			return rc;
		}

		@Override
		public void unpin(long[] iovas, int offset, int n, long[] frames, long cause) {
			inner.unpin(iovas, offset, n, frames, cause);
			calls.add(String.format("unpin %X %d", iovas[offset], n));
		}

		@Override
		public void unpinNothing(long[] iovas, int offset, int n, long cause) {
			calls.add(String.format("unpin %X %d", iovas[offset], n));
		}
	}

	private ChannelProgram program(DriverVersion version) {
		machine.storage(0, 0x10_0000);
		machine.mapAll();
		return new ChannelProgram(version, new Heard(), machine.kernel(), machine.host());
	}

	private DriverRulesTest at(long address, String hex) {
		byte[] b = HexFormat.of().parseHex(hex.replace(" ", ""));
		machine.guest().store(address, b, 0, b.length);
		return this;
	}

	private static byte[] orb() {
		return HexFormat.of().parseHex("00ABCDEF" + "00C28000" + "00010000");
	}

	/** ccwchain_fetch_idal of 4.19.191: an IDAW is a page to be pinned, however high; none is taken for an error number. */
	@Test
	void aListWordAmongTheHighestAddressesIsNotMapped() {
		ChannelProgram p = program(DriverVersion.LINUX_4_19);
		at(0x10000, "02041000 00020000").at(0x20000, "FFFFFFFFFFFFF800 FFFFFFFFFFFFF001");
		assertThat(p.init(orb())).isZero();
		calls.clear();
		assertThat(p.prefetch()).isEqualTo(EINVAL);
		assertThat(calls).endsWith("pin FFFFFFFFFFFFF000 1 -22");
	}

	/** ccwchain_handle_ccw of 5.17 frees its own chain when a chain behind it fails; one that was done before is lost. */
	@Test
	void aChainThatWasDoneIsLostWhenALaterOneFails() {
		ChannelProgram p = program(DriverVersion.LINUX_5_17);
		at(0x10000, "08400000 00011000  08400000 00F00000  03000001 00000000").at(0x11000, "03000001 00000000");
		assertThat(p.init(orb())).isEqualTo(EINVAL);
		assertThat(machine.kernel().live()).isEqualTo(1);
	}

	/** The same program: ccwchain_build_ccws of 6.12 frees all that were found, cp_unpin_free of 4.19 too. */
	@Test
	void otherDriversFreeAllChainsThatWereFound() {
		ChannelProgram late = program(DriverVersion.LINUX_6_12);
		at(0x10000, "08400000 00011000  08400000 00F00000  03000001 00000000").at(0x11000, "03000001 00000000");
		assertThat(late.init(orb())).isEqualTo(EINVAL);
		assertThat(machine.kernel().live()).isZero();
		ChannelProgram early = new ChannelProgram(DriverVersion.LINUX_4_19, new Heard(), machine.kernel(), machine.host());
		assertThat(early.init(orb())).isEqualTo(EINVAL);
		assertThat(machine.kernel().live()).isZero();
	}

	/** ccwchain_fetch_direct of 5.17: if the list behind its first word cannot be read, pages that were never pinned are unpinned. */
	@Test
	void pagesThatWereNotPinnedAreUnpinnedWhenAListCannotBeRead() {
		ChannelProgram p = program(DriverVersion.LINUX_5_17);
		at(0x10000, "02042001 000FFFF8").at(0xFFFF8, "0000000000030800");
		assertThat(p.init(orb())).isZero();
		calls.clear();
		assertThat(p.prefetch()).isEqualTo(EINVAL);
		assertThat(calls).containsExactly("pin FF000 1 1", "unpin FF000 1", "pin FF000 2 -22", "unpin 30000 3");
		p.free();
		assertThat(machine.pins().pins()).isZero();
		assertThat(machine.kernel().live()).isZero();
	}
}
