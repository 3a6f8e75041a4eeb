// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.path;

import org.ccwbench.vfio.PathMachine;
import org.ccwbench.vfio.PathRun;

/**
 * What Linux ships since 4.12: the mediated path behind an I/O region. The monitor writes ORB and SCSW into the
 * region; the driver copies, translates and starts within that write; an eventfd says that an IRB can be read.
 */
public final class LinuxPath extends StagedPath {
	static final int Q1 = 0;
	static final int Q2 = 1;
	static final int Q3 = 2;
	static final int Q4 = 3;
	static final int K1 = 4;
	static final int K2 = 5;
	static final int K3 = 6;
	static final int K4 = 7;
	static final int Q5 = 8;
	static final int K5 = 9;
	static final int K6 = 10;
	static final int Q6 = 11;
	static final int Q7 = 12;

	public LinuxPath() {
		super("linux", "Linux: mediated, with an I/O region", list(
				monitor("Q1", "Region info", "Once a guest: the monitor opens the device and asks for its regions."),
				monitor("Q2", "Event notifier",
						"Once a guest: it gives the kernel eventfds for I/O interruptions, channel reports and release requests."),
				intercept("Q3"),
				monitor("Q4", "Write the I/O region",
						"ORB and SCSW are written into the region; the write returns when the program has been started."),
				copyFromGuest(Q4),
				translateFromGuest(Q4),
				kernel("K3", Q4, "Issue the host ORB",
						"START SUBCHANNEL with the translated program; the channel runs it out of host storage."),
				kernel("K4", Q4, "Return the condition code", "It becomes the region's return code and the result of the write."),
				monitor("Q5", "Condition code to the guest", "The guest's START SUBCHANNEL is over."),
				kernel("K5", -1, "Interruption to region",
						"TEST SUBCHANNEL takes the IRB; its program address is mapped back, the program freed and unpinned."),
				kernel("K6", -1, "Signal", "The eventfd wakes the monitor."),
				monitor("Q6", "Read the result", "The monitor reads the I/O region."),
				monitor("Q7", "Update the guest's IRB", "Interruption and IRB go to the guest.")));
	}

	@Override
	public PathRun begin(PathMachine machine) {
		return new LinuxRun(machine);
	}
}
