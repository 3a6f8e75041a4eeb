// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.model;

import java.util.ArrayList;
import java.util.List;

import org.ccwbench.debug.breakpoint.RunBreakpoint;
import org.ccwbench.ui.ActiveRun;
import org.ccwbench.ui.UiPlugin;
import org.eclipse.core.resources.IMarkerDelta;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.debug.core.model.IMemoryBlock;
import org.eclipse.debug.core.model.IMemoryBlockExtension;
import org.eclipse.debug.core.model.IMemoryBlockRetrievalExtension;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.IThread;

/**
 * The active run as a debug target with one thread. It is suspended wherever the position stands; whoever moves
 * the position, a live view or the debugger, moves both. Made, told and ended on the UI thread; asked on any.
 */
public final class RunTarget extends Element implements IDebugTarget, IMemoryBlockRetrievalExtension {
	/** Identifier of the debug model. */
	public static final String MODEL = "org.ccwbench.debug";
	private final ILaunch launch;
	private final String name;
	private final RunThread thread;
	private final Seen seen = new Seen();
	private final List<SpaceBlock> blocks = new ArrayList<>();
	private volatile boolean ready;
	private volatile boolean terminated;
	private volatile Place place;

	/** For the run that has just been started. */
	RunTarget(ILaunch launch, ActiveRun run) {
		super(null);
		this.launch = launch;
		name = run.program().name() + " · " + run.path();
		thread = new RunThread(this);
		launch.addDebugTarget(this);
		fireCreationEvent();
		thread.fireCreationEvent();
	}

	/** There is a position now. */
	void ready(ActiveRun run) {
		place = Place.of(thread, run, null);
		ready = true;
		thread.fireSuspendEvent(DebugEvent.CLIENT_REQUEST);
	}

	/** There is another position. */
	void moved(ActiveRun run, IBreakpoint stop) {
		Place at = Place.of(thread, run, stop);
		place = at;
		List<SpaceBlock> shown;
		synchronized (blocks) {
			shown = List.copyOf(blocks);
		}
		List<DebugEvent> events = new ArrayList<>();
		events.add(new DebugEvent(thread, DebugEvent.RESUME, DebugEvent.STEP_OVER));
		events.add(new DebugEvent(thread, DebugEvent.SUSPEND, at.stop() == null ? DebugEvent.STEP_END : DebugEvent.BREAKPOINT));
		// For a step, the platform takes only the topmost frame for another; here all of them may be.
		events.add(new DebugEvent(thread, DebugEvent.CHANGE, DebugEvent.CONTENT));
		for (SpaceBlock b : shown) {
			b.moved();
			events.add(new DebugEvent(b, DebugEvent.CHANGE, DebugEvent.CONTENT));
		}
		DebugPlugin.getDefault().fireDebugEventSet(events.toArray(DebugEvent[]::new));
	}

	/** The run is over: another one began, or it was dropped. */
	void ended() {
		if (!terminated) {
			terminated = true;
			place = null;
			var manager = DebugPlugin.getDefault().getMemoryBlockManager();
			manager.removeMemoryBlocks(manager.getMemoryBlocks((IDebugTarget) this));
			thread.fireTerminateEvent();
			fireTerminateEvent();
		}
	}

	/** Where the run stands; null while it runs and when it is over. */
	Place place() {
		return place;
	}

	/** What variables were before. UI thread only. */
	Seen seen() {
		return seen;
	}

	boolean isReady() {
		return ready && !terminated;
	}

	@Override
	public IDebugTarget getDebugTarget() {
		return this;
	}

	@Override
	public ILaunch getLaunch() {
		return launch;
	}

	@Override
	public IProcess getProcess() {
		return null;
	}

	@Override
	public IThread[] getThreads() {
		return terminated ? new IThread[0] : new IThread[] {thread};
	}

	@Override
	public boolean hasThreads() {
		return !terminated;
	}

	@Override
	public String getName() {
		return name;
	}

	@Override
	public boolean supportsBreakpoint(IBreakpoint breakpoint) {
		return breakpoint instanceof RunBreakpoint;
	}

	@Override
	public boolean canTerminate() {
		return !terminated;
	}

	@Override
	public boolean isTerminated() {
		return terminated;
	}

	/** Ends a run that goes on; forgets one that is over. */
	@Override
	public void terminate() {
		OnUi.run(() -> {
			if (!terminated) {
				ActiveRun run = UiPlugin.activeRun();
				if (run.phase() == ActiveRun.Phase.RUNNING) {
					run.cancel();
				} else {
					run.drop();
				}
			}
		});
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
	public void breakpointAdded(IBreakpoint breakpoint) {}

	@Override
	public void breakpointRemoved(IBreakpoint breakpoint, IMarkerDelta delta) {}

	@Override
	public void breakpointChanged(IBreakpoint breakpoint, IMarkerDelta delta) {}

	@Override
	public boolean canDisconnect() {
		return false;
	}

	@Override
	public void disconnect() throws DebugException {
		throw refused("there is nothing to disconnect from");
	}

	@Override
	public boolean isDisconnected() {
		return false;
	}

	@Override
	public boolean supportsStorageRetrieval() {
		return true;
	}

	@Override
	public IMemoryBlock getMemoryBlock(long start, long length) throws DebugException {
		return getExtendedMemoryBlock(Long.toHexString(start), this);
	}

	/** {@code LABEL}, {@code guest:20000}, {@code host:LABEL+8} …: the space from that address on. */
	@Override
	public IMemoryBlockExtension getExtendedMemoryBlock(String expression, Object context) throws DebugException {
		try {
			Address address = OnUi.ask(() -> Address.read(UiPlugin.activeRun(), expression), null);
			if (address == null || !isReady()) {
				throw refused("there is no run whose storage could be shown");
			}
			return watch(new SpaceBlock(this, address.space().id(), address.space().title(), address.at()));
		} catch (IllegalArgumentException e) {
			throw refused(e.getMessage());
		}
	}

	/** From now on the block is told of changes. */
	SpaceBlock watch(SpaceBlock block) {
		synchronized (blocks) {
			blocks.add(block);
		}
		return block;
	}

	void forget(SpaceBlock block) {
		synchronized (blocks) {
			blocks.remove(block);
		}
	}

	@Override
	public <T> T getAdapter(Class<T> type) {
		return type == ILaunch.class ? type.cast(launch) : super.getAdapter(type);
	}
}
