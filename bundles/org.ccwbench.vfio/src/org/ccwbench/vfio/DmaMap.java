// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.Arrays;

/**
 * The container's map as VFIO's type 1 (v2) keeps it: ranges of IOVAs, each a stretch of the monitor's virtual
 * addresses with permissions. Ranges never overlap and an unmap never splits one. Addresses and lengths are
 * multiples of 4,096 below 2^63.
 * <p>Ranges lie sorted in leaves of bounded size, so that a look-up is two binary searches and an insertion
 * moves at most one leaf and the list of leaves: a million ranges stay cheap. A look-up keeps what it found in
 * this object; looking up the same range again costs two comparisons. Not thread-safe.
 */
public final class DmaMap {
	/** The device may read what is mapped. */
	public static final int READ = 1;
	/** The device may write into what is mapped. */
	public static final int WRITE = 2;
	/** Ranges that a container takes by default (dma_entry_limit of the Linux module). */
	public static final int DEFAULT_LIMIT = 65_535;

	private static final int LEAF = 256;
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

	private static final class Leaf {
		final long[] start = new long[LEAF];
		final long[] end = new long[LEAF];
		final long[] user = new long[LEAF];
		final byte[] permissions = new byte[LEAF];
		int used;
	}

	private final int limit;
	private Leaf[] leaves = {new Leaf()};
	private int leafCount = 1;
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
		Leaf leaf = leaves[leafOf(iova)];
		int i = place(leaf, iova);
		if (i < 0 || iova >= leaf.end[i]) {
			return false;
		}
		found(leaf, i);
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
		for (int n = 0; n < leafCount; n++) {
			Leaf l = leaves[n];
			for (int i = 0; i < l.used; i++) {
				visit.range(l.start[i], l.user[i], l.end[i] - l.start[i], l.permissions[i]);
			}
		}
	}

	/** Puts a range in and tells no listener: how a recording goes back and forth. It must not overlap. */
	public void restoreMapped(long iova, long user, long length, int permissions) {
		int n = leafOf(iova);
		Leaf leaf = leaves[n];
		if (leaf.used == LEAF) {
			split(n);
			n = leafOf(iova);
			leaf = leaves[n];
		}
		int at = place(leaf, iova) + 1;
		int tail = leaf.used - at;
		System.arraycopy(leaf.start, at, leaf.start, at + 1, tail);
		System.arraycopy(leaf.end, at, leaf.end, at + 1, tail);
		System.arraycopy(leaf.user, at, leaf.user, at + 1, tail);
		System.arraycopy(leaf.permissions, at, leaf.permissions, at + 1, tail);
		leaf.start[at] = iova;
		leaf.end[at] = iova + length;
		leaf.user[at] = user;
		leaf.permissions[at] = (byte) permissions;
		leaf.used++;
		ranges++;
	}

	/** Takes the range that starts at {@code iova} away and tells no listener; nothing if there is none. */
	public void restoreUnmapped(long iova) {
		int n = leafOf(iova);
		Leaf leaf = leaves[n];
		int at = place(leaf, iova);
		if (at < 0 || leaf.start[at] != iova) {
			return;
		}
		int tail = leaf.used - at - 1;
		System.arraycopy(leaf.start, at + 1, leaf.start, at, tail);
		System.arraycopy(leaf.end, at + 1, leaf.end, at, tail);
		System.arraycopy(leaf.user, at + 1, leaf.user, at, tail);
		System.arraycopy(leaf.permissions, at + 1, leaf.permissions, at, tail);
		leaf.used--;
		ranges--;
		if (leaf.used == 0 && leafCount > 1) {
			System.arraycopy(leaves, n + 1, leaves, n, leafCount - n - 1);
			leaves[--leafCount] = null;
		}
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
		int n = leafOf(iova);
		int i = place(leaves[n], iova);
		if (i < 0 || iova >= leaves[n].end[i]) {
			i++;
		}
		if (i == leaves[n].used) {
			n++;
			i = 0;
		}
		if (n >= leafCount || leaves[n].used == 0) {
			return false;
		}
		found(leaves[n], i);
		return true;
	}

	private void found(Leaf leaf, int i) {
		foundStart = leaf.start[i];
		foundEnd = leaf.end[i];
		foundUser = leaf.user[i];
		foundPermissions = leaf.permissions[i];
	}

	/** The leaf in which a range that starts at {@code iova} would lie. */
	private int leafOf(long iova) {
		int low = 0;
		int high = leafCount - 1;
		while (low < high) {
			int mid = low + high + 1 >>> 1;
			if (leaves[mid].start[0] <= iova) {
				low = mid;
			} else {
				high = mid - 1;
			}
		}
		return low;
	}

	/** Index of the last range that starts at or below {@code iova}; -1 if none does. */
	private static int place(Leaf leaf, long iova) {
		int low = -1;
		int high = leaf.used - 1;
		while (low < high) {
			int mid = low + high + 1 >> 1;
			if (leaf.start[mid] <= iova) {
				low = mid;
			} else {
				high = mid - 1;
			}
		}
		return low;
	}

	private void split(int n) {
		if (leafCount == leaves.length) {
			leaves = Arrays.copyOf(leaves, leafCount * 2);
		}
		System.arraycopy(leaves, n + 1, leaves, n + 2, leafCount - n - 1);
		Leaf left = leaves[n];
		Leaf right = new Leaf();
		int half = LEAF / 2;
		int rest = LEAF - half;
		System.arraycopy(left.start, half, right.start, 0, rest);
		System.arraycopy(left.end, half, right.end, 0, rest);
		System.arraycopy(left.user, half, right.user, 0, rest);
		System.arraycopy(left.permissions, half, right.permissions, 0, rest);
		left.used = half;
		right.used = rest;
		leaves[n + 1] = right;
		leafCount++;
	}
}
