// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.List;
import org.ccwbench.channel.IoInstruction;

/**
 * One START SUBCHANNEL of the guest on its way along a path. It moves only when {@link #next} is called: by one
 * stage, or, while the program runs on the device, by one step of the channel subsystem. Not thread-safe.
 */
public interface PathRun {
	/**
	 * Does the next bit: a stage, or one step of the channel while the program runs.
	 *
	 * @return false if there was nothing left to do, because the run is {@link #finished}, or because it
	 *         {@link #waiting waits} for something that will not come by itself (a suspended program)
	 */
	boolean next();

	/** The stage that is being done or was done last: an index into the path's stages; -1 before the first. */
	int stage();

	/** Whether the program is on the device and no interruption has come. */
	boolean waiting();

	boolean finished();

	/** Halts the program as HALT SUBCHANNEL does, so that an endless or suspended one ends. Only while {@link #waiting}; 0 or a negative error number. */
	int halt();

	/** Clears the program as CLEAR SUBCHANNEL does. As {@link #halt}. */
	int clear();

	/**
	 * The guest issues another instruction to the subchannel while the run goes on: SSCH, RSCH, HSCH, CSCH or XSCH.
	 *
	 * @return its condition code, as the monitor gives it
	 */
	int issue(IoInstruction instruction);

	/** The monitor takes a stretch of guest storage, in whole pages, out of the map. Between two calls of {@link #next}. */
	void unmap(long guest, long length);

	/**
	 * The host's channel paths that lead to the device, as a mask, are lost, or are there again. Between two calls of
	 * {@link #next}; who hears of it depends on the path.
	 */
	default void pathsChanged(int mask, boolean lost) {}

	/** Channel-report words (PoP, chapter 17) that the guest got so far, in order. */
	default List<Integer> reports() {
		return List.of();
	}

	/**
	 * The guest and its monitor end: the device is closed, which clears the subchannel and gives everything back that
	 * the run still holds. Nothing if it is {@link #finished}; it is so afterwards.
	 */
	void abandon();

	/** The guest ends: what is kept for it beyond a start function is given back. The run is {@link #finished}. */
	default void end() {}

	/** What the kernel answered to the request: 0 or a negative error number, see {@link Errno}. */
	int returnCode();

	/** Condition code that the guest's START SUBCHANNEL got; -1 as long as it has none. */
	int conditionCode();

	/** The interruption code if START SUBCHANNEL ended with a program interruption instead; 0 otherwise. */
	int programInterruption();

	/** The guest's IRB, 96 bytes, or null if it got none (yet). A copy. */
	byte[] irb();

	Statistics statistics();
}
