// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What has become of each CCW of the guest: its other forms, and how far the channel is. */
final class ProgramFold implements Fold {
	/** One CCW of the guest, by its address. */
	static final class Entry {
		final boolean expected;
		final int start;
		final LongStack user = new LongStack();
		final LongStack userCcw = new LongStack();
		final LongStack host = new LongStack();
		final LongStack hostCcw = new LongStack();
		final LongStack ends = new LongStack();
		long fetched;

		Entry(boolean expected, int start) {
			this.expected = expected;
			this.start = start;
		}
	}

	private final boolean direct;
	private final Map<Long, Entry> entries = new LinkedHashMap<>();
	private final Map<Long, LongStack> guestOfHost = new HashMap<>();
	private int start = -1;
	private final LongStack statuses = new LongStack();
	private final LongStack refusedCauses = new LongStack();

	/**
	 * @param expected addresses of the CCWs that are known beforehand, with the index of their start function
	 * @param direct   whether the channel fetches the guest's CCWs themselves
	 */
	ProgramFold(Map<Long, Integer> expected, boolean direct) {
		this.direct = direct;
		expected.forEach((a, start) -> entries.put(a, new Entry(true, start)));
	}

	@Override
	public void forward(Event e) {
		switch (e.kind) {
			case TRANSLATED -> {
				Entry n = entry(e.address);
				if (e.other == -1 && e.value != -1) {
					n.user.push(e.value);
					n.userCcw.push(e.cause);
				}
				if (e.other != -1) {
					n.host.push(e.other);
					n.hostCcw.push(e.cause);
					guestOfHost.computeIfAbsent(e.other, k -> new LongStack()).push(e.address);
				}
			}
			case CCW -> {
				long g = guest(e.address);
				if (g != -1) {
					entry(g).fetched++;
				}
			}
			case ENDED -> {
				long g = guest(e.address);
				if (g != -1) {
					entry(g).ends.push(e.number);
				}
			}
			case START -> start++;
			case STATUS -> statuses.push(e.number);
			case LOOKUP, PIN_REFUSED -> {
				if (refused(e)) {
					refusedCauses.push(e.cause);
				}
			}
			default -> { }
		}
	}

	@Override
	public void back(Event e) {
		switch (e.kind) {
			case TRANSLATED -> {
				Entry n = entries.get(e.address);
				if (e.other == -1 && e.value != -1) {
					n.user.pop();
					n.userCcw.pop();
				}
				if (e.other != -1) {
					n.host.pop();
					n.hostCcw.pop();
					guestOfHost.get(e.other).pop();
				}
				forget(e.address, n);
			}
			case CCW -> {
				long g = guest(e.address);
				if (g != -1) {
					Entry n = entries.get(g);
					n.fetched--;
					forget(g, n);
				}
			}
			case ENDED -> {
				long g = guest(e.address);
				if (g != -1) {
					Entry n = entries.get(g);
					n.ends.pop();
					forget(g, n);
				}
			}
			case START -> start--;
			case STATUS -> statuses.pop();
			case LOOKUP, PIN_REFUSED -> {
				if (refused(e)) {
					refusedCauses.pop();
				}
			}
			default -> { }
		}
	}

	private static boolean refused(Event e) {
		return e.kind == EventKind.PIN_REFUSED || e.value == -1 && e.other == -1;
	}

	private Entry entry(long guest) {
		return entries.computeIfAbsent(guest, k -> new Entry(false, Math.max(start, 0)));
	}

	private void forget(long guest, Entry n) {
		if (!n.expected && n.fetched == 0 && n.user.size() == 0 && n.host.size() == 0 && n.ends.size() == 0) {
			entries.remove(guest);
		}
	}

	/** The guest's CCW of a CCW that the channel fetches, or -1. */
	long guest(long fetched) {
		if (direct) {
			return fetched;
		}
		LongStack s = guestOfHost.get(fetched);
		return s == null ? -1 : s.peek();
	}

	Map<Long, Entry> entries() {
		return entries;
	}

	/** The number of the last event that made the subchannel status pending, or -1. */
	long lastStatus() {
		return statuses.peek();
	}

	/** The CCW or IDAW whose address could not be translated or pinned last, or -1. */
	long refusedCause() {
		return refusedCauses.peek();
	}
}
