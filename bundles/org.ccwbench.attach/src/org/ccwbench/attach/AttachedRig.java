// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.ccwbench.notation.DeviceSpec;
import org.ccwbench.notation.Image;
import org.ccwbench.notation.Segment;
import org.ccwbench.notation.Start;
import org.ccwbench.notation.StorageRange;
import org.ccwbench.run.Backend;
import org.ccwbench.run.ControlPage;
import org.ccwbench.run.Delivered;
import org.ccwbench.run.Lines;
import org.ccwbench.run.Recording;
import org.ccwbench.run.Scene;
import org.ccwbench.run.SessionException;
import org.ccwbench.run.SessionOptions;
import org.ccwbench.run.SpaceView;
import org.ccwbench.run.StageInfo;
import org.ccwbench.storage.AddressingException;
import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.Storage;
import org.ccwbench.vfio.TranslationPath;

/**
 * A guest whose one device is real. Its storage is kept here as well, so that views and recordings have it: what the
 * device changes comes from the host after each start function.
 */
final class AttachedRig implements Backend.Rig {
	private static final int MOST_AT_ONCE = 4 << 20;
	private static final int SCHIB = 0;
	private static final int IRB = 64;

	private final Storage storage = new Storage("guest absolute", 0);
	private final Storage registers = new Storage("subchannel", 4096);
	private final List<String> notes = new ArrayList<>();
	private final Host host;
	private final AttachedSubchannel subchannel;
	private final Image image;
	private final SessionOptions options;
	private final Recording recording;
	private final ControlPage control;
	private final Scene scene;
	private final int space;

	AttachedRig(Host host, String device, String armed, Image image, SessionOptions options, Recording recording)
			throws SessionException, AttachException {
		this.host = host;
		this.image = image;
		this.options = options;
		this.recording = recording;
		control = new ControlPage(image);
		fill();
		UsedStorage used = new UsedStorage(image, this::load);
		notes.addAll(used.notes());
		warn();
		subchannel = host.open(device, used.stretches());
		boolean done = false;
		try {
			if (armed != null) {
				subchannel.arm(armed);
			}
			send(used);
			if (recording != null) {
				watch();
			}
			check(deviceOf(image));
			byte[] schib = subchannel.schib();
			if (schib != null) {
				registers.store(SCHIB, schib, 0, schib.length);
			}
			List<SpaceView> views = new ArrayList<>();
			views.add(new SpaceView("guest", "guest absolute storage", storage, recording == null ? -1 : recording.watch(storage)));
			views.add(new SpaceView("registers", "the subchannel's SCHIB and IRB", registers, recording == null ? -1 : recording.watch(registers)));
			space = views.get(0).index();
			scene = new Scene(StageInfo.of(TranslationPath.named(options.path())), List.copyOf(views), storage,
					starts(), Lines.of(image));
			done = true;
		} finally {
			if (!done) {
				subchannel.close();
			}
		}
	}

	/** The one device that start functions go to. */
	private static DeviceSpec deviceOf(Image image) throws AttachException {
		int device = image.starts().get(0).device();
		for (Start s : image.starts()) {
			if (s.device() != device) {
				throw new AttachException("The text starts programs on several devices; a real one is attached alone.");
			}
		}
		return image.devices().get(device);
	}

	private void fill() throws SessionException {
		for (StorageRange r : image.storage()) {
			storage.configure(r.base(), r.length());
		}
		try {
			for (Segment s : image.segments()) {
				storage.store(s.address(), s.bytes(), 0, s.bytes().length);
			}
			control.store(storage);
		} catch (AddressingException e) {
			throw new SessionException(e.getMessage());
		}
	}

	private boolean load(long address, byte[] into, int offset, int length) {
		if (!storage.contains(address, length)) {
			return false;
		}
		storage.load(address, into, offset, length);
		return true;
	}

	/** What a text asks for that no real device can be told. */
	private void warn() throws AttachException {
		deviceOf(image);
		if (!image.keys().isEmpty()) {
			notes.add("storage keys of the text are not those that the device meets");
		}
		if (!image.faults().isEmpty()) {
			notes.add("FAULT is for simulated devices; nothing was made to go wrong");
		}
		if (image.starts().stream().anyMatch(s -> s.instructions().stream().anyMatch(i -> i.byOperator()))) {
			notes.add("what OPERATOR says is for simulated devices; at a real one a person does it");
		}
	}

	private void check(DeviceSpec spec) {
		String type = subchannel.identity().type();
		if (spec.statement() != null && !spec.type().equalsIgnoreCase(type)) {
			notes.add("the text is for a " + spec.type() + ", the device " + (type == null ? "does not tell its type" : "is a " + type));
		}
	}

	private void watch() {
		try {
			notes.addAll(subchannel.watchKernel());
		} catch (AttachException e) {
			notes.add("stages of the kernel are not shown: " + e.getMessage());
		}
	}

	/** Gives the host what the text puts into the storage that the device reaches. */
	private void send(UsedStorage used) throws AttachException {
		for (StorageStretch s : used.stretches()) {
			for (Segment g : image.segments()) {
				long from = Math.max(s.address(), g.address());
				long to = Math.min(s.end(), g.end());
				for (long at = from; at < to; at += MOST_AT_ONCE) {
					subchannel.store(at, java.util.Arrays.copyOfRange(g.bytes(), (int) (at - g.address()), (int) (Math.min(to, at + MOST_AT_ONCE) - g.address())));
				}
			}
		}
	}

	private List<Scene.Started> starts() {
		List<Scene.Started> list = new ArrayList<>();
		for (Start s : image.starts()) {
			list.add(new Scene.Started(Bytes.get32(s.orb(), 4), s.cpa(), registers, SCHIB));
		}
		return list;
	}

	@Override
	public Scene scene() {
		return scene;
	}

	@Override
	public Delivered start(int index, BooleanSupplier cancelled) {
		return new AttachedStart(this, index).run(cancelled);
	}

	AttachedSubchannel subchannel() {
		return subchannel;
	}

	Image image() {
		return image;
	}

	SessionOptions options() {
		return options;
	}

	/** Null if nothing is recorded. */
	Recording recording() {
		return recording;
	}

	ControlPage control() {
		return control;
	}

	Storage storage() {
		return storage;
	}

	/** What people should know of the run as a whole. */
	List<String> notes() {
		return notes;
	}

	/** The subchannel has an IRB, and the guest gets it. */
	void irb(byte[] irb) {
		registers.store(IRB, irb, 0, irb.length);
		registers.store(SCHIB + 28, irb, 0, 12);
		storage.store(control.irb(), irb, 0, irb.length);
		if (recording != null) {
			recording.result(space, control.irb());
		}
	}

	@Override
	public void close() {
		subchannel.close();
		host.close();
	}
}
