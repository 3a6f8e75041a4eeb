// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

/** What one run of a path cost. Pins are counted each time, also of the same page. */
public final class Statistics {
	long lookUps;
	long pins;
	long unpins;
	long pinned;
	long peakPins;
	long bytesCopied;
	long systemCalls;
	long rewrites;
	long ccwsTranslated;

	/** Address look-ups, each of one page, whoever made them. */
	public long lookUps() {
		return lookUps;
	}

	public long pins() {
		return pins;
	}

	public long unpins() {
		return unpins;
	}

	/** Pins that are on now: pins less unpins. */
	public long pinned() {
		return pinned;
	}

	/** The most pins that were on at one time. */
	public long peakPins() {
		return peakPins;
	}

	/** Program, lists and blocks copied between spaces; not the data, which nobody copies. */
	public long bytesCopied() {
		return bytesCopied;
	}

	public long systemCalls() {
		return systemCalls;
	}

	/** How often the program as a whole was written anew. */
	public long rewrites() {
		return rewrites;
	}

	/** CCWs that got a new form, counted at each rewriting. */
	public long ccwsTranslated() {
		return ccwsTranslated;
	}

	void pinned(int n) {
		pins += n;
		pinned += n;
		peakPins = Math.max(peakPins, pinned);
	}

	void unpinned(int n) {
		unpins += n;
		pinned -= n;
	}

	void clear() {
		lookUps = pins = unpins = pinned = peakPins = bytesCopied = systemCalls = rewrites = ccwsTranslated = 0;
	}
}
