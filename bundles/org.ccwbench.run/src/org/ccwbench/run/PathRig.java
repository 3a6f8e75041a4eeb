// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongUnaryOperator;
import org.ccwbench.channel.ChannelSubsystem;
import org.ccwbench.channel.Subchannel;
import org.ccwbench.notation.DmaStep;
import org.ccwbench.notation.Failure;
import org.ccwbench.notation.Image;
import org.ccwbench.notation.Instruction;
import org.ccwbench.notation.KeySpec;
import org.ccwbench.notation.Segment;
import org.ccwbench.notation.Start;
import org.ccwbench.notation.StorageRange;
import org.ccwbench.storage.AddressSpace;
import org.ccwbench.storage.AddressingException;
import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.PageTable;
import org.ccwbench.vfio.DmaMap;
import org.ccwbench.vfio.DriverVersion;
import org.ccwbench.vfio.Errno;
import org.ccwbench.vfio.Machine;
import org.ccwbench.vfio.PathMachine;
import org.ccwbench.vfio.PathRun;
import org.ccwbench.vfio.ProgramAddresses;
import org.ccwbench.vfio.Statistics;
import org.ccwbench.vfio.TranslationPath;

/** A guest whose monitor sends its programs along a path to a channel subsystem that works in host storage. */
final class PathRig implements Backend.Rig {
	private final TranslationPath path;
	private final Machine machine = new Machine();
	private final ChannelSubsystem css = new ChannelSubsystem(machine.host());
	private final FaultPlan plan;
	private final Attached attached;
	/** Runs that did not come to their end and may still hold pins. */
	private final List<PathRun> unfinished = new ArrayList<>();
	private final List<PathMachine> perDevice = new ArrayList<>();
	private final int[] spaces;
	private final ControlPage control;
	private final Image image;
	private final SessionOptions options;
	private final Recording recording;
	private final Scene scene;

	PathRig(TranslationPath path, Image image, Path folder, SessionOptions options, Recording recording) throws SessionException {
		this.path = path;
		this.image = image;
		this.options = options;
		this.recording = recording;
		DriverVersion driver = driver(options.driver());
		if (path.addresses() == ProgramAddresses.HOST) {
			machine.real();
		}
		map();
		fill();
		control = new ControlPage(image);
		control.store(machine.guest());
		plan = new FaultPlan(image, css);
		attached = new Attached(image, folder, css, options, plan);
		plan.lockedLimit(machine::lockedLimit);
		if (plan.pinsFail()) {
			machine.pinFaults(plan::pinning);
		}
		for (int i = 0; i < attached.count(); i++) {
			PathMachine m = new PathMachine(machine, css, attached.subchannel(i).sid()).irb(control.irb())
					.forcePrefetch(options.forcePrefetch());
			m.stageBegins(stage -> plan.stageBegins(path.stages().get(stage).id(), this::change));
			perDevice.add(driver == null ? m : m.driver(driver));
		}
		spaces = new int[attached.count()];
		AddressSpace guest = guestView();
		scene = new Scene(StageInfo.of(path), List.copyOf(views()), guest, userView(),
				path.addresses() == ProgramAddresses.TRANSLATED ? machine.host() : guest,
				path.addresses() == ProgramAddresses.GUEST ? () -> a -> a : this::guestOf, starts(), Lines.of(image));
		if (recording != null) {
			watch();
		}
	}

	private static DriverVersion driver(String number) throws SessionException {
		DriverVersion v = number == null ? null : DriverVersion.of(number);
		if (number != null && v == null) {
			StringBuilder known = new StringBuilder();
			for (DriverVersion d : DriverVersion.values()) {
				known.append(known.isEmpty() ? "" : ", ").append(d.number());
			}
			throw new SessionException("no driver version " + number + "; known are " + known);
		}
		return v;
	}

