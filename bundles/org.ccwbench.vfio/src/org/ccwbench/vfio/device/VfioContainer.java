// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

import java.util.ArrayList;
import java.util.List;
import org.ccwbench.storage.Bytes;
import org.ccwbench.vfio.Container;
import org.ccwbench.vfio.DmaMap;
import org.ccwbench.vfio.DriverVersion;
import org.ccwbench.vfio.Errno;
import org.ccwbench.vfio.Machine;
import org.ccwbench.vfio.Statistics;
import org.ccwbench.vfio.Type1Container;
import org.ccwbench.vfio.VfioListener;

/**
 * A container, /dev/vfio/vfio, with type-1 mappings in the machine's {@link DmaMap}; only mediated devices are
 * in it, so nothing is pinned by mapping. Results are 0 or negative error numbers. Addresses of 2^63 and above,
 * which the kernel would take, are refused; dirty-page tracking is not there.
 */
public final class VfioContainer {
	private static final int NESTING = 6;
	private static final int DMA_CC = 4;
	private static final int UNMAP_ALL_EXTENSION = 9;

	private static final int MIGRATION = 2;
	private static final int MIGRATION_LENGTH = 32;
	private static final int DMA_AVAILABLE = 3;
	private static final int DMA_AVAILABLE_LENGTH = 16;
	private static final long LARGEST_DIRTY_BITMAP = 0x1000_0000L;
	private static final long PAGE_SIZES = 0xFFFF_FFFF_FFFF_F000L;
	private static final long PAGE = 4096;
	private static final int INFO_LENGTH = 24;
	private static final int INFO_LEAST = 16;
	private static final int MAP_LENGTH = 32;
	private static final int UNMAP_LENGTH = 24;

	private final DmaMap map;
	/** That of 4.19, whose calls take no flags but read and write, and which says nothing of itself but its page sizes. */
	private final boolean plain;
	private final int limit;
	private final Type1Container pages;
	private final List<CcwMdev> devices = new ArrayList<>();
	private Statistics statistics = new Statistics();
	private VfioListener listener = VfioListener.NONE;
	private int type;

	/** A container whose map may have {@link DmaMap#DEFAULT_LIMIT} ranges. */
	public VfioContainer(Machine machine) {
		this(machine, DmaMap.DEFAULT_LIMIT, DriverVersion.LINUX_6_12);
	}

	/**
	 * @param limit how many ranges the machine's map may have
	 * @param linux the kernel's version
	 */
	public VfioContainer(Machine machine, int limit, DriverVersion linux) {
		map = machine.dmaMap();
		plain = linux == DriverVersion.LINUX_4_19;
		this.limit = limit;
		pages = new Type1Container(machine, statistics);
		pages.findByOverlap();
	}

	/** Hears of look-ups, pins and mappings. */
	public void listener(VfioListener to) {
		listener = to;
		pages.listener(to);
	}

	/** What was looked up and pinned for the devices on the present account. */
	public Statistics statistics() {
		return statistics;
	}

	/** From now on look-ups and pins go on this account, and so do pins that are on. */
	public void account(Statistics to) {
		to.kept(statistics.pinned());
		statistics = to;
		pages.account(to);
	}

	// --- the structures of ioctls ------------------------------------------------------------------------------

	/** Whether a structure is not all in the caller's memory. */
	static boolean shorter(byte[] argument, int length) {
		return argument == null || argument.length < length;
	}

	/** Whether the size that the structure gives as its own is less than it must be. */
	static boolean below(byte[] argument, int length) {
		return Integer.compareUnsigned(Bytes.get32(argument, 0), length) < 0;
	}

	// --- the container -----------------------------------------------------------------------------------------

	/** CHECK_EXTENSION: 1 for what there is, 0 for what there is not. */
	public int checkExtension(long extension) {
		boolean there = extension == Ioctl.TYPE1 || extension == Ioctl.TYPE1_V2 || extension == NESTING
				|| extension == UNMAP_ALL_EXTENSION && !plain || extension == DMA_CC && typed();
		return there ? 1 : 0;
	}

	/** SET_IOMMU: −EINVAL without a group or if it is set, −ENODEV for a type that is not there. */
	public int setIommu(long wanted) {
		if (devices.isEmpty() || typed()) {
			return -Errno.EINVAL;
		}
		if (wanted != Ioctl.TYPE1 && wanted != Ioctl.TYPE1_V2 && wanted != NESTING) {
			return -Errno.ENODEV;
		}
		type = (int) wanted;
		return 0;
	}

	boolean typed() {
		return type != 0;
	}

	private boolean second() {
		return type != Ioctl.TYPE1;
	}

	void attach(CcwMdev device) {
		devices.add(device);
	}

	/** The last group that leaves takes all mappings along. */
	void detach(CcwMdev device) {
		devices.remove(device);
		if (devices.isEmpty()) {
			unmapAll();
			type = 0;
		}
	}

	/**
	 * ioctl(2) with a structure: GET_API_VERSION, IOMMU_GET_INFO, IOMMU_MAP_DMA, IOMMU_UNMAP_DMA.
	 *
	 * @param argument big-endian, changed in place; may be null for GET_API_VERSION
	 */
	public int ioctl(int request, byte[] argument) {
		if (request == Ioctl.GET_API_VERSION) {
			return 0;
		}
		if (!typed()) {
			return -Errno.EINVAL;
		}
		return switch (request) {
			case Ioctl.IOMMU_GET_INFO -> info(argument);
			case Ioctl.IOMMU_MAP_DMA -> map(argument);
			case Ioctl.IOMMU_UNMAP_DMA -> unmap(argument);
			default -> -Errno.ENOTTY;
		};
	}

