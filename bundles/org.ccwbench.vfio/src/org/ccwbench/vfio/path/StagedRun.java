// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.path;

import java.util.ArrayList;
import java.util.List;
import org.ccwbench.channel.IoInstruction;
import org.ccwbench.vfio.Ccw;
import org.ccwbench.vfio.ChannelProgram;
import org.ccwbench.vfio.Errno;
import org.ccwbench.vfio.Machine;
import org.ccwbench.vfio.PathMachine;
import org.ccwbench.vfio.PathRun;
import org.ccwbench.vfio.Statistics;
import org.ccwbench.vfio.VfioListener;

/**
 * What the runs of all paths have in common: a script of steps, each an action for the sake of a stage. When a
 * step fails, those that are not for failures too are left out, so that what was begun is always ended.
 */
abstract class StagedRun implements PathRun {
	/** An action is not done yet: do it again. */
	static final int AGAIN = 1;
	/** An action that can go on only after an interruption that is not in sight. */
	static final int STUCK = 2;

	/** Does a step; 0, a negative error number, {@link #AGAIN} or {@link #STUCK}. */
	interface Action {
		int perform();
	}

	/** @param needs the stage that must have begun and not ended; -1 for none */
	private record Step(int stage, Action action, boolean enters, boolean leaves, boolean always, int needs) {}

	final PathMachine pathMachine;
	final Machine machine;
	final VfioListener listener;
	final Statistics statistics = new Statistics();
	final GuestAnswers guest;

	private final List<Step> steps = new ArrayList<>();
	private int at;
	private int stage = -1;
	private long openStages;
	private boolean entered;
	private boolean ended;
	/** Whether the program is on the device and no interruption has come. */
	boolean waiting;
	int returnCode;

	StagedRun(PathMachine machine) {
		this.pathMachine = machine;
		this.machine = machine.machine();
		this.listener = machine.listener();
		statistics.clock(machine.channel()::now);
		guest = new GuestAnswers(machine, statistics);
	}

	// --- the script --------------------------------------------------------------------------------------------

	/** A stage that is one step. */
	final void stage(int index, Action action) {
		steps.add(new Step(index, action, true, true, false, -1));
	}

	/** The beginning of a stage within which others happen. */
	final void opening(int index, Action action) {
		steps.add(new Step(index, action, true, false, false, -1));
	}

	/** Its end, also after a failure. */
	final void closing(int index, Action action) {
		steps.add(new Step(index, action, false, true, true, index));
	}

	/** A stage that also comes when an earlier one failed. */
	final void always(int index, Action action) {
		steps.add(new Step(index, action, true, true, true, -1));
	}

	/** Called once when nothing is left to do; everything must be given back here at the latest. */
	abstract void close();

	/** Ends what is on the device, when nobody will wait for it any more. */
	abstract void clearDevice();

	@Override
	public final boolean next() {
		while (at < steps.size()) {
			Step s = steps.get(at);
			boolean skip = ended || returnCode < 0 && !s.always || s.needs >= 0 && !open(s.needs);
			if (skip && !entered) {
				at++;
				continue;
			}
			return perform(s);
		}
		return false;
	}

	private boolean perform(Step s) {
		stage = s.stage;
		if (s.enters && !entered) {
			begins(s.stage);
			entered = true;
		}
		int result = s.action.perform();
		if (result == AGAIN) {
			return true;
		}
		if (result == STUCK) {
			return false;
		}
		if (result < 0 && returnCode == 0) {
			returnCode = result;
		}
		if (s.leaves) {
			ends(s.stage, s.enters ? result : returnCode);
		}
		entered = false;
		at++;
		finishIfDone();
		return true;
	}

	/** A stage begins, whether it is a step or happens within one. */
	final void begins(int index) {
		stage = index;
		listener.stageEntered(index);
		openStages |= 1L << index;
		pathMachine.stageBegins().accept(index);
	}

	/** It is over; nothing if it has not begun or is over already. */
	final void ends(int index, int result) {
		if (open(index)) {
			listener.stageLeft(index, result);
			openStages &= ~(1L << index);
		}
	}

	/** Whether a stage has begun and is not over. */
	final boolean open(int index) {
		return (openStages & 1L << index) != 0;
	}

	private void finishIfDone() {
		boolean left = false;
		for (int i = at; i < steps.size() && !left; i++) {
			Step s = steps.get(i);
			left = !ended && (returnCode == 0 || s.always && (s.needs < 0 || open(s.needs)));
		}
		if (!left) {
			at = steps.size();
			close();
		}
	}

	/** Goes back to the step of a stage (the wait, after an interruption that was not the last). */
	final int back(int index) {
		ends(stage, 0);
		entered = false;
		while (at > 0 && steps.get(--at).stage != index) {
			continue;
		}
		return AGAIN;
	}

	// --- what the guest asks for -------------------------------------------------------------------------------

	/** The guest's SSCH: fetches the ORB and checks it as the monitor does. */
	final int intercept() {
		int rc = fetchOrb();
		return ended || rc != 0 ? rc : guest.prefetch();
	}

	/** The guest's SSCH where nobody needs the whole program beforehand: fetches the ORB. */
	final int fetchOrb() {
		ended = !guest.start();
		return 0;
	}

	/** What the guest sees of a request that ended with the return code, and the IRB of one that went well. */
	final int answer(byte[] result) {
		guest.answer(returnCode, result);
		return 0;
	}

	@Override
	public final int issue(IoInstruction instruction) {
		int code = guest.subchannel().decides(instruction);
		if (code >= 0) {
			return code;
		}
		return guest.subchannel().carriedOut(instruction, switch (instruction) {
			case HSCH -> halt();
			case CSCH -> clear();
			default -> again();
		});
	}

	/** RSCH, or SSCH of a subchannel whose program the monitor only thinks it has cancelled: the request anew. */
	int again() {
		return -Errno.EBUSY;
	}

	@Override
	public void unmap(long address, long length) {
		new MemoryListener(machine.dmaMap(), new MemoryListener.Direct(machine.dmaMap(), statistics, listener)).remove(address, length);
	}

	/** The driver has copied a program out of the guest. */
	final void copied(ChannelProgram program) {
		for (int c = 0; c < program.chains(); c++) {
			listener.copied(VfioListener.Space.GUEST, program.ccwAddress(c, 0), VfioListener.Space.HOST, program.hostAddress(c),
					program.length(c) * Ccw.SIZE);
		}
	}

	// --- how it stands -----------------------------------------------------------------------------------------

	@Override
	public final int stage() {
		return stage;
	}

	@Override
	public final boolean waiting() {
		return waiting;
	}

	@Override
	public final boolean finished() {
		return at >= steps.size();
	}

	@Override
	public final void abandon() {
		if (!finished()) {
			clearDevice();
			at = steps.size();
			entered = false;
			waiting = false;
			close();
		}
	}

	@Override
	public final int returnCode() {
		return returnCode;
	}

	@Override
	public final int conditionCode() {
		return guest.conditionCode();
	}

	@Override
	public final int programInterruption() {
		return guest.programInterruption();
	}

	@Override
	public final byte[] irb() {
		return guest.irb();
	}

	@Override
	public final Statistics statistics() {
		return statistics;
	}
}
