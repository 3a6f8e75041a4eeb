// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Container, group, device and eventfds of a mediated device, opened in the order that VFIO wants, and what the
 * device told about itself. Whatever was opened is closed in the opposite order, also if opening fails half-way.
 */
final class VfioFiles implements AutoCloseable {
	private static final int INTERRUPTIONS = 3;
	private static final int MOST_REGIONS = 64;
	private static final int LARGEST_REGION_INFO = 4096;

	private final Calls calls;
	private final Deque<Runnable> release = new ArrayDeque<>();
	private final List<String> description = new ArrayList<>();
	private final int[] events = new int[INTERRUPTIONS];
	private final int container;
	private final int device;
	private final int wake;
	/** Positions in the device's file; −1 for a region that this kernel has not. */
	private long io = -1;
	private long async = -1;
	private long schib = -1;
	private long crw = -1;

	VfioFiles(SystemCalls systemCalls, Mdev mdev) throws AttachException {
		calls = new Calls(systemCalls);
		boolean done = false;
		try {
			container = openContainer();
			int group = group(mdev);
			device = calls.ioctl("VFIO_GROUP_GET_DEVICE_FD", group, VfioRequest.GROUP_GET_DEVICE_FD, mdev.uuid());
			release.push(() -> systemCalls.close(device));
			description.add(String.format("subchannel %s, mediated device %s, /dev/vfio/%s", mdev.subchannel(), mdev.uuid(), mdev.group()));
			regions(info());
			wake = calls.eventfd();
			release.push(() -> systemCalls.close(wake));
			for (int i = 0; i < INTERRUPTIONS; i++) {
				events[i] = trigger(i);
			}
			done = true;
		} finally {
			if (!done) {
				close();
			}
		}
	}

	private int openContainer() throws AttachException {
		int fd = calls.open("/dev/vfio/vfio");
		release.push(() -> calls.raw().close(fd));
		int version = calls.ioctl("VFIO_GET_API_VERSION", fd, VfioRequest.GET_API_VERSION, 0);
		if (version != VfioRequest.API_VERSION) {
			throw new AttachException("The kernel speaks version " + version + " of VFIO; known is version 0 only.");
		}
		return fd;
	}

	private int group(Mdev mdev) throws AttachException {
		int fd = calls.open("/dev/vfio/" + mdev.group());
		release.push(() -> calls.raw().close(fd));
		ByteBuffer status = calls.structure(8);
		calls.ioctl("VFIO_GROUP_GET_STATUS", fd, VfioRequest.GROUP_GET_STATUS, status);
		if ((status.getInt(4) & VfioRequest.GROUP_VIABLE) == 0) {
			throw new AttachException("The group /dev/vfio/" + mdev.group() + " is not viable: another of its devices has a driver of the host.");
		}
		ByteBuffer number = ByteBuffer.allocate(4).order(calls.raw().order()).putInt(0, container);
		calls.ioctl("VFIO_GROUP_SET_CONTAINER", fd, VfioRequest.GROUP_SET_CONTAINER, number);
		release.push(() -> calls.raw().ioctl(fd, VfioRequest.GROUP_UNSET_CONTAINER, 0));
		boolean second = calls.ioctl("VFIO_CHECK_EXTENSION", container, VfioRequest.CHECK_EXTENSION, VfioRequest.TYPE1_V2) > 0;
		calls.ioctl("VFIO_SET_IOMMU", container, VfioRequest.SET_IOMMU, second ? VfioRequest.TYPE1_V2 : VfioRequest.TYPE1);
		return fd;
	}

	private ByteBuffer info() throws AttachException {
		ByteBuffer info = calls.structure(16);
		calls.ioctl("VFIO_DEVICE_GET_INFO", device, VfioRequest.DEVICE_GET_INFO, info);
		if ((info.getInt(4) & VfioRequest.DEVICE_IS_CCW) == 0) {
			throw new AttachException(String.format("This is no device of channel I/O: VFIO_DEVICE_GET_INFO gives flags %X.", info.getInt(4)));
		}
		return info;
	}

