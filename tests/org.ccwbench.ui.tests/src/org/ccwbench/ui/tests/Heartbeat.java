// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

import org.eclipse.swt.widgets.Display;

/** Asks the UI thread for an answer again and again, and remembers for how long it has left one waiting. */
final class Heartbeat implements AutoCloseable {
	private static final int REST_MILLIS = 2;
	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
	private static final long LONG = 40_000_000L;
	private final Display display = Display.getDefault();
	private final Thread asking = new Thread(this::ask, "Heartbeat");
	private volatile boolean over;
	private volatile long answered;
	private long longest;
	private long processor;
	private String in = "";

	Heartbeat() {
		asking.setDaemon(true);
		asking.setPriority(Thread.MAX_PRIORITY);
		asking.start();
	}

	private void ask() {
		while (!over && !display.isDisposed()) {
			long worked = THREADS.getThreadCpuTime(display.getThread().threadId());
			long began = System.nanoTime();
			answered = 0;
			display.asyncExec(() -> answered = System.nanoTime());
			String busy = "";
			while (answered == 0 && !display.isDisposed()) {
				rest();
				long waited = System.nanoTime() - began;
				if (waited > LONG && busy.isEmpty()) {
					busy = place(display.getThread().getStackTrace());
				}
			}
			worked = THREADS.getThreadCpuTime(display.getThread().threadId()) - worked;
			if (worked > processor) {
				processor = worked;
				in = busy;
			}
			longest = Math.max(longest, answered - began);
			rest();
		}
	}

	/** The innermost method of ours that is under way. */
	private static String place(StackTraceElement[] stack) {
		for (StackTraceElement e : stack) {
			if (e.getClassName().startsWith("org.ccwbench.") && !e.getClassName().startsWith("org.ccwbench.ui.tests.")) {
				return e.getClassName().substring(e.getClassName().lastIndexOf('.') + 1) + '.' + e.getMethodName();
			}
		}
		return stack.length == 0 ? "" : stack[Math.min(stack.length - 1, 2)].getClassName() + '.' + stack[Math.min(stack.length - 1, 2)].getMethodName();
	}

	private static void rest() {
		try {
			Thread.sleep(REST_MILLIS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** Milliseconds of the longest wait; to be asked after {@link #close}. */
	double longest() {
		return longest / 1e6;
	}

	/** Milliseconds of work of the UI thread in the wait with the most of it: what others on the machine do adds little. */
	double processor() {
		return processor / 1e6;
	}

	/** What the UI thread was about in that; empty if it was too short to tell. */
	String in() {
		return in;
	}

	@Override
	public void close() {
		over = true;
		try {
			asking.join();
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		}
	}
}
