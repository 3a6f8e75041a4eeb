// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

/**
 * What a path did for one start function; all zero if the guest has the channel to itself, -1 where nobody knows, as in
 * the kernel of a real host.
 *
 * @param pins     counted once a pin, also of the same page
 * @param peakPins the most that were on at one time
 * @param rewrites how often the program as a whole was written anew
 * @param peakPages the most host pages that were pinned at one time, each counted once
 * @param pinnedMicros simulated microseconds during which anything was pinned
 * @param pinMicros the sum over all pins of the simulated microseconds that each was on
 */
public record Costs(long lookUps, long pins, long unpins, long peakPins, long bytesCopied, long systemCalls,
		long rewrites, long ccwsTranslated, long peakPages, long pinnedMicros, long pinMicros) {
	public static final Costs NONE = new Costs(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

	/** Both together; the higher peak. What nobody knows of one nobody knows of both. */
	public Costs plus(Costs o) {
		return new Costs(sum(lookUps, o.lookUps), sum(pins, o.pins), sum(unpins, o.unpins), higher(peakPins, o.peakPins),
				bytesCopied + o.bytesCopied, systemCalls + o.systemCalls, sum(rewrites, o.rewrites), sum(ccwsTranslated, o.ccwsTranslated),
				higher(peakPages, o.peakPages), sum(pinnedMicros, o.pinnedMicros), sum(pinMicros, o.pinMicros));
	}

	/** Whether what happened in the kernel was counted. */
	public boolean known() {
		return pins >= 0;
	}

	private static long sum(long a, long b) {
		return a < 0 || b < 0 ? -1 : a + b;
	}

	private static long higher(long a, long b) {
		return a < 0 || b < 0 ? -1 : Math.max(a, b);
	}
}
