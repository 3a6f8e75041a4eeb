// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

/** One event, read out of a {@link Recording} into this reusable holder. {@link EventKind} says what its numbers mean. */
public final class Event {
	long number;
	EventKind kind;
	int stage;
	int space;
	int detail;
	int length;
	long address;
	long value;
	long other;
	long cause;

	/** Its place in the recording, from 0. Position n is the state before event n. */
	public long number() {
		return number;
	}

	public EventKind kind() {
		return kind;
	}

	/** Index of the stage in which it happened, or -1 before the first. */
	public int stage() {
		return stage;
	}

	/** Index of the storage, page table or pin table that it changed, each counted by itself. */
	public int space() {
		return space;
	}

	public int detail() {
		return detail;
	}

	public int length() {
		return length;
	}

	public long address() {
		return address;
	}

	public long value() {
		return value;
	}

	public long other() {
		return other;
	}

	public long cause() {
		return cause;
	}
}
