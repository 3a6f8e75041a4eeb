// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.eckd;

import org.ccwbench.channel.Transfer;
import org.ccwbench.storage.Bytes;

/**
 * DEFINE EXTENT, LOCATE RECORD, LOCATE RECORD EXTENDED and PREFIX: where a program may work, and what the
 * commands that follow will do (3990 Reference, GA32-0274, chapter 4).
 */
final class Domains {
	static final int LOCATE_RECORD = 0x47;
	static final int LOCATE_RECORD_EXTENDED = 0x4B;
	static final int PREFIX = 0xE7;
	private static final int DEFINE_EXTENT = 0x63;

	/** Operation byte, bits 0-1: what to orient to. */
	static final int ORIENTATION = 0xC0;
	static final int ORIENT_COUNT = 0x00;
	static final int ORIENT_HOME = 0x40;
	static final int ORIENT_DATA = 0x80;
	static final int ORIENT_INDEX = 0xC0;
	/** Operation byte, bits 2-7. */
	static final int ORIENT = 0x00;
	static final int WRITE_DATA = 0x01;
	static final int FORMAT_WRITE = 0x03;
	static final int READ_DATA = 0x06;
	static final int WRITE_ANY = 0x09;
	static final int READ_ANY = 0x0A;
	static final int WRITE_TRACK = 0x0B;
	static final int READ_TRACKS = 0x0C;
	static final int READ_TRACK_SET = 0x0E;
	static final int READ = 0x16;
	private static final int EXTENDED_OPERATION = 0x3F;

	/** Operation bytes of LOCATE RECORD, and of the extended form with the extended operations put in. */
	private static final long[] LOCATE_OPERATIONS = operations(0x00, 0x01, 0x03, 0x06, 0x0B, 0x0C, 0x16,
			0x40, 0x43, 0x46, 0x4C, 0x56, 0x80, 0x81, 0x86, 0x96, 0xC3, 0xD6);
	private static final long[] EXTENDED_OPERATIONS = operations(0x01, 0x03, 0x06, 0x0B, 0x0C, 0x16,
			0x43, 0x4C, 0x56, 0x81, 0x96, 0xC3, 0xD6, 0x09, 0x0A, 0x0E, 0x4E);

	private static final int TRANSFER_LENGTH_VALID = 0x80;
	private static final int AUXILIARY_RESERVED = 0x7E;
	private static final int READ_COUNT_SUFFIXED = 0x01;
	private static final int EXTENDED_ARCHITECTURE = 0xC0;

	private static final int EXTENT_LENGTH = 16;
	private static final int LOCATE_LENGTH = 16;
	private static final int EXTENDED_LENGTH = 20;
	/** PREFIX: format, validity, auxiliary byte; DEFINE EXTENT at 12, LOCATE RECORD EXTENDED at 44. */
	private static final int PREFIX_LENGTH = 64;
	private static final int PREFIX_EXTENT = 12;
	private static final int PREFIX_LOCATE = 44;
	private static final int PREFIX_EXTENT_VALID = 0x80;

	private final EckdDevice device;
	private final EckdChain chain;
	private final Track track;
	private final Orientation orientation;

	Domains(EckdDevice device) {
		this.device = device;
		this.chain = device.chain;
		this.track = device.track;
		this.orientation = new Orientation(device);
	}

	private static long[] operations(int... bytes) {
		long[] bits = new long[4];
		for (int b : bytes) {
			bits[b >> 6] |= 1L << (b & 0x3F);
		}
		return bits;
	}

	void register(EckdDevice.Command[] commands) {
		commands[DEFINE_EXTENT] = this::defineExtent;
		commands[LOCATE_RECORD] = this::locateRecord;
		if (device.control.locateExtended()) {
			commands[LOCATE_RECORD_EXTENDED] = this::locateRecordExtended;
		}
		if (device.control.prefix()) {
			commands[PREFIX] = this::prefix;
		}
	}

	private int defineExtent(int command, Transfer transfer) {
		device.parameters(transfer, EXTENT_LENGTH);
		defineExtent(device.buffer, 0);
		return device.ended();
	}

