// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.nio.ByteOrder;

/**
 * The calls of Linux that VFIO takes. Each gives what the C library gives, or the negative error number where that
 * gives −1; a call that a signal interrupted is made again. Structures are arrays laid out as the kernel has them, in
 * the byte order of the host; they are changed in place. Safe for several threads.
 */
public interface SystemCalls {
	/** Byte order of numbers in structures. */
	ByteOrder order();

	/** open(2) for reading and writing, close-on-exec: a file descriptor. */
	int open(String path);

	int close(int descriptor);

	/** ioctl(2) whose argument is a number. */
	int ioctl(int descriptor, int request, long argument);

	/** ioctl(2) whose argument points to a structure. */
	int ioctl(int descriptor, int request, byte[] structure);

	/** ioctl(2) whose argument points to a string. */
	int ioctl(int descriptor, int request, String argument);

	/** eventfd(2), non-blocking and close-on-exec: a file descriptor. */
	int eventfd();

	/** read(2) of an eventfd: its count, which becomes 0; −EAGAIN if it is 0. */
	long takeEvents(int descriptor);

	/** write(2) of an eventfd: adds one. */
	int signalEvent(int descriptor);

	/**
	 * poll(2) for reading.
	 *
	 * @param ready set for each descriptor that can be read or is in error
	 * @return how many; 0 when the time is over
	 */
	int poll(int[] descriptors, boolean[] ready, int milliseconds);

	/** pread(2): how many bytes came. */
	int pread(int descriptor, byte[] into, int count, long position);

	/** pwrite(2): how many bytes went. */
	int pwrite(int descriptor, byte[] from, int count, long position);

	/** mmap(2) of private memory that takes room only where it is touched: the address. */
	long mmap(long length);

	int munmap(long address, long length);

	/** Copies out of memory that {@link #mmap} gave. */
	void load(long address, byte[] into, int offset, int length);

	/** Copies into memory that {@link #mmap} gave. */
	void store(long address, byte[] from, int offset, int length);
}
