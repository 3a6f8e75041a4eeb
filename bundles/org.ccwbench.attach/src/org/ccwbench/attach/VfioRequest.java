// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

/** Requests, flags and lengths of VFIO's interface (linux/vfio.h, linux/vfio_ccw.h) as far as they are wanted here. */
final class VfioRequest {
	static final int GET_API_VERSION = 0x3B64;
	static final int CHECK_EXTENSION = 0x3B65;
	static final int SET_IOMMU = 0x3B66;
	static final int GROUP_GET_STATUS = 0x3B67;
	static final int GROUP_SET_CONTAINER = 0x3B68;
	static final int GROUP_UNSET_CONTAINER = 0x3B69;
	static final int GROUP_GET_DEVICE_FD = 0x3B6A;
	static final int DEVICE_GET_INFO = 0x3B6B;
	static final int DEVICE_GET_REGION_INFO = 0x3B6C;
	static final int DEVICE_GET_IRQ_INFO = 0x3B6D;
	static final int DEVICE_SET_IRQS = 0x3B6E;
	static final int DEVICE_RESET = 0x3B6F;
	static final int IOMMU_MAP_DMA = 0x3B71;
	static final int IOMMU_UNMAP_DMA = 0x3B72;

	/** The only version of the interface. */
	static final int API_VERSION = 0;
	static final int TYPE1 = 1;
	static final int TYPE1_V2 = 3;
	static final int GROUP_VIABLE = 1;
	static final int DEVICE_IS_CCW = 0x10;
	static final int REGION_HAS_CAPABILITIES = 8;
	static final int REGION_TYPE_CAPABILITY = 2;
	static final int REGION_TYPE_CCW = 2;
	static final int SUBTYPE_ASYNC = 1;
	static final int SUBTYPE_SCHIB = 2;
	static final int SUBTYPE_CRW = 3;
	static final int IRQ_IO = 0;
	static final int IRQ_CRW = 1;
	static final int IRQ_REQUEST = 2;
	static final int IRQ_DATA_NONE = 1;
	static final int IRQ_DATA_EVENTFD = 4;
	static final int IRQ_ACTION_TRIGGER = 32;
	static final int MAP_READ = 1;
	static final int MAP_WRITE = 2;

	/** I/O region: ORB 12, SCSW 12, IRB 96, return code 4. */
	static final int IO_LENGTH = 124;
	static final int IO_SCSW = 12;
	static final int IO_IRB = 24;
	static final int IO_RETURN_CODE = 120;
	/** Async region: command, return code. */
	static final int ASYNC_LENGTH = 8;
	static final int ASYNC_HALT = 1;
	static final int ASYNC_CLEAR = 2;
	static final int SCHIB_LENGTH = 52;
	static final int CRW_LENGTH = 8;
	/** Function control "start" in the second byte of the SCSW's first word. */
	static final byte FUNCTION_START = 0x40;

	private VfioRequest() {}
}
