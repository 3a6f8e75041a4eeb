// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.ccwbench.notation.Instruction;

/** The instructions that a text has issued while a start function goes on: when each is due, and what it came to. */
final class Issued {
	private final List<Instruction> instructions;
	private final IntSupplier commands;
	private final LongSupplier now;
	private final long began;
	private final List<Check> checks = new ArrayList<>();
	private int next;

	/**
	 * @param commands given to the device so far
	 * @param now      simulated time
	 */
	Issued(List<Instruction> instructions, IntSupplier commands, LongSupplier now) {
		this.instructions = instructions;
		this.commands = commands;
		this.now = now;
		began = now.getAsLong();
	}

	/**
	 * The next instruction, in the order of the text, if it is due; null if none is.
	 *
	 * @param idle whether nothing will happen any more by itself
	 */
	Instruction due(boolean idle) {
		if (next == instructions.size()) {
			return null;
		}
		Instruction i = instructions.get(next);
		boolean reached = i.after() >= 0 && commands.getAsInt() >= i.after() || i.micros() >= 0 && now.getAsLong() - began >= i.micros();
		if (!idle && !reached) {
			return null;
		}
		next++;
		return i;
	}

	/** What the operator does next when the start function has ended already; null if nothing. */
	Instruction operator() {
		return next < instructions.size() && instructions.get(next).byOperator() ? instructions.get(next++) : null;
	}

	/** It ended with this condition code. */
	String done(Instruction i, int cc) {
		if (i.cc() >= 0) {
			checks.add(new Check("condition code of " + i.name(), "" + i.cc(), "" + cc, cc == i.cc(), i.line()));
		}
		return i.name() + " (line " + i.line() + ") ends with condition code " + cc;
	}

	/** What was expected of them, against what came; one that never came due was not as expected either. */
	List<Check> checks() {
		List<Check> all = new ArrayList<>(checks);
		for (Instruction i : instructions.subList(next, instructions.size())) {
			if (i.cc() >= 0) {
				all.add(new Check("condition code of " + i.name(), "" + i.cc(), "not issued: the program ended before", false, i.line()));
			}
		}
		return all;
	}
}
