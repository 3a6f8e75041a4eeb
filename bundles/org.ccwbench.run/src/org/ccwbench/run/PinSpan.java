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
		Event e = new Event();
		long first = -1;
		long last = -1;
		long held = 0;
		long on = 0;
		long since = 0;
		for (long n = 0; n < recording.size(); n++) {
			recording.read(n, e);
			if (e.kind == EventKind.PINNED) {
				first = first < 0 ? n : first;
				since = on++ == 0 ? n : since;
			} else if (e.kind == EventKind.UNPINNED && --on == 0) {
				held += n - since;
				last = n;
			}
		}
		return on <= 0 ? new PinSpan(first, last, held) : new PinSpan(first, recording.size(), held + recording.size() - since);
	}
}
