// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.Storage;

/**
 * Not a test: prints how many programs of 1 and of 64 no-operations a second go through the whole loop START
 * SUBCHANNEL, execution, interruption, TEST SUBCHANNEL, by processor time. Hercules 3.13 does 0.6 million
 * programs with one and 21 million CCWs with 64.
 */
public final class SpeedOfNoOperations {
	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
	private static final int SID = 0x0001_0000;
	private static final long ROUND = 1_000_000_000L;

	private SpeedOfNoOperations() {}

	public static void main(String[] arguments) {
		for (int length : new int[] { 1, 64 }) {
			for (int round = 0; round < 3; round++) {
				double rate = round(length);
				System.out.printf("%2d NOP: %.2f million programs/s, %.1f million CCW/s%n", length, rate / 1e6,
						rate * length / 1e6);
			}
		}
	}

	private static double round(int length) {
		Storage storage = new Storage("guest absolute", 4 << 20);
		ChannelSubsystem css = new ChannelSubsystem(storage);
		byte[] schib = css.attach(0, 0x0120, new TestDevice()).schib();
		Bytes.put32(schib, 4, Bytes.get32(schib, 4) | 0x0080_0000);
		css.msch(SID, schib);
		for (int i = 0; i < length; i++) {
			storage.store64(0x10000 + 8L * i, (i < length - 1 ? 0x0360_0001L : 0x0320_0001L) << 32);
		}
		byte[] orb = new byte[12];
		Bytes.put32(orb, 4, 0x0080_8000);
		Bytes.put32(orb, 8, 0x10000);
		byte[] irb = new byte[96];
		long begin = THREADS.getCurrentThreadCpuTime();
		long programs = 0;
		long passed;
		do {
			for (int i = 0; i < 1000; i++) {
				if (css.ssch(SID, orb) != 0) {
					throw new IllegalStateException("busy");
				}
				while (!css.interruptionPending()) {
					css.step();
				}
				css.tsch(SID, irb);
			}
			programs += 1000;
			passed = THREADS.getCurrentThreadCpuTime() - begin;
		} while (passed < ROUND);
		return programs * 1e9 / passed;
	}
}
