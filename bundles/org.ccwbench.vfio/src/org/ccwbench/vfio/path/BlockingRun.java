// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.path;

import org.ccwbench.storage.Bytes;
import org.ccwbench.vfio.Errno;
import org.ccwbench.vfio.PathMachine;
import org.ccwbench.vfio.VfioListener;

/** A run within which the kernel starts the program and waits for its end, while the monitor waits for the kernel. */
abstract class BlockingRun extends StagedRun {
	/** How long a clear function is waited for when the device is closed. */
	private static final int CLEAR_STEPS = 1000;

	final HostSubchannel subchannel;
	final byte[] irb = new byte[Irb.LENGTH];
	private boolean started;
	private boolean taken;

	BlockingRun(PathMachine machine) {
		super(machine);
		subchannel = new HostSubchannel(machine);
	}

	/** Gives back what the kernel has for this request. */
	abstract void free();

	@Override
	final void close() {
		free();
		subchannel.close();
	}

	/** Tells of the call into which the request goes. */
	final void call(int in, int out) {
		statistics.called();
		listener.systemCall(VfioListener.SystemCall.CMD_REQUEST, in, out);
	}

	/** Starts the program whose ORB is in {@link #subchannel}, at the first call; then waits, step by step. */
	final int startAndWait() {
		if (!started) {
			int rc = subchannel.start();
			listener.started(subchannel.orbAddress(), Bytes.get32(subchannel.orb(), 8) & 0xFFFF_FFFFL, rc);
			started = rc == 0;
			waiting = started;
			return rc != 0 ? rc : AGAIN;
		}
		if (subchannel.pending()) {
			waiting = false;
			return 0;
		}
		waiting = true;
		if (subchannel.gone()) {
			waiting = false;
			return -Errno.ENODEV;
		}
		return pathMachine.channel().step() || subchannel.pending() ? AGAIN : STUCK;
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

	@Override
	public final int halt() {
		return waiting ? subchannel.halt() : -Errno.EBUSY;
	}

	@Override
	public final int clear() {
		return waiting ? subchannel.clear() : -Errno.EBUSY;
	}

	@Override
	final void clearDevice() {
		subchannel.clear();
		for (int i = 0; i < CLEAR_STEPS && !subchannel.pending() && pathMachine.channel().step(); i++) {
			continue;
		}
		if (subchannel.pending()) {
			subchannel.take();
		}
	}
}
