// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.compare;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.ccwbench.run.DataArea;
import org.ccwbench.run.DataAreas;
import org.ccwbench.run.Session;
import org.ccwbench.storage.AddressSpace;

/** Guest storage that devices have sent data to in one session or the other, byte by byte as it is at the end. */
final class StorageDifferences {
	private static final int MOST = 1000;
	private static final int SHOWN = 32;
	private static final int PIECE = 4096;

	private StorageDifferences() {}

	/** One difference for each run of bytes that are not the same, by address; the first thousand. */
	static List<Difference> of(Session left, Session right) {
		long l = left.history().position();
		long r = right.history().position();
		left.history().seek(left.history().size());
		right.history().seek(right.history().size());
		List<Difference> found = new ArrayList<>();
		areas(left, right).forEach(a -> compare(left, right, a.guest(), a.guest() + a.length(), found));
		left.history().seek(l);
		right.history().seek(r);
		return found;
	}

	private static List<DataArea> areas(Session left, Session right) {
		DataAreas areas = new DataAreas();
		for (Session s : List.of(left, right)) {
			for (DataArea a : s.history().received()) {
				areas.add(a.guest(), a.guest() + a.length());
			}
		}
		return areas.list();
	}

	private static void compare(Session left, Session right, long from, long to, List<Difference> found) {
		for (long at = from; at < to && found.size() < MOST; at += PIECE) {
			int n = (int) Math.min(PIECE, to - at);
			byte[] l = bytes(left, at, n);
			byte[] r = bytes(right, at, n);
			for (int i = 0; l != null && r != null && i < n && found.size() < MOST; i++) {
				int end = i;
				while (end < n && l[end] != r[end]) {
					end++;
				}
				if (end > i) {
					found.add(new Difference(Difference.Kind.STORAGE, String.format("storage %X, %d bytes", at + i, end - i),
							hex(l, i, end), hex(r, i, end), -1, -1, -1, at + i));
					i = end;
				}
			}
		}
	}

	private static byte[] bytes(Session s, long at, int length) {
		AddressSpace guest = s.scene().guest();
		return guest.contains(at, length) ? guest.bytes(at, length) : null;
	}

	private static String hex(byte[] b, int from, int to) {
		return HexFormat.of().withUpperCase().formatHex(b, from, Math.min(to, from + SHOWN)) + (to - from > SHOWN ? "…" : "");
	}
}
