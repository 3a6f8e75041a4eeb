// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.path;

import java.util.ArrayList;
import java.util.List;
import org.ccwbench.storage.Bytes;
import org.ccwbench.vfio.ChannelProgram;
import org.ccwbench.vfio.DmaMap;
import org.ccwbench.vfio.DriverVersion;
import org.ccwbench.vfio.Errno;
import org.ccwbench.vfio.Orb;
import org.ccwbench.vfio.PathMachine;
import org.ccwbench.vfio.Region;
import org.ccwbench.vfio.Statistics;
import org.ccwbench.vfio.VfioListener;
import org.ccwbench.vfio.device.CcwMdev;
import org.ccwbench.vfio.device.DeviceState;
import org.ccwbench.vfio.device.FileTable;
import org.ccwbench.vfio.device.HostInterruptions;
import org.ccwbench.vfio.device.Ioctl;
import org.ccwbench.vfio.device.PathEvent;
import org.ccwbench.vfio.device.VfioContainer;
import org.ccwbench.vfio.device.VfioGroup;

/**
 * A vfio-ccw device in the hands of a monitor, as QEMU holds it from plugging to unplugging: files, eventfds, calls.
 * Every call is counted for the run that it is made for.
 */
final class MonitoredDevice implements MemoryListener.Calls {
	/** A channel report that a subchannel was installed or is gone (PoP, chapter 17); its number follows. */
	static final int SUBCHANNEL_REPORT = 0x0304_0000;
	private static final int IRQS = 3;
	private static final int IO_LENGTH = 124;
	private static final int SCSW = 12;
	private static final int IRB = 24;
	private static final int HALT = 1;
	private static final int CLEAR = 2;
	private static final int REGION_INFO = 48;
	private static final int SET_IRQS = 24;
	private static final int MAP = 32;
	private static final int UNMAP = 24;
	private static final int CHPIDS = 16;
	private static final int SCSW_IN_SCHIB = 28;

	/** What all devices of a guest share. */
	private static final class Shared {
		final HostInterruptions host;
		final VfioContainer container;

		Shared(PathMachine m) {
			host = new HostInterruptions(m.channel());
			container = new VfioContainer(m.machine(), DmaMap.DEFAULT_LIMIT, m.driver());
		}
	}

	private final PathMachine machine;
	private final Shared shared;
	private final FileTable files = new FileTable();
	private final int[] eventfds = {files.eventfd(), files.eventfd(), files.eventfd()};
	private final CcwMdev device;
	private final VfioGroup group;
	private final byte[] region = new byte[IO_LENGTH];
	private final byte[] schib = new byte[52];
	private Statistics statistics;
	private boolean notified;
	private boolean over;

	private MonitoredDevice(PathMachine m) {
		machine = m;
		shared = m.machine().kept(Shared.class, () -> new Shared(m));
		device = new CcwMdev(m.driver(), m.machine(), shared.container, shared.host, m.sid(), files);
		group = new VfioGroup(device);
		group.setContainer(shared.container);
		shared.container.setIommu(Ioctl.TYPE1_V2);
	}

	/** The guest's device; made at the first time, and again when it was {@link #end ended}. */
	static MonitoredDevice of(PathMachine m) {
		MonitoredDevice d = m.kept(MonitoredDevice.class, () -> new MonitoredDevice(m));
		if (d.over) {
			m.forget(MonitoredDevice.class);
			return of(m);
		}
		return d;
	}

	/** From now on it works for this run. */
	void serves(LinuxRun run, Statistics to, VfioListener listener) {
		statistics = to;
		device.listener(listener);
		device.work(run);
		shared.container.listener(listener);
		shared.container.account(to);
	}

	private int call(int result, int in, int out) {
		statistics.called();
		statistics.copied(in + out);
		return result;
	}

	/** Opens it and asks for its regions, if that was not done; −ENODEV if there is no device. */
	int open() {
		if (device.opened()) {
			return 0;
		}
		if (group.openDevice() != 0) {
			return -Errno.ENODEV;
		}
		// QEMU resets its devices when it starts; it makes a difference to a driver that closing has left in standby.
		if (device.state() == DeviceState.STANDBY && call(device.ioctl(Ioctl.DEVICE_RESET, null), 0, 0) != 0) {
			return -Errno.ENODEV;
		}
		for (Region r : Region.ALL) {
			if (device.offers(r.index())) {
				byte[] a = new byte[REGION_INFO];
				Bytes.put32(a, 0, a.length);
				Bytes.put32(a, 8, r.index());
				int rc = call(device.ioctl(Ioctl.DEVICE_GET_REGION_INFO, a), 32, 32);
				if (rc != 0) {
					return rc;
				}
			}
		}
		return 0;
	}

