// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import org.ccwbench.storage.Journal;
import org.ccwbench.storage.PageTable;
import org.ccwbench.storage.PinTable;
import org.ccwbench.storage.Storage;

/** Writes the changes of one storage, page table or pin table into a recording. */
final class StateJournal implements Journal {
	private final Recording recording;
	private final int index;

	StateJournal(Recording recording, int index) {
		this.recording = recording;
		this.index = index;
	}

	@Override
	public void storing(Storage space, long address, byte[] frame, int offset, int length) {
		long place = recording.log.keep(frame, offset, length);
		recording.add(EventKind.STORE, index, 0, length, address, 0, place, recording.currentCcw);
	}

	@Override
	public void keying(Storage space, long address, int oldKey, int newKey) {
		recording.add(EventKind.KEY, index, 0, 0, address, oldKey, newKey, recording.currentCcw);
	}

	@Override
	public void mapping(PageTable table, long page, long oldTarget, long newTarget) {
		recording.add(EventKind.MAP, index, 0, 0, page, oldTarget, newTarget, 0);
	}

	@Override
	public void pinning(PinTable pins, long page, int delta, long owner) {
		recording.add(EventKind.PIN, index, 0, 0, page, delta, owner, 0);
	}
}
