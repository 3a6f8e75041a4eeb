// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.simulated;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ccwbench.attach.AttachException;
import org.ccwbench.attach.DeviceNumber;
import org.ccwbench.attach.LocalHost;
import org.ccwbench.attach.Mdev;
import org.ccwbench.attach.SystemCalls;
import org.ccwbench.channel.Device;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;
import org.ccwbench.device.ImageException;
import org.ccwbench.notation.DeviceSpec;
import org.ccwbench.notation.Image;
import org.ccwbench.storage.Bytes;
import org.ccwbench.vfio.Errno;
import org.ccwbench.vfio.device.EventFd;
import org.ccwbench.vfio.device.FileTable;
import org.ccwbench.vfio.device.Ioctl;
import org.ccwbench.vfio.device.PathEvent;

/**
 * A host whose kernel is the simulated vfio-ccw driver and whose devices are simulated, all of them bound to it at first.
 * Simulated time passes when somebody polls, as fast as it can; a poll whose simulated time is over waits as long as
 * it says for other threads. Safe for several threads.
 */
public final class SimulatedHost implements SystemCalls, LocalHost.Finder {
	private static final int FIRST_FILE = 1_000_000;
	private static final String CONTAINER = "/dev/vfio/vfio";
	private static final String GROUP = "/dev/vfio/";
	private static final int EINTR = 4;
	private static final int EINVAL = Errno.EINVAL;
	private static final int MILLI = 1000;
	private static final int MAP_LENGTH = 32;
	private static final int IO_RETURN_CODE = 120;
	private static final long ASYNC = 0x400;

	/** An open file: a container (of whatever group joins it), a group or a device. */
	private static final class Open {
		SimulatedMdev mdev;
		final boolean group;
		final boolean device;

		Open(SimulatedMdev mdev, boolean group, boolean device) {
			this.mdev = mdev;
			this.group = group;
			this.device = device;
		}
	}

	private final ByteOrder order;
	private final FileTable events = new FileTable();
	private final Map<Integer, Open> files = new HashMap<>();
	private final List<SimulatedMdev> mdevs = new ArrayList<>();
	private final SimulatedMemory memory = new SimulatedMemory();
	private final SimulatedDevices devices = new SimulatedDevices(this);
	private int nextFile = FIRST_FILE;
	private int eventfds;

	/** A big-endian host, as all of them are, with the devices of a text. */
	public SimulatedHost(Image image, Path folder) throws AttachException {
		this(image, folder, ByteOrder.BIG_ENDIAN);
	}

	/** @param folder against which names of device images are resolved */
	public SimulatedHost(Image image, Path folder, ByteOrder order) throws AttachException {
		this.order = order;
		for (DeviceSpec d : image.devices()) {
			int number = d.subchannel().number();
			mdevs.add(new SimulatedMdev(number < 0 ? mdevs.size() : number, d.number(), d.type(), make(d, folder), events));
		}
	}

	private static Device make(DeviceSpec d, Path folder) throws AttachException {
		Map<String, String> settings = new HashMap<>();
		d.options().forEach((k, v) -> settings.put(k.toLowerCase(Locale.ROOT), v == null ? "" : v));
		if (d.statement() == null) {
			settings.put("cylinders", "1113");
		}
		try {
			return Devices.create(new DeviceOptions(d.type(), d.number(), d.image() == null ? null : folder.resolve(d.image()), settings));
		} catch (ImageException e) {
			throw new AttachException(String.format("device %04X: %s", d.number(), e.getMessage()), e);
		}
	}

	@Override
	public synchronized Mdev find(DeviceNumber number) throws AttachException {
		for (SimulatedMdev m : mdevs) {
			if (m.mdev.device().equals(number.toString()) || m.mdev.subchannel().equals(number.toString())) {
				return m.mdev;
			}
		}
		throw new AttachException("The simulated host has no device " + number + "; it has "
				+ String.join(", ", mdevs.stream().map(m -> m.mdev.device()).toList()) + ".");
	}

	/** The devices. */
	public synchronized List<Mdev> all() {
		return mdevs.stream().map(m -> m.mdev).toList();
	}

	/** What the text calls the device. */
	synchronized String type(Mdev mdev) {
		return mdevs.stream().filter(m -> m.mdev.equals(mdev)).map(m -> m.type).findFirst().orElse(null);
	}

