// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ccwbench.channel.ChannelSubsystem;
import org.ccwbench.channel.Device;
import org.ccwbench.channel.DevicePort;
import org.ccwbench.channel.Subchannel;
import org.ccwbench.channel.Transfer;
import org.ccwbench.storage.Storage;
import org.junit.jupiter.api.Test;

/** Going through the past moves bytes; no device and no channel does anything again. */
class NothingTwiceTest {
	/** Sends a byte that is another each time. */
	private static final class Counter implements Device {
		int executed;

		@Override
		public String type() {
			return "counter";
		}

		@Override
		public void attached(DevicePort port) {}

		@Override
		public int execute(int command, Transfer transfer) {
			transfer.send(new byte[] {(byte) ++executed}, 0, 1);
			return 0x0C;
		}

		@Override
		public int takeSense(byte[] into) {
			return 0;
		}

		@Override
		public void reset() {}
	}

	@Test
	void aDeviceIsAskedOnceHoweverOftenThePositionPassesItsCommand() {
		Storage storage = new Storage("guest absolute", 1 << 20);
		ChannelSubsystem css = new ChannelSubsystem(storage);
		Counter device = new Counter();
		Subchannel s = css.attach(0, 0x100, device);
		byte[] schib = s.schib();
		schib[5] |= (byte) 0x80;
		css.msch(s.sid(), schib);
		// CCW1 02,20000,CC,1 · CCW1 02,20001,0,1, with the ORB at 1000.
		storage.store64(0x10000, 0x0240_0001_0002_0000L);
		storage.store64(0x10008, 0x0200_0001_0002_0001L);
		storage.store64(0x1004, 0x0080_FF00_0001_0000L);
		try (Recording r = new Recording()) {
			int space = r.watch(storage);
			r.watch(css.registers());
			css.listener(r.channelListener());
			r.start(0);
			assertThat(css.ssch(s.sid(), 0x1000)).isZero();
			while (!css.interruptionPending()) {
				css.step();
			}
			assertThat(css.tsch(s.sid(), 0x2000)).isZero();
			r.result(space, 0x2000);
			r.stop();
			css.listener(org.ccwbench.channel.ChannelListener.NONE);
			assertThat(device.executed).isEqualTo(2);
			assertThat(storage.load32(0x20000) >>> 16).isEqualTo(0x0102);
			Scene scene = new Scene(List.of(), List.of(), storage,
					List.of(new Scene.Started(0x0080_FF00, 0x10000, css.registers(), s.schibAddress())), a -> 0);
			History h = new History(r, scene);
			for (int i = 0; i < 3; i++) {
				h.seek(0);
				assertThat(storage.load32(0x20000)).isZero();
				h.seek(h.size());
				assertThat(storage.load32(0x20000) >>> 16).isEqualTo(0x0102);
				assertThat(h.irb()).startsWith(0x00, 0x80, 0x40, 0x07, 0x00, 0x01, 0x00, 0x10, 0x0C, 0x00);
			}
			assertThat(device.executed).isEqualTo(2);
			assertThat(h.program()).extracting(CcwRow::progress).containsExactly(Progress.DONE, Progress.DONE);
		}
	}
}
