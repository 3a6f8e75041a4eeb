// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.function.LongSupplier;

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
	private LongSupplier clock;
	private long since;
	private long pinnedMicros;
	private long pinMicros;

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

	/** Simulated microseconds during which anything was pinned. */
	public long pinnedMicros() {
		pass();
		return pinnedMicros;
	}

	/** The sum over all pins of the simulated microseconds that each was on. */
	public long pinMicros() {
		pass();
		return pinMicros;
	}

	/** Pages were looked up. */
	public void lookedUp(int n) {
		lookUps += n;
	}

	/** Bytes of programs, lists or blocks went from one space to another. */
	public void copied(long bytes) {
		bytesCopied += bytes;
	}

	/** The monitor called the kernel. */
	public void called() {
		systemCalls++;
	}

	/** The program as a whole was written anew. */
	public void rewritten() {
		rewrites++;
	}

	/** The program as a whole was written anew by the driver. */
	public void rewritten(ChannelProgram program) {
		rewrites++;
		for (int c = 0; c < program.chains(); c++) {
			ccwsTranslated += program.length(c);
		}
	}

	/** What tells simulated time in microseconds; without one no time passes. */
	public void clock(LongSupplier now) {
		clock = now;
		since = now.getAsLong();
	}

	/** Pins that were on before. */
	public void kept(long n) {
		pass();
		pinned += n;
		peakPins = Math.max(peakPins, pinned);
	}

	private void pass() {
		if (clock == null) {
			return;
		}
		long now = clock.getAsLong();
		if (pinned > 0) {
			pinnedMicros += now - since;
			pinMicros += (now - since) * pinned;
		}
		since = now;
	}

	void pinned(int n) {
		pass();
		pins += n;
		pinned += n;
		peakPins = Math.max(peakPins, pinned);
	}

	void unpinned(int n) {
		pass();
		unpins += n;
		pinned -= n;
	}

	void clear() {
		lookUps = pins = unpins = pinned = peakPins = bytesCopied = systemCalls = rewrites = ccwsTranslated = pinnedMicros = pinMicros = 0;
	}
}
