// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ccwbench.channel.ChannelSubsystem;
import org.ccwbench.channel.Device;
import org.ccwbench.channel.Paths;
import org.ccwbench.channel.Subchannel;
import org.ccwbench.device.BasicDevice;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;
import org.ccwbench.device.ImageException;
import org.ccwbench.device.Medium;
import org.ccwbench.device.MediumDevice;
import org.ccwbench.device.RecordDevice;
import org.ccwbench.device.VisibleDevice;
import org.ccwbench.device.fault.DeviceFaults;
import org.ccwbench.device.fault.FaultyDevice;
import org.ccwbench.notation.DeviceSpec;
import org.ccwbench.notation.Failure;
import org.ccwbench.notation.FaultSpec;
import org.ccwbench.notation.Image;
import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.Storage;

/** The devices of an image, made and attached to a channel subsystem. */
final class Attached {
	private static final int MOST = 64;
	private static final String STAND_IN_CYLINDERS = "1113";

	private final List<Subchannel> subchannels = new ArrayList<>();
	/** The devices, without what lets them fail. */
	private final List<Device> devices = new ArrayList<>();
	private final List<DeviceSpec> specs;
	private final Keyboards keyboards;

	/** @throws SessionException if a device cannot be made, or two want the same subchannel */
	Attached(Image image, Path folder, ChannelSubsystem css, SessionOptions options, FaultPlan plan) throws SessionException {
		specs = image.devices();
		if (specs.size() > MOST) {
			throw new SessionException("a session has at most " + MOST + " devices, this one " + specs.size());
		}
		for (int i = 0; i < specs.size(); i++) {
			DeviceSpec d = specs.get(i);
			int number = d.subchannel().number() < 0 ? i : d.subchannel().number();
			if (css.subchannel(number) != null) {
				throw new SessionException(String.format("device %04X: subchannel %04X is taken", d.number(), number));
			}
			devices.add(make(d, folder, options.writeThrough()));
			subchannels.add(css.attach(number, d.number(), failing(devices.get(i), plan.commands(i), d, image), paths(d)));
		}
		Devices.couple(devices);
		plan.attached(subchannels);
		keyboards = new Keyboards(image, devices, options.attendant());
	}

	Keyboards keyboards() {
		return keyboards;
	}

	/** The device itself if nothing goes wrong with its commands. */
	private static Device failing(Device device, DeviceFaults faults, DeviceSpec d, Image image) throws SessionException {
		if (faults == null) {
			return device;
		}
		if (!(device instanceof BasicDevice basic)) {
			throw new SessionException(String.format("device %04X: FAULT cannot be used with a %s", d.number(), d.type()));
		}
		for (FaultSpec f : image.faults()) {
			if (f.what() instanceof Failure.DataCheck c && c.ofRecord() && f.device() == image.devices().indexOf(d)
					&& !(device instanceof RecordDevice)) {
				throw new SessionException(String.format("line %d: FAULT DATACHECK,RECORD=: a %s has no records with cylinder and head",
						f.line(), d.type()));
			}
		}
		return new FaultyDevice(basic, faults);
	}

	private static Device make(DeviceSpec d, Path folder, boolean writeThrough) throws SessionException {
		Map<String, String> settings = new HashMap<>();
		d.options().forEach((k, v) -> settings.put(k.toLowerCase(Locale.ROOT), v == null ? "" : v));
		if (d.statement() == null) {
			// The 3390 that stands in for the DEVICE that a text lacks: an empty disk.
			settings.put("cylinders", STAND_IN_CYLINDERS);
		}
		if (settings.containsKey(Medium.WRITE_THROUGH)) {
			// A text that was mailed must not change disks of the one who looks at it.
			throw new SessionException(String.format(
					"device %04X: whether images are written through is not for the text to say, but for who runs it", d.number()));
		}
		if (writeThrough && (d.image() != null || settings.containsKey(Medium.OUT))) {
			settings.put(Medium.WRITE_THROUGH, "");
		}
		try {
			settings.computeIfPresent(Medium.OUT, (k, v) -> folder.resolve(v).toString());
			Path image = d.image() == null ? null : folder.resolve(d.image());
			return Devices.create(new DeviceOptions(d.type(), d.number(), image, settings));
		} catch (ImageException | InvalidPathException e) {
			throw new SessionException(String.format("device %04X: %s", d.number(), e.getMessage()));
		}
	}

	private static Paths paths(DeviceSpec d) {
		byte[] p = d.subchannel().pmcw();
		long chpids = Bytes.get64(p, 16);
		return new Paths(p[11] & 0xFF, p[15] & 0xFF, p[14] & 0xFF,
				chpids == 0 ? Paths.single(d.number()).chpids() : chpids);
	}

	Subchannel subchannel(int device) {
		return subchannels.get(device);
	}

	DeviceSpec spec(int device) {
		return specs.get(device);
	}

	int count() {
		return subchannels.size();
	}

	/** The devices, in the order of the text. */
	List<MachineDevice> devices() {
		List<MachineDevice> all = new ArrayList<>();
		for (int i = 0; i < devices.size(); i++) {
			all.add(new MachineDevice(specs.get(i).number(), devices.get(i)));
		}
		return all;
	}

	/** Register storage and media as views; a recording watches them, and what else is seen of the devices. */
	List<SpaceView> views(ChannelSubsystem css, Recording recording) {
		List<SpaceView> views = new ArrayList<>();
		views.add(view("registers", "subchannel registers", css.registers(), recording));
		for (int i = 0; i < subchannels.size(); i++) {
			if (devices.get(i) instanceof MediumDevice m) {
				String id = String.format("device %04X", specs.get(i).number());
				views.add(view(id, m.type() + " " + m.medium().name(), m.medium().storage(), recording));
			}
			if (recording != null && devices.get(i) instanceof VisibleDevice v) {
				recording.watch(v.registers());
			}
		}
		return views;
	}

	/** Adds what went wrong with the image of a device, if something did. */
	void complain(int device, List<String> notes) {
		if (devices.get(device) instanceof MediumDevice m && m.medium().failure() != null) {
			notes.add(m.medium().failure());
		}
	}

	static SpaceView view(String id, String title, Storage storage, Recording recording) {
		return new SpaceView(id, title, storage, recording == null ? -1 : recording.watch(storage));
	}

	/**
	 * Sense bytes that belong to an IRB: from its extended control, or those that the device holds. They are only
	 * looked at, since a SENSE command of the text may want them next.
	 */
	byte[] sense(int device, byte[] irb) {
		if (irb == null || (irb[8] & 0x02) == 0) {
			return new byte[0];
		}
		boolean concurrent = (irb[1] & 0x02) != 0;
		if (concurrent) {
			int n = Math.min(irb[17] & 0x3F, 32);
			return java.util.Arrays.copyOfRange(irb, 32, 32 + n);
		}
		byte[] b = new byte[32];
		int n = devices.get(device).peekSense(b);
		return java.util.Arrays.copyOf(b, Math.max(0, Math.min(n, 32)));
	}
}
