// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.trace;

/**
 * A stage of the kernel in an attached run, by the kernel's own word.
 *
 * @param id     as the path of Linux names it: "K1" … "K6"
 * @param micros from the event before which the kernel had not begun, or 0 for the first
 * @param result 0, or the negative error number with which it failed
 * @param words  the events that tell of it, a line for people; "" where only what follows tells that it was
 */
public record KernelStage(String id, long micros, int result, String words) {
	/** One line for people. */
	public String line() {
		String told = words.isEmpty() ? "the kernel went on to what follows" : "the kernel: " + words;
		return micros == 0 ? told : told + " (" + micros + " microseconds after what was before)";
	}
}