	private int info(byte[] a) {
		if (shorter(a, INFO_LEAST)) {
			return -Errno.EFAULT;
		}
		if (below(a, INFO_LEAST)) {
			return -Errno.EINVAL;
		}
		if (plain) {
			Bytes.put32(a, 4, 1);
			Bytes.put64(a, 8, PAGE_SIZES);
			return 0;
		}
		int length = below(a, INFO_LENGTH) ? Bytes.get32(a, 0) : INFO_LENGTH;
		int needed = INFO_LENGTH + MIGRATION_LENGTH + DMA_AVAILABLE_LENGTH;
		boolean room = !below(a, needed);
		if (a.length < (room ? needed : length)) {
			return -Errno.EFAULT;
		}
		Bytes.put32(a, 4, 3);
		Bytes.put64(a, 8, PAGE_SIZES);
		if (!room) {
			Bytes.put32(a, 0, needed);
			return 0;
		}
		int at = INFO_LENGTH;
		Bytes.put32(a, 16, at);
		Bytes.put32(a, at, MIGRATION << 16 | 1);
		Bytes.put32(a, at + 4, at + MIGRATION_LENGTH);
		Bytes.put64(a, at + 8, 0);
		Bytes.put64(a, at + 16, PAGE);
		Bytes.put64(a, at + 24, LARGEST_DIRTY_BITMAP);
		at += MIGRATION_LENGTH;
		Bytes.put32(a, at, DMA_AVAILABLE << 16 | 1);
		Bytes.put32(a, at + 4, 0);
		Bytes.put32(a, at + 8, Math.max(0, limit - map.ranges()));
		Bytes.put32(a, at + 12, 0);
		return 0;
	}

	private int map(byte[] a) {
		if (shorter(a, MAP_LENGTH)) {
			return -Errno.EFAULT;
		}
		int flags = Bytes.get32(a, 4);
		int permissions = flags & (DmaMap.READ | DmaMap.WRITE);
		boolean address = (flags & Ioctl.MAP_VADDR) != 0;
		if (below(a, MAP_LENGTH) || (flags & ~(DmaMap.READ | DmaMap.WRITE | Ioctl.MAP_VADDR)) != 0
				|| address == (permissions != 0) || address && plain) {
			return -Errno.EINVAL;
		}
		long user = Bytes.get64(a, 8);
		long iova = Bytes.get64(a, 16);
		long size = Bytes.get64(a, 24);
		if (address) {
			// No range is ever without an address while mediated devices are there.
			boolean whole = iova >= 0 && size > 0 && ((iova | size | user) & PAGE - 1) == 0 && iova + size > 0;
			return whole && !(map.findNext(iova) && map.start() < iova + size) ? -Errno.ENOENT : -Errno.EINVAL;
		}
		int rc = map.map(iova, user, size, permissions);
		listener.systemCall(VfioListener.SystemCall.MAP_DMA, MAP_LENGTH, 0);
		if (rc == 0) {
			listener.dmaMapped(iova, user, size, permissions);
		}
		return rc;
	}

	private int unmap(byte[] a) {
		if (shorter(a, UNMAP_LENGTH)) {
			return -Errno.EFAULT;
		}
		int flags = Bytes.get32(a, 4);
		if (below(a, UNMAP_LENGTH) || (flags & ~7) != 0 || (flags & Ioctl.UNMAP_DIRTY_BITMAP) != 0
				|| flags != 0 && plain) {
			return -Errno.EINVAL;
		}
		if ((flags & Ioctl.UNMAP_VADDR) != 0) {
			return -Errno.EBUSY;
		}
		long iova = Bytes.get64(a, 8);
		long size = Bytes.get64(a, 16);
		boolean all = (flags & Ioctl.UNMAP_ALL) != 0;
		boolean wrong = all ? iova != 0 || size != 0
				: iova < 0 || size <= 0 || iova + size < 0 || ((iova | size) & PAGE - 1) != 0 || second() && splits(iova, size);
		if (wrong) {
			return -Errno.EINVAL;
		}
		listener.systemCall(VfioListener.SystemCall.UNMAP_DMA, UNMAP_LENGTH, UNMAP_LENGTH);
		Bytes.put64(a, 16, all ? unmapAll() : unmapWithin(iova, iova + size));
		return 0;
	}

	private boolean splits(long iova, long size) {
		return map.find(iova) && map.start() != iova || map.find(iova + size - 1) && map.end() != iova + size;
	}

	private long unmapAll() {
		return unmapWithin(0, Long.MAX_VALUE);
	}

	/**
	 * Unmaps range by range; devices let go of each first. The first version of type 1 stops at a range that begins
	 * before, and takes one that ends behind as a whole.
	 */
	private long unmapWithin(long from, long to) {
		long bytes = 0;
		long at = from;
		while (map.findNext(at) && map.start() < to && map.start() >= from) {
			long start = map.start();
			long length = map.end() - start;
			devices.forEach(d -> d.unmapping(start, length));
			for (CcwMdev d : devices) {
				if (d.holds(start, length)) {
					d.letGo();
				}
			}
			map.find(start);
			long user = map.user(start);
			int permissions = map.permissions();
			bytes += map.unmap(start, length);
			listener.dmaUnmapped(start, user, length, permissions);
			at = start + length;
		}
		return bytes;
	}

	// --- what devices do with it -------------------------------------------------------------------------------

	/** Reading and pinning for the devices. The first version of type 1 lets nothing be pinned. */
	Container access() {
		return new DeviceAccess(pages, this::second);
	}
}
