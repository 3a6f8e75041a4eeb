// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

import org.ccwbench.storage.Bytes;
import org.ccwbench.vfio.Errno;

/** The device's interruptions for user space, each an eventfd that it may set: what the two IRQ ioctls do. */
final class Interrupts {
	/** An I/O interruption; its IRB is in the I/O region. */
	static final int IO = 0;
	/** A channel-report word can be read. */
	static final int CRW = 1;
	/** The host wants the device back. */
	static final int REQUEST = 2;
	static final int NUMBER = 3;

	private static final int EVENTFD_CAPABLE = 1;
	private static final int INFO_LENGTH = 16;
	private static final int SET_LENGTH = 20;
	private static final int DATA_TYPES = Ioctl.IRQ_DATA_NONE | Ioctl.IRQ_DATA_BOOL | Ioctl.IRQ_DATA_EVENTFD;
	private static final int ACTIONS = Ioctl.IRQ_ACTION_MASK | Ioctl.IRQ_ACTION_UNMASK | Ioctl.IRQ_ACTION_TRIGGER;

	private final int number;
	private final FileTable files;
	private final EventFd[] triggers = new EventFd[NUMBER];

	/** @param number how many there are, from the first */
	Interrupts(FileTable files, int number) {
		this.number = number;
		this.files = files;
	}

	int number() {
		return number;
	}

	void signal(int index) {
		if (triggers[index] != null) {
			triggers[index].signal();
		}
	}

	int info(byte[] a) {
		if (VfioContainer.shorter(a, INFO_LENGTH)) {
			return -Errno.EFAULT;
		}
		if (VfioContainer.below(a, INFO_LENGTH) || Integer.compareUnsigned(Bytes.get32(a, 8), number) >= 0) {
			return -Errno.EINVAL;
		}
		Bytes.put32(a, 4, EVENTFD_CAPABLE);
		Bytes.put32(a, 12, 1);
		return 0;
	}

	int set(byte[] a) {
		if (VfioContainer.shorter(a, SET_LENGTH)) {
			return -Errno.EFAULT;
		}
		int flags = Bytes.get32(a, 4);
		int index = Bytes.get32(a, 8);
		long start = Bytes.get32(a, 12) & 0xFFFF_FFFFL;
		long count = Bytes.get32(a, 16) & 0xFFFF_FFFFL;
		int type = flags & DATA_TYPES;
		int size = type == Ioctl.IRQ_DATA_EVENTFD ? 4 : type == Ioctl.IRQ_DATA_BOOL ? 1 : 0;
		boolean shape = !VfioContainer.below(a, SET_LENGTH) && Integer.compareUnsigned(index, number) < 0
				&& (flags & ~(DATA_TYPES | ACTIONS)) == 0 && start < 1 && start + count <= 1
				&& (size != 0 || type == Ioctl.IRQ_DATA_NONE)
				&& (Bytes.get32(a, 0) & 0xFFFF_FFFFL) - SET_LENGTH >= count * size
				&& (flags & Ioctl.IRQ_ACTION_TRIGGER) != 0;
		if (!shape) {
			return -Errno.EINVAL;
		}
		if (a.length < SET_LENGTH + size) {
			return -Errno.EFAULT;
		}
		if (type == Ioctl.IRQ_DATA_EVENTFD) {
			return trigger(index, Bytes.get32(a, SET_LENGTH));
		}
		if (type == Ioctl.IRQ_DATA_NONE || a[SET_LENGTH] != 0) {
			signal(index);
		}
		return 0;
	}

	private int trigger(int index, int descriptor) {
		if (descriptor < -1 || files.standard(descriptor)) {
			return -Errno.EINVAL;
		}
		EventFd file = descriptor == -1 ? null : files.get(descriptor);
		if (descriptor >= 0 && file == null) {
			return -Errno.EBADF;
		}
		triggers[index] = file;
		return 0;
	}
}
