// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Room for bytes off the Java heap, in chunks of equal size: a few in direct memory, the rest mapped from a
 * nameless temporary file, so that a long recording costs disk and page cache, not heap.
 */
final class Chunks implements Closeable {
	private static final int IN_MEMORY = 4;

	private final int chunkBytes;
	private ByteBuffer[] chunks = new ByteBuffer[16];
	private int count;
	private FileChannel file;

	Chunks(int chunkBytes) {
		this.chunkBytes = chunkBytes;
	}

	int count() {
		return count;
	}

	ByteBuffer get(int i) {
		return chunks[i];
	}

	/**
	 * Adds a chunk.
	 *
	 * @throws UncheckedIOException if the disk has no room for it
	 */
	ByteBuffer grow() {
		ByteBuffer fresh;
		if (count < IN_MEMORY) {
			fresh = ByteBuffer.allocateDirect(chunkBytes);
		} else {
			try {
				fresh = map();
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
		if (count == chunks.length) {
			chunks = Arrays.copyOf(chunks, count * 2);
		}
		chunks[count++] = fresh;
		return fresh;
	}

	private ByteBuffer map() throws IOException {
		if (file == null) {
			Path path = Files.createTempFile("ccwb-recording", null);
			file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
		}
		long at = (long) (count - IN_MEMORY) * chunkBytes;
		// Written before it is mapped: a full disk is then an exception here, and not a fault at some later store.
		ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
		for (long done = 0; done < chunkBytes;) {
			zeros.position(0).limit((int) Math.min(zeros.capacity(), chunkBytes - done));
			done += file.write(zeros, at + done);
		}
		return file.map(FileChannel.MapMode.READ_WRITE, at, chunkBytes);
	}

	/** Gives the disk space back; the chunks must not be touched any more. */
	@Override
	public void close() throws IOException {
		chunks = new ByteBuffer[0];
		count = 0;
		if (file != null) {
			file.close();
			file = null;
		}
	}
}
