// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

/**
 * What a path did for one start function; all zero if the guest has the channel to itself.
 *
 * @param pins     counted once a pin, also of the same page
 * @param peakPins the most that were on at one time
 * @param rewrites how often the program as a whole was written anew
 */
public record Costs(long lookUps, long pins, long unpins, long peakPins, long bytesCopied, long systemCalls,
		long rewrites, long ccwsTranslated) {
	public static final Costs NONE = new Costs(0, 0, 0, 0, 0, 0, 0, 0);

	/** Both together; the higher peak. */
	public Costs plus(Costs o) {
		return new Costs(lookUps + o.lookUps, pins + o.pins, unpins + o.unpins, Math.max(peakPins, o.peakPins),
				bytesCopied + o.bytesCopied, systemCalls + o.systemCalls, rewrites + o.rewrites, ccwsTranslated + o.ccwsTranslated);
	}
}
