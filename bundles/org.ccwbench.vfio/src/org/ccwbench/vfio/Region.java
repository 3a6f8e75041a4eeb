// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.List;

/**
 * A region of a vfio-ccw device as VFIO_DEVICE_GET_REGION_INFO describes it.
 *
 * @param index   region number
 * @param size    bytes
 * @param offset  in the device's file, from which it is read and written
 * @param flags   1 read, 2 write, 8 capabilities follow
 * @param type    capability type, 0 for none
 * @param subtype capability subtype
 */
public record Region(int index, int size, long offset, int flags, int type, int subtype) {
	/** ORB (12 bytes), SCSW (12), IRB (96), return code (4). */
	public static final int IO = 0;
	/** Command (1 halt, 2 clear) and return code. */
	public static final int ASYNC = 1;
	/** The SCHIB as STORE SUBCHANNEL stores it. */
	public static final int SCHIB = 2;
	/** One channel-report word after the other. */
	public static final int CRW = 3;
	/** Those of Linux 6.12. */
	public static final List<Region> ALL = List.of(new Region(IO, 124, 0, 3, 0, 0), new Region(ASYNC, 8, 0x400, 0xB, 2, 1),
			new Region(SCHIB, 52, 0x800, 9, 2, 2), new Region(CRW, 8, 0xC00, 9, 2, 3));
	/** File offsets are the region's number times this. */
	public static final int SPACING = 0x400;
}
