// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.model;

import org.ccwbench.ui.UiPlugin;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IRegisterGroup;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.model.IThread;
import org.eclipse.debug.core.model.IVariable;

/**
 * The CCW, a stage or the start function. There is one of a kind for all positions, because views keep what they
 * show open only as long as it stays the same object.
 */
final class RunFrame extends Element implements IStackFrame {
	static final String CCW = "ccw";
	static final String STAGE = "stage ";
	static final String START = "start";
	private final RunThread thread;
	private final String kind;
	private volatile String name;
	private volatile int line;
	/** What is shown of that place; only the UI thread looks at these two. */
	private IVariable[] variables;
	private Place variablesOf;

	RunFrame(RunThread thread, String kind) {
		super(thread.getDebugTarget());
		this.thread = thread;
		this.kind = kind;
	}

	/** How it is at the present position. @param at in the program from 1, or 0 if none */
	RunFrame now(String words, int at) {
		name = words;
		line = at;
		return this;
	}

	@Override
	public IThread getThread() {
		return thread;
	}

	/** What it is a frame of: {@link #CCW}, {@link #STAGE} and an index, {@link #START}. */
	String kind() {
		return kind;
	}

	/** Without a lock: who waited for the UI thread with it would wait for ever if that thread asked as well. */
	@Override
	public IVariable[] getVariables() {
		return OnUi.ask(this::variables, new IVariable[0]);
	}

	private IVariable[] variables() {
		Place here = thread.getDebugTarget().place();
		if (variables == null || variablesOf != here) {
			var run = UiPlugin.activeRun();
			variables = run.history() == null || thread.isTerminated() ? new IVariable[0]
					: new Scope(thread.getDebugTarget(), run).of(this).toArray(IVariable[]::new);
			variablesOf = here;
		}
		return variables;
	}

	@Override
	public boolean hasVariables() {
		return true;
	}

	@Override
	public int getLineNumber() {
		return line == 0 ? -1 : line;
	}

	@Override
	public int getCharStart() {
		return -1;
	}

	@Override
	public int getCharEnd() {
		return -1;
	}

	@Override
	public String getName() {
		return name;
	}

	@Override
	public IRegisterGroup[] getRegisterGroups() {
		return new IRegisterGroup[0];
	}

	@Override
	public boolean hasRegisterGroups() {
		return false;
	}

	@Override
	public boolean canStepInto() {
		return thread.canStepInto();
	}

	@Override
	public boolean canStepOver() {
		return thread.canStepOver();
	}

	@Override
	public boolean canStepReturn() {
		return thread.canStepReturn();
	}

	@Override
	public boolean isStepping() {
		return false;
	}

	@Override
	public void stepInto() {
		thread.stepInto();
	}

	@Override
	public void stepOver() {
		thread.stepOver();
	}

	@Override
	public void stepReturn() {
		thread.stepReturn();
	}

	@Override
	public boolean canResume() {
		return thread.canResume();
	}

	@Override
	public boolean canSuspend() {
		return thread.canSuspend();
	}

	@Override
	public boolean isSuspended() {
		return thread.isSuspended();
	}

	@Override
	public void resume() {
		thread.resume();
	}

	@Override
	public void suspend() {
		thread.suspend();
	}

	@Override
	public boolean canTerminate() {
		return thread.canTerminate();
	}

	@Override
	public boolean isTerminated() {
		return thread.isTerminated();
	}

	@Override
	public void terminate() throws DebugException {
		thread.terminate();
	}
}
