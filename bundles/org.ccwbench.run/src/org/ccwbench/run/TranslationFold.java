// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which addresses were looked up, for what and how often, in the order of the first time. */
final class TranslationFold implements Fold {
	private record Key(long guest, long user, long host, long cause, int stage) {}

	private final Map<Key, long[]> counts = new LinkedHashMap<>();

	@Override
	public void forward(Event e) {
		if (e.kind == EventKind.LOOKUP) {
			counts.computeIfAbsent(key(e), k -> new long[1])[0]++;
		}
	}

	@Override
	public void back(Event e) {
		if (e.kind == EventKind.LOOKUP) {
			Key k = key(e);
			if (--counts.get(k)[0] == 0) {
				counts.remove(k);
			}
		}
	}

	private static Key key(Event e) {
		return new Key(e.address, e.value, e.other, e.cause, e.stage);
	}

	List<TranslationRow> rows() {
		List<TranslationRow> rows = new ArrayList<>(counts.size());
		counts.forEach((k, n) -> rows.add(new TranslationRow(k.guest, k.user, k.host, k.cause, k.stage, n[0])));
		return rows;
	}
}
