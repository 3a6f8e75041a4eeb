// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.ccwbench.channel.ChannelSubsystem;
import org.ccwbench.channel.ProgramInterruption;
import org.ccwbench.channel.Subchannel;
import org.ccwbench.notation.DeviceSpec;
import org.ccwbench.notation.Image;
import org.ccwbench.notation.Instruction;
import org.ccwbench.notation.KeySpec;
import org.ccwbench.notation.Segment;
import org.ccwbench.notation.Start;
import org.ccwbench.notation.StorageRange;
import org.ccwbench.storage.Storage;

/** A guest that has the channel to itself: absolute storage is its own, and nothing is translated. */
final class DirectRig implements Backend.Rig {
	private final Storage storage = new Storage("guest absolute", 0);
	private final ChannelSubsystem css = new ChannelSubsystem(storage);
	private final FaultPlan plan;
	private final Attached attached;
	private final ControlPage control;
	private final Image image;
	private final SessionOptions options;
	private final Recording recording;
	private final Scene scene;
	private final int space;

	DirectRig(Image image, Path folder, SessionOptions options, Recording recording) throws SessionException {
		this.image = image;
		this.options = options;
		this.recording = recording;
		for (StorageRange r : image.storage()) {
			storage.configure(r.base(), r.length());
		}
		for (Segment s : image.segments()) {
			storage.store(s.address(), s.bytes(), 0, s.bytes().length);
		}
		for (KeySpec k : image.keys()) {
			Keys.set(k, storage::setKey);
		}
		control = new ControlPage(image);
		control.store(storage);
		plan = new FaultPlan(image, css);
		attached = new Attached(image, folder, css, options, plan);
		for (int i = 0; i < attached.count(); i++) {
			modify(attached.spec(i), attached.subchannel(i));
		}
		List<SpaceView> views = new ArrayList<>();
		views.add(Attached.view("guest", "guest absolute storage", storage, recording));
		space = views.get(0).index();
		views.addAll(attached.views(css, recording));
		if (recording != null) {
			css.listener(recording.channelListener());
		}
		scene = new Scene(DirectStages.ALL, List.copyOf(views), storage, starts(), Lines.of(image));
	}

	private List<Scene.Started> starts() {
		List<Scene.Started> list = new ArrayList<>();
		for (Start s : image.starts()) {
			list.add(new Scene.Started(org.ccwbench.storage.Bytes.get32(s.orb(), 4), s.cpa(), css.registers(),
					attached.subchannel(s.device()).schibAddress()));
		}
		return list;
	}

	/** Gives the subchannel the path-management-control word of the text, as MODIFY SUBCHANNEL does. */
	private void modify(DeviceSpec spec, Subchannel subchannel) throws SessionException {
		byte[] schib = new byte[52];
		css.stsch(subchannel.sid(), schib);
		byte[] pmcw = spec.subchannel().pmcw();
		System.arraycopy(pmcw, 0, schib, 0, pmcw.length);
		try {
			css.msch(subchannel.sid(), schib);
			if (spec.subchannel().limit() >= 0) {
				css.sal(spec.subchannel().limit());
			}
		} catch (ProgramInterruption e) {
			throw new SessionException(String.format("device %04X: what SUBCH says ends MODIFY SUBCHANNEL with %s",
					spec.number(), e.getMessage()));
		}
	}

	@Override
	public Scene scene() {
		return scene;
	}

	@Override
	public List<MachineDevice> devices() {
		return attached.devices();
	}

	@Override
	public Delivered start(int index, BooleanSupplier cancelled) {
		return new Run(image.starts().get(index).device(), index, cancelled).run();
	}

	@Override
	public void close() {}

	/** One start function. */
	private final class Run {
		private final int device;
		private final int index;
		private final int sid;
		private final Limit limit;
		private final List<byte[]> irbs = new ArrayList<>();
		private final List<String> notes = new ArrayList<>();
		private final Issued issued;
		private final BooleanSupplier cancelled;
		private int cc = -1;
		private int interruption;

		Run(int device, int index, BooleanSupplier cancelled) {
			this.device = device;
			this.index = index;
			sid = attached.subchannel(device).sid();
			limit = new Limit(css, options, cancelled);
			this.cancelled = cancelled;
			issued = new Issued(image.starts().get(index).instructions(), plan::commandsGiven, css::now);
		}

		Delivered run() {
			Ending ending;
			try {
				ending = execute();
				afterwards();
			} catch (RecordingFullException e) {
				notes.add(e.getMessage());
				ending = Ending.RECORDING_FULL;
			}
			attached.complain(device, notes);
			byte[] sense = attached.sense(device, irbs.isEmpty() ? null : StatusBytes.last(irbs));
			return new Delivered(cc, interruption, 0, irbs, sense, ending, Costs.NONE, notes, issued.checks());
		}

