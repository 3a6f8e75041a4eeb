// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.ccwbench.debug.breakpoint.Continuing;
import org.ccwbench.ui.ActiveRun;
import org.ccwbench.ui.Grain;
import org.ccwbench.ui.UiPlugin;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.model.IThread;

/** The one thing that goes on: into is an event, over is a CCW, out is a stage. */
final class RunThread extends Element implements IThread {
	private final RunTarget target;
	private final Map<String, RunFrame> frames = new HashMap<>();

	RunThread(RunTarget target) {
		super(target);
		this.target = target;
	}

	/** The one frame of a kind. UI thread only. */
	RunFrame frame(String kind) {
		return frames.computeIfAbsent(kind, k -> new RunFrame(this, k));
	}

	/** Also for the target, which is not known to the super class while it is made. */
	@Override
	public RunTarget getDebugTarget() {
		return target;
	}

	@Override
	public org.eclipse.debug.core.ILaunch getLaunch() {
		return target.getLaunch();
	}

	@Override
	public IStackFrame[] getStackFrames() {
		Place at = target.place();
		return at == null ? new IStackFrame[0] : at.frames().toArray(IStackFrame[]::new);
	}

	@Override
	public boolean hasStackFrames() {
		return getStackFrames().length > 0;
	}

	@Override
	public IStackFrame getTopStackFrame() {
		IStackFrame[] frames = getStackFrames();
		return frames.length == 0 ? null : frames[0];
	}

	@Override
	public int getPriority() {
		return 0;
	}

	@Override
	public String getName() {
		Place at = target.place();
		return at == null ? target.isTerminated() ? "over" : "running" : at.name();
	}

	@Override
	public IBreakpoint[] getBreakpoints() {
		Place at = target.place();
		List<IBreakpoint> hit = at == null || at.stop() == null ? List.of() : List.of(at.stop());
		return hit.toArray(IBreakpoint[]::new);
	}

	@Override
	public boolean canResume() {
		return isSuspended() && !Continuing.underWay();
	}

	@Override
	public boolean canSuspend() {
		return Continuing.underWay() || !target.isReady() && !target.isTerminated();
	}

	@Override
	public boolean isSuspended() {
		return target.isReady();
	}

	@Override
	public void resume() {
		OnUi.run(() -> Continuing.go(UiPlugin.activeRun(), 1));
	}

	/** Stops looking for the next breakpoint; a run that still goes on is ended. */
	@Override
	public void suspend() {
		OnUi.run(() -> {
			if (!Continuing.stop()) {
				UiPlugin.activeRun().cancel();
			}
		});
	}

	@Override
	public boolean canStepInto() {
		return canResume();
	}

	@Override
	public boolean canStepOver() {
		return canResume();
	}

	@Override
	public boolean canStepReturn() {
		return canResume();
	}

	@Override
	public boolean isStepping() {
		return false;
	}

	@Override
	public void stepInto() {
		step(Grain.EVENT);
	}

	@Override
	public void stepOver() {
		step(Grain.CCW);
	}

	@Override
	public void stepReturn() {
		step(Grain.STAGE);
	}

	private void step(Grain grain) {
		OnUi.run(() -> {
			ActiveRun run = UiPlugin.activeRun();
			if (!target.isTerminated() && !run.step(grain, 1)) {
				// The platform waits for an answer to a step that leads nowhere, too.
				fireSuspendEvent(DebugEvent.STEP_END);
			}
		});
	}

	@Override
	public boolean canTerminate() {
		return target.canTerminate();
	}

	@Override
	public boolean isTerminated() {
		return target.isTerminated();
	}

	@Override
	public void terminate() {
		target.terminate();
	}
}
