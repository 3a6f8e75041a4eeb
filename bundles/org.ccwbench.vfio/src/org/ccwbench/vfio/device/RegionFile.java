// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

import org.ccwbench.storage.Storage;
import org.ccwbench.vfio.DriverVersion;
import org.ccwbench.vfio.Errno;
import org.ccwbench.vfio.Region;

/**
 * The device's file as it is read and written: which bytes of which region, and what reading and writing them sets
 * off. Results are counts of bytes or negative error numbers.
 */
final class RegionFile {
	private static final int READABLE = 1;
	private static final int WRITABLE = 2;

	private final DriverVersion version;
	private final Descriptions descriptions;
	private final StateMachine machine;
	private final CioSubchannel subchannel;
	private final Storage regions;
	private final ChannelReports reports;
	private final Interrupts interrupts;

	RegionFile(DriverVersion version, Descriptions descriptions, StateMachine machine, CioSubchannel subchannel,
			Storage regions, ChannelReports reports, Interrupts interrupts) {
		this.version = version;
		this.descriptions = descriptions;
		this.machine = machine;
		this.subchannel = subchannel;
		this.regions = regions;
		this.reports = reports;
		this.interrupts = interrupts;
	}

	/** As pread(2) with a position and a count of 0 or more. */
	int read(byte[] into, int count, long position, boolean opened) {
		Region region = region(position, count, READABLE, opened);
		if (region == null) {
			return -Errno.EINVAL;
		}
		long base = region.offset();
		boolean reporting = region.index() == Region.CRW;
		if (region.index() == Region.SCHIB) {
			if (subchannel.update() != 0) {
				return -Errno.ENODEV;
			}
			regions.store(base, subchannel.schib(), 0, region.size());
		} else if (reporting) {
			regions.store32(base, reports.take());
		}
		boolean fits = count <= into.length;
		if (fits) {
			regions.load(base + position % Region.SPACING, into, 0, count);
		}
		if (reporting) {
			regions.store32(base, 0);
			if (!reports.isEmpty()) {
				interrupts.signal(Interrupts.CRW);
			}
		}
		return fits ? count : -Errno.EFAULT;
	}

	/** As pwrite(2) with a position and a count of 0 or more. */
	int write(byte[] from, int count, long position, boolean opened) {
		Region region = region(position, count, WRITABLE, opened);
		if (region == null) {
			return -Errno.EINVAL;
		}
		if (first() && machine.state() != DeviceState.IDLE) {
			return -Errno.EACCES;
		}
		if (count > from.length) {
			return -Errno.EFAULT;
		}
		regions.store(region.offset() + position % Region.SPACING, from, 0, count);
		boolean io = region.index() == Region.IO;
		machine.event(io ? DeviceEvent.IO_REQ : DeviceEvent.ASYNC_REQ);
		int code = (int) regions.load32(io ? RegionBytes.IO_RETURN_CODE : RegionBytes.ASYNC_RETURN_CODE);
		if (first() && code != 0) {
			machine.enter(DeviceState.IDLE);
		}
		return code != 0 ? code : count;
	}

	/** The driver of 4.19: a request is refused in any state but idle; positions are those of the only region. */
	private boolean first() {
		return version == DriverVersion.LINUX_4_19;
	}

	/** The region that has all the bytes and lets that be done with them, or null. */
	private Region region(long position, int count, int access, boolean opened) {
		Region r = first() && position >= Region.SPACING ? null : RegionBytes.at(position);
		boolean there = r != null && descriptions.offers(r.index()) && (r.index() == Region.IO || opened) && (r.flags() & access) != 0;
		return there && position % Region.SPACING + count <= r.size() ? r : null;
	}
}
