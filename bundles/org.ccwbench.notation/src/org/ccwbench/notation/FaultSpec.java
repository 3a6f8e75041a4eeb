// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import org.ccwbench.model.Statement;

/**
 * A FAULT statement.
 *
 * @param what goes wrong
 * @param device index in {@link Image#devices()}
 * @param start index of the first start function that can meet it; may be as many as there are
 * @param command only commands with this code count; -1 for all
 * @param nth which of what counts (commands, instructions, interruptions, pins) is the first that it happens to, from 1
 * @param times to how many of them it happens from then on; {@link Integer#MAX_VALUE} if it lasts
 * @param statement the FAULT statement
 * @param text the operands as written
 * @param line of the statement, from 1
 */
public record FaultSpec(Failure what, int device, int start, int command, int nth, int times, Statement statement,
		String text, int line) {}
