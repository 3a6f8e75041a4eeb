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
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Room for bytes off the Java heap, in chunks of equal size: in direct memory as far as a budget goes, then
 * mapped from a nameless temporary file, so that a long recording costs disk and page cache, not heap.
 */
final class Chunks implements Closeable {
	/**
	 * Direct memory that closed recordings have left. Memory that was never touched costs many times what writing to it
	 * does, and one recording follows another.
	 */
	private static final class Used {
		private static final long MOST = 256L << 20;
		private final Map<Integer, ArrayDeque<ByteBuffer>> bySize = new HashMap<>();
		private long bytes;

		synchronized ByteBuffer take(int size) {
			ArrayDeque<ByteBuffer> left = bySize.get(size);
			ByteBuffer chunk = left == null ? null : left.poll();
			bytes -= chunk == null ? 0 : size;
			return chunk;
		}

		synchronized void leave(ByteBuffer chunk) {
			if (bytes + chunk.capacity() <= MOST) {
				bytes += chunk.capacity();
				bySize.computeIfAbsent(chunk.capacity(), s -> new ArrayDeque<>()).push(chunk);
			}
		}
	}

	private static final Used USED = new Used();

	/** Bytes of direct memory that the chunks of one recording may take together. */
	static final class Budget {
		private static final long MOST = 1L << 30;
		private long left = Math.min(MOST, Runtime.getRuntime().maxMemory() / 4);

		/** Direct memory, or null if there is none left. */
		private ByteBuffer take(int bytes) {
			if (left < bytes) {
				return null;
			}
			left -= bytes;
			ByteBuffer used = USED.take(bytes);
			if (used != null) {
				return used;
			}
			try {
				return ByteBuffer.allocateDirect(bytes);
			} catch (OutOfMemoryError e) {
				left = 0;
				return null;
			}
		}
	}

	private final int chunkBytes;
	private final Budget budget;
	private int inFile;
	private ByteBuffer[] chunks = new ByteBuffer[16];
	private int count;
	private FileChannel file;

	Chunks(int chunkBytes, Budget budget) {
		this.chunkBytes = chunkBytes;
		this.budget = budget;
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
		ByteBuffer fresh = budget.take(chunkBytes);
		if (fresh == null) {
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
		long at = (long) inFile++ * chunkBytes;
		// Written before it is mapped: a full disk is then an exception here, and not a fault at some later store.
		ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
		for (long done = 0; done < chunkBytes;) {
			zeros.position(0).limit((int) Math.min(zeros.capacity(), chunkBytes - done));
			done += file.write(zeros, at + done);
		}
		return file.map(FileChannel.MapMode.READ_WRITE, at, chunkBytes);
	}

	/** Gives memory and disk space back; the chunks must not be touched any more. */
	@Override
	public void close() throws IOException {
		for (int i = 0; i < count - inFile; i++) {
			USED.leave(chunks[i]);
		}
		chunks = new ByteBuffer[0];
		count = 0;
		if (file != null) {
			file.close();
			file = null;
		}
	}
}
