// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.HexFormat;
import org.ccwbench.channel.ChannelSubsystem;
import org.ccwbench.storage.AddressSpace;
import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.Storage;

/**
 * A guest with 1 MiB of storage, ORB at 1000, IRB wanted at 2000, and one subchannel with a {@link TestDevice}: run
 * along a path, or directly on absolute storage for comparison.
 */
final class TestGuest {
	static final long STORAGE = 0x10_0000;
	static final long ORB = 0x1000;
	static final long IRB = 0x2000;
	static final int SID = 0x0001_0000;
	static final int RW = DmaMap.READ | DmaMap.WRITE;

	final Machine machine = new Machine();
	final TestDevice device = new TestDevice();
	final ChannelSubsystem channel = new ChannelSubsystem(machine.host());
	final PathMachine path = new PathMachine(machine, channel, SID).orb(ORB).irb(IRB);

	private TestGuest() {
		machine.storage(0, STORAGE);
		channel.attach(0, 0x0191, device);
	}

	/** All storage mapped. */
	static TestGuest mapped() {
		TestGuest g = new TestGuest();
		g.machine.mapAll();
		return g;
	}

	/** Nothing mapped yet. */
	static TestGuest unmapped() {
		return new TestGuest();
	}

	/** Puts hex digits (blanks allowed) into guest storage. */
	TestGuest at(long address, String hex) {
		byte[] b = HexFormat.of().parseHex(hex.replace(" ", ""));
		machine.guest().store(address, b, 0, b.length);
		return this;
	}

	/** An ORB with the second word given, interruption parameter 00ABCDEF. */
	TestGuest orb(String word1, long cpa) {
		return at(ORB, "00ABCDEF" + word1 + String.format("%08X", cpa));
	}

	/** Runs to the end; at most 100,000 steps. Then the guest ends. */
	PathRun run(String name) {
		PathRun run = TranslationPath.named(name).begin(path);
		for (int i = 0; i < 100_000 && run.next(); i++) {
			continue;
		}
		if (run.finished()) {
			run.end();
		}
		return run;
	}

	byte[] storage() {
		return machine.guest().bytes(0, (int) STORAGE);
	}

	/** The same program on absolute storage, without any monitor: what a real channel would do. */
	static final class Direct {
		final Storage storage = new Storage("guest absolute", STORAGE);
		final TestDevice device = new TestDevice();
		final byte[] irb = new byte[96];
		final int conditionCode;

		Direct(TestGuest like) {
			this(like.storage(), false);
		}

		Direct(TestGuest like, boolean concurrentSense) {
			this(like.storage(), concurrentSense);
		}

		private Direct(byte[] bytes, boolean concurrentSense) {
			storage.store(0, bytes, 0, bytes.length);
			ChannelSubsystem channel = new ChannelSubsystem(storage);
			channel.attach(0, 0x0191, device);
			byte[] schib = new byte[52];
			channel.stsch(SID, schib);
			Bytes.put32(schib, 4, Bytes.get32(schib, 4) | 0x0080_0000);
			Bytes.put32(schib, 24, concurrentSense ? 1 : 0);
			channel.msch(SID, schib);
			conditionCode = channel.ssch(SID, ORB);
			for (int i = 0; i < 100_000 && channel.step(); i++) {
				continue;
			}
			if (conditionCode == 0 && channel.tsch(SID, irb) == 0) {
				storage.store(IRB, irb, 0, 96);
			}
		}

		byte[] bytes() {
			return storage.bytes(0, (int) STORAGE);
		}
	}

	static String hex(byte[] b) {
		return HexFormat.of().withUpperCase().formatHex(b);
	}

	static String hex(AddressSpace space, long address, int length) {
		return hex(space.bytes(address, length));
	}
}
