// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.path;

import org.ccwbench.vfio.Orb;
import org.ccwbench.vfio.PathMachine;
import org.ccwbench.vfio.VfioListener;

/** A run whose request goes into the kernel by one call, which comes back with the IRB. */
abstract class RequestRun extends BlockingRun {
	final Request request;
	final byte[] result = new byte[Irb.LENGTH];

	RequestRun(PathMachine machine) {
		super(machine);
		request = new Request(this.machine);
	}

	/** Calls the kernel, which copies {@code length} bytes of the request and takes the ORB out of them. */
	final byte[] copyIn(int length) {
		call(length, 0);
		byte[] in = request.copyIn(length);
		System.arraycopy(in, Request.ORB, guest.orb(), 0, Orb.LENGTH);
		statistics.copied(length);
		listener.copied(VfioListener.Space.USER, Request.ADDRESS, VfioListener.Space.HOST, VfioListener.NONE_SUCH, length);
		return in;
	}

	/** The IRB goes into the request, and the kernel gives back what it had for it. */
	final int copyOut() {
		request.copyOut(irb);
		statistics.copied(Irb.LENGTH + Irb.SCSW);
		listener.copied(VfioListener.Space.HOST, subchannel.irbAddress(), VfioListener.Space.USER,
				Request.ADDRESS + Request.IRB, Irb.LENGTH);
		free();
		return 0;
	}
}
