// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import org.ccwbench.notation.FaultSpec;

/** A FAULT statement at work: whether it is in force, and how often it has happened. */
final class Fault {
	final FaultSpec spec;
	private final FaultPlan plan;
	private boolean inForce;
	private int met;
	private int happened;

	Fault(FaultSpec spec, FaultPlan plan) {
		this.spec = spec;
		this.plan = plan;
	}

	void inForce(boolean now) {
		inForce = now;
	}

	boolean inForce() {
		return inForce;
	}

	/** It met something that it can happen to: whether it does. */
	boolean happens() {
		if (!inForce || happened >= spec.times() || ++met < spec.nth()) {
			return false;
		}
		happened++;
		plan.happened(this, happened == 1);
		return true;
	}

	/** The same for a command, which counts if the statement names its code or none. */
	boolean happensTo(int command) {
		return (spec.command() < 0 || spec.command() == command) && happens();
	}

	/** The statement and its line, for people. */
	String words() {
		return "FAULT " + spec.text() + " (line " + spec.line() + ")";
	}
}
