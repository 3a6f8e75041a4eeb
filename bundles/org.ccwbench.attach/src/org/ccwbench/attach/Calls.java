// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.nio.ByteBuffer;

/** System calls of which each is checked: whatever fails ends with a {@link SystemCallException}. */
final class Calls {
	private final SystemCalls calls;

	Calls(SystemCalls calls) {
		this.calls = calls;
	}

	SystemCalls raw() {
		return calls;
	}

	/** A structure of that size whose first word says so, in the host's byte order. */
	ByteBuffer structure(int size) {
		return ByteBuffer.allocate(size).order(calls.order()).putInt(0, size);
	}

	int open(String path) throws SystemCallException {
		return check("open " + path, calls.open(path));
	}

	int eventfd() throws SystemCallException {
		return check("eventfd", calls.eventfd());
	}

	int ioctl(String name, int descriptor, int request, long argument) throws SystemCallException {
		return check(name, calls.ioctl(descriptor, request, argument));
	}

	int ioctl(String name, int descriptor, int request, ByteBuffer structure) throws SystemCallException {
		return check(name, calls.ioctl(descriptor, request, structure.array()));
	}

	int ioctl(String name, int descriptor, int request, String argument) throws SystemCallException {
		return check(name, calls.ioctl(descriptor, request, argument));
	}

	long mmap(long length) throws SystemCallException {
		long at = calls.mmap(length);
		if (at < 0 && at >= -4095) {
			throw new SystemCallException("mmap of " + length + " bytes", (int) -at);
		}
		return at;
	}

	/** Reads all of something; less is an error of input and output. */
	void pread(String name, int descriptor, byte[] into, long position) throws SystemCallException {
		if (check(name, calls.pread(descriptor, into, into.length, position)) != into.length) {
			throw new SystemCallException(name + " (less than " + into.length + " bytes)", 5);
		}
	}

	static int check(String name, int result) throws SystemCallException {
		if (result < 0) {
			throw new SystemCallException(name, -result);
		}
		return result;
	}
}
