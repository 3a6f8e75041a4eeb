// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.model;

import java.util.ArrayList;
import java.util.List;

import org.ccwbench.run.CcwRow;
import org.ccwbench.run.History;
import org.ccwbench.run.StageState;
import org.ccwbench.ui.ActiveRun;
import org.eclipse.debug.core.model.IBreakpoint;

/**
 * Where a run stands: what the Debug view shows, computed once a position.
 *
 * @param number of the event
 * @param name   of the thread
 * @param frames innermost first: the CCW, the stages within each other, the start function
 * @param stop   the breakpoint that it stopped at, or null
 */
record Place(long number, String name, List<RunFrame> frames, IBreakpoint stop) {
	/** UI thread only. */
	static Place of(RunThread thread, ActiveRun run, IBreakpoint stop) {
		History history = run.history();
		int start = Math.max(0, history.currentStart());
		var image = run.session().image();
		var device = image.devices().get(image.starts().get(start).device());
		String name = String.format("Start function %d of %d · device %04X (%s) · event %,d of %,d", start + 1, image.starts().size(),
				device.number(), device.type(), history.position(), history.size());
		List<RunFrame> frames = new ArrayList<>();
		int line = history.currentLine();
		long ccw = history.currentStart() < 0 ? -1 : history.currentCcw();
		CcwRow row = ccw == -1 ? null : history.ccw(ccw);
		if (row != null) {
			frames.add(thread.frame(RunFrame.CCW).now("CCW " + image.name(ccw) + ": " + Words.command(row.guest(), device.type()), line));
		}
		List<StageState> stages = history.stages();
		for (int i = history.currentStage(); i >= 0; i = stages.get(i).stage().within()) {
			var stage = stages.get(i).stage();
			frames.add(thread.frame(RunFrame.STAGE + i).now("Stage " + stage.id() + ": " + stage.title() + " (" + stage.side() + ")", line));
		}
		int first = history.line(image.starts().get(start).cpa());
		frames.add(thread.frame(RunFrame.START).now("ORB to device " + String.format("%04X", device.number())
				+ ": program at " + image.name(image.starts().get(start).cpa()), row == null ? first : line));
		return new Place(history.position(), name, List.copyOf(frames), stop);
	}
}
