// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.ArrayList;
import java.util.List;
import org.ccwbench.channel.ProgramInterruption;
import org.ccwbench.storage.Bytes;

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
	final GuestSubchannel guest;
	final HostSubchannel subchannel;
	final byte[] orb = new byte[Orb.LENGTH];
	final byte[] irb = new byte[Irb.LENGTH];
	/** How long a clear function is waited for when the device is closed. */
	private static final int CLEAR_STEPS = 1000;

	private final List<Step> steps = new ArrayList<>();
	private int at;
	private int stage = -1;
	private long openStages;
	private boolean entered;
	private boolean waiting;
	private boolean ended;
	private boolean started;
	private boolean taken;
	private int returnCode;
	private int conditionCode = -1;
	private int interruption;
	private byte[] guestIrb;

	StagedRun(PathMachine machine) {
		this.pathMachine = machine;
		this.machine = machine.machine();
		this.listener = machine.listener();
		guest = new GuestSubchannel(machine);
		subchannel = new HostSubchannel(machine);
		statistics.clock(machine.channel()::now);
	}

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

	/** A stage within another that also comes when an earlier one within it failed. */
	final void alwaysWithin(int within, int index, Action action) {
		steps.add(new Step(index, action, true, true, true, within));
	}

	/** Called once when nothing is left to do; everything must be given back here at the latest. */
	abstract void close();

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
			listener.stageEntered(s.stage);
			pathMachine.stageBegins().accept(s.stage);
			entered = true;
			openStages |= s.leaves ? 0 : 1L << s.stage;
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
			listener.stageLeft(s.stage, s.enters ? result : returnCode);
			openStages &= ~(1L << s.stage);
		}
		entered = false;
		at++;
		finishIfDone();
		return true;
	}

	private boolean open(int index) {
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
			subchannel.close();
		}
	}

	/** Goes back to the step of a stage (the wait, after an interruption that was not the last). */
	final int back(int index) {
		listener.stageLeft(stage, 0);
		entered = false;
		while (at > 0 && steps.get(--at).stage != index) {
			continue;
		}
		return AGAIN;
	}

	/** The guest's SSCH: fetches the ORB and checks it as the monitor does. */
	final int intercept() {
		fetchOrb();
		int word1 = Bytes.get32(orb, 4);
		if (!ended && (word1 & Orb.PREFETCH) == 0) {
			if (!pathMachine.forcePrefetch()) {
				return -Errno.EOPNOTSUPP;
			}
			Bytes.put32(orb, 4, word1 | Orb.PREFETCH);
		}
		return 0;
	}

	/** The guest's SSCH where nobody needs the whole program beforehand: fetches the ORB. */
	final int fetchOrb() {
		try {
			guest.start(orb);
		} catch (ProgramInterruption e) {
			interruption = e.code();
			ended = true;
			return 0;
		}
		statistics.bytesCopied += Orb.LENGTH;
		listener.copied(VfioListener.Space.GUEST, pathMachine.orb(), VfioListener.Space.USER, VfioListener.NONE_SUCH,
				Orb.LENGTH);
		return 0;
	}

	/** Starts the program whose ORB is in {@link #subchannel}, at the first call; then waits, step by step. */
	final int startAndWait() {
		if (!started) {
			int rc = issue();
			return rc != 0 ? rc : AGAIN;
		}
		return await();
	}

	/** Starts the program whose ORB is in {@link #subchannel}. */
	final int issue() {
		int rc = subchannel.start();
		listener.started(subchannel.orbAddress(),
				Bytes.get32(subchannel.orb(), 8) & 0xFFFF_FFFFL, rc);
		started = rc == 0;
		waiting = started;
		return rc;
	}

	/** Waits for an interruption, by one step of the channel at a time. */
	final int await() {
		if (subchannel.pending()) {
			waiting = false;
			return 0;
		}
		waiting = true;
		if (subchannel.gone()) {
			waiting = false;
			return -Errno.ENODEV;
		}
		return pathMachine.channel().step() ? AGAIN : subchannel.pending() ? AGAIN : STUCK;
	}

	/** The interruption handler: takes the IRB; goes back to waiting unless the start function is over. */
	final int handle(int waitingStage) {
		byte[] now = subchannel.take();
		if (taken) {
			Irb.accumulate(irb, now);
			subchannel.irb(irb);
		} else {
			System.arraycopy(now, 0, irb, 0, Irb.LENGTH);
			taken = true;
		}
		return Irb.isFinal(irb) && !Irb.isSuspended(irb) ? 0 : back(waitingStage);
	}

	/** What the guest sees of a request that ended with {@link #returnCode}, and the IRB of one that went well. */
	final int answer(byte[] result) {
		switch (-returnCode) {
			case 0 -> deliver(guest.end(result));
			case Errno.EBUSY -> refuse(2);
			case Errno.ENODEV, Errno.EACCES -> refuse(3);
			default -> {
				conditionCode = 0;
				deliver(guest.unitException(Bytes.get32(orb, 8) & 0xFFFF_FFFFL));
			}
		}
		return 0;
	}

	private void deliver(byte[] delivered) {
		conditionCode = 0;
		guestIrb = delivered.clone();
		if (guest.take() && pathMachine.irb() != -1) {
			statistics.bytesCopied += Irb.LENGTH;
			listener.copied(VfioListener.Space.USER, VfioListener.NONE_SUCH, VfioListener.Space.GUEST, pathMachine.irb(),
					Irb.LENGTH);
		}
	}

	final void refuse(int cc) {
		conditionCode = cc;
		guest.notStarted();
	}

	/** The guest's SSCH is over with condition code 0 while the program runs on. */
	final void accepted() {
		conditionCode = 0;
	}

	/** One interruption among possibly several: the guest gets its IRB. */
	final void present(byte[] result) {
		deliver(guest.end(result));
	}

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
	public final int halt() {
		return waiting ? subchannel.halt() : -Errno.EBUSY;
	}

	@Override
	public final int clear() {
		return waiting ? subchannel.clear() : -Errno.EBUSY;
	}

	@Override
	public final void abandon() {
		if (finished()) {
			return;
		}
		subchannel.clear();
		for (int i = 0; i < CLEAR_STEPS && !subchannel.pending() && pathMachine.channel().step(); i++) {
			continue;
		}
		if (subchannel.pending()) {
			subchannel.take();
		}
		at = steps.size();
		entered = false;
		waiting = false;
		close();
		subchannel.close();
	}

	@Override
	public final int returnCode() {
		return returnCode;
	}

	@Override
	public final int conditionCode() {
		return conditionCode;
	}

	@Override
	public final int programInterruption() {
		return interruption;
	}

	@Override
	public final byte[] irb() {
		return guestIrb == null ? null : guestIrb.clone();
	}

	@Override
	public final Statistics statistics() {
		return statistics;
	}
}