	private void defineExtent(byte[] p, int at) {
		if (chain.domain > 0 || chain.fileMaskSet || chain.readIpl) {
			throw device.reject(EckdDevice.INVALID_SEQUENCE);
		}
		int mask = p[at] & 0xFF;
		int attributes = p[at + 1] & 0xFF;
		int blockSize = Bytes.get16(p, at + 2);
		int largest = device.image.geometry().r0() + 8;
		if (blockSize == 0) {
			blockSize = largest;
		}
		boolean again = chain.extentDefined;
		if (again && (mask != chain.fileMask || attributes != chain.attributes || blockSize != chain.blockSize)) {
			throw device.reject(EckdDevice.INVALID_SEQUENCE);
		}
		valid((attributes & EXTENDED_ARCHITECTURE) == EXTENDED_ARCHITECTURE);
		valid((mask & EckdChain.MASK_RESERVED) == 0);
		valid(blockSize <= largest);
		valid((Bytes.get32(p, at + 4) & 0xFFFF_FF00) == 0);
		int first = Bytes.get32(p, at + 8);
		int last = Bytes.get32(p, at + 12);
		boolean onDisk = has(first) && has(last) && Integer.compareUnsigned(first, last) <= 0;
		if (!onDisk || again && !(inExtent(first) && inExtent(last))) {
			throw device.reject(again ? EckdDevice.INVALID_SEQUENCE : EckdDevice.INVALID_PARAMETER);
		}
		chain.fileMask = mask;
		chain.attributes = attributes;
		chain.blockSize = blockSize;
		chain.extent(first, last);
	}

	private boolean has(int track) {
		return device.image.has(track >>> 16, track & 0xFFFF);
	}

	private boolean inExtent(int track) {
		return chain.inExtent(track >>> 16, track & 0xFFFF);
	}

	private int locateRecord(int command, Transfer transfer) {
		device.parameters(transfer, LOCATE_LENGTH);
		byte[] p = device.buffer;
		beforeLocate();
		int operation = p[0] & 0xFF;
		valid((LOCATE_OPERATIONS[operation >> 6] >>> (operation & 0x3F) & 1) != 0);
		chain.operation = operation;
		int code = chain.operationCode();
		auxiliary(p, 0, code == WRITE_DATA || code == READ);
		valid(p[2] == 0);
		int count = p[3] & 0xFF;
		valid(code == ORIENT ? count == 0 : count > (chain.readCountSuffixed() ? 1 : 0));
		place(p, 0);
		find(p, 0, false);
		chain.domain = count;
		return device.ended();
	}

	private int locateRecordExtended(int command, Transfer transfer) {
		device.parameters(transfer, EXTENDED_LENGTH);
		int length = Bytes.get16(device.buffer, 18);
		if (length > 2) {
			throw device.reject(EckdDevice.INVALID_PARAMETER);
		}
		if (length > 0 && transfer.receive(device.buffer, EXTENDED_LENGTH, length) < length) {
			throw device.reject(EckdDevice.COUNT_TOO_SMALL);
		}
		locateRecordExtended(0, length);
		return device.ended();
	}

	private void locateRecordExtended(int at, int length) {
		byte[] p = device.buffer;
		beforeLocate();
		int operation = p[at] & 0xFF;
		int extended = p[at + 17] & 0xFF;
		boolean isExtended = (operation & 0x3F) == EXTENDED_OPERATION;
		if (isExtended) {
			valid(extended == WRITE_ANY || extended == READ_ANY || extended == READ_TRACK_SET);
			operation = operation & ORIENTATION | extended;
		} else {
			valid(extended == 0);
		}
		valid((EXTENDED_OPERATIONS[operation >> 6] >>> (operation & 0x3F) & 1) != 0);
		chain.operation = operation;
		int code = chain.operationCode();
		auxiliary(p, at, code == WRITE_DATA || code == WRITE_ANY || code == READ_ANY || code == READ || code == READ_DATA);
		valid(p[at + 2] == 0);
		int count = p[at + 3] & 0xFF;
		valid(count > (chain.readCountSuffixed() ? 1 : 0));
		valid(isExtended ? length == 1 || length == 2 && code == READ_TRACK_SET : length == 0);
		place(p, at);
		if (code == READ_TRACK_SET) {
			trackSet(p, at, count, length);
		} else if (isExtended) {
			valid(p[at + EXTENDED_LENGTH] == 1);
		}
		find(p, at, isExtended && code != READ_TRACK_SET);
		chain.domain = count;
	}

