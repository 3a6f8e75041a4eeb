// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
		/** The move in which it became another. */
		private long moved = -1;

		Entry(boolean expected, int start) {
			this.expected = expected;
			this.start = start;
		}
	}

	private final boolean direct;
	private final Map<Long, Entry> entries = new HashMap<>();
	private final List<Long> order = new ArrayList<>();
	private final Map<Long, LongStack> guestOfHost = new HashMap<>();
	private int start = -1;
	private long move;
	private final LongStack statuses = new LongStack();
	private final LongStack refusedCauses = new LongStack();

	/**
	 * @param expected addresses of the CCWs that are known beforehand, with the index of their start function
	 * @param direct   whether the channel fetches the guest's CCWs themselves
	 */
	ProgramFold(Map<Long, Integer> expected, boolean direct) {
		this.direct = direct;
		expected.forEach((a, start) -> {
			entries.put(a, new Entry(true, start));
			order.add(a);
		});
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
				Entry n = known(e.address);
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
					Entry n = known(g);
					n.fetched--;
					forget(g, n);
				}
			}
			case ENDED -> {
				long g = guest(e.address);
				if (g != -1) {
					Entry n = known(g);
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
		Entry n = entries.get(guest);
		if (n == null) {
			n = new Entry(false, Math.max(start, 0));
			entries.put(guest, n);
			order.add(guest);
		}
		n.moved = move;
		return n;
	}

	private Entry known(long guest) {
		Entry n = entries.get(guest);
		n.moved = move;
		return n;
	}

	private void forget(long guest, Entry n) {
		if (!n.expected && n.fetched == 0 && n.user.size() == 0 && n.host.size() == 0 && n.ends.size() == 0) {
			entries.remove(guest);
			order.remove(order.lastIndexOf(guest));
		}
	}

	/** The position leaves a place at which it has been looked at. */
	void leave() {
		move++;
	}

	/** Whether a CCW became another since then. */
	boolean moved(long guest) {
		Entry n = entries.get(guest);
		return n != null && n.moved == move;
	}

	/** The guest's CCW of a CCW that the channel fetches, or -1. */
	long guest(long fetched) {
		if (direct) {
			return fetched;
		}
		LongStack s = guestOfHost.get(fetched);
		return s == null ? -1 : s.peek();
	}

	/** Guest addresses of all that are known: those expected beforehand, then the others as they were found. */
	List<Long> order() {
		return order;
	}

	/** Null if none is known there. */
	Entry at(long guest) {
		return entries.get(guest);
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