		private Ending execute() {
			if (recording != null) {
				recording.start(index);
			}
			plan.begin(index, device, recording == null ? words -> { } : recording::message, notes::add, DirectStages.ALL, false);
			enter(DirectStages.START);
			try {
				cc = css.ssch(sid, control.orb(index));
			} catch (ProgramInterruption e) {
				interruption = e.code();
			}
			leave(DirectStages.START);
			return cc == 0 ? channel() : Ending.ENDED;
		}

		private Ending channel() {
			Ending ending = Ending.ENDED;
			boolean cleared = false;
			enter(DirectStages.EXECUTE);
			while (true) {
				while (issue(false)) {
					continue;
				}
				if (css.interruptionPending(sid)) {
					leave(DirectStages.EXECUTE);
					if (test()) {
						return ending;
					}
					enter(DirectStages.EXECUTE);
				} else if (!css.step() && !issue(true)) {
					leave(DirectStages.EXECUTE);
					return idle(ending);
				}
				if (limit.cancelled()) {
					return Ending.CANCELLED;
				}
				if (limit.beyond()) {
					if (cleared) {
						say("CLEAR SUBCHANNEL did not end the program");
						return ending;
					}
					cleared = ending == Ending.HALTED;
					if (cleared) {
						say("CLEAR SUBCHANNEL, since HALT SUBCHANNEL did not end the program");
						css.csch(sid);
					} else {
						ending = Ending.HALTED;
						say("the program had not ended " + limit.reason() + ": HALT SUBCHANNEL");
						css.hsch(sid);
					}
					limit.grace();
				}
			}
		}

		/** Issues the next instruction of the text if it is due. */
		private boolean issue(boolean idle) {
			Instruction i = issued.due(idle);
			if (i == null) {
				return false;
			}
			if (i.byOperator()) {
				say(attached.keyboards().operate(device, i, cancelled));
				return true;
			}
			say(issued.done(i, switch (i.name()) {
				case "HSCH" -> css.hsch(sid);
				case "CSCH" -> css.csch(sid);
				case "RSCH" -> css.rsch(sid);
				case "XSCH" -> css.xsch(sid);
				default -> css.ssch(sid, control.orb(index));
			}));
			return true;
		}

		/** What the operator does when the program has ended; the guest takes the attention. */
		private void afterwards() {
			attached.keyboards().ended(device);
			for (Instruction i; (i = issued.operator()) != null;) {
				say(attached.keyboards().operate(device, i, cancelled));
				while (!css.interruptionPending(sid) && css.step()) {
					continue;
				}
				if (css.interruptionPending(sid) && css.tsch(sid, control.irb()) == 0) {
					say(StatusBytes.unsolicited(storage.bytes(control.irb(), 96)));
				}
			}
		}

		/** Nothing is left to do and the guest has no ending status. */
		private Ending idle(Ending so) {
			byte[] now = attached.subchannel(device).irb();
			if (css.subchannel(sid & 0xFFFF) == null) {
				say("the device is gone, and its subchannel with it");
				return so;
			}
			if ((now[3] & 1) != 0) {
				say("the subchannel is status pending, and the interruption never came");
				return so;
			}
			if (StatusBytes.suspended(now)) {
				say("the program is suspended, and nobody resumes it");
				return Ending.SUSPENDED;
			}
			if ((now[2] & 0x70) != 0 || (now[3] & 0xC0) != 0) {
				say("the device does nothing more and has not presented ending status");
			}
			return so;
		}

		/** TEST SUBCHANNEL; true if that was the end. */
		private boolean test() {
			enter(DirectStages.TEST);
			int code = css.tsch(sid, control.irb());
			if (code != 0) {
				leave(DirectStages.TEST);
				say("TEST SUBCHANNEL ends with condition code " + code);
				return code == 3;
			}
			byte[] irb = storage.bytes(control.irb(), 96);
			irbs.add(irb);
			if (recording != null) {
				recording.result(space, control.irb());
			}
			leave(DirectStages.TEST);
			boolean cleared = (irb[2] & 0x10) != 0;
			return cleared || (StatusBytes.control(irb) & 0x02) != 0;
		}

		private void say(String note) {
			notes.add(note);
			if (recording != null) {
				recording.message(note);
			}
		}

		private void enter(int stage) {
			if (recording != null) {
				recording.enter(stage);
			}
			plan.stageBegins(DirectStages.ALL.get(stage).id(), unmapped -> { });
		}

		private void leave(int stage) {
			if (recording != null) {
				recording.leave(stage, 0);
			}
		}
	}
}
