// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.ArrayList;
import java.util.HexFormat;
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
		HexFormat hex = HexFormat.of().withUpperCase();
		for (int i = 0; i < bytes.length; i += line) {
			b.append(hex.toHexDigits(from + i, digits)).append("  ");
			for (int k = 0; k < line; k++) {
				int v = bytes[i + k];
				if (v < 0) {
					b.append("··");
				} else {
					hex.toHexDigits(b, (byte) v);
				}
				b.append(k % 4 == 3 ? " " : "");
			}
			b.append("  ");
			for (int k = 0; k < line; k++) {
				b.append(bytes[i + k] < 0 ? ' ' : Ebcdic.printable(bytes[i + k]));
			}
			b.append('\n');
		}
		return b.toString();
	}

	/** Index of the byte that the character at an offset of the text belongs to. */
	int byteAt(int offset) {
		int row = Math.max(0, Math.min(offset / lineLength(), bytes.length / line - 1));
		int in = offset - row * lineLength() - digits - 2;
		int hex = line * 2 + line / 4;
		int k = in < hex ? Math.max(0, in) / 9 * 4 + Math.min(3, Math.max(0, in) % 9 / 2) : in - hex - 2;
		return row * line + Math.max(0, Math.min(k, line - 1));
	}

	/** Where the digits of a byte stand in the text. */
	int hexAt(int index) {
		int k = index % line;
		return index / line * lineLength() + digits + 2 + 2 * k + k / 4;
	}

	/** Where its character stands. */
	int characterAt(int index) {
		return index / line * lineLength() + digits + 2 + 2 * line + line / 4 + 2 + index % line;
	}

	/** Whether the character at an offset of the text is one of those beside the digits. */
	boolean amongCharacters(int offset) {
		return offset % lineLength() >= digits + 2 + 2 * line + line / 4 + 1;
	}

	/** Index of an address; -1 if it is not in the dump. */
	int index(long address) {
		return address < from || address >= from + bytes.length ? -1 : (int) (address - from);
	}

	/** Stretches of the text, offset and length, whose bytes another dump of the same storage has otherwise. */
	List<int[]> changes(Dump other) {
		List<int[]> found = new ArrayList<>();
		for (int i = 0; i < bytes.length; i++) {
			if (bytes[i] != other.bytes[i]) {
				found.add(new int[] {hexAt(i), 2});
				found.add(new int[] {characterAt(i), 1});
			}
		}
		found.sort((a, b) -> a[0] - b[0]);
		return found;
	}
}
