// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

import org.ccwbench.vfio.Region;

/** Where things lie in the regions of the device, as offsets in its file (linux/vfio_ccw.h). */
final class RegionBytes {
	/** I/O region: 12 bytes of ORB. */
	static final int ORB = 0;
	/** I/O region: 12 bytes of SCSW, which say which function is wanted. */
	static final int SCSW = 12;
	/** I/O region: 96 bytes of IRB, that of the last interruption. */
	static final int IRB = 24;
	/** I/O region: return code of the last request. */
	static final int IO_RETURN_CODE = 120;
	/** Async region: the command. */
	static final int ASYNC_COMMAND = Region.SPACING;
	/** Async region: its return code. */
	static final int ASYNC_RETURN_CODE = Region.SPACING + 4;

	private RegionBytes() {}

	/** The region that a position in the file is in, or null. The index is what 32 bits hold of what is above it. */
	static Region at(long position) {
		return region((int) (position / Region.SPACING));
	}

	/** The region with that index, or null. */
	static Region region(int index) {
		return index < 0 || index >= Region.ALL.size() ? null : Region.ALL.get(index);
	}
}