	/** This host, to work with. */
	public LocalHost asHost() {
		return new LocalHost(this, devices, devices, null);
	}

	/** Whether somebody has opened a device. */
	synchronized boolean isOpen(Mdev mdev) {
		return files.values().stream().anyMatch(f -> f.group && f.mdev.mdev.equals(mdev));
	}

	/** Takes a device away, as pulling its plug does. */
	public synchronized void unplug(DeviceNumber number) throws AttachException {
		simulated(number).unplug();
		notifyAll();
	}

	/** Something happens to a channel path. */
	public synchronized void pathEvent(DeviceNumber number, PathEvent event, int chpid) throws AttachException {
		simulated(number).device().pathEvent(event, chpid);
		notifyAll();
	}

	private SimulatedMdev simulated(DeviceNumber number) throws AttachException {
		Mdev wanted = find(number);
		return mdevs.stream().filter(m -> m.mdev.equals(wanted)).findFirst().orElseThrow();
	}

	/** File descriptors that are open and memory that is mapped: 0 when everything was given back. */
	public synchronized int inUse() {
		return files.size() + memory.size() + eventfds;
	}

	/** Whether a program of some device has pages pinned. */
	public synchronized boolean pinned() {
		return mdevs.stream().anyMatch(m -> m.device().pinned(0, Long.MAX_VALUE));
	}

	// --- files -----------------------------------------------------------------------------------------------------

	@Override
	public ByteOrder order() {
		return order;
	}

	@Override
	public synchronized int open(String path) {
		if (path.equals(CONTAINER)) {
			return file(new Open(null, false, false));
		}
		for (SimulatedMdev m : mdevs) {
			if (path.equals(GROUP + m.mdev.group())) {
				boolean taken = files.values().stream().anyMatch(f -> f.group && f.mdev == m);
				return taken ? -Errno.EBUSY : file(new Open(m, true, false));
			}
		}
		return -Errno.ENOENT;
	}

	private int file(Open what) {
		files.put(nextFile, what);
		return nextFile++;
	}

	@Override
	public synchronized int close(int descriptor) {
		Open o = files.remove(descriptor);
		if (o == null) {
			if (events.get(descriptor) == null) {
				return -Errno.EBADF;
			}
			events.close(descriptor);
			eventfds--;
			return 0;
		}
		if (o.device) {
			o.mdev.device().close();
		} else if (o.group) {
			o.mdev.group.close();
		}
		return 0;
	}

	@Override
	public synchronized int ioctl(int descriptor, int request, long argument) {
		Open o = files.get(descriptor);
		if (o == null) {
			return -Errno.EBADF;
		}
		if (o.device) {
			return o.mdev.device().ioctl(request, null);
		}
		if (o.group) {
			return request == Ioctl.GROUP_UNSET_CONTAINER ? o.mdev.group.unsetContainer() : -Errno.ENOTTY;
		}
		return switch (request) {
			case Ioctl.GET_API_VERSION -> 0;
			case Ioctl.CHECK_EXTENSION -> mdevs.get(0).container.checkExtension(argument);
			case Ioctl.SET_IOMMU -> o.mdev == null ? -Errno.EINVAL : o.mdev.container.setIommu(argument);
			default -> -Errno.ENOTTY;
		};
	}

	@Override
	public synchronized int ioctl(int descriptor, int request, byte[] structure) {
		boolean turn = order != ByteOrder.BIG_ENDIAN;
		if (turn) {
			StructureFields.turn(request, structure);
		}
		int rc = request(files.get(descriptor), request, structure);
		if (turn) {
			StructureFields.turn(request, structure);
		}
		return rc;
	}

	private int request(Open o, int request, byte[] structure) {
		if (o == null) {
			return -Errno.EBADF;
		}
		if (o.device) {
			return o.mdev.device().ioctl(request, structure);
		}
		if (o.group) {
			return switch (request) {
				case Ioctl.GROUP_GET_STATUS -> o.mdev.group.status(structure);
				case Ioctl.GROUP_SET_CONTAINER -> join(o, files.get(Bytes.get32(structure, 0)));
				default -> -Errno.ENOTTY;
			};
		}
		return o.mdev == null ? -Errno.EINVAL : map(o.mdev, request, structure);
	}

	private static int join(Open group, Open container) {
		int rc = group.mdev.group.setContainer(container == null || container.group ? null : group.mdev.container);
		if (rc == 0) {
			container.mdev = group.mdev;
		}
		return rc;
	}

