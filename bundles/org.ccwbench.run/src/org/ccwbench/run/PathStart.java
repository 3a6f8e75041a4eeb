// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.ccwbench.channel.IoInstruction;
import org.ccwbench.channel.Subchannel;
import org.ccwbench.notation.Failure;
import org.ccwbench.notation.Instruction;
import org.ccwbench.vfio.PathMachine;
import org.ccwbench.vfio.PathRun;
import org.ccwbench.vfio.Statistics;

/** One start function on its way along a path, with all that the text lets happen meanwhile. */
final class PathStart {
	private final int index;
	private final int device;
	private final PathMachine where;
	private final Limit limit;
	private final List<byte[]> irbs = new ArrayList<>();
	private final List<String> notes = new ArrayList<>();
	private final Issued issued;
	private final PathRig rig;
	private final BooleanSupplier cancelled;
	private final Recording recording;
	private PathRun going;

	PathStart(PathRig rig, int index, BooleanSupplier cancelled) {
		this.rig = rig;
		this.cancelled = cancelled;
		this.index = index;
		recording = rig.recording;
		device = rig.image.starts().get(index).device();
		where = rig.perDevice.get(device);
		limit = new Limit(rig.css, rig.options, cancelled);
		issued = new Issued(rig.image.starts().get(index).instructions(), rig.plan::commandsGiven, rig.css::now);
	}

	Delivered run() {
		Ending ending;
		boolean last = index == rig.image.starts().size() - 1;
		try {
			if (recording != null) {
				recording.notes(notes::add);
			}
			rig.plan.begin(index, device, recording == null ? words -> { } : recording::message, notes::add, rig.scene.stages(), true);
			going = rig.path.begin(where.orb(rig.control.orb(index)).guestEnds(last));
			rig.going = going;
			ending = walk();
			afterwards();
			if (!going.finished()) {
				rig.unfinished.add(going);
			}
			if (last || ending == Ending.CANCELLED) {
				giveUp();
				going.end();
			}
		} catch (RecordingFullException e) {
			notes.add(e.getMessage());
			ending = Ending.RECORDING_FULL;
		}
		rig.attached.complain(device, notes);
		byte[] sense = rig.attached.sense(device, irbs.isEmpty() ? null : StatusBytes.last(irbs));
		return new Delivered(going.conditionCode(), going.programInterruption(), going.returnCode(), irbs, sense,
				ending, costs(going.statistics()), notes, issued.checks(), going.reports());
	}

	private Ending walk() {
		Ending ending = Ending.ENDED;
		boolean halted = false;
		int stage = -2;
		while (true) {
			boolean more = going.next();
			more |= meanwhile();
			if (going.stage() != stage || !more) {
				stage = going.stage();
				collect();
			}
			if (!more && !issue(true)) {
				return stopped(ending);
			}
			while (going.waiting() && issue(false)) {
				continue;
			}
			if (limit.cancelled()) {
				return Ending.CANCELLED;
			}
			if (going.waiting() && limit.beyond()) {
				if (halted) {
					say("HALT SUBCHANNEL did not end the program");
					return ending;
				}
				halted = true;
				ending = Ending.HALTED;
				say("the program had not ended " + limit.reason() + ": HALT SUBCHANNEL");
				going.halt();
				limit.grace();
			}
		}
	}

	/** Issues the next instruction of the text if it is due; the monitor answers those that it cannot pass on. */
	private boolean issue(boolean idle) {
		Instruction i = going.finished() ? null : issued.due(idle);
		if (i == null) {
			return false;
		}
		if (i.byOperator()) {
			say(rig.attached.keyboards().operate(device, i, cancelled));
			return true;
		}
		say(issued.done(i, going.issue(IoInstruction.valueOf(i.name()))));
		return true;
	}

	/** What the operator does when the program has ended; the host takes the attention, and its driver signals the guest. */
	private void afterwards() {
		rig.attached.keyboards().ended(device);
		int sid = where.sid();
		byte[] irb = new byte[96];
		for (Instruction i; (i = issued.operator()) != null;) {
			say(rig.attached.keyboards().operate(device, i, cancelled));
			while (!rig.css.interruptionPending(sid) && rig.css.step()) {
				continue;
			}
			if (rig.css.interruptionPending(sid) && rig.css.tsch(sid, irb) == 0) {
				say(StatusBytes.unsolicited(irb));
			}
		}
	}

	/** What the channel's work let happen to mappings and channel paths; whether anything did. */
	private boolean meanwhile() {
		List<Failure.OfStorage> storage = rig.plan.storageChanges();
		storage.forEach(rig::change);
		List<FaultPlan.PathsChanged> changes = rig.plan.pathChanges();
		changes.forEach(c -> going.pathsChanged(c.mask(), c.lost()));
		return !storage.isEmpty() || !changes.isEmpty();
	}

	/** Nobody will end what did not end by itself: the monitor closes its devices with the guest. */
	private void giveUp() {
		if (!rig.unfinished.isEmpty()) {
			say("the guest ends: its monitor closes the device, which clears the subchannel");
		}
		rig.unfinished.forEach(PathRun::abandon);
		rig.unfinished.clear();
	}

	private Ending stopped(Ending so) {
		if (going.finished()) {
			if (rig.css.subchannel(where.sid() & 0xFFFF) == null) {
				say("the device is gone, and its subchannel with it");
			}
			return so;
		}
		Subchannel s = rig.attached.subchannel(device);
		if ((s.irb()[3] & 1) != 0) {
			say("the subchannel is status pending, and the interruption never came");
			return so;
		}
		if (StatusBytes.suspended(s.irb())) {
			say("the program is suspended, and nobody resumes it");
			return Ending.SUSPENDED;
		}
		say("the device does nothing more and has not presented ending status");
		return so;
	}

	/** Takes the guest's IRB if there is another than before. */
	private void collect() {
		byte[] irb = going.irb();
		if (irb == null || !irbs.isEmpty() && Arrays.equals(irb, StatusBytes.last(irbs))) {
			return;
		}
		irbs.add(irb);
		if (recording != null) {
			recording.result(rig.spaces[device], PathMachine.IRB);
		}
	}

	private void say(String note) {
		notes.add(note);
		if (recording != null) {
			recording.message(note);
		}
	}

	private Costs costs(Statistics s) {
		return new Costs(s.lookUps(), s.pins(), s.unpins(), s.peakPins(), s.bytesCopied(), s.systemCalls(), s.rewrites(),
				s.ccwsTranslated(), rig.machine.pins().peakPages(), s.pinnedMicros(), s.pinMicros());
	}
}
