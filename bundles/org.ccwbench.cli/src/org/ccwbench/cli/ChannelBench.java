// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.util.Map;
import org.ccwbench.arch.Ccw;
import org.ccwbench.arch.Hex;
import org.ccwbench.channel.ChannelSubsystem;
import org.ccwbench.channel.Subchannel;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;
import org.ccwbench.device.ImageException;
import org.ccwbench.run.Recording;
import org.ccwbench.storage.Storage;

/** The whole loop of an operating system: START SUBCHANNEL, execute, interruption, TEST SUBCHANNEL. */
final class ChannelBench {
	private static final long ORB = 0x1000;
	private static final long IRB = 0x2000;
	private static final long PROGRAM = 0x10000;
	private static final long PARAMETERS = 0x18000;
	private static final long DATA = 0x20000;
	private static final int RECORD = 4096;
	/** Programs between two looks at the clock while everything is recorded. */
	private static final int ROUND = 20_000;

	private final Terminal terminal;
	private final long millis;
	private final Storage storage = new Storage("guest absolute", 4 << 20);
	private final ChannelSubsystem css = new ChannelSubsystem(storage);
	private Subchannel subchannel;
	private int at;

	ChannelBench(Terminal terminal, boolean quick) {
		this.terminal = terminal;
		millis = quick ? 300 : 3000;
	}

	void run() {
		try {
			subchannel = css.attach(0, 0x120, Devices.create(new DeviceOptions("3390", 0x120, null, Map.of("cylinders", "20"))));
		} catch (ImageException e) {
			throw new BadInputException(e.getMessage());
		}
		byte[] schib = subchannel.schib();
		schib[5] |= (byte) 0x80;
		css.msch(subchannel.sid(), schib);
		terminal.out.println(terminal.bold("Channel") + ": START SUBCHANNEL, execute, interruption, TEST SUBCHANNEL; a simulated 3390");
		terminal.out.printf("  %-34s %12s %12s %10s %10s %10s %10s%n", "program", "programs/s", "CCW/s", "us min", "us p50", "us p99", "bytes alloc");
		nops(1);
		measure("1 NOP", 1);
		nops(64);
		measure("64 NOPs", 64);
		format();
		readRecord();
		measure("define extent, locate, read 4096", 3);
		try (Recording recording = new Recording(1L << 60)) {
			nops(1);
			recorded(recording);
		}
	}

	private void recorded(Recording recording) {
		recording.watch(storage);
		recording.watch(css.registers());
		css.listener(recording.channelListener());
		int rounds = millis < 1000 ? 20 : 60;
		double[] nanos = new double[rounds / 2];
		for (int i = 0; i < rounds; i++) {
			long t = System.nanoTime();
			loop(ROUND);
			// The first half is for the compiler.
			nanos[i % nanos.length] = (System.nanoTime() - t) / (double) ROUND;
		}
		java.util.Arrays.sort(nanos);
		double median = nanos[nanos.length / 2];
		double events = recording.size() / (double) rounds / ROUND;
		terminal.out.printf("  %-34s %12.0f %12.0f %10.3f %10.3f %10.3f%n", "1 NOP, everything recorded", 1e9 / median, 1e9 / median,
				nanos[0] / 1000, median / 1000, nanos[nanos.length - 1] / 1000);
		terminal.out.printf("  %.1f events a program, %.1f ns an event with all that it tells of (median)%n", events, median / events);
	}

	private void measure(String name, int ccws) {
		Samples s = Samples.of(this::loop, millis);
		terminal.out.printf("  %-34s %12.0f %12.0f %10.3f %10.3f %10.3f %10.1f%n", name, 1e9 / s.nanosMedian, ccws * 1e9 / s.nanosMedian,
				s.nanosMin / 1000, s.nanosMedian / 1000, s.nanosP99 / 1000, s.allocated);
		terminal.out.flush();
	}

	private void loop(int times) {
		int sid = subchannel.sid();
		for (int i = 0; i < times; i++) {
			start(sid);
		}
	}

	private void start(int sid) {
		if (css.ssch(sid, ORB) != 0) {
			throw new IllegalStateException("START SUBCHANNEL is not accepted");
		}
		while (!css.interruptionPending()) {
			if (!css.step()) {
				throw new IllegalStateException("the program does not end");
			}
		}
		css.tsch(sid, IRB);
		if (storage.load8(IRB + 8) != 0x0C || storage.load8(IRB + 9) != 0) {
			throw new IllegalStateException("the program ended with SCSW " + Hex.words(storage.bytes(IRB, 12), 0, 12));
		}
	}

	private void nops(int n) {
		begin();
		for (int i = 0; i < n; i++) {
			ccw(Ccw.NOP, i + 1 < n ? Ccw.CC | Ccw.SLI : Ccw.SLI, 1, 0);
		}
	}

	/** Writes record 1 of track 0, so that there is one to read. */
	private void format() {
		put(PARAMETERS, "C0");
		put(PARAMETERS + 16, "000000000000");
		put(PARAMETERS + 24, "0000000000");
		put(DATA, "0000000001001000");
		begin();
		ccw(0x1F, Ccw.CC, 1, PARAMETERS);
		ccw(0x07, Ccw.CC, 6, PARAMETERS + 16);
		ccw(0x31, Ccw.CC, 5, PARAMETERS + 24);
		ccw(Ccw.TIC, 0, 0, PROGRAM + 16);
		ccw(0x1D, 0, 8 + RECORD, DATA);
		start(subchannel.sid());
	}

	private void readRecord() {
		put(PARAMETERS, "40C00000000000000000000000000000");
		put(PARAMETERS + 16, "06000001000000000000000001000000");
		begin();
		ccw(0x63, Ccw.CC, 16, PARAMETERS);
		ccw(0x47, Ccw.CC, 16, PARAMETERS + 16);
		ccw(0x06, 0, RECORD, DATA);
	}

	private void begin() {
		at = 0;
		put(ORB, "000000000080FF0000010000");
	}

	private void ccw(int command, int flags, int count, long address) {
		storage.store64(PROGRAM + 8L * at++, Ccw.format1(command, flags, count, (int) address));
	}

	private void put(long address, String hex) {
		byte[] b = Hex.parse(hex);
		storage.store(address, b, 0, b.length);
	}
}
