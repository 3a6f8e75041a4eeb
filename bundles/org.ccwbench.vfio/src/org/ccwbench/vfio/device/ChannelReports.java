// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

/**
 * Channel-report words (PoP, chapter 17) for user space, first come first. As the kernel does when it has no
 * memory, it drops what finds no room.
 */
final class ChannelReports {
	/** Reporting source: channel path. */
	private static final int CHANNEL_PATH = 4;
	/** Error recovery: the source was initialized. */
	static final int INITIALIZED = 2;
	/** Error recovery: permanent error. */
	static final int PERMANENT_ERROR = 6;
	private static final int ROOM = 4096;

	private final int[] words = new int[ROOM];
	private int first;
	private int count;

	boolean isEmpty() {
		return count == 0;
	}

	/** Queues the report on a channel path. */
	void add(int recovery, int chpid) {
		if (count < ROOM) {
			words[(first + count++) % ROOM] = CHANNEL_PATH << 24 | recovery << 16 | chpid;
		}
	}

	/** The oldest, which leaves the queue; 0 if there is none. */
	int take() {
		if (count == 0) {
			return 0;
		}
		int word = words[first];
		first = (first + 1) % ROOM;
		count--;
		return word;
	}
}
