// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

/**
 * What an event of a recording says. The first four change state and can be undone; all others tell what
 * happened. The meaning of an {@link Event}'s numbers follows each kind: s = space, l = length, a = address,
 * v = value, o = other, c = cause, x = detail; "sch" is the subchannel number.
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
	/** A stage was entered: x = its index. */
	STAGE(false),
	/** An address was looked up: a = guest address, v = user address or -1, o = host address or -1, c = address of the CCW or IDAW that holds it. */
	LOOKUP(false),
	/** A page was pinned: a = guest page, o = host page or -1 where it failed, c = cause as for LOOKUP. */
	PINNED(false),
	/** A page was unpinned: as PINNED. */
	UNPINNED(false),
	/** A stretch was entered into the DMA map: a = first IOVA, v = user address, o = bytes; x = 1 if writable. */
	DMA_MAP(false),
	/** A stretch was taken out of the DMA map: a = first IOVA, o = bytes. */
	DMA_UNMAP(false),
	/** A CCW was written in another form: a = guest CCW's address, v = address of its new form, o = the new form's eight bytes; x = {@link #USER} or {@link #HOST}. */
	TRANSLATED(false),
	/** A system call: x = text; l = bytes passed; v = return value. */
	CALL(false),
	/** Bytes were copied between the monitor and the kernel: l; x = text. */
	COPIED(false),
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
	/** A command ended: x = command; v = unit status, o = channel status, l = residual count; c = sch. */
	ENDED(false),
	/** The subchannel became status pending: v = status control; c = sch. */
	STATUS(false),
	/** An I/O instruction ended: x = ordinal of the instruction; v = condition code; c = sch. */
	INSTRUCTION(false),
	/** The guest's IRB was stored: a = its address in space s. */
	RESULT(false);

	/** TRANSLATED, x: the form that the monitor wrote in its own virtual storage. */
	public static final int USER = 1;
	/** TRANSLATED, x: the form that the channel executes. */
	public static final int HOST = 2;

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
