// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import org.ccwbench.run.Event;
import org.ccwbench.run.EventKind;
import org.ccwbench.run.Recording;

/**
 * How many pins were on at most in each of equally long stretches of a recording. Made beside the
 * UI thread; stays the same afterwards.
 *
 * @param most one a stretch
 * @param end  pins that are still on at the end
 * @param size events of the recording
 */
record PinCurve(int[] most, int end, long size) {
	private static final int STRETCHES = 800;
	private static final int ASK_EVERY = 1 << 14;

	/** Null if the recording is closed meanwhile. */
	static PinCurve of(Recording recording, java.util.function.BooleanSupplier cancelled) {
		long size = recording.size();
		int n = (int) Math.max(1, Math.min(STRETCHES, size));
		int[] most = new int[n];
		Event e = new Event();
		int now = 0;
		try {
			for (long i = 0; i < size; i++) {
				if (i % ASK_EVERY == 0 && cancelled.getAsBoolean()) {
					return null;
				}
				recording.read(i, e);
				now += e.kind() == EventKind.PINNED ? 1 : e.kind() == EventKind.UNPINNED ? -1 : 0;
				int at = (int) (i * n / size);
				most[at] = Math.max(most[at], now);
			}
		} catch (IndexOutOfBoundsException closed) {
			return null;
		}
		return new PinCurve(most, now, size);
	}

	int peak() {
		int peak = 0;
		for (int m : most) {
			peak = Math.max(peak, m);
		}
		return peak;
	}
}
