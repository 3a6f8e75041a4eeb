// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

/** Request numbers of VFIO's ioctls (linux/vfio.h) for container, group and device. */
public final class Ioctl {
	public static final int GET_API_VERSION = 0x3B64;
	public static final int CHECK_EXTENSION = 0x3B65;
	public static final int SET_IOMMU = 0x3B66;
	public static final int GROUP_GET_STATUS = 0x3B67;
	public static final int GROUP_SET_CONTAINER = 0x3B68;
	public static final int GROUP_UNSET_CONTAINER = 0x3B69;
	public static final int GROUP_GET_DEVICE_FD = 0x3B6A;
	public static final int DEVICE_GET_INFO = 0x3B6B;
	public static final int DEVICE_GET_REGION_INFO = 0x3B6C;
	public static final int DEVICE_GET_IRQ_INFO = 0x3B6D;
	public static final int DEVICE_SET_IRQS = 0x3B6E;
	public static final int DEVICE_RESET = 0x3B6F;
	public static final int IOMMU_GET_INFO = 0x3B70;
	public static final int IOMMU_MAP_DMA = 0x3B71;
	public static final int IOMMU_UNMAP_DMA = 0x3B72;
	/** Answered by VFIO itself since 5.18, for all devices. */
	public static final int DEVICE_FEATURE = 0x3B75;

	/** SET_IRQS flags: no data, a byte, an eventfd; trigger. */
	public static final int IRQ_DATA_NONE = 1;
	public static final int IRQ_DATA_BOOL = 2;
	public static final int IRQ_DATA_EVENTFD = 4;
	public static final int IRQ_ACTION_MASK = 8;
	public static final int IRQ_ACTION_UNMASK = 16;
	public static final int IRQ_ACTION_TRIGGER = 32;

	/** MAP_DMA flags besides read (1) and write (2): a new address for a range that was left without one. */
	public static final int MAP_VADDR = 4;
	/** UNMAP_DMA flags. */
	public static final int UNMAP_DIRTY_BITMAP = 1;
	public static final int UNMAP_ALL = 2;
	public static final int UNMAP_VADDR = 4;

	/** Extensions and what SET_IOMMU takes: type 1, and its version that never splits a mapping. */
	public static final int TYPE1 = 1;
	public static final int TYPE1_V2 = 3;

	private Ioctl() {}
}
