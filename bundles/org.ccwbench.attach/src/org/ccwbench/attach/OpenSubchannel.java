// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a subchannel holds of the host: files and memory, to be released once on whatever way out comes first. A
 * program that goes on is halted, then cleared; the kernel ends what still goes on when the device's file is closed.
 */
final class OpenSubchannel implements Runnable {
	private static final int ENOSYS = 38;
	private static final int GRACE_MILLIS = 500;
	private static final Set<OpenSubchannel> OPEN = ConcurrentHashMap.newKeySet();

	static {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(OpenSubchannel::atExit), "devices are let go"));
	}

	private final VfioFiles files;
	private final GuestMemory memory;
	private boolean released;

	OpenSubchannel(SystemCalls systemCalls, Mdev mdev) throws AttachException {
		files = new VfioFiles(systemCalls, mdev);
		memory = new GuestMemory(files.calls(), files.container());
	}

	VfioFiles files() {
		return files;
	}

	GuestMemory memory() {
		return memory;
	}

	/** Released at the latest when the program ends. */
	void endWithProgram() {
		OPEN.add(this);
	}

	/** Writes the async region: 0 or what the driver answers; −ENOSYS if the kernel has none. */
	int async(int command) {
		if (files.async() < 0) {
			return -ENOSYS;
		}
		ByteBuffer b = ByteBuffer.allocate(VfioRequest.ASYNC_LENGTH).order(files.calls().raw().order()).putInt(0, command);
		return Math.min(0, files.calls().raw().pwrite(files.device(), b.array(), b.capacity(), files.async()));
	}

	/** Ends what goes on. */
	synchronized void quiesce(boolean going) {
		if (released || !going) {
			return;
		}
		if (async(VfioRequest.ASYNC_HALT) == 0 && over() || async(VfioRequest.ASYNC_CLEAR) == 0 && over()) {
			return;
		}
		files.calls().raw().ioctl(files.device(), VfioRequest.DEVICE_RESET, 0);
	}

	private boolean over() {
		int[] io = {files.events(VfioRequest.IRQ_IO)};
		return files.calls().raw().poll(io, new boolean[1], GRACE_MILLIS) > 0;
	}

	/** Memory stays, as threads that still run may look at it; it goes with the process. */
	private synchronized void atExit() {
		if (!released) {
			released = true;
			files.close();
		}
	}

	@Override
	public synchronized void run() {
		OPEN.remove(this);
		if (!released) {
			released = true;
			memory.close();
			files.close();
		}
	}
}