	private void map() throws SessionException {
		try {
			for (StorageRange r : image.storage()) {
				machine.storage(r.base(), r.length());
			}
			if (image.dma().isEmpty()) {
				machine.mapAll();
			}
			for (DmaStep step : image.dma()) {
				int result = switch (step) {
					case DmaStep.Map m -> machine.mapping(m.guest(), m.length(), m.user() < 0 ? Machine.ANY : m.user(),
							m.host() < 0 ? Machine.ANY : m.host(), DmaMap.READ | (m.writable() ? DmaMap.WRITE : 0));
					case DmaStep.Unmap u -> {
						machine.hole(u.guest(), u.length());
						yield 0;
					}
					case DmaStep.NoPin n -> {
						machine.refusePins(n.guest(), n.length(), Errno.EFAULT);
						yield 0;
					}
				};
				if (result != 0) {
					throw new SessionException(String.format("MAP of %X, length %X, ends with %s", step.guest(), step.length(), Errno.text(result)));
				}
			}
		} catch (IllegalArgumentException e) {
			throw new SessionException(e.getMessage());
		}
	}

	private void change(Failure.OfStorage what) {
		switch (what) {
			case Failure.Unmapped u -> machine.hole(u.guest(), u.length());
			case Failure.Unplugged u -> machine.slots().unplug(u.guest(), u.length());
			case Failure.Ballooned b -> machine.slots().balloon(b.guest(), b.length());
			case Failure.Plugged p -> {
				int result = machine.slots().plug(p.guest(), p.length());
				if (result != 0) {
					plan.note(String.format("plugging %X, length %X, ends with %s", p.guest(), p.length(), Errno.text(result)));
				}
			}
		}
	}

	private void fill() throws SessionException {
		try {
			for (Segment s : image.segments()) {
				machine.guest().store(s.address(), s.bytes(), 0, s.bytes().length);
			}
			for (KeySpec k : image.keys()) {
				Keys.set(k, machine::setKey);
			}
		} catch (AddressingException e) {
			throw new SessionException(e.getMessage());
		}
	}

	private AddressSpace userView() {
		return new PeekSpace("monitor virtual", machine.userPages(), machine.host(), a -> false,
				path.addresses() == ProgramAddresses.HOST ? machine::frameOf : a -> PageTable.UNMAPPED);
	}

	private AddressSpace guestView() {
		return new PeekSpace("guest absolute", machine.guestPages(), userView(), machine::everStorage, this::chosen);
	}

	private List<SpaceView> views() {
		List<SpaceView> views = new ArrayList<>();
		views.add(new SpaceView("guest", "guest absolute storage", guestView(), -1));
		views.add(new SpaceView("user", "the monitor's virtual storage", userView(), -1));
		views.add(Attached.view("host", "host absolute storage", machine.host(), recording));
		for (int i = 0; i < perDevice.size(); i++) {
			SpaceView v = Attached.view(String.format("guest subchannel %04X", attached.subchannel(i).number()),
					"the guest's SCHIB and IRB, the I/O region", perDevice.get(i).registers(), recording);
			spaces[i] = v.index();
			views.add(v);
		}
		views.addAll(attached.views(css, recording));
		return views;
	}

	/** Where the monitor keeps a guest page that nobody has touched yet. */
	private long chosen(long guest) {
		return machine.everStorage(guest) ? Machine.GUEST_BASE + guest : PageTable.UNMAPPED;
	}

	/** Looks frames up backwards: frame → monitor page → guest page. */
	private LongUnaryOperator guestOf() {
		Map<Long, Long> guestOfUser = new HashMap<>();
		machine.guestPages().forEach((guest, user) -> guestOfUser.put(user, guest));
		Map<Long, Long> back = new HashMap<>();
		machine.userPages().forEach((user, frame) -> {
			Long guest = guestOfUser.get(user);
			if (guest != null) {
				back.put(frame, guest);
			} else if (chosen(user - Machine.GUEST_BASE) == user) {
				back.put(frame, user - Machine.GUEST_BASE);
			}
		});
		return host -> {
			long page = host & AddressSpace.PAGE_MASK;
			Long guest = back.get(page);
			if (guest == null && machine.isReal(page)) {
				guest = page;
			}
			return guest == null ? -1 : guest + (host & AddressSpace.PAGE_SIZE - 1);
		};
	}

	private List<Scene.Started> starts() {
		List<Scene.Started> list = new ArrayList<>();
		for (Start s : image.starts()) {
			list.add(new Scene.Started(Bytes.get32(s.orb(), 4), s.cpa(), perDevice.get(s.device()).registers(), 0));
		}
		return list;
	}

