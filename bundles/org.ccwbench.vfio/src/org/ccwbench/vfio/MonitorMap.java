// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import org.ccwbench.storage.PageTable;

/**
 * The monitor's own look-up of guest addresses, in the two-stage path: the same ranges that it would tell a
 * container, looked up in user space.
 */
public final class MonitorMap {
	private static final long PAGE_MASK = -4096;

	private final Machine machine;
	private final DmaMap map;
	private final Statistics statistics;
	private final VfioListener listener;

	public MonitorMap(Machine machine, VfioListener listener, Statistics statistics) {
		this.machine = machine;
		this.map = machine.dmaMap();
		this.listener = listener;
		this.statistics = statistics;
	}

	/** Reads the guest's storage; 0, −EINVAL or −EPERM. */
	int read(long iova, byte[] into, int offset, int length, long cause) {
		int done = 0;
		while (done < length) {
			long at = iova + done;
			statistics.lookUps++;
			if (!map.find(at)) {
				listener.lookedUp(at, VfioListener.NONE_SUCH, VfioListener.NONE_SUCH, cause);
				return -Errno.EINVAL;
			}
			if ((map.permissions() & DmaMap.READ) == 0) {
				return -Errno.EPERM;
			}
			long user = map.user(at);
			listener.lookedUp(at, user, VfioListener.NONE_SUCH, cause);
			int n = (int) Math.min(length - done, (at & PAGE_MASK) + 4096 - at);
			if (machine.user().translate(user) == PageTable.UNMAPPED) {
				return -Errno.EFAULT;
			}
			machine.user().load(user, into, offset + done, n);
			done += n;
		}
		statistics.bytesCopied += length;
		return 0;
	}

	/** The monitor's address of a byte that the device may read and write; −EINVAL or −EPERM. */
	long data(long iova, long cause) {
		statistics.lookUps++;
		if (!map.find(iova)) {
			listener.lookedUp(iova, VfioListener.NONE_SUCH, VfioListener.NONE_SUCH, cause);
			return -Errno.EINVAL;
		}
		if (map.permissions() != (DmaMap.READ | DmaMap.WRITE)) {
			return -Errno.EPERM;
		}
		long user = map.user(iova);
		listener.lookedUp(iova, user, VfioListener.NONE_SUCH, cause);
		return user;
	}
}
