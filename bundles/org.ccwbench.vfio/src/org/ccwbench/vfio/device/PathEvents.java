// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

import org.ccwbench.vfio.Errno;

/** What the driver does when channel paths of its subchannel come and go: ends I/O, tells user space. */
final class PathEvents {
	private final CioSubchannel subchannel;
	private final ChannelReports reports;
	private final Interrupts interrupts;

	PathEvents(CioSubchannel subchannel, ChannelReports reports, Interrupts interrupts) {
		this.subchannel = subchannel;
		this.reports = reports;
		this.interrupts = interrupts;
	}

	/** 0; −ENODEV if the subchannel is gone. */
	int happened(PathEvent event, int chpid) {
		int mask = subchannel.pathsOver(chpid);
		if (mask == 0) {
			return 0;
		}
		if (subchannel.update() != 0) {
			return -Errno.ENODEV;
		}
		switch (event) {
			case VARY_OFF -> {
				subchannel.varyOff(mask);
				endIfUsed(mask);
			}
			case OFFLINE -> {
				endIfUsed(mask);
				report(ChannelReports.PERMANENT_ERROR, chpid);
			}
			case VARY_ON -> subchannel.varyOn(mask);
			case ONLINE -> {
				subchannel.available(mask);
				report(ChannelReports.INITIALIZED, chpid);
			}
		}
		return 0;
	}

	private void endIfUsed(int mask) {
		if (subchannel.lastUsed(mask)) {
			subchannel.cancelHaltClear(new CioSubchannel.Retries());
		}
	}

	private void report(int recovery, int chpid) {
		reports.add(recovery, chpid);
		interrupts.signal(Interrupts.CRW);
	}
}
