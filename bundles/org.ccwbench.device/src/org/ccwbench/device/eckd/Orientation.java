// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.eckd;

/** How commands find the next record: past record 0, around the track once, or on to the next track. */
final class Orientation {
	private final EckdDevice device;
	private final EckdChain chain;
	private final Track track;

	Orientation(EckdDevice device) {
		this.device = device;
		this.chain = device.chain;
		this.track = device.track;
	}

	/** Passes the count field of the next record for {@code command}; record 0 counts if {@code withZero}. */
	void nextRecord(int command, boolean withZero) {
		boolean multitrack = (command & 0x80) != 0;
		if (track.orientation() == Track.END) {
			advance(1);
		}
		while (!(nextOnTrack() && (withZero || track.record() != 0))) {
			if (track.orientation() != Track.END) {
				continue;
			}
			if (chain.indexPassed && !goesOn(command, multitrack)) {
				throw device.unitCheck(EckdDevice.NO_RECORD_FOUND);
			}
			if (multitrack) {
				advance(1);
				chain.indexPassed |= !Searches.isSearch(command);
			} else {
				device.seek(track.cylinder(), track.head());
				chain.indexPassed = true;
			}
		}
	}

	/** Outside of a domain, multitrack reads and key searches go on to the end of the cylinder. */
	private boolean goesOn(int command, boolean multitrack) {
		return multitrack && chain.domain == 0 && ((command & 0x03) == 0x02 || Searches.isKeySearch(command));
	}

	/** Passes the next count field of this track; false at its end. */
	boolean nextOnTrack() {
		return switch (track.next()) {
			case RECORD -> true;
			case END_OF_TRACK -> false;
			case NOT_READABLE -> throw device.unitCheck(EckdDevice.INVALID_TRACK_FORMAT);
		};
	}

	/** Goes to the beginning of a track behind this one, as multitrack operation does. */
	void advance(int tracks) {
		int heads = device.image.heads();
		int head = track.head() + tracks;
		if (chain.domain == 0) {
			if ((chain.fileMask & EckdChain.MASK_SEEK) == EckdChain.MASK_SEEK_NONE) {
				throw device.unitCheck(EckdDevice.FILE_PROTECTED);
			}
			if (head >= heads) {
				throw device.unitCheck(EckdDevice.END_OF_CYLINDER);
			}
		}
		int cylinder = track.cylinder() + head / heads;
		head %= heads;
		if (!chain.inExtent(cylinder, head) || !device.image.has(cylinder, head)) {
			throw device.unitCheck(EckdDevice.FILE_PROTECTED);
		}
		device.seek(cylinder, head);
	}
}