	private void watch() {
		recording.watch(machine.guestPages());
		recording.watch(machine.userPages());
		recording.watch(machine.iommuPages());
		recording.watch(machine.iommuReadOnly());
		recording.watch(machine.pins());
		recording.watch(machine.dmaMap());
		css.listener(recording.channelListener());
		for (PathMachine m : perDevice) {
			m.listener(recording.vfioListener());
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
		int device = image.starts().get(index).device();
		if (recording != null) {
			recording.start(index);
		}
		return new Run(index, device, cancelled).run();
	}

	@Override
	public void close() {}

	/** One start function. */
	private final class Run {
		private final int index;
		private final int device;
		private final PathMachine where;
		private final Limit limit;
		private final List<byte[]> irbs = new ArrayList<>();
		private final List<String> notes = new ArrayList<>();
		private final Issued issued;
		private final BooleanSupplier cancelled;
		private PathRun going;

		Run(int index, int device, BooleanSupplier cancelled) {
			this.index = index;
			this.device = device;
			where = perDevice.get(device);
			limit = new Limit(css, options, cancelled);
			this.cancelled = cancelled;
			issued = new Issued(image.starts().get(index).instructions(), plan::commandsGiven, css::now);
		}

		Delivered run() {
			Ending ending;
			boolean last = index == image.starts().size() - 1;
			try {
				plan.begin(index, device, recording == null ? words -> { } : recording::message, notes::add, scene.stages(), true);
				going = path.begin(where.orb(control.orb(index)).guestEnds(last));
				ending = walk();
				afterwards();
				if (!going.finished()) {
					unfinished.add(going);
				}
				if (last || ending == Ending.CANCELLED) {
					giveUp();
				}
			} catch (RecordingFullException e) {
				notes.add(e.getMessage());
				ending = Ending.RECORDING_FULL;
			}
			attached.complain(device, notes);
			byte[] sense = attached.sense(device, irbs.isEmpty() ? null : StatusBytes.last(irbs));
			return new Delivered(going.conditionCode(), going.programInterruption(), going.returnCode(), irbs, sense,
					ending, costs(going.statistics()), notes, issued.checks());
		}

		private Ending walk() {
			Ending ending = Ending.ENDED;
			boolean halted = false;
			int stage = -2;
			while (true) {
				boolean more = going.next();
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
				say(attached.keyboards().operate(device, i, cancelled));
				return true;
			}
			say(issued.done(i, switch (i.name()) {
				case "HSCH" -> code(going.halt());
				case "CSCH" -> code(going.clear());
				default -> 2;
			}));
			return true;
		}

		/** What the operator does when the program has ended; the host takes the attention, and its driver signals the guest. */
		private void afterwards() {
			attached.keyboards().ended(device);
			int sid = where.sid();
			byte[] irb = new byte[96];
			for (Instruction i; (i = issued.operator()) != null;) {
				say(attached.keyboards().operate(device, i, cancelled));
				while (!css.interruptionPending(sid) && css.step()) {
					continue;
				}
				if (css.interruptionPending(sid) && css.tsch(sid, irb) == 0) {
					say(StatusBytes.unsolicited(irb));
				}
			}
		}

		private static int code(int result) {
			return result == 0 ? 0 : result == -Errno.ENODEV ? 3 : 2;
		}

		/** Nobody will end what did not end by itself: the monitor closes its devices with the guest. */
		private void giveUp() {
			if (!unfinished.isEmpty()) {
				say("the guest ends: its monitor closes the device, which clears the subchannel");
			}
			unfinished.forEach(PathRun::abandon);
			unfinished.clear();
		}

		private Ending stopped(Ending so) {
			if (going.finished()) {
				if (css.subchannel(where.sid() & 0xFFFF) == null) {
					say("the device is gone, and its subchannel with it");
				}
				return so;
			}
			Subchannel s = attached.subchannel(device);
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
				recording.result(spaces[device], PathMachine.IRB);
			}
		}

		private void say(String note) {
			notes.add(note);
			if (recording != null) {
				recording.message(note);
			}
		}
	}

	private Costs costs(Statistics s) {
		return new Costs(s.lookUps(), s.pins(), s.unpins(), s.peakPins(), s.bytesCopied(), s.systemCalls(), s.rewrites(),
				s.ccwsTranslated(), machine.pins().peakPages(), s.pinnedMicros(), s.pinMicros());
	}
}
