// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.eckd;

import org.ccwbench.storage.AddressSpace;
import org.ccwbench.storage.Storage;

/**
 * The pages of a plain CKD image whose tracks are made one by one as they are needed. A page that no track has
 * reached yet costs nothing.
 */
abstract class TrackPages implements Storage.PageSource {
	static final int HEADER = 512;

	private final byte[] header;
	private final int heads;
	private final int tracks;
	private final byte[] track;
	private int made = -1;

	/** @param header the 512 bytes before the first track */
	TrackPages(byte[] header, int cylinders, int heads, int trackSize) {
		this.header = header;
		this.heads = heads;
		this.tracks = cylinders * heads;
		this.track = new byte[trackSize];
	}

	/** Length of the plain image in bytes. */
	final long length() {
		return HEADER + (long) tracks * track.length;
	}

	/** Fills {@code into} with a track. */
	abstract void make(int number, int cylinder, int head, byte[] into);

	@Override
	public final boolean fill(long address, byte[] page) {
		int done = 0;
		if (address < HEADER) {
			done = HEADER - (int) address;
			System.arraycopy(header, (int) address, page, 0, done);
		}
		while (done < AddressSpace.PAGE_SIZE && address + done < length()) {
			long at = address + done - HEADER;
			int offset = (int) (at % track.length);
			int n = Math.min(AddressSpace.PAGE_SIZE - done, track.length - offset);
			int number = (int) (at / track.length);
			if (number != made) {
				made = number;
				make(number, number / heads, number % heads, track);
			}
			System.arraycopy(track, offset, page, done, n);
			done += n;
		}
		return done > 0;
	}
}
