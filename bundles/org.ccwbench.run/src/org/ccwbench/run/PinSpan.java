// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

/**
 * How long pages stay pinned, counted in events of a recording.
 *
 * @param first event of the first pin, -1 if nothing was pinned
 * @param last  event of the last unpin, the end of the recording if a pin was still on; -1 if nothing was pinned
 * @param held  events during which at least one pin was on
 */
public record PinSpan(long first, long last, long held) {
	/** Looks the whole recording through. */
	public static PinSpan of(Recording recording) {
		return of(recording, 0, recording.size());
	}

	/** Looks at the start function with this index, from 0; what earlier ones left pinned counts. */
	public static PinSpan ofStart(Recording recording, int index) {
		long n = recording.starts.size();
		return index >= n ? new PinSpan(-1, -1, 0)
				: of(recording, recording.starts.get(index), index + 1 < n ? recording.starts.get(index + 1) : recording.size());
	}

	private static PinSpan of(Recording recording, long from, long to) {
		Event e = new Event();
		long first = -1;
		long last = -1;
		long held = 0;
		long on = 0;
		long since = 0;
		for (long n = 0; n < to; n++) {
			recording.read(n, e);
			if (e.kind == EventKind.PINNED) {
				first = first < 0 && n >= from ? n : first;
				since = on++ == 0 ? n : since;
			} else if (e.kind == EventKind.UNPINNED && --on == 0 && n >= from) {
				held += n - Math.max(since, from);
				last = n;
			}
		}
		if (on > 0) {
			first = first < 0 ? from : first;
			last = to;
			held += to - Math.max(since, from);
		}
		return new PinSpan(first, last, held);
	}
}
