// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ccwbench.storage.AddressSpace;

/** Which pages are pinned, and since when and for what. */
final class PinFold implements Fold {
	private static final class Page {
		long guest;
		long user;
		long count;
		final LongStack since = new LongStack();
		/** What each pin was made for; a pin that goes does not say which it was. */
		final LongStack causes = new LongStack();
		/** For each {@code since}, how many of them came before. */
		final LongStack before = new LongStack();

		List<Long> reasons() {
			Set<Long> reasons = new TreeSet<>();
			for (int i = (int) before.peek(); i < causes.size(); i++) {
				reasons.add(causes.get(i));
			}
			return List.copyOf(reasons);
		}
	}

	private final Map<Long, Page> pages = new HashMap<>();
	/** Those of them that are pinned here. */
	private final Map<Long, Page> pinned = new TreeMap<>();

	@Override
	public void forward(Event e) {
		if (e.kind == EventKind.PINNED) {
			Page p = page(e);
			if (p.count++ == 0) {
				p.since.push(e.number);
				p.before.push(p.causes.size());
				pinned.put(page(e.other), p);
			}
			p.causes.push(e.cause);
		} else if (e.kind == EventKind.UNPINNED) {
			less(e, page(e));
		}
	}

	@Override
	public void back(Event e) {
		if (e.kind == EventKind.PINNED) {
			Page p = page(e);
			p.causes.pop();
			if (less(e, p)) {
				p.since.pop();
				p.before.pop();
			}
		} else if (e.kind == EventKind.UNPINNED) {
			Page p = page(e);
			if (p.count++ == 0) {
				pinned.put(page(e.other), p);
			}
		}
	}

	/** One pin less; whether that was the last. */
	private boolean less(Event e, Page p) {
		if (--p.count == 0) {
			pinned.remove(page(e.other));
			return true;
		}
		return false;
	}

	private Page page(Event e) {
		Page p = pages.computeIfAbsent(page(e.other), k -> new Page());
		if (p.since.size() == 0) {
			p.guest = page(e.address);
			p.user = page(e.value);
		}
		return p;
	}

	private static long page(long address) {
		return address == -1 ? -1 : address & AddressSpace.PAGE_MASK;
	}

	List<PinRow> rows() {
		List<PinRow> rows = new ArrayList<>();
		pinned.forEach((host, p) -> rows.add(new PinRow(p.guest, p.user, host, p.count, p.reasons(), p.since.peek())));
		rows.sort(Comparator.comparingLong(PinRow::guest).thenComparingLong(PinRow::user));
		return rows;
	}
}
