// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

/**
 * What an event of a recording says. The first six change state and can be undone; all others tell what
 * happened. The meaning of an {@link Event}'s numbers follows each kind: s = space, l = length, a = address,
 * v = value, o = other, c = cause, x = detail; "sch" is the subchannel number; -1 stands for an address that
 * there is not.
 */
public enum EventKind {
	/** Bytes of a storage were replaced: s l a; the replaced bytes beside it; c = CCW that was being executed, or -1. */
	STORE(true),
	/** A storage key changed: s a; v = old key, o = new key. */
	KEY(true),
	/** A page-table entry changed: s = table, a = page, v = old target, o = new target. */
	MAP(true),
	/** A pin count changed: s = pin table, a = page, v = +1 or -1, o = owner. */
	PIN(true),
	/** A stretch entered the DMA map: a = first IOVA, v = user address, o = bytes; x = permissions. */
	DMA_MAP(true),
	/** A stretch left the DMA map: as DMA_MAP. */
	DMA_UNMAP(true),
	/** A start function of the image began: x = its index. */
	START(false),
	/** A stage began: x = its index. */
	STAGE(false),
	/** A stage was over: x = its index, v = 0 or a negative error number. */
	STAGE_LEFT(false),
	/** An address was looked up: a = guest, v = user, o = host address, c = CCW, IDAW or ORB that needs it. */
	LOOKUP(false),
	/** A page was pinned: a v o c as for LOOKUP. */
	PINNED(false),
	/** A pin was taken off: as PINNED. */
	UNPINNED(false),
	/** A page could not be pinned: a v c as for LOOKUP, o = negative error number. */
	PIN_REFUSED(false),
	/** A CCW got a new form: a = guest, v = user, o = host address of the CCW, c = its eight bytes in the new form. */
	TRANSLATED(false),
	/** The monitor called the kernel: x = ordinal of the call; v = bytes in, o = bytes out. */
	CALL(false),
	/** Bytes were copied: x = 16 × from + to, ordinals of the spaces; a = from, v = to; o = bytes. */
	COPIED(false),
	/** The host's driver started the program: a = CPA, v = address of the ORB, o = condition code. */
	STARTED(false),
	/** Words for people: x = text. */
	MESSAGE(false),
	/** The channel fetched a CCW: a; v = its eight bytes; x = format; c = sch. */
	CCW(false),
	/** The channel fetched an IDAW or MIDAW: a; l = 4, 8 or 16; v = the data address in it; c = sch. */
	INDIRECT(false),
	/** Data moved between device and storage: a l; x = 1 to storage, 0 from storage; c = sch. */
	DATA(false),
	/** The device took or refused a command: x = command; c = sch. */
	COMMAND(false),
	/** A command ended: a = its CCW, x = command; v = unit status, o = channel status, l = residual count; c = sch. */
	ENDED(false),
	/** The subchannel became status pending: v = status control; c = sch. */
	STATUS(false),
	/** An I/O instruction ended: x = ordinal of the instruction; v = condition code; c = sch. */
	INSTRUCTION(false),
	/** The guest has its IRB: a = its address in space s. */
	RESULT(false),
	/** The guest got a channel-report word: v. */
	REPORT(false);

	private static final EventKind[] ALL = values();
	private final boolean changesState;

	EventKind(boolean changesState) {
		this.changesState = changesState;
	}

	/** Whether going back over such an event changes a storage, table or count. */
	public boolean changesState() {
		return changesState;
	}

	static EventKind of(int ordinal) {
		return ALL[ordinal];
	}
}
