// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.benchmarks;

import java.util.Map;
import org.ccwbench.arch.Ccw;
import org.ccwbench.arch.Hex;
import org.ccwbench.channel.ChannelListener;
import org.ccwbench.channel.ChannelSubsystem;
import org.ccwbench.channel.Subchannel;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;
import org.ccwbench.device.ImageException;
import org.ccwbench.run.Recording;
import org.ccwbench.storage.Storage;

/**
 * A machine with one 3390 and a channel program, and the loop of an operating system around it: START SUBCHANNEL
 * with the ORB in storage, execution, interruption, TEST SUBCHANNEL with the IRB in storage.
 */
final class ChannelLoop {
	/** Bytes of the record that {@link #defineExtentLocateRecordRead} reads. */
	static final int RECORD = 4096;

	private static final long ORB = 0x1000;
	private static final long IRB = 0x2000;
	private static final long PROGRAM = 0x10000;
	private static final long PARAMETERS = 0x18000;
	private static final long DATA = 0x20000;

	private final Storage storage = new Storage("guest absolute", 4 << 20);
	private final ChannelSubsystem css = new ChannelSubsystem(storage);
	private final Subchannel subchannel;
	private int at;
	private Recording recording;

	ChannelLoop() {
		try {
			subchannel = css.attach(0, 0x120, Devices.create(new DeviceOptions("3390", 0x120, null, Map.of("cylinders", "20"))));
		} catch (ImageException e) {
			throw new IllegalStateException(e);
		}
		byte[] schib = subchannel.schib();
		schib[5] |= (byte) 0x80;
		css.msch(subchannel.sid(), schib);
		put(ORB, "000000000080FF0000010000");
	}

	/** One program from START to TEST SUBCHANNEL. */
	void once() {
		if (css.ssch(subchannel.sid(), ORB) != 0) {
			throw new IllegalStateException("START SUBCHANNEL is not accepted");
		}
		if (!css.await(1_000_000)) {
			throw new IllegalStateException("the program does not end");
		}
		css.tsch(subchannel.sid(), IRB);
		if (storage.load8(IRB + 8) != 0x0C || storage.load8(IRB + 9) != 0) {
			throw new IllegalStateException("the program ended with SCSW " + Hex.words(storage.bytes(IRB, 12), 0, 12));
		}
	}

	/** Begins a new recording of guest storage, the subchannels' registers and what the channel tells. */
	void recorded() {
		unrecorded();
		recording = new Recording(1L << 60);
		recording.watch(storage);
		recording.watch(css.registers());
		css.listener(recording.channelListener());
	}

	/** Ends the recording, if there is one, and throws it away. */
	void unrecorded() {
		if (recording != null) {
			css.listener(ChannelListener.NONE);
			recording.close();
			recording = null;
		}
	}

	/** The program is so many no-operations. */
	ChannelLoop noOperations(int n) {
		begin();
		for (int i = 0; i < n; i++) {
			ccw(Ccw.NOP, i + 1 < n ? Ccw.CC | Ccw.SLI : Ccw.SLI, 1, 0);
		}
		return this;
	}

	/** The program reads the record of {@value #RECORD} bytes that is first written on track 0. */
	ChannelLoop defineExtentLocateRecordRead() {
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
		once();
		put(PARAMETERS, "40C00000000000000000000000000000");
		put(PARAMETERS + 16, "06000001000000000000000001000000");
		begin();
		ccw(0x63, Ccw.CC, 16, PARAMETERS);
		ccw(0x47, Ccw.CC, 16, PARAMETERS + 16);
		ccw(0x06, 0, RECORD, DATA);
		return this;
	}

	private void begin() {
		at = 0;
	}

	private void ccw(int command, int flags, int count, long address) {
		storage.store64(PROGRAM + 8L * at++, Ccw.format1(command, flags, count, (int) address));
	}

	private void put(long address, String hex) {
		byte[] b = Hex.parse(hex);
		storage.store(address, b, 0, b.length);
	}
}
