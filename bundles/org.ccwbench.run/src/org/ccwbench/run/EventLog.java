// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * Events of 40 bytes each and, beside them, the bytes that stores replaced. Appending allocates nothing but a
 * new chunk now and then.
 * <p>An event is five doublewords: kind(8) stage(8) space(8) detail low(8) length(24) detail high(8), address,
 * value, other, cause.
 */
final class EventLog implements Closeable {
	static final int EVENT_BYTES = 40;
	/** Longest run of replaced bytes: one page. */
	static final int LONGEST = 4096;
	private static final int SHIFT = 15;
	private static final int MASK = (1 << SHIFT) - 1;
	private static final int REPLACED_SHIFT = 20;
	private static final int REPLACED_CHUNK = 1 << REPLACED_SHIFT;

	private final Chunks events;
	private final Chunks replaced;
	private final long limit;
	private ByteBuffer tail;
	private ByteBuffer replacedTail;
	private int replacedUsed = REPLACED_CHUNK;
	// Written by the thread that records, read by others only as a measure of progress.
	private volatile long published;
	private long size;
	private long replacedBytes;
	private boolean full;

	/** @param limit largest number of bytes kept, events and replaced bytes together */
	EventLog(long limit, Chunks.Budget budget) {
		events = new Chunks(EVENT_BYTES << SHIFT, budget);
		replaced = new Chunks(REPLACED_CHUNK, budget);
		this.limit = limit;
	}

	long size() {
		return size;
	}

	/** The size a short while ago, for other threads. */
	long progress() {
		return published;
	}

	long replacedBytes() {
		return replacedBytes;
	}

	boolean full() {
		return full;
	}

	long add(EventKind kind, int stage, int space, int detail, int length, long address, long value, long other, long cause) {
		int in = (int) size & MASK;
		if (in == 0 || full) {
			tail = growing(events);
			published = size;
		}
		ByteBuffer t = tail;
		int at = in * EVENT_BYTES;
		t.putLong(at, (long) kind.ordinal() << 56 | (long) (stage & 0xFF) << 48 | (long) (space & 0xFF) << 40
				| (long) (detail & 0xFF) << 32 | (length & 0xFF_FFFFL) << 8 | detail >>> 8 & 0xFF);
		t.putLong(at + 8, address);
		t.putLong(at + 16, value);
		t.putLong(at + 24, other);
		t.putLong(at + 32, cause);
		return size++;
	}

	/** Keeps bytes that are about to be replaced and gives their place. */
	long keep(byte[] from, int offset, int length) {
		if (replacedUsed + length > REPLACED_CHUNK) {
			replacedTail = growing(replaced);
			replacedUsed = 0;
		}
		replacedTail.put(replacedUsed, from, offset, length);
		long place = (long) (replaced.count() - 1) << REPLACED_SHIFT | replacedUsed;
		replacedUsed += length;
		replacedBytes += length;
		return place;
	}

	void replaced(long place, byte[] into, int length) {
		replaced.get((int) (place >>> REPLACED_SHIFT)).get((int) place & REPLACED_CHUNK - 1, into, 0, length);
	}

	void replace(long place, byte[] from, int length) {
		replaced.get((int) (place >>> REPLACED_SHIFT)).put((int) place & REPLACED_CHUNK - 1, from, 0, length);
	}

	/** @throws IndexOutOfBoundsException if there is no event of that number */
	void read(long n, Event into) {
		if (n < 0 || n >= size) {
			throw new IndexOutOfBoundsException("event " + n + " of " + size);
		}
		ByteBuffer c = events.get((int) (n >>> SHIFT));
		int at = ((int) n & MASK) * EVENT_BYTES;
		long h = c.getLong(at);
		into.number = n;
		into.kind = EventKind.of((int) (h >>> 56));
		into.stage = (byte) (h >>> 48);
		into.space = (int) (h >>> 40) & 0xFF;
		into.detail = (int) (h >>> 32) & 0xFF | ((int) h & 0xFF) << 8;
		into.length = (int) (h >>> 8) & 0xFF_FFFF;
		into.address = c.getLong(at + 8);
		into.value = c.getLong(at + 16);
		into.other = c.getLong(at + 24);
		into.cause = c.getLong(at + 32);
	}

	void publish() {
		published = size;
	}

	private ByteBuffer growing(Chunks c) {
		if (full || size * EVENT_BYTES + replacedBytes >= limit) {
			full = true;
			throw new RecordingFullException("the recording has reached its limit of " + (limit >> 20) + " MiB");
		}
		try {
			return c.grow();
		} catch (UncheckedIOException e) {
			full = true;
			throw new RecordingFullException("the recording has no room on disk: " + e.getCause().getMessage());
		}
	}

	@Override
	public void close() throws IOException {
		size = 0;
		events.close();
		replaced.close();
	}
}
