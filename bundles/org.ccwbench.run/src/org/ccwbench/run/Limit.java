// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.function.BooleanSupplier;
import org.ccwbench.channel.ChannelSubsystem;

/** Counts what one start function takes. */
final class Limit {
	private static final int ASK = 63;
	/** Steps that a halted program has to come to its end. */
	private static final long GRACE = 20_000;

	private final ChannelSubsystem css;
	private final BooleanSupplier cancelled;
	private final long maxMicros;
	private final long maxSteps;
	private long began;
	private long allowed;
	private long steps;
	private boolean given;

	Limit(ChannelSubsystem css, SessionOptions options, BooleanSupplier cancelled) {
		this.css = css;
		this.cancelled = cancelled;
		maxMicros = options.maxMicros();
		maxSteps = options.maxSteps();
		allowed = maxSteps;
		began = css.now();
	}

	/** Counts a step; true if it was one too many. */
	boolean beyond() {
		return ++steps > allowed || css.now() - began > maxMicros;
	}

	/** Grants what a program needs that was just halted or cleared. */
	void grace() {
		steps = 0;
		allowed = GRACE;
		began = css.now();
	}

	boolean cancelled() {
		if (!given && (steps & ASK) == 0) {
			given = cancelled.getAsBoolean();
		}
		return given;
	}

	/** Why a program was ended that did not end by itself. */
	String reason() {
		return css.now() - began > maxMicros ? "after " + maxMicros + " µs of simulated time" : "after " + maxSteps + " steps";
	}
}
