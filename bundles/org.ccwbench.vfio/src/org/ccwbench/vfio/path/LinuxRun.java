// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.path;

import java.util.ArrayList;
import java.util.List;
import org.ccwbench.storage.Bytes;
import org.ccwbench.vfio.PathMachine;
import org.ccwbench.vfio.device.DriverWork;
import org.ccwbench.vfio.device.PathEvent;

/**
 * One START SUBCHANNEL by way of a vfio-ccw device: the monitor's steps here, as QEMU does them; the driver's in the
 * device, which says what it is about.
 */
final class LinuxRun extends StagedRun implements DriverWork {
	private final MonitoredDevice device;
	private final byte[] irb = new byte[Irb.LENGTH];
	private final List<Integer> reports = new ArrayList<>();

	LinuxRun(PathMachine m) {
		super(m);
		device = MonitoredDevice.of(m);
		device.serves(this, statistics, listener);
		stage(LinuxPath.Q1, () -> guest.subchannel().unplugged() ? 0 : device.open());
		stage(LinuxPath.Q2, device::notifiers);
		stage(LinuxPath.Q3, this::take);
		stage(LinuxPath.Q4, this::write);
		always(LinuxPath.Q5, this::conditionCodeToGuest);
		opening(LinuxPath.K5, this::await);
		stage(LinuxPath.Q6, this::read);
		stage(LinuxPath.Q7, this::result);
	}

	/** The guest's SSCH, after status that came since the last one and belongs to none: a halt on account of a lost path. */
	private int take() {
		device.settle();
		while (device.signalled() && device.read(irb) == 0) {
			listener.noted("the guest takes status that belongs to no program of its own");
		}
		listen();
		return intercept();
	}

	private int write() {
		int rc = device.start(guest.orb());
		waiting = rc == 0;
		return rc;
	}

	private int conditionCodeToGuest() {
		if (returnCode < 0) {
			return answer(irb);
		}
		guest.accepted();
		return 0;
	}

	/** Waits for the eventfd, by one step of the channel at a time. */
	private int await() {
		if (device.signalled()) {
			waiting = false;
			ends(LinuxPath.K5, 0);
			return 0;
		}
		waiting = true;
		boolean worked = device.hostStep();
		listen();
		return worked || device.isSignalled() ? AGAIN : STUCK;
	}

	private int read() {
		int rc = device.read(irb);
		if (rc < 0) {
			guest.presentReadError(rc);
		}
		return rc;
	}

	/** Status that is not the program's, and that of a suspended one, is not the end. */
	private int result() {
		guest.present(irb);
		boolean last = Irb.isFinal(irb) && !Irb.isSuspended(irb) && Irb.isSolicited(irb);
		return last ? 0 : back(LinuxPath.K5);
	}

	/** Channel reports and release requests, which come at any time. */
	private void listen() {
		for (int crw : device.channelReports()) {
			report(crw);
		}
		if (device.released()) {
			listener.noted("the host wants the device back: the monitor unplugs it");
			guest.subchannel().unplug();
			report(MonitoredDevice.SUBCHANNEL_REPORT | pathMachine.sid() & 0xFFFF);
		}
	}

	private void report(int crw) {
		reports.add(crw);
		listener.reported(crw);
	}

	// --- the driver's work ---------------------------------------------------------------------------------------

	private static int stageOf(Part part) {
		return switch (part) {
			case COPY -> LinuxPath.K1;
			case TRANSLATE -> LinuxPath.K2;
			case ISSUE -> LinuxPath.K3;
			case ANSWER -> LinuxPath.K4;
			case INTERRUPTION -> LinuxPath.K5;
			case SIGNAL -> LinuxPath.K6;
		};
	}

	@Override
	public void begins(Part part) {
		if (!open(stageOf(part))) {
			begins(stageOf(part));
		}
	}

	@Override
	public void ends(Part part, int result) {
		if (part == Part.COPY && result == 0) {
			copied(device.program());
		} else if (part == Part.TRANSLATE) {
			statistics.rewritten(device.program());
		} else if (part == Part.ISSUE) {
			listener.started(device.orbAddress(), Bytes.get32(device.orb(), 8) & 0xFFFF_FFFFL, result);
		}
		ends(stageOf(part), result);
	}

	// --- what comes in between -----------------------------------------------------------------------------------

	@Override
	public int halt() {
		return device.halt();
	}

	@Override
	public int clear() {
		return device.clear();
	}

	@Override
	int again() {
		int rc = device.start(guest.orb());
		waiting |= rc == 0;
		return rc;
	}

	@Override
	public void unmap(long address, long length) {
		new MemoryListener(machine.dmaMap(), device).remove(address, length);
		listen();
	}

	@Override
	public void pathsChanged(int mask, boolean lost) {
		device.pathsChanged(mask, lost ? PathEvent.OFFLINE : PathEvent.ONLINE);
		listen();
	}

	@Override
	public List<Integer> reports() {
		return List.copyOf(reports);
	}

	@Override
	void clearDevice() {
		device.close();
	}

	@Override
	void close() {
		// The device stays open, for the next one.
	}

	@Override
	public void end() {
		device.end();
	}
}
