// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.eckd;

import org.ccwbench.device.RecordDevice;
import org.ccwbench.storage.Storage;

/**
 * The track that the device is at, and its orientation: which field has passed last. All fields are read from
 * the image itself, so that nothing goes stale.
 */
final class Track {
	/** Orientation: after the home address, after a count, a key or a data field, at the end of the track. */
	static final int INDEX = 0;
	static final int COUNT = 1;
	static final int KEY = 2;
	static final int DATA = 3;
	static final int END = 4;

	/** Answers of {@link #next}. */
	enum Next { RECORD, END_OF_TRACK, NOT_READABLE }

	private static final int HOME_ADDRESS = 5;
	private static final int COUNT_FIELD = 8;
	private static final long END_OF_TRACK = -1L;
	private static final byte[] ENDING = {-1, -1, -1, -1, -1, -1, -1, -1};

	private final CkdImage image;
	private final Storage storage;
	private final int size;

	private int cylinder;
	private int head;
	private long start;
	private int at;
	private int orientation;
	private long count;
	private RecordDevice.RecordListener listener;

	Track(CkdImage image) {
		this.image = image;
		this.storage = image.storage();
		this.size = image.trackSize();
		seek(0, 0);
	}

	/**
	 * Goes to the beginning of a track, past its home address.
	 *
	 * @return false if the home address is not that of the track
	 */
	boolean seek(int toCylinder, int toHead) {
		cylinder = toCylinder;
		head = toHead;
		start = image.track(toCylinder, toHead);
		at = HOME_ADDRESS;
		orientation = INDEX;
		count = 0;
		boolean here = (int) (storage.load64(start) >>> 24) == (toCylinder << 16 | toHead);
		if (!here) {
			image.medium().damaged(start + 1, String.format("expected %04X%04X, the home address of cylinder %d, head %d",
					toCylinder, toHead, toCylinder, toHead));
		}
		return here;
	}

	int cylinder() {
		return cylinder;
	}

	int head() {
		return head;
	}

	int orientation() {
		return orientation;
	}

	/** Bytes of the track that have passed. */
	int at() {
		return at;
	}

	/** The count field that passed last: cylinder, head, record, key length, data length. */
	long count() {
		return count;
	}

	int record() {
		return (int) (count >>> 24) & 0xFF;
	}

	int keyLength() {
		return (int) (count >>> 16) & 0xFF;
	}

	int dataLength() {
		return (int) count & 0xFFFF;
	}

	/** Copies the home address: flag, cylinder and head. */
	void homeAddress(byte[] into) {
		storage.load(start, into, 0, HOME_ADDRESS);
	}

	/** Passes the next count field, whatever record it is of. */
	Next next() {
		if (orientation == END) {
			return Next.END_OF_TRACK;
		}
		skipRecord();
		if (at + COUNT_FIELD > size) {
			return notReadable("the end of the track");
		}
		long field = storage.load64(start + at);
		if (field == END_OF_TRACK) {
			orientation = END;
			return Next.END_OF_TRACK;
		}
		count = field;
		if (at + COUNT_FIELD + keyLength() + dataLength() > size) {
			// There is nothing behind it that could be read.
			orientation = END;
			return notReadable("a record that ends before the track");
		}
		at += COUNT_FIELD;
		orientation = COUNT;
		return Next.RECORD;
	}

	private Next notReadable(String expected) {
		image.medium().damaged(start + at, String.format("expected %s of cylinder %d, head %d", expected, cylinder, head));
		return Next.NOT_READABLE;
	}

	/** Goes past what is left of the record whose count or key passed last. */
	void skipRecord() {
		if (orientation == COUNT) {
			at += keyLength() + dataLength();
			orientation = DATA;
		} else if (orientation == KEY) {
			at += dataLength();
			orientation = DATA;
		}
	}

	/** Goes past the key of the record whose count passed last. */
	void skipKey() {
		if (orientation == COUNT) {
			at += keyLength();
			orientation = KEY;
		}
	}

	/** Copies the key of the record whose count passed last, and goes past it. */
	void readKey(byte[] into) {
		storage.load(start + at, into, 0, keyLength());
		skipKey();
	}

	/** Copies what is left of the record, key and data or data, and goes past it. Returns how many bytes. */
	int readRest(byte[] into, int offset) {
		if (listener != null && rest() > 0) {
			listener.dataRead(cylinder, head, record());
		}
		int length = rest();
		storage.load(start + at, into, offset, length);
		skipRecord();
		return length;
	}

	void listener(RecordDevice.RecordListener to) {
		listener = to;
	}

	/** Bytes of key and data, or of data, that follow. */
	int rest() {
		return orientation == COUNT ? keyLength() + dataLength() : orientation == KEY ? dataLength() : 0;
	}

	/** Stores what is left of the record, {@link #rest} bytes, and goes past it. */
	void writeRest(byte[] from) {
		image.medium().store(start + at, from, 0, rest());
		skipRecord();
	}

	/** The rotational position at which the record begins that passed last; 0 if none did. */
	int sector() {
		int passed = orientation == COUNT ? 0 : orientation == KEY ? keyLength() : keyLength() + dataLength();
		int begin = at - COUNT_FIELD - passed;
		if (orientation == INDEX || orientation == END || record() == 0) {
			return 0;
		}
		return image.geometry().sector(cells(begin));
	}

	/** Cells that the user records before {@code end} take. */
	private int cells(int end) {
		int cells = 0;
		for (int a = HOME_ADDRESS; a < end;) {
			long c = storage.load64(start + a);
			int k = (int) (c >>> 16) & 0xFF;
			int d = (int) c & 0xFFFF;
			if (((int) (c >>> 24) & 0xFF) != 0) {
				cells += image.geometry().space(k, d);
			}
			a += COUNT_FIELD + k + d;
		}
		return cells;
	}

	/** Whether a record with the count field {@code field} fits after what has passed. */
	boolean fits(long field) {
		Geometry geometry = image.geometry();
		int key = (int) (field >>> 16) & 0xFF;
		int data = (int) field & 0xFFFF;
		int here = at + rest();
		if (here + COUNT_FIELD + key + data + COUNT_FIELD > size) {
			return false;
		}
		int cells = ((int) (field >>> 24) & 0xFF) == 0 ? 0 : geometry.space(key, data);
		return cells + cells(here) <= geometry.cells();
	}

	/** Writes a record after what has passed and ends the track behind it; the caller has asked {@link #fits}. */
	void writeRecord(byte[] from, int length) {
		skipRecord();
		image.medium().store(start + at, from, 0, length);
		count = org.ccwbench.storage.Bytes.get64(from, 0);
		at += length;
		orientation = DATA;
		erase();
	}

	/** Ends the track after what has passed. */
	void erase() {
		skipRecord();
		image.medium().store(start + at, ENDING, 0, COUNT_FIELD);
		orientation = DATA;
	}

	/** Whether the end of track can be written after what has passed. */
	boolean canErase() {
		return at + rest() + COUNT_FIELD <= size;
	}
}
