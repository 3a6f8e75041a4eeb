// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.ccwbench.channel.ChannelSubsystem;
import org.ccwbench.notation.DmaStep;
import org.ccwbench.notation.Failure;
import org.ccwbench.notation.Image;
import org.ccwbench.notation.KeySpec;
import org.ccwbench.notation.Segment;
import org.ccwbench.notation.StorageRange;
import org.ccwbench.storage.AddressingException;
import org.ccwbench.vfio.DmaMap;
import org.ccwbench.vfio.DriverVersion;
import org.ccwbench.vfio.Errno;
import org.ccwbench.vfio.Machine;
import org.ccwbench.vfio.PathMachine;
import org.ccwbench.vfio.PathRun;
import org.ccwbench.vfio.ProgramAddresses;
import org.ccwbench.vfio.TranslationPath;

/** A guest whose monitor sends its programs along a path to a channel subsystem that works in host storage. */
final class PathRig implements Backend.Rig {
	final TranslationPath path;
	final Machine machine = new Machine();
	final ChannelSubsystem css = new ChannelSubsystem(machine.host());
	final FaultPlan plan;
	final Attached attached;
	/** Runs that did not come to their end and may still hold pins. */
	final List<PathRun> unfinished = new ArrayList<>();
	final List<PathMachine> perDevice = new ArrayList<>();
	/** Index, in the recording, of the registers of each guest subchannel. */
	final int[] spaces;
	/** The start function that is being executed. */
	PathRun going;
	final ControlPage control;
	final Image image;
	final SessionOptions options;
	final Recording recording;
	final Scene scene;

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
		if (plan.locksMemory()) {
			machine.willBeLimited();
		}
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
		scene = new PathScene(path, machine, perDevice, spaces).scene(image, attached, css, recording);
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

	/** Something happens to guest storage: the monitor changes the map first, then its own memory. */
	void change(Failure.OfStorage what) {
		switch (what) {
			case Failure.Unmapped u -> going.unmap(u.guest(), u.length());
			case Failure.Unplugged u -> {
				going.unmap(u.guest(), u.length());
				machine.slots().unplug(u.guest(), u.length());
			}
			case Failure.Ballooned b -> machine.slots().balloon(b.guest(), b.length());
			case Failure.Plugged p -> {
				int result = machine.slots().plug(p.guest(), p.length());
				if (result != 0) {
					plan.note(String.format("plugging %X, length %X, ends with %s", p.guest(), p.length(), Errno.text(result)));
				}
			}
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
		if (recording != null) {
			recording.start(index);
		}
		return new PathStart(this, index, cancelled).run();
	}

	@Override
	public void close() {}

}
