// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.ccwbench.storage.Storage;
import org.junit.jupiter.api.Test;

class RecordingTest {
	private static final int MANY = 1_000_000;

	@Test
	void anEventCostsFortyBytesAndTheBytesThatItReplaced() {
		try (Recording r = new Recording()) {
			Storage s = new Storage("storage", 1 << 20);
			r.watch(s);
			s.store8(0x1000, 1);
			assertThat(r.size()).isEqualTo(1);
			assertThat(r.bytes()).isEqualTo(41);
			s.store(0x1FF0, new byte[32], 0, 32);
			assertThat(r.size()).as("one event a page").isEqualTo(3);
			assertThat(r.bytes()).isEqualTo(41 + 2 * 40 + 32);
			r.message("said once");
			r.message("said once");
			assertThat(r.bytes()).isEqualTo(41 + 2 * 40 + 32 + 2 * 40);
		}
	}

	@Test
	void aMillionEventsAreFoundAgainAtOnceAndDoNotLieOnTheHeap() {
		try (Recording r = new Recording()) {
			Storage s = new Storage("counter", 4096);
			r.watch(s);
			long heap = used();
			for (int i = 1; i <= MANY; i++) {
				s.store32(0, i);
			}
			r.stop();
			assertThat(used() - heap).as("bytes of heap for a million events").isLessThan(8 << 20);
			Event e = new Event();
			Random random = new Random(1);
			for (int i = 0; i < 1000; i++) {
				long n = random.nextInt(MANY);
				r.read(n, e);
				assertThat(e.kind()).isEqualTo(EventKind.STORE);
				assertThat(e.number()).isEqualTo(n);
			}
			r.move(MANY, 123_456);
			assertThat(s.load32(0)).isEqualTo(123_456);
			r.move(123_456, 999_999);
			assertThat(s.load32(0)).isEqualTo(999_999);
		}
	}

	@Test
	void recordingAllocatesNothingPerEvent() {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		try (Recording r = new Recording()) {
			Storage s = new Storage("storage", 4096);
			r.watch(s);
			for (int i = 0; i < 10_000; i++) {
				s.store64(8, i);
			}
			long before = threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
			for (int i = 0; i < 10_000; i++) {
				s.store64(8, i);
			}
			long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().threadId()) - before;
			assertThat(allocated).isLessThan(10_000);
		}
	}

	@Test
	void aRecordingThatIsFullSaysSoAndWhatItHasIsWhole() {
		try (Recording r = new Recording(1 << 20)) {
			Storage s = new Storage("storage", 1 << 20);
			r.watch(s);
			byte[] page = new byte[4096];
			assertThatThrownBy(() -> {
				for (int i = 1; i < 10_000; i++) {
					java.util.Arrays.fill(page, (byte) i);
					s.store(0, page, 0, 4096);
				}
			}).isInstanceOf(RecordingFullException.class).hasMessageContaining("limit of 1 MiB");
			assertThat(r.full()).isTrue();
			long size = r.size();
			assertThatThrownBy(() -> s.store8(0, 1)).isInstanceOf(RecordingFullException.class);
			assertThat(r.size()).isEqualTo(size);
			r.stop();
			assertThat(s.load8(0)).isEqualTo((int) size & 0xFF);
			r.move(size, 1);
			assertThat(s.load8(0)).isEqualTo(1);
			r.move(1, 0);
			assertThat(s.load8(0)).isZero();
		}
	}

	@Test
	void withRecordingOffNothingIsKept() {
		Storage s = new Storage("storage", 4096);
		Recording r = new Recording();
		r.watch(s);
		r.stop();
		s.store8(0, 1);
		assertThat(r.size()).isZero();
		r.close();
	}

	@Test
	void thereIsNoEventBeyondTheLast() {
		try (Recording r = new Recording()) {
			assertThatThrownBy(() -> r.read(0, new Event())).isInstanceOf(IndexOutOfBoundsException.class);
			assertThatThrownBy(() -> r.read(-1, new Event())).isInstanceOf(IndexOutOfBoundsException.class);
		}
	}

	private static long used() {
		System.gc();
		Runtime rt = Runtime.getRuntime();
		return rt.totalMemory() - rt.freeMemory();
	}
}
