// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tape;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.ccwbench.device.packed.Bzip2;

/** Unpacks a block of a HET tape that was compressed as a whole and then cut into chunks. */
final class PackedBlock {
	/** How it is compressed, as the flags of its chunks say. */
	static final int ZLIB = 1;
	static final int BZIP2 = 2;

	/** A chunk as it stands on the tape; the caller fills it. */
	final byte[] chunk = new byte[AwsTape.LARGEST_BLOCK];
	private final Inflater inflater = new Inflater();
	/** The chunks of a bzip2 block, which is unpacked when all are there; null until there is one. */
	private byte[] gathered;
	private int gatheredLength;
	private int form;

	/** A block begins that is compressed in one of the ways above. */
	void begin(int compression) {
		form = compression;
		inflater.reset();
		gatheredLength = 0;
		if (form == BZIP2 && gathered == null) {
			// What compression makes longer is not kept compressed.
			gathered = new byte[AwsTape.LARGEST_BLOCK + 1];
		}
	}

	/**
	 * Takes the next chunk and unpacks it as far as that goes.
	 *
	 * @param length how much of the block is in {@code into} already
	 * @return how much is then, or -1 if the block is damaged or too long
	 */
	int unpack(int size, byte[] into, int length) {
		return form == ZLIB ? inflate(size, into, length) : gather(size);
	}

	private int gather(int size) {
		if (size > gathered.length - gatheredLength) {
			return -1;
		}
		System.arraycopy(chunk, 0, gathered, gatheredLength, size);
		gatheredLength += size;
		return 0;
	}

	private int inflate(int size, byte[] into, int length) {
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

	/** The length of the block, all chunks of which were taken; -1 if it is damaged, not complete or too long. */
	int finish(byte[] into, int length) {
		if (form == ZLIB) {
			return inflater.finished() ? length : -1;
		}
		int n = Bzip2.unpack(gathered, 0, gatheredLength, into, 0);
		return n > AwsTape.LARGEST_BLOCK ? -1 : n;
	}
}
