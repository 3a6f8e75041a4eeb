// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The C library of the machine that the tests run on; error numbers are those of asm-generic/errno.h. */
@EnabledOnOs(OS.LINUX)
class NativeCallsTest {
	private static NativeCalls calls;

	@BeforeAll
	static void load() throws AttachException {
		calls = NativeCalls.load();
	}

	@Test
	void whatFailsGivesTheNegativeErrorNumber() {
		assertThat(calls.open("/dev/vfio/there-is-no-such-group")).isEqualTo(-2);
		assertThat(calls.close(-1)).isEqualTo(-9);
		assertThat(calls.pread(-1, new byte[4], 4, 0)).isEqualTo(-9);
		assertThat(calls.pwrite(-1, new byte[4], 4, 0)).isEqualTo(-9);
		assertThat(calls.ioctl(-1, VfioRequest.GET_API_VERSION, 0)).isEqualTo(-9);
		assertThat(calls.ioctl(-1, VfioRequest.DEVICE_GET_INFO, new byte[16])).isEqualTo(-9);
		assertThat(calls.mmap(0)).isEqualTo(-22);
	}

	@Test
	void anEventfdCountsAndWakesAPoll() {
		int fd = calls.eventfd();
		int other = calls.eventfd();
		boolean[] ready = new boolean[2];
		assertThat(calls.takeEvents(fd)).as("nothing to take: EAGAIN").isEqualTo(-11);
		assertThat(calls.poll(new int[] {other, fd}, ready, 1)).isZero();
		assertThat(calls.signalEvent(fd)).isZero();
		assertThat(calls.signalEvent(fd)).isZero();
		assertThat(calls.poll(new int[] {other, fd}, ready, 1000)).isEqualTo(1);
		assertThat(ready).containsExactly(false, true);
		assertThat(calls.takeEvents(fd)).isEqualTo(2);
		assertThat(calls.close(fd)).isZero();
		assertThat(calls.close(other)).isZero();
	}

	@Test
	void memoryIsAllZerosAndKeepsWhatIsStored() {
		long at = calls.mmap(1L << 30);
		byte[] b = {1, 2, 3, 4};
		calls.store(at + (1L << 29), b, 1, 3);
		byte[] read = new byte[4];
		calls.load(at + (1L << 29), read, 0, 4);
		assertThat(read).containsExactly(2, 3, 4, 0);
		assertThat(calls.munmap(at, 1L << 30)).isZero();
		assertThat(calls.order()).isEqualTo(ByteOrder.nativeOrder());
	}

	@Test
	void aStructureComesBackAsTheCallLeftIt() {
		int fd = calls.open("/dev/null");
		assertThat(fd).isPositive();
		byte[] structure = {1, 2, 3, 4};
		assertThat(calls.ioctl(fd, VfioRequest.DEVICE_GET_INFO, structure)).as("no such request here: ENOTTY").isEqualTo(-25);
		assertThat(structure).containsExactly(1, 2, 3, 4);
		assertThat(calls.pread(fd, structure, 4, 0)).isZero();
		assertThat(calls.pwrite(fd, structure, 4, 0)).isEqualTo(4);
		calls.close(fd);
	}
}
