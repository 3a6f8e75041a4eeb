// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.List;

/**
 * What the guest got from one start function, as a backend gives it.
 *
 * @param conditionCode       of START SUBCHANNEL; -1 if it got none
 * @param programInterruption interruption code that it ended with instead; 0 if none
 * @param returnCode          of the request to the kernel: 0 or a negative error number
 * @param irbs                each IRB of 96 bytes, in order; empty if there was none
 * @param sense               sense bytes from the last IRB's ECW or taken afterwards; empty if there are none
 * @param notes               what people should know, such as that the program was halted
 * @param reports             channel-report words that the guest got, in order
 * @param checks              what the text expects of instructions that were issued meanwhile, against what came
 */
public record Delivered(int conditionCode, int programInterruption, int returnCode, List<byte[]> irbs, byte[] sense,
		Ending ending, Costs costs, List<String> notes, List<Check> checks, List<Integer> reports) {
	/** A guest that got no channel reports. */
	public Delivered(int conditionCode, int programInterruption, int returnCode, List<byte[]> irbs, byte[] sense,
			Ending ending, Costs costs, List<String> notes, List<Check> checks) {
		this(conditionCode, programInterruption, returnCode, irbs, sense, ending, costs, notes, checks, List.of());
	}

	/** A backend that checks nothing by itself. */
	public Delivered(int conditionCode, int programInterruption, int returnCode, List<byte[]> irbs, byte[] sense,
			Ending ending, Costs costs, List<String> notes) {
		this(conditionCode, programInterruption, returnCode, irbs, sense, ending, costs, notes, List.of());
	}
}
