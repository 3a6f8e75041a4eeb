// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tape;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks a block of a HET tape that was compressed with zlib as a whole and then cut into chunks. */
final class PackedBlock {
	/** A chunk as it stands on the tape; the caller fills it. */
	final byte[] chunk = new byte[AwsTape.LARGEST_BLOCK];
	private final Inflater inflater = new Inflater();

	/** A block begins. */
	void begin() {
		inflater.reset();
	}

	/**
	 * Unpacks the next chunk.
	 *
	 * @param length how much of the block is in {@code into} already
	 * @return how much is then, or -1 if the block is damaged or too long
	 */
	int unpack(int size, byte[] into, int length) {
		inflater.setInput(chunk, 0, size);
		int there = length;
		try {
			while (!inflater.finished() && !inflater.needsInput()) {
				int n = inflater.inflate(into, there, into.length - there);
				if (n == 0 && (inflater.needsDictionary() || there == into.length)) {
					return -1;
				}
				there += n;
			}
		} catch (DataFormatException e) {
			return -1;
		}
		return there > AwsTape.LARGEST_BLOCK ? -1 : there;
	}

	/** Whether the block has ended. */
	boolean complete() {
		return inflater.finished();
	}
}
