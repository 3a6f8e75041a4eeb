// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.ccwbench.attach.simulated.SimulatedHost;
import org.ccwbench.notation.Notation;

/** A simulated host with a disk, a display and a random-number generator, and one of them opened with 1 MiB of storage. */
public final class Lab {
	public static final String DEVICES = """
			         DEVICE 0.0.0120,TYPE=3390,CU=3990-6,CYLINDERS=10
			         DEVICE 0.0.000A,TYPE=3270
			         DEVICE 0.0.1000,TYPE=virtio-rng-ccw
			""";
	public static final String DISK = "0.0.0120";
	public static final String DISPLAY = "0.0.000a";
	public static final String RANDOM = "0.0.1000";
	public static final int CP = 0x11000;
	public static final int DATA = 0x12000;
	public static final List<StorageStretch> STORAGE = List.of(new StorageStretch(0x10000, 0x40000, true),
			new StorageStretch(0x80_0000, 0x4000, false));
	private static final int FLAGS = 0x00C0_FF00;

	private Lab() {}

	public static SimulatedHost host() throws AttachException {
		return host(ByteOrder.BIG_ENDIAN);
	}

	public static SimulatedHost host(ByteOrder order) throws AttachException {
		return new SimulatedHost(Notation.assemble("lab.ccw", DEVICES), Path.of("."), order);
	}

	public static LocalSubchannel open(SimulatedHost host, String device) throws AttachException {
		DeviceNumber number = DeviceNumber.of(device);
		return new LocalSubchannel(host, host.find(number), number, STORAGE);
	}

	public static byte[] hex(String digits) {
		return HexFormat.of().parseHex(digits.replace(" ", ""));
	}

	public static String hex(byte[] bytes) {
		return HexFormat.of().formatHex(bytes);
	}

	/** An ORB for a format-1 program at {@link #CP}: prefetch, any path. */
	public static byte[] orb() {
		return Orbs.orb(FLAGS, CP);
	}

	public static StoredBytes at(long address, String digits) {
		return new StoredBytes(address, hex(digits));
	}

	public static Execution run(AttachedSubchannel s, StoredBytes... stores) throws AttachException {
		return s.execute(List.of(stores), orb(), 5000, () -> false);
	}
}
