// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

import org.ccwbench.storage.Bytes;
import org.ccwbench.vfio.Errno;

/**
 * The group of one mediated device, /dev/vfio/N: puts it into a container and gives its file out. Results are 0
 * or negative error numbers.
 */
public final class VfioGroup {
	private static final int VIABLE = 1;
	private static final int CONTAINER_SET = 2;
	private static final int STATUS_LENGTH = 8;

	private final CcwMdev device;
	private VfioContainer container;

	public VfioGroup(CcwMdev device) {
		this.device = device;
	}

	/** GROUP_GET_STATUS with the structure {@code argument} (8 bytes: size, flags). */
	public int status(byte[] argument) {
		if (VfioContainer.shorter(argument, STATUS_LENGTH)) {
			return -Errno.EFAULT;
		}
		if (VfioContainer.below(argument, STATUS_LENGTH)) {
			return -Errno.EINVAL;
		}
		Bytes.put32(argument, 4, VIABLE | (container != null ? CONTAINER_SET : 0));
		return 0;
	}

	/** GROUP_SET_CONTAINER: −EINVAL if it is in one, −EBADF for a file that is none. */
	public int setContainer(VfioContainer to) {
		if (container != null) {
			return -Errno.EINVAL;
		}
		if (to == null) {
			return -Errno.EBADF;
		}
		container = to;
		to.attach(device);
		return 0;
	}

	/** GROUP_UNSET_CONTAINER: −EINVAL if it is in none, −EBUSY while the device is open. */
	public int unsetContainer() {
		if (container == null) {
			return -Errno.EINVAL;
		}
		if (device.opened()) {
			return -Errno.EBUSY;
		}
		container.detach(device);
		container = null;
		return 0;
	}

	/** GROUP_GET_DEVICE_FD: opens the device; −EINVAL without a container whose type is set. */
	public int openDevice() {
		if (container == null || !container.typed()) {
			return -Errno.EINVAL;
		}
		return device.opened() ? 0 : device.open();
	}

	/** The device; its file as soon as {@link #openDevice} gave 0. */
	public CcwMdev device() {
		return device;
	}

	/** Closes the device and leaves the container. */
	public void close() {
		device.close();
		unsetContainer();
	}
}
