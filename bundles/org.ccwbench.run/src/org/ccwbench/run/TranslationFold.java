// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/**
 * Which addresses were looked up, for what and how often, in the order of the first time. What came first goes
 * last when the position goes back, so the rows are a stack: a step costs what it changes, however many there are.
 */
final class TranslationFold implements Fold {
	private record Key(long guest, long user, long host, long cause, int stage) {}

	private static final class Counted {
		final Key key;
		long count;

		Counted(Key key) {
			this.key = key;
		}
	}

	private final class Rows extends AbstractList<TranslationRow> implements RandomAccess {
		@Override
		public TranslationRow get(int i) {
			Counted c = order.get(i);
			return new TranslationRow(c.key.guest, c.key.user, c.key.host, c.key.cause, c.key.stage, c.count);
		}

		@Override
		public int size() {
			return order.size();
		}
	}

	private final Map<Key, Counted> counts = new HashMap<>();
	private final List<Counted> order = new ArrayList<>();
	private final List<TranslationRow> rows = new Rows();

	@Override
	public void forward(Event e) {
		if (e.kind == EventKind.LOOKUP) {
			Key key = key(e);
			Counted c = counts.get(key);
			if (c == null) {
				c = new Counted(key);
				counts.put(key, c);
				order.add(c);
			}
			c.count++;
		}
	}

	@Override
	public void back(Event e) {
		if (e.kind == EventKind.LOOKUP) {
			Counted c = counts.get(key(e));
			if (--c.count == 0) {
				counts.remove(c.key);
				order.remove(order.size() - 1);
			}
		}
	}

	private static Key key(Event e) {
		return new Key(e.address, e.value, e.other, e.cause, e.stage);
	}

	/** As they are now; changes with the position. */
	List<TranslationRow> rows() {
		return rows;
	}
}
