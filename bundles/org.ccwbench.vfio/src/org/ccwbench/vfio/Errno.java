// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

/** Error numbers of Linux as the driver returns them (negative), and their names. */
public final class Errno {
	public static final int EPERM = 1;
	public static final int ENOENT = 2;
	public static final int EIO = 5;
	public static final int EBADF = 9;
	public static final int EAGAIN = 11;
	public static final int ENOMEM = 12;
	public static final int EACCES = 13;
	public static final int EFAULT = 14;
	public static final int EBUSY = 16;
	public static final int EEXIST = 17;
	public static final int ENODEV = 19;
	public static final int EINVAL = 22;
	public static final int ENOTTY = 25;
	public static final int ENOSPC = 28;
	public static final int ENOSYS = 38;
	public static final int EOPNOTSUPP = 95;

	private Errno() {}

	/** "−EINVAL" style text for a return code: the name with a minus sign, the number if it has no name here, "0". */
	public static String text(int code) {
		String name = switch (code < 0 ? -code : code) {
			case EPERM -> "EPERM";
			case ENOENT -> "ENOENT";
			case EIO -> "EIO";
			case EBADF -> "EBADF";
			case EAGAIN -> "EAGAIN";
			case ENOMEM -> "ENOMEM";
			case EACCES -> "EACCES";
			case EFAULT -> "EFAULT";
			case EBUSY -> "EBUSY";
			case EEXIST -> "EEXIST";
			case ENODEV -> "ENODEV";
			case EINVAL -> "EINVAL";
			case ENOTTY -> "ENOTTY";
			case ENOSPC -> "ENOSPC";
			case ENOSYS -> "ENOSYS";
			case EOPNOTSUPP -> "EOPNOTSUPP";
			default -> null;
		};
		return name == null ? Integer.toString(code) : (code < 0 ? "-" : "") + name;
	}
}
