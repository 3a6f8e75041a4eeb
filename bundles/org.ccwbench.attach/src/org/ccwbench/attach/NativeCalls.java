// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The calls of this host's C library. 64-bit Linux only. */
public final class NativeCalls implements SystemCalls {
	private static final int EINTR = 4;
	private static final int EAGAIN = 11;
	private static final int READ_WRITE_CLOEXEC = 02 | 02000000;
	private static final int EVENTFD_FLAGS = 02000000 | 04000;
	private static final int READ_WRITE = 3;
	private static final int PRIVATE_ANONYMOUS_NORESERVE = 0x4022;
	private static final short POLLIN = 1;
	private static final int POLLFD = 8;

	private final ThreadLocal<Memory> scratch = ThreadLocal.withInitial(() -> new Memory(512));

	/**
	 * Loads the C library.
	 *
	 * @throws AttachException if this is no Linux of 64 bits, or JNA has nothing for this machine
	 */
	public static NativeCalls load() throws AttachException {
		if (!System.getProperty("os.name").equals("Linux")) {
			throw new AttachException("This machine runs " + System.getProperty("os.name")
					+ "; devices are attached on Linux on IBM Z. Name a host that an agent can run on: HOST/0.0.1234.");
		}
		try {
			if (Native.POINTER_SIZE != Long.BYTES) {
				throw new AttachException("Attaching devices needs a Java of 64 bits.");
			}
			C.register();
			return new NativeCalls();
		} catch (UnsatisfiedLinkError e) {
			throw new AttachException("The C library cannot be called from this Java (" + e.getMessage() + ").", e);
		}
	}

	private NativeCalls() {}

	/** The functions themselves; registered only when they are wanted, so that other systems never look for them. */
	private static final class C {
		static void register() {
			Native.register(C.class, "c");
		}

		static native int open(String path, int flags);

		static native int close(int fd);

		static native int ioctl(int fd, long request, long argument);

		static native int eventfd(int count, int flags);

		static native long read(int fd, Pointer into, long count);

		static native long write(int fd, Pointer from, long count);

		static native int poll(Pointer fds, long count, int milliseconds);

		static native long pread(int fd, Pointer into, long count, long position);

		static native long pwrite(int fd, Pointer from, long count, long position);

		static native long mmap(Pointer address, long length, int protection, int flags, int fd, long offset);

		static native int munmap(Pointer address, long length);
	}

	private static int result(long value) {
		return value < 0 ? -Native.getLastError() : (int) value;
	}

	private Memory memory(int length) {
		Memory m = scratch.get();
		if (m.size() < length) {
			m = new Memory(length);
			scratch.set(m);
		}
		return m;
	}

	@Override
	public ByteOrder order() {
		return ByteOrder.nativeOrder();
	}

	@Override
	public int open(String path) {
		int fd;
		do {
			fd = result(C.open(path, READ_WRITE_CLOEXEC));
		} while (fd == -EINTR);
		return fd;
	}

	@Override
	public int close(int descriptor) {
		return result(C.close(descriptor));
	}

	@Override
	public int ioctl(int descriptor, int request, long argument) {
		return result(C.ioctl(descriptor, request, argument));
	}

	@Override
	public int ioctl(int descriptor, int request, byte[] structure) {
		Memory m = memory(structure.length);
		m.write(0, structure, 0, structure.length);
		int rc = result(C.ioctl(descriptor, request, Pointer.nativeValue(m)));
		m.read(0, structure, 0, structure.length);
		return rc;
	}

	@Override
	public int ioctl(int descriptor, int request, String argument) {
		byte[] text = argument.getBytes(StandardCharsets.UTF_8);
		byte[] terminated = java.util.Arrays.copyOf(text, text.length + 1);
		return ioctl(descriptor, request, terminated);
	}

	@Override
	public int eventfd() {
		return result(C.eventfd(0, EVENTFD_FLAGS));
	}

	@Override
	public long takeEvents(int descriptor) {
		Memory m = memory(Long.BYTES);
		int n;
		do {
			n = result(C.read(descriptor, m, Long.BYTES));
		} while (n == -EINTR);
		return n < 0 ? n : n == Long.BYTES ? m.getLong(0) : -EAGAIN;
	}

	@Override
	public int signalEvent(int descriptor) {
		Memory m = memory(Long.BYTES);
		m.setLong(0, 1);
		int n;
		do {
			n = result(C.write(descriptor, m, Long.BYTES));
		} while (n == -EINTR);
		return Math.min(n, 0);
	}

	@Override
	public int poll(int[] descriptors, boolean[] ready, int milliseconds) {
		Memory m = memory(POLLFD * descriptors.length);
		long until = System.nanoTime() + milliseconds * 1_000_000L;
		int n;
		int left = milliseconds;
		do {
			for (int i = 0; i < descriptors.length; i++) {
				m.setInt((long) POLLFD * i, descriptors[i]);
				m.setShort((long) POLLFD * i + 4, POLLIN);
				m.setShort((long) POLLFD * i + 6, (short) 0);
			}
			n = result(C.poll(m, descriptors.length, left));
			left = (int) Math.max(0, (until - System.nanoTime()) / 1_000_000L);
		} while (n == -EINTR);
		for (int i = 0; i < descriptors.length; i++) {
			ready[i] = n > 0 && m.getShort((long) POLLFD * i + 6) != 0;
		}
		return n;
	}

	@Override
	public int pread(int descriptor, byte[] into, int count, long position) {
		Memory m = memory(count);
		int n;
		do {
			n = result(C.pread(descriptor, m, count, position));
		} while (n == -EINTR);
		if (n > 0) {
			m.read(0, into, 0, n);
		}
		return n;
	}

	/** Not made again when a signal interrupts it: the driver may have started the program. */
	@Override
	public int pwrite(int descriptor, byte[] from, int count, long position) {
		Memory m = memory(count);
		m.write(0, from, 0, count);
		return result(C.pwrite(descriptor, m, count, position));
	}

	@Override
	public long mmap(long length) {
		long at = C.mmap(Pointer.NULL, length, READ_WRITE, PRIVATE_ANONYMOUS_NORESERVE, -1, 0);
		return at == -1 ? -Native.getLastError() : at;
	}

	@Override
	public int munmap(long address, long length) {
		return result(C.munmap(new Pointer(address), length));
	}

	@Override
	public void load(long address, byte[] into, int offset, int length) {
		new Pointer(address).read(0, into, offset, length);
	}

	@Override
	public void store(long address, byte[] from, int offset, int length) {
		new Pointer(address).write(0, from, offset, length);
	}
}
