// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

/**
 * The figures by which paths are compared: one table for reports, JSON and views. Counts are of a start function or
 * of all of a session; times are simulated.
 */
public enum CostFigure {
	/** How often the program as a whole was written anew. */
	REWRITES("rewrites", "program rewritten"),
	/** CCWs that got a new form, counted at each rewriting. */
	CCWS_TRANSLATED("ccwsTranslated", "CCWs in a new form"),
	/** Look-ups of an address, each of one page, whoever made them. */
	LOOK_UPS("lookUps", "address look-ups"),
	/** Pins, counted once a pin, also of the same page. */
	PINS("pins", "pins"),
	/** Pins taken off. */
	UNPINS("unpins", "unpins"),
	/** The most pins that were on at one time. */
	PEAK_PINS("peakPins", "pins at most"),
	/** The most host pages that were pinned at one time, each counted once. */
	PEAK_PAGES("peakPages", "pages pinned at most"),
	/** Events of the recording during which anything was pinned. */
	PINNED_EVENTS("pinnedEvents", "pinned during, events"),
	/** Microseconds during which anything was pinned. */
	PINNED_MICROS("pinnedMicros", "pinned during, µs"),
	/** The sum over all pins of the microseconds that each was on. */
	PIN_MICROS("pinMicros", "pins × µs"),
	/** Bytes of programs, lists and blocks copied between spaces; nobody copies the data. */
	BYTES_COPIED("bytesCopied", "bytes copied"),
	/** Calls of the monitor into the kernel. */
	SYSTEM_CALLS("systemCalls", "system calls");

	private final String key;
	private final String title;

	CostFigure(String key, String title) {
		this.key = key;
		this.title = title;
	}

	/** Its name in JSON. */
	public String key() {
		return key;
	}

	/** Its name for people. */
	public String title() {
		return title;
	}

	/** @param span how long pages stayed pinned, in events, for the same start function or session */
	public long of(Costs c, PinSpan span) {
		return switch (this) {
			case REWRITES -> c.rewrites();
			case CCWS_TRANSLATED -> c.ccwsTranslated();
			case LOOK_UPS -> c.lookUps();
			case PINS -> c.pins();
			case UNPINS -> c.unpins();
			case PEAK_PINS -> c.peakPins();
			case PEAK_PAGES -> c.peakPages();
			case PINNED_EVENTS -> span.held();
			case PINNED_MICROS -> c.pinnedMicros();
			case PIN_MICROS -> c.pinMicros();
			case BYTES_COPIED -> c.bytesCopied();
			case SYSTEM_CALLS -> c.systemCalls();
		};
	}
}