	private void trackSet(byte[] p, int at, int count, int length) {
		int set = (p[at + EXTENDED_LENGTH] & 0xFF) << 8 | (length == 2 ? p[at + EXTENDED_LENGTH + 1] & 0xFF : 0);
		valid((set & 0x8000) != 0 && Integer.bitCount(set) == count);
		int tracks = 15 - Integer.numberOfTrailingZeros(set);
		int head = Bytes.get16(p, at + 6) + tracks;
		int heads = device.image.heads();
		if (!chain.inExtent(Bytes.get16(p, at + 4) + head / heads, head % heads)) {
			throw device.unitCheck(EckdDevice.FILE_PROTECTED);
		}
		chain.trackSet = set;
	}

	private int prefix(int command, Transfer transfer) {
		device.parameters(transfer, PREFIX_LENGTH);
		byte[] p = device.buffer;
		int format = p[0] & 0xFF;
		valid(format <= 1);
		int length = 0;
		if (format == 1) {
			length = Bytes.get16(p, PREFIX_LOCATE + 18);
			valid(length <= 2);
			if (length > 0 && transfer.receive(p, PREFIX_LENGTH, length) < length) {
				throw device.reject(EckdDevice.COUNT_TOO_SMALL);
			}
		}
		if ((p[1] & PREFIX_EXTENT_VALID) != 0) {
			defineExtent(p, PREFIX_EXTENT);
		}
		if (format == 1) {
			locateRecordExtended(PREFIX_LOCATE, length);
		}
		return device.ended();
	}

	private void beforeLocate() {
		if (chain.domain > 0 || !chain.extentDefined && !chain.readIpl) {
			throw device.reject(EckdDevice.INVALID_SEQUENCE);
		}
	}

	/** Auxiliary byte and transfer-length factor. */
	private void auxiliary(byte[] p, int at, boolean mayBeSuffixed) {
		int auxiliary = p[at + 1] & 0xFF;
		valid((auxiliary & AUXILIARY_RESERVED) == 0);
		valid((auxiliary & READ_COUNT_SUFFIXED) == 0 || mayBeSuffixed);
		chain.auxiliary = auxiliary;
		int factor = Bytes.get16(p, at + 14);
		boolean given = (auxiliary & TRANSFER_LENGTH_VALID) != 0;
		valid(given == (factor != 0) && factor <= chain.blockSize);
		chain.transferLength = given ? factor : chain.blockSize;
	}

	/** Seek address and sector number; goes to the track. */
	private void place(byte[] p, int at) {
		int seek = Bytes.get32(p, at + 4);
		int sector = p[at + 13] & 0xFF;
		valid(has(seek));
		if (!inExtent(seek)) {
			throw device.unitCheck(EckdDevice.FILE_PROTECTED);
		}
		valid(sector == 0xFF || sector < device.image.geometry().sectors());
	}

	/** Goes to the track and orients to what the operation byte says; {@code any} takes any record but 0. */
	private void find(byte[] p, int at, boolean any) {
		int seek = Bytes.get32(p, at + 4);
		device.seek(seek >>> 16, seek & 0xFFFF);
		int to = chain.operation & ORIENTATION;
		if (to == ORIENT_HOME && Bytes.get32(p, at + 8) != seek) {
			throw device.unitCheck(EckdDevice.NO_RECORD_FOUND);
		}
		if (to == ORIENT_COUNT || to == ORIENT_DATA) {
			long wanted = Bytes.get64(p, at + 8) >>> 24;
			do {
				if (!orientation.nextOnTrack()) {
					throw device.unitCheck(EckdDevice.NO_RECORD_FOUND);
				}
			} while (any ? track.record() == 0 : track.count() >>> 24 != wanted);
			if (to == ORIENT_DATA) {
				track.skipRecord();
			}
		}
		chain.positioned = true;
	}

	private void valid(boolean parameter) {
		if (!parameter) {
			throw device.reject(EckdDevice.INVALID_PARAMETER);
		}
	}
}