	private void regions(ByteBuffer info) throws AttachException {
		int regions = Math.min(info.getInt(8), MOST_REGIONS);
		for (int i = 0; i < regions; i++) {
			ByteBuffer r = region(i);
			long size = r.getLong(16);
			long offset = r.getLong(24);
			int subtype = i == 0 ? 0 : subtype(r);
			if (i == 0 && size >= VfioRequest.IO_LENGTH) {
				io = offset;
			} else if (subtype == VfioRequest.SUBTYPE_ASYNC && size >= VfioRequest.ASYNC_LENGTH) {
				async = offset;
			} else if (subtype == VfioRequest.SUBTYPE_SCHIB && size >= VfioRequest.SCHIB_LENGTH) {
				schib = offset;
			} else if (subtype == VfioRequest.SUBTYPE_CRW && size >= VfioRequest.CRW_LENGTH) {
				crw = offset;
			}
		}
		if (io < 0) {
			throw new AttachException("The device has no I/O region of " + VfioRequest.IO_LENGTH + " bytes.");
		}
		description.add("regions: I/O" + (async < 0 ? "" : ", async") + (schib < 0 ? "" : ", SCHIB") + (crw < 0 ? "" : ", CRW")
				+ (async < 0 ? "; this kernel (before Linux 5.2) can neither halt nor clear" : "")
				+ (schib < 0 ? "; this kernel (before Linux 5.8) shows no SCHIB and reports nothing of channel paths" : ""));
	}

	/** VFIO_DEVICE_GET_REGION_INFO, with room for its capabilities. */
	private ByteBuffer region(int index) throws AttachException {
		int size = 32;
		while (true) {
			ByteBuffer r = calls.structure(size);
			r.putInt(8, index);
			calls.ioctl("VFIO_DEVICE_GET_REGION_INFO of region " + index, device, VfioRequest.DEVICE_GET_REGION_INFO, r);
			int wanted = r.getInt(0);
			if (wanted <= size || wanted > LARGEST_REGION_INFO) {
				return r;
			}
			size = wanted;
		}
	}

	/** Subtype of a region of channel I/O, out of its chain of capabilities; 0 for any other. */
	private static int subtype(ByteBuffer r) {
		if ((r.getInt(4) & VfioRequest.REGION_HAS_CAPABILITIES) == 0) {
			return 0;
		}
		int at = r.getInt(12);
		for (int hops = 0; at >= 32 && at + 16 <= r.capacity() && hops < r.capacity() / 8; hops++) {
			if ((r.getShort(at) & 0xFFFF) == VfioRequest.REGION_TYPE_CAPABILITY && r.getInt(at + 8) == VfioRequest.REGION_TYPE_CCW) {
				return r.getInt(at + 12);
			}
			at = r.getInt(at + 4);
		}
		return 0;
	}

	/** An eventfd for an interruption; −1 if this kernel has no such interruption. */
	private int trigger(int index) throws AttachException {
		ByteBuffer irq = calls.structure(16);
		irq.putInt(8, index);
		int known = calls.raw().ioctl(device, VfioRequest.DEVICE_GET_IRQ_INFO, irq.array());
		if (known < 0 || irq.getInt(12) < 1) {
			if (index == VfioRequest.IRQ_IO) {
				throw new SystemCallException("VFIO_DEVICE_GET_IRQ_INFO of the I/O interruption", known < 0 ? -known : 22);
			}
			return -1;
		}
		int fd = calls.eventfd();
		release.push(() -> calls.raw().close(fd));
		ByteBuffer set = irqSet(index, VfioRequest.IRQ_DATA_EVENTFD, 1, 24);
		set.putInt(20, fd);
		calls.ioctl("VFIO_DEVICE_SET_IRQS of interruption " + index, device, VfioRequest.DEVICE_SET_IRQS, set);
		release.push(() -> {
			ByteBuffer off = irqSet(index, VfioRequest.IRQ_DATA_EVENTFD, 1, 24);
			off.putInt(20, -1);
			calls.raw().ioctl(device, VfioRequest.DEVICE_SET_IRQS, off.array());
		});
		return fd;
	}

	private ByteBuffer irqSet(int index, int data, int count, int size) {
		ByteBuffer set = calls.structure(size);
		set.putInt(4, data | VfioRequest.IRQ_ACTION_TRIGGER).putInt(8, index).putInt(16, count);
		return set;
	}

	Calls calls() {
		return calls;
	}

	int container() {
		return container;
	}

	int device() {
		return device;
	}

	/** The eventfd that ends a poll before its time. */
	int wake() {
		return wake;
	}

	/** The eventfd of an interruption, −1 if there is none. */
	int events(int index) {
		return events[index];
	}

	long io() {
		return io;
	}

	long async() {
		return async;
	}

	long schib() {
		return schib;
	}

	long crw() {
		return crw;
	}

	List<String> description() {
		return description;
	}

	@Override
	public void close() {
		while (!release.isEmpty()) {
			release.pop().run();
		}
	}
}
