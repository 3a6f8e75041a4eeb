// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.Arrays;

/**
 * The container's map as VFIO's type 1 (v2) keeps it: ranges of IOVAs, each a stretch of the monitor's virtual
 * addresses with permissions. Ranges never overlap and an unmap never splits one. Addresses and lengths are
 * multiples of 4,096 below 2^63.
 * <p>A million ranges stay cheap, see {@link RangeLeaves}. A look-up keeps what it found in this object; looking up
 * the same range again costs two comparisons. Not thread-safe.
 */
public final class DmaMap {
	/** The device may read what is mapped. */
	public static final int READ = 1;
	/** The device may write into what is mapped. */
	public static final int WRITE = 2;
	/** Ranges that a container takes by default (dma_entry_limit of the Linux module). */
	public static final int DEFAULT_LIMIT = 65_535;

	private static final long PAGE = 4096;

	/** Told of every change before it happens. */
	public interface Listener {
		void mapping(long iova, long user, long length, int permissions);

		void unmapping(long iova, long user, long length, int permissions);
	}

	/** Takes a range; see {@link #forEach}. */
	public interface Visitor {
		void range(long iova, long user, long length, int permissions);
	}

	private static final Listener DEAF = new Listener() {
		@Override
		public void mapping(long iova, long user, long length, int permissions) {}

		@Override
		public void unmapping(long iova, long user, long length, int permissions) {}
	};

	private final int limit;
	private final RangeLeaves leaves = new RangeLeaves();
	private int ranges;
	private Listener[] listeners = {};
	private long foundStart;
	private long foundEnd;
	private long foundUser;
	private int foundPermissions;

	public DmaMap() {
		this(DEFAULT_LIMIT);
	}

	/** @param limit how many ranges there may be; further ones end with −ENOSPC */
	public DmaMap(int limit) {
		this.limit = limit;
	}

	public void addListener(Listener l) {
		listeners = Arrays.copyOf(listeners, listeners.length + 1);
		listeners[listeners.length - 1] = l;
	}

	public void removeListener(Listener l) {
		listeners = Arrays.stream(listeners).filter(x -> x != l).toArray(Listener[]::new);
	}

	/** How many ranges there are. */
	public int ranges() {
		return ranges;
	}

	/**
	 * Maps a range, as VFIO_IOMMU_MAP_DMA does.
	 *
	 * @return 0; −EINVAL for a range that is empty, not of whole pages, wraps, or has no permission; −EEXIST if it
	 *         overlaps one that is there; −ENOSPC if there are as many as there may be
	 */
	public int map(long iova, long user, long length, int permissions) {
		if (!whole(iova, length) || !whole(user, length) || (permissions & ~3) != 0 || permissions == 0) {
			return -Errno.EINVAL;
		}
		if (overlaps(iova, length)) {
			return -Errno.EEXIST;
		}
		if (ranges >= limit) {
			return -Errno.ENOSPC;
		}
		for (Listener l : listeners) {
			l.mapping(iova, user, length, permissions);
		}
		restoreMapped(iova, user, length, permissions);
		return 0;
	}

	/**
	 * Unmaps every range that lies within, as VFIO_IOMMU_UNMAP_DMA does.
	 *
	 * @return bytes unmapped, 0 if nothing was mapped there; −EINVAL for a range that is not of whole pages or
	 *         would split one
	 */
	public long unmap(long iova, long length) {
		if (!whole(iova, length)) {
			return -Errno.EINVAL;
		}
		if (find(iova) && foundStart != iova || find(iova + length - 1) && foundEnd != iova + length) {
			return -Errno.EINVAL;
		}
		long bytes = 0;
		long at = iova;
		while (findNext(at) && foundStart < iova + length) {
			long start = foundStart;
			long size = foundEnd - start;
			for (Listener l : listeners) {
				l.unmapping(start, foundUser, size, foundPermissions);
			}
			restoreUnmapped(start);
			bytes += size;
			at = start + size;
		}
		return bytes;
	}

	/** Whether the byte is mapped; if so the range can be asked for with {@link #start} … {@link #permissions}. */
	public boolean find(long iova) {
		if (iova >= foundStart && iova < foundEnd) {
			return true;
		}
		if (iova < 0) {
			return false;
		}
		int place = leaves.floor(iova);
		long end = place < 0 ? 0 : leaves.endAndFlags(place);
		if (iova >= (end & -PAGE)) {
			return false;
		}
		found(place, end);
		return true;
	}

	/** First IOVA of the range found last. */
	public long start() {
		return foundStart;
	}

	/** IOVA after the last of the range found last. */
	public long end() {
		return foundEnd;
	}

	/** The monitor's address of an IOVA within the range found last. */
	public long user(long iova) {
		return foundUser + (iova - foundStart);
	}

	/** {@link #READ} and {@link #WRITE} of the range found last. */
	public int permissions() {
		return foundPermissions;
	}

	/** Visits the ranges, ascending. */
	public void forEach(Visitor visit) {
		for (int p = leaves.first(); p >= 0; p = leaves.next(p)) {
			long start = leaves.start(p);
			long end = leaves.endAndFlags(p);
			visit.range(start, leaves.target(p), (end & -PAGE) - start, RangeLeaves.flags(end));
		}
	}

	/** Puts a range in and tells no listener: how a recording goes back and forth. It must not overlap. */
	public void restoreMapped(long iova, long user, long length, int permissions) {
		leaves.insert(iova, iova + length | permissions, user);
		ranges++;
	}

	/** Takes the range that starts at {@code iova} away and tells no listener; nothing if there is none. */
	public void restoreUnmapped(long iova) {
		int place = leaves.floor(iova);
		if (place < 0 || leaves.start(place) != iova) {
			return;
		}
		leaves.remove(place);
		ranges--;
		foundStart = foundEnd = 0;
	}

	private static boolean whole(long start, long length) {
		return start >= 0 && length > 0 && ((start | length) & PAGE - 1) == 0 && start + length > 0;
	}

	private boolean overlaps(long iova, long length) {
		return findNext(iova) && foundStart < iova + length;
	}

	/** Finds the range that holds {@code iova} or, if none does, the next above it. */
	public boolean findNext(long iova) {
		int place = leaves.floor(iova);
		if (place < 0) {
			place = leaves.first();
		} else if (iova >= (leaves.endAndFlags(place) & -PAGE)) {
			place = leaves.next(place);
		}
		if (place < 0) {
			return false;
		}
		found(place, leaves.endAndFlags(place));
		return true;
	}

	private void found(int place, long endAndFlags) {
		foundStart = leaves.start(place);
		foundEnd = endAndFlags & -PAGE;
		foundUser = leaves.target(place);
		foundPermissions = RangeLeaves.flags(endAndFlags);
	}
}
