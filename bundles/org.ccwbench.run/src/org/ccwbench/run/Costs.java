// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

/**
 * What a path did for one start function; all zero if the guest has the channel to itself.
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

	/** Both together; the higher peak. */
	public Costs plus(Costs o) {
		return new Costs(lookUps + o.lookUps, pins + o.pins, unpins + o.unpins, Math.max(peakPins, o.peakPins),
				bytesCopied + o.bytesCopied, systemCalls + o.systemCalls, rewrites + o.rewrites, ccwsTranslated + o.ccwsTranslated,
				Math.max(peakPages, o.peakPages), pinnedMicros + o.pinnedMicros, pinMicros + o.pinMicros);
	}
}
