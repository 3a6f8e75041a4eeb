// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.path;

import org.ccwbench.vfio.DmaMap;
import org.ccwbench.vfio.Statistics;
import org.ccwbench.vfio.VfioListener;

/**
 * The monitor's ear at the guest's storage: what changes there, it changes in the container's map. A range cannot be
 * cut, so it is unmapped as a whole and what is left is mapped anew.
 */
final class MemoryListener {
	/** The two calls. */
	interface Calls {
		void map(long iova, long user, long length, int permissions);

		void unmap(long iova, long length);
	}

	/** No calls: the map is the monitor's own. */
	record Own(DmaMap map) implements Calls {
		@Override
		public void map(long iova, long user, long length, int permissions) {
			map.map(iova, user, length, permissions);
		}

		@Override
		public void unmap(long iova, long length) {
			map.unmap(iova, length);
		}
	}

	/** Calls that change the map, and nobody else needs to know. */
	record Direct(DmaMap map, Statistics statistics, VfioListener listener) implements Calls {
		private static final int MAP = 32;
		private static final int UNMAP = 24;

		@Override
		public void map(long iova, long user, long length, int permissions) {
			statistics.called();
			listener.systemCall(VfioListener.SystemCall.MAP_DMA, MAP, 0);
			if (map.map(iova, user, length, permissions) == 0) {
				listener.dmaMapped(iova, user, length, permissions);
			}
		}

		@Override
		public void unmap(long iova, long length) {
			statistics.called();
			listener.systemCall(VfioListener.SystemCall.UNMAP_DMA, UNMAP, UNMAP);
			map.find(iova);
			long user = map.user(iova);
			int permissions = map.permissions();
			if (map.unmap(iova, length) > 0) {
				listener.dmaUnmapped(iova, user, length, permissions);
			}
		}
	}

	private final DmaMap map;
	private final Calls calls;

	MemoryListener(DmaMap map, Calls calls) {
		this.map = map;
		this.calls = calls;
	}

	/** A stretch of guest storage is not to be reached any more. */
	void remove(long guest, long length) {
		for (long at = guest; map.findNext(at) && map.start() < guest + length;) {
			long start = map.start();
			long end = map.end();
			long user = map.user(start);
			int permissions = map.permissions();
			calls.unmap(start, end - start);
			if (start < guest) {
				calls.map(start, user, guest - start, permissions);
			}
			if (end > guest + length) {
				calls.map(guest + length, user + (guest + length - start), end - guest - length, permissions);
			}
			at = end;
		}
	}
}
