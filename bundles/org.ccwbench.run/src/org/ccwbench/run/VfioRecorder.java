// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import org.ccwbench.vfio.VfioListener;

/** Writes what a path tells into a recording. Changes of the DMA map come from the map itself, since they are state. */
final class VfioRecorder implements VfioListener {
	private final Recording recording;

	VfioRecorder(Recording recording) {
		this.recording = recording;
	}

	@Override
	public void stageEntered(int stage) {
		recording.enter(stage);
	}

	@Override
	public void stageLeft(int stage, int result) {
		recording.leave(stage, result);
	}

	@Override
	public void lookedUp(long iova, long user, long host, long cause) {
		recording.add(EventKind.LOOKUP, 0, 0, 0, iova, user, host, cause);
	}

	@Override
	public void pinned(long iova, long user, long host, long cause) {
		recording.add(EventKind.PINNED, 0, 0, 0, iova, user, host, cause);
	}

	@Override
	public void unpinned(long iova, long user, long host, long cause) {
		recording.add(EventKind.UNPINNED, 0, 0, 0, iova, user, host, cause);
	}

	@Override
	public void pinRefused(long iova, long user, int error, long cause) {
		recording.add(EventKind.PIN_REFUSED, 0, 0, 0, iova, user, error, cause);
	}

	@Override
	public void systemCall(SystemCall call, int bytesIn, int bytesOut) {
		recording.add(EventKind.CALL, 0, call.ordinal(), 0, 0, bytesIn, bytesOut, 0);
	}

	@Override
	public void copied(Space from, long fromAddress, Space to, long toAddress, int length) {
		recording.add(EventKind.COPIED, 0, from.ordinal() << 4 | to.ordinal(), 0, fromAddress, toAddress, length, 0);
	}

	@Override
	public void ccwTranslated(long guest, long user, long host, long ccw) {
		recording.ccws.add(recording.log.size());
		recording.add(EventKind.TRANSLATED, 0, 0, 0, guest, user, host, ccw);
	}

	@Override
	public void noted(String words) {
		recording.message(words);
		recording.notes().accept(words);
	}

	@Override
	public void reported(int crw) {
		recording.add(EventKind.REPORT, 0, 0, 0, 0, crw & 0xFFFF_FFFFL, 0, 0);
	}

	@Override
	public void started(long orb, long cpa, int conditionCode) {
		recording.add(EventKind.STARTED, 0, 0, 0, cpa, orb, conditionCode, 0);
	}
}
