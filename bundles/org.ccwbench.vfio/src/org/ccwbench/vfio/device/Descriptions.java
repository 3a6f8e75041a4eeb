// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

import org.ccwbench.storage.Bytes;
import org.ccwbench.vfio.DriverVersion;
import org.ccwbench.vfio.Errno;
import org.ccwbench.vfio.Region;

/** What a device says of itself: flags, regions, interruptions, with the capability chains that tell regions apart. */
final class Descriptions {
	static final int REGION_INFO_LENGTH = 32;
	/** Flags of the device: it can be reset, and it is channel I/O. */
	private static final int FLAGS = 0x11;
	private static final int INFO_LENGTH = 16;
	private static final int FEATURE_LENGTH = 8;
	private static final int FEATURE_NUMBER = 0xFFFF;
	private static final int FEATURE_GET = 0x1_0000;
	private static final int FEATURE_SET = 0x2_0000;
	private static final int FEATURE_PROBE = 0x4_0000;
	private static final int TYPE_CAPABILITY = 2;
	private static final int TYPE_CAPABILITY_LENGTH = 16;

	private final boolean all;
	private final int interruptions;

	Descriptions(DriverVersion version) {
		all = version != DriverVersion.LINUX_4_19;
		interruptions = all ? Interrupts.NUMBER : 1;
	}

	/** Whether there is a region. */
	boolean offers(int region) {
		return all || region == Region.IO;
	}

	int interruptions() {
		return interruptions;
	}

	/** DEVICE_GET_INFO. */
	int info(byte[] a, boolean opened) {
		if (VfioContainer.shorter(a, INFO_LENGTH)) {
			return -Errno.EFAULT;
		}
		if (VfioContainer.below(a, INFO_LENGTH)) {
			return -Errno.EINVAL;
		}
		Bytes.put32(a, 4, FLAGS);
		Bytes.put32(a, 8, opened && all ? Region.ALL.size() : 1);
		Bytes.put32(a, 12, interruptions);
		return 0;
	}

	/** DEVICE_FEATURE: −ENOTTY for whatever feature, as the device has none, if it is asked for in the right form. */
	static int feature(byte[] a) {
		if (VfioContainer.shorter(a, FEATURE_LENGTH)) {
			return -Errno.EFAULT;
		}
		int flags = Bytes.get32(a, 4);
		boolean both = (flags & (FEATURE_GET | FEATURE_SET | FEATURE_PROBE)) == (FEATURE_GET | FEATURE_SET);
		boolean unknown = (flags & ~(FEATURE_NUMBER | FEATURE_GET | FEATURE_SET | FEATURE_PROBE)) != 0;
		return VfioContainer.below(a, FEATURE_LENGTH) || unknown || both ? -Errno.EINVAL : -Errno.ENOTTY;
	}

	/** DEVICE_GET_REGION_INFO. */
	int regionInfo(byte[] a, boolean opened) {
		if (VfioContainer.shorter(a, REGION_INFO_LENGTH)) {
			return -Errno.EFAULT;
		}
		Region r = RegionBytes.region(Bytes.get32(a, 8));
		if (VfioContainer.below(a, REGION_INFO_LENGTH) || r == null || r.index() != Region.IO && !(opened && offers(r.index()))) {
			return -Errno.EINVAL;
		}
		if (r.type() != 0) {
			int needed = REGION_INFO_LENGTH + TYPE_CAPABILITY_LENGTH;
			if (VfioContainer.below(a, needed)) {
				Bytes.put32(a, 0, needed);
				Bytes.put32(a, 12, 0);
			} else if (a.length < needed) {
				return -Errno.EFAULT;
			} else {
				Bytes.put32(a, 12, REGION_INFO_LENGTH);
				Bytes.put32(a, REGION_INFO_LENGTH, TYPE_CAPABILITY << 16 | 1);
				Bytes.put32(a, REGION_INFO_LENGTH + 4, 0);
				Bytes.put32(a, REGION_INFO_LENGTH + 8, r.type());
				Bytes.put32(a, REGION_INFO_LENGTH + 12, r.subtype());
			}
		}
		Bytes.put32(a, 4, r.flags());
		Bytes.put64(a, 16, r.size());
		Bytes.put64(a, 24, r.offset());
		return 0;
	}
}
