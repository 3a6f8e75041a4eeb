// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import org.ccwbench.channel.ChannelListener;
import org.ccwbench.channel.IoInstruction;

/** Writes what the channel subsystem tells into a recording. */
final class ChannelRecorder implements ChannelListener {
	private final Recording recording;

	ChannelRecorder(Recording recording) {
		this.recording = recording;
	}

	@Override
	public void ccwFetched(int subchannel, long address, long ccw, boolean format1) {
		recording.currentCcw = address;
		recording.ccws.add(recording.log.size());
		recording.fetches.add(recording.log.size());
		recording.add(EventKind.CCW, 0, format1 ? 1 : 0, 0, address, ccw, 0, subchannel);
	}

	@Override
	public void indirectFetched(int subchannel, long address, int length, long word) {
		recording.add(EventKind.INDIRECT, 0, 0, length, address, word, 0, subchannel);
	}

	@Override
	public void dataMoved(int subchannel, long address, int length, boolean toStorage) {
		recording.moves.add(recording.log.size());
		recording.add(EventKind.DATA, 0, toStorage ? 1 : 0, length, address, 0, 0, subchannel);
	}

	@Override
	public void commandStarted(int subchannel, int command) {
		recording.add(EventKind.COMMAND, 0, command, 0, 0, 0, 0, subchannel);
	}

	@Override
	public void commandEnded(int subchannel, int command, int unitStatus, int channelStatus, int residual) {
		recording.add(EventKind.ENDED, 0, command, residual, recording.currentCcw, unitStatus, channelStatus, subchannel);
	}

	@Override
	public void statusPending(int subchannel, int statusControl) {
		recording.add(EventKind.STATUS, 0, 0, 0, 0, statusControl, 0, subchannel);
	}

	@Override
	public void instruction(IoInstruction instruction, int subchannel, int conditionCode) {
		recording.currentCcw = -1;
		recording.add(EventKind.INSTRUCTION, 0, instruction.ordinal(), 0, 0, conditionCode, 0, subchannel);
	}
}
