// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

/** What a start function executes: CCWs, or the commands that a transport-control word designates. */
abstract class Program {
	/** Executes the next command, or what comes before the first. */
	abstract ChannelProgram.Outcome step();

	/** The device presents status for the program, which waits for it. */
	abstract ChannelProgram.Outcome presented(int status);

	/** The current command's ending status is here: channel end, perhaps with more. */
	abstract ChannelProgram.Outcome complete(int status);

	/** Goes back to where it was suspended, or to the command that a busy device did not take. */
	abstract void resume();

	/** Whether it waits for device end only. */
	abstract boolean channelEnded();

	/** Whether what was fetched last asks for an interruption. */
	abstract boolean asksForInterruption();

	/** Word 1 of the SCSW: address of the current or failing CCW plus 8, or of the TCW. */
	abstract long address();

	abstract int unitStatus();

	abstract int subchannelStatus();

	/** The last halfword of the SCSW: residual count, or FCX status and subchannel-extended status. */
	abstract int residual();
}