	/** MAP_DMA makes the memory that it names that of the container's machine. */
	private int map(SimulatedMdev m, int request, byte[] structure) {
		if (request == Ioctl.IOMMU_MAP_DMA && structure.length >= MAP_LENGTH
				&& !memory.give(Bytes.get64(structure, 8), Bytes.get64(structure, 24), m.machine)) {
			return -Errno.EFAULT;
		}
		return m.container.ioctl(request, structure);
	}

	@Override
	public synchronized int ioctl(int descriptor, int request, String argument) {
		Open o = files.get(descriptor);
		if (o == null || !o.group || request != Ioctl.GROUP_GET_DEVICE_FD) {
			return o == null ? -Errno.EBADF : -Errno.ENOTTY;
		}
		if (!argument.equals(o.mdev.mdev.uuid())) {
			return -Errno.ENODEV;
		}
		int rc = o.mdev.group.openDevice();
		return rc != 0 ? rc : file(new Open(o.mdev, false, true));
	}

	@Override
	public synchronized int pread(int descriptor, byte[] into, int count, long position) {
		Open o = files.get(descriptor);
		if (o == null || !o.device) {
			return o == null ? -Errno.EBADF : -EINVAL;
		}
		int n = o.mdev.device().pread(into, count, position);
		if (order != ByteOrder.BIG_ENDIAN && n > IO_RETURN_CODE && position == 0) {
			StructureFields.turnWord(into, IO_RETURN_CODE);
		}
		return n;
	}

	@Override
	public synchronized int pwrite(int descriptor, byte[] from, int count, long position) {
		Open o = files.get(descriptor);
		if (o == null || !o.device) {
			return o == null ? -Errno.EBADF : -EINVAL;
		}
		byte[] bytes = from.clone();
		if (order != ByteOrder.BIG_ENDIAN && position == ASYNC) {
			StructureFields.turnWords(bytes);
		}
		int n = o.mdev.device().pwrite(bytes, count, position);
		notifyAll();
		return n;
	}

	// --- events and time -------------------------------------------------------------------------------------------

	@Override
	public synchronized int eventfd() {
		eventfds++;
		return events.eventfd();
	}

	@Override
	public synchronized long takeEvents(int descriptor) {
		EventFd e = events.get(descriptor);
		long n = e == null ? -Errno.EBADF : e.take();
		return n == 0 ? -Errno.EAGAIN : n;
	}

	@Override
	public synchronized int signalEvent(int descriptor) {
		EventFd e = events.get(descriptor);
		if (e == null) {
			return -Errno.EBADF;
		}
		e.signal();
		notifyAll();
		return 0;
	}

	@Override
	public synchronized int poll(int[] descriptors, boolean[] ready, int milliseconds) {
		long until = System.nanoTime() + milliseconds * 1_000_000L;
		int n = ready(descriptors, ready);
		for (int i = 0; n == 0 && i < milliseconds; i++) {
			for (SimulatedMdev m : mdevs) {
				m.host.advance(MILLI);
			}
			n = ready(descriptors, ready);
		}
		while (n == 0) {
			long left = (until - System.nanoTime()) / 1_000_000L;
			if (left <= 0) {
				return 0;
			}
			try {
				wait(left);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				return -EINTR;
			}
			for (SimulatedMdev m : mdevs) {
				m.host.advance(MILLI);
			}
			n = ready(descriptors, ready);
		}
		return n;
	}

	private int ready(int[] descriptors, boolean[] ready) {
		for (SimulatedMdev m : mdevs) {
			m.host.deliver();
		}
		int n = 0;
		for (int i = 0; i < descriptors.length; i++) {
			EventFd e = events.get(descriptors[i]);
			ready[i] = e != null && e.count() > 0;
			n += ready[i] ? 1 : 0;
		}
		return n;
	}

	// --- memory ----------------------------------------------------------------------------------------------------

	@Override
	public synchronized long mmap(long length) {
		return memory.map(length);
	}

	@Override
	public synchronized int munmap(long address, long length) {
		return memory.unmap(address);
	}

	@Override
	public synchronized void load(long address, byte[] into, int offset, int length) {
		memory.machine(address).user().load(address, into, offset, length);
	}

	@Override
	public synchronized void store(long address, byte[] from, int offset, int length) {
		memory.machine(address).user().store(address, from, offset, length);
	}
}
