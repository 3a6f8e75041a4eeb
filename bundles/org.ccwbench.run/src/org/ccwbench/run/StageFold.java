// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which stages of the present start function have begun and ended, and what was done in each. */
final class StageFold implements Fold {
	private final List<StageInfo> stages;
	private final LongStack[] begun;
	private final LongStack[] ended;
	private final LongStack[] results;
	private final List<long[][]> tallies = new ArrayList<>();
	private final LongStack starts = new LongStack();
	private final long[] total = new long[Tally.KINDS];
	private final LongStack peaks = new LongStack();
	private final LongStack peakEvents = new LongStack();

	StageFold(List<StageInfo> stages) {
		this.stages = stages;
		begun = stacks(stages.size());
		ended = stacks(stages.size());
		results = stacks(stages.size());
		tallies.add(new long[stages.size()][Tally.KINDS]);
	}

	private static LongStack[] stacks(int n) {
		LongStack[] s = new LongStack[n];
		Arrays.setAll(s, i -> new LongStack());
		return s;
	}

	@Override
	public void forward(Event e) {
		switch (e.kind) {
			case START -> {
				starts.push(e.number);
				tallies.add(new long[stages.size()][Tally.KINDS]);
			}
			case STAGE -> begun[e.detail].push(e.number);
			case STAGE_LEFT -> {
				ended[e.detail].push(e.number);
				results[e.detail].push(e.value);
			}
			default -> count(e, 1);
		}
		if (e.kind == EventKind.PINNED && pinned() > peak()) {
			peaks.push(pinned());
			peakEvents.push(e.number);
		}
	}

	@Override
	public void back(Event e) {
		switch (e.kind) {
			case START -> {
				starts.pop();
				tallies.remove(tallies.size() - 1);
			}
			case STAGE -> begun[e.detail].pop();
			case STAGE_LEFT -> {
				ended[e.detail].pop();
				results[e.detail].pop();
			}
			default -> count(e, -1);
		}
		if (peakEvents.peek() == e.number) {
			peakEvents.pop();
			peaks.pop();
		}
	}

	private void count(Event e, int sign) {
		int kind;
		long by = sign;
		switch (e.kind) {
			case LOOKUP -> kind = 0;
			case PINNED -> kind = 1;
			case UNPINNED -> kind = 2;
			case PIN_REFUSED -> kind = 3;
			case CALL -> kind = 4;
			case COPIED -> {
				kind = 5;
				by = sign * e.other;
			}
			case TRANSLATED -> kind = 6;
			case CCW -> kind = 7;
			case DATA -> {
				kind = 8;
				by = (long) sign * e.length;
			}
			default -> {
				return;
			}
		}
		total[kind] += by;
		if (e.stage >= 0) {
			tallies.get(tallies.size() - 1)[e.stage][kind] += by;
		}
	}

	/** How many start functions have begun. */
	int starts() {
		return starts.size();
	}

	Tally total() {
		return Tally.of(total);
	}

	long pinned() {
		return total[1] - total[2];
	}

	long peak() {
		return Math.max(0, peaks.peek());
	}

	List<StageState> states() {
		List<StageState> list = new ArrayList<>(stages.size());
		for (int i = 0; i < stages.size(); i++) {
			boolean started = begun[i].peek() > starts.peek();
			boolean over = started && ended[i].peek() > begun[i].peek();
			Progress p = !started ? Progress.PENDING
					: !over ? Progress.CURRENT : results[i].peek() < 0 ? Progress.FAILED : Progress.DONE;
			list.add(new StageState(i, stages.get(i), p, started ? begun[i].peek() : -1, over ? ended[i].peek() : -1,
					over ? (int) results[i].peek() : 0, Tally.of(tallies.get(tallies.size() - 1)[i])));
		}
		return list;
	}
}
