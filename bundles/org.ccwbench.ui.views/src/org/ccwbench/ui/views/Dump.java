// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.ArrayList;
import java.util.List;

import org.ccwbench.arch.Ebcdic;
import org.ccwbench.run.SpaceView;
import org.ccwbench.storage.AddressSpace;

/**
 * A stretch of storage as lines of eight or sixteen bytes.
 *
 * @param bytes one an address, -1 where there is no storage
 * @param line  bytes on a line
 */
record Dump(String space, long from, int[] bytes, int digits, int line) {
	private static final int LENGTH = 4096;

	static Dump of(SpaceView of, long address, int line) {
		AddressSpace space = of.space();
		long from = address & -line;
		int[] bytes = new int[LENGTH];
		byte[] room = new byte[line];
		for (int i = 0; i < LENGTH; i += line) {
			if (space.contains(from + i, line)) {
				space.load(from + i, room, 0, line);
				for (int k = 0; k < line; k++) {
					bytes[i + k] = room[k] & 0xFF;
				}
			} else {
				for (int k = 0; k < line; k++) {
					bytes[i + k] = space.contains(from + i + k, 1) ? one(space, from + i + k, room) : -1;
				}
			}
		}
		return new Dump(of.id(), from, bytes, from + LENGTH >>> 32 == 0 ? 8 : 12, line);
	}

	private static int one(AddressSpace space, long at, byte[] room) {
		space.load(at, room, 0, 1);
		return room[0] & 0xFF;
	}

	boolean sameAs(Dump other) {
		return space.equals(other.space) && from == other.from && line == other.line;
	}

	private int lineLength() {
		return digits + 2 + line * 2 + line / 4 + 2 + line + 1;
	}

	String text() {
		StringBuilder b = new StringBuilder(lineLength() * bytes.length / line);
		for (int i = 0; i < bytes.length; i += line) {
			b.append(String.format("%0" + digits + "X  ", from + i));
			for (int k = 0; k < line; k++) {
				int v = bytes[i + k];
				b.append(v < 0 ? "··" : String.format("%02X", v)).append(k % 4 == 3 ? " " : "");
			}
			b.append("  ");
			for (int k = 0; k < line; k++) {
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
				int at = i / line * lineLength();
				int k = i % line;
				found.add(new int[] {at + digits + 2 + 2 * k + k / 4, 2});
				found.add(new int[] {at + digits + 2 + 2 * line + line / 4 + 2 + k, 1});
			}
		}
		found.sort((a, b) -> a[0] - b[0]);
		return found;
	}
}
