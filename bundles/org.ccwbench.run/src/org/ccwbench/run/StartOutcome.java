// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.List;
import org.ccwbench.arch.Block;
import org.ccwbench.arch.Explain;
import org.ccwbench.arch.Explanation;
import org.ccwbench.channel.ProgramInterruption;

/**
 * What came of one start function.
 *
 * @param index        in the image's list, from 0
 * @param irbBlock     what the IRB is: that of the mode of the start function
 * @param deviceType   such as "3390", for explanations
 * @param delivered    what the guest got
 * @param expectations each that applies to the path, checked
 * @param nothingExpected whether the text expects nothing, on whatever path
 */
public record StartOutcome(int index, Block irbBlock, String deviceType, Delivered delivered, List<Check> expectations,
		boolean nothingExpected) {
	public StartOutcome {
		expectations = List.copyOf(expectations);
	}

	public int conditionCode() {
		return delivered.conditionCode();
	}

	/** Interruption code with which START SUBCHANNEL ended instead of a condition code; 0 if none. */
	public int programInterruption() {
		return delivered.programInterruption();
	}

	public int returnCode() {
		return delivered.returnCode();
	}

	/** The last IRB, or null. */
	public byte[] irb() {
		List<byte[]> all = delivered.irbs();
		return all.isEmpty() ? null : all.get(all.size() - 1).clone();
	}

	/** The last IRB in words, or null. */
	public Explanation explanation() {
		byte[] b = irb();
		return b == null ? null : Explain.explanation(irbBlock, b, deviceType);
	}

	public Costs costs() {
		return delivered.costs();
	}

	public Ending ending() {
		return delivered.ending();
	}

	public List<String> notes() {
		return delivered.notes();
	}

	/** It ended by itself, and everything expected came. If the text expects nothing: it was not refused, and there was no unit check or channel check. */
	public boolean asExpected() {
		boolean told = expectations.stream().allMatch(Check::ok);
		boolean over = ending() == Ending.ENDED || ending() == Ending.SUSPENDED;
		return told && over && (!nothingExpected || plain());
	}

	private boolean plain() {
		return conditionCode() == 0 && StatusBytes.deferred(delivered.irbs()) == 0
				&& (StatusBytes.device(delivered.irbs()) & 0x02) == 0 && (StatusBytes.subchannel(delivered.irbs()) & 0x7F) == 0;
	}

	/** One sentence: how START SUBCHANNEL itself ended. */
	public String started() {
		int code = programInterruption();
		if (code != 0) {
			return "START SUBCHANNEL ended with " + interruption(code) + ".";
		}
		return switch (conditionCode()) {
			case 0 -> "START SUBCHANNEL: condition code 0, the start function was initiated.";
			case 1 -> "START SUBCHANNEL: condition code 1, status was pending.";
			case 2 -> "START SUBCHANNEL: condition code 2, the subchannel was busy.";
			case 3 -> "START SUBCHANNEL: condition code 3, not operational.";
			default -> "START SUBCHANNEL was not completed.";
		};
	}

	private static String interruption(int code) {
		return switch (code) {
			case ProgramInterruption.PROTECTION -> "a protection exception (program interruption 0004)";
			case ProgramInterruption.ADDRESSING -> "an addressing exception (program interruption 0005)";
			case ProgramInterruption.SPECIFICATION -> "a specification exception (program interruption 0006)";
			case ProgramInterruption.OPERAND -> "an operand exception (program interruption 0015)";
			default -> String.format("program interruption %04X", code);
		};
	}
}