	/** Gives the kernel the eventfds, if that was not done: I/O, channel reports, release requests. */
	int notifiers() {
		int there = machine.driver() == DriverVersion.LINUX_4_19 ? 1 : IRQS;
		for (int i = 0; !notified && i < there; i++) {
			byte[] a = new byte[SET_IRQS];
			Bytes.put32(a, 0, a.length);
			Bytes.put32(a, 4, Ioctl.IRQ_DATA_EVENTFD | Ioctl.IRQ_ACTION_TRIGGER);
			Bytes.put32(a, 8, i);
			Bytes.put32(a, 16, 1);
			Bytes.put32(a, 20, eventfds[i]);
			int rc = call(device.ioctl(Ioctl.DEVICE_SET_IRQS, a), SET_IRQS, 0);
			if (rc != 0) {
				return rc;
			}
		}
		notified = true;
		return 0;
	}

	/** Writes ORB and SCSW into the I/O region: the return code. */
	int start(byte[] orb) {
		java.util.Arrays.fill(region, (byte) 0);
		System.arraycopy(orb, 0, region, 0, Orb.LENGTH);
		Bytes.put32(region, SCSW, Irb.START_FUNCTION | Irb.START_PENDING);
		return Math.min(0, call(device.pwrite(region, IO_LENGTH, 0), IO_LENGTH, 0));
	}

	/** HALT SUBCHANNEL by way of the async region; −ENOSYS if the driver has none. */
	int halt() {
		return command(HALT);
	}

	/** CLEAR SUBCHANNEL, as {@link #halt}. */
	int clear() {
		return command(CLEAR);
	}

	private int command(int code) {
		if (!device.offers(Region.ASYNC)) {
			return -Errno.ENOSYS;
		}
		byte[] a = new byte[8];
		Bytes.put32(a, 0, code);
		return Math.min(0, call(device.pwrite(a, a.length, Region.ALL.get(Region.ASYNC).offset()), a.length, 0));
	}

	/** Whether the eventfd for I/O is set. */
	boolean isSignalled() {
		return files.get(eventfds[0]).count() > 0;
	}

	/** The same; resets it. */
	boolean signalled() {
		return files.get(eventfds[0]).take() > 0;
	}

	/** Reads the I/O region: 0, or a negative error number. */
	int read(byte[] irb) {
		int rc = call(device.pread(region, IO_LENGTH, 0), 0, IO_LENGTH);
		System.arraycopy(region, IRB, irb, 0, Irb.LENGTH);
		return Math.min(0, rc);
	}

	/** Reads the CRW region until there is no more, if its eventfd says so: channel-report words. */
	List<Integer> channelReports() {
		List<Integer> words = new ArrayList<>();
		if (files.get(eventfds[1]).take() > 0) {
			byte[] a = new byte[8];
			Region crw = Region.ALL.get(Region.CRW);
			while (call(device.pread(a, crw.size(), crw.offset()), 0, crw.size()) > 0 && Bytes.get32(a, 0) != 0) {
				words.add(Bytes.get32(a, 0));
			}
			files.get(eventfds[1]).take();
		}
		return words;
	}

	/** Whether the host wants the device back; it is closed then. */
	boolean released() {
		if (files.get(eventfds[2]).take() == 0) {
			return false;
		}
		device.close();
		return true;
	}

	/** Lets a halt or clear function end that the host has begun by itself. */
	void settle() {
		while (machine.channel().stsch(machine.sid(), schib) == 0
				&& (Bytes.get32(schib, SCSW_IN_SCHIB) & (Irb.HALT_PENDING | Irb.CLEAR_PENDING)) != 0 && hostStep()) {
			continue;
		}
	}

	/** One step of the host. */
	boolean hostStep() {
		return shared.host.step();
	}

	/** The host hears something of channel paths, given as a mask. */
	void pathsChanged(int mask, PathEvent event) {
		if (machine.channel().stsch(machine.sid(), schib) == 0) {
			for (int i = 0; i < 8; i++) {
				if ((mask & 0x80 >> i) != 0) {
					device.pathEvent(event, schib[CHPIDS + i] & 0xFF);
				}
			}
		}
	}

	@Override
	public void map(long iova, long user, long length, int permissions) {
		byte[] a = new byte[MAP];
		Bytes.put32(a, 0, a.length);
		Bytes.put32(a, 4, (permissions & DmaMap.READ) | (permissions & DmaMap.WRITE));
		Bytes.put64(a, 8, user);
		Bytes.put64(a, 16, iova);
		Bytes.put64(a, 24, length);
		call(shared.container.ioctl(Ioctl.IOMMU_MAP_DMA, a), MAP, 0);
	}

	@Override
	public void unmap(long iova, long length) {
		byte[] a = new byte[UNMAP];
		Bytes.put32(a, 0, a.length);
		Bytes.put64(a, 8, iova);
		Bytes.put64(a, 16, length);
		call(shared.container.ioctl(Ioctl.IOMMU_UNMAP_DMA, a), UNMAP, 0);
	}

	ChannelProgram program() {
		return device.program();
	}

	/** The ORB of the host as it was last made. */
	byte[] orb() {
		return device.hostOrb();
	}

	long orbAddress() {
		return device.hostOrbAddress();
	}

	/** Closes it: I/O is ended, everything unpinned. It can be opened again. */
	void close() {
		device.close();
	}

	/** The guest ends: the device is closed and given back to the host. */
	void end() {
		over = true;
		device.close();
		device.remove();
	}
}
