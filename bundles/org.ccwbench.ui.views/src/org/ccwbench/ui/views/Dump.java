// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.ArrayList;
import java.util.List;

import org.ccwbench.arch.Ebcdic;
import org.ccwbench.run.SpaceView;
import org.ccwbench.storage.AddressSpace;

/**
 * A stretch of storage as lines of sixteen bytes.
 *
 * @param bytes one an address, -1 where there is no storage
 */
record Dump(String space, long from, int[] bytes, int digits) {
	private static final int LINE = 16;
	private static final int LENGTH = 4096;

	static Dump of(SpaceView of, long address) {
		AddressSpace space = of.space();
		long from = address & -LINE;
		int[] bytes = new int[LENGTH];
		byte[] line = new byte[LINE];
		for (int i = 0; i < LENGTH; i += LINE) {
			if (space.contains(from + i, LINE)) {
				space.load(from + i, line, 0, LINE);
				for (int k = 0; k < LINE; k++) {
					bytes[i + k] = line[k] & 0xFF;
				}
			} else {
				for (int k = 0; k < LINE; k++) {
					bytes[i + k] = space.contains(from + i + k, 1) ? one(space, from + i + k, line) : -1;
				}
			}
		}
		return new Dump(of.id(), from, bytes, from + LENGTH >>> 32 == 0 ? 8 : 16);
	}

	private static int one(AddressSpace space, long at, byte[] room) {
		space.load(at, room, 0, 1);
		return room[0] & 0xFF;
	}

	boolean sameAs(Dump other) {
		return space.equals(other.space) && from == other.from;
	}

	private int lineLength() {
		return digits + 2 + LINE * 2 + 4 + 2 + LINE + 1;
	}

	String text() {
		StringBuilder b = new StringBuilder(lineLength() * bytes.length / LINE);
		for (int i = 0; i < bytes.length; i += LINE) {
			b.append(String.format("%0" + digits + "X  ", from + i));
			for (int k = 0; k < LINE; k++) {
				int v = bytes[i + k];
				b.append(v < 0 ? "··" : String.format("%02X", v)).append(k % 4 == 3 ? " " : "");
			}
			b.append("  ");
			for (int k = 0; k < LINE; k++) {
				b.append(bytes[i + k] < 0 ? ' ' : Ebcdic.printable(bytes[i + k]));
			}
			b.append('\n');
		}
		return b.toString();
	}

	/** Stretches of the text, offset and length, whose bytes another dump of the same storage has otherwise. */
	List<int[]> changes(Dump other) {
		List<int[]> found = new ArrayList<>();
		for (int i = 0; i < bytes.length; i++) {
			if (bytes[i] != other.bytes[i]) {
				int line = i / LINE * lineLength();
				int k = i % LINE;
				found.add(new int[] {line + digits + 2 + 2 * k + k / 4, 2});
				found.add(new int[] {line + digits + 2 + 2 * LINE + 4 + 2 + k, 1});
			}
		}
		found.sort((a, b) -> a[0] - b[0]);
		return found;
	}
}
