// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import org.ccwbench.model.Statement;

/**
 * An instruction that is issued while a start function goes on, or what a person at the device does meanwhile.
 *
 * @param name HSCH, CSCH, RSCH, XSCH or SSCH, or OPERATOR
 * @param text what the operator types
 * @param key attention identifier of the key that the operator then presses
 * @param after it comes when the device has been given so many commands; -1 if that does not matter
 * @param micros it comes so many simulated microseconds after START SUBCHANNEL; -1 if that does not matter. Without
 *     either it comes when nothing happens any more by itself
 * @param cc the condition code that it should end with; -1 if any will do
 * @param statement the statement
 * @param line of it, from 1
 */
public record Instruction(String name, String text, int key, int after, long micros, int cc, Statement statement, int line) {
	/** Attention identifier of ENTER, which also ends a line on a console. */
	public static final int ENTER = 0x7D;

	/** Whether a person does it, not the guest. */
	public boolean byOperator() {
		return name.equals("OPERATOR");
	}
}
