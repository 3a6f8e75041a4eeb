// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.eckd;

import org.ccwbench.arch.UnitStatus;
import org.ccwbench.channel.Transfer;

/** READ commands for fields, records and tracks. A record without data gives unit exception. */
final class Reads {
	private static final int READ_IPL = 0x02;
	private static final int READ_DATA = 0x06;
	private static final int READ_KEY_AND_DATA = 0x0E;
	private static final int READ_COUNT = 0x12;
	private static final int READ_R0 = 0x16;
	private static final int READ_HOME_ADDRESS = 0x1A;
	private static final int READ_CKD = 0x1E;
	private static final int READ_MULTIPLE_CKD = 0x5E;
	private static final int READ_TRACK = 0xDE;
	private static final int MULTITRACK = 0x80;
	private static final int COUNT_FIELD = 8;

	/** Operations of a domain, as bits by operation code, in which a command may come. */
	private static final long DATA_DOMAINS = bits(Domains.READ_DATA, Domains.READ_ANY, Domains.READ);
	private static final long KEY_DOMAINS = bits(Domains.READ_DATA, Domains.READ);
	private static final long HOME_DOMAINS = bits(Domains.READ_DATA, Domains.READ);

	private final EckdDevice device;
	private final EckdChain chain;
	private final Track track;
	private final Orientation orientation;

	Reads(EckdDevice device) {
		this.device = device;
		this.chain = device.chain;
		this.track = device.track;
		this.orientation = new Orientation(device);
	}

	private static long bits(int... codes) {
		long bits = 0;
		for (int c : codes) {
			bits |= 1L << c;
		}
		return bits;
	}

	void register(EckdDevice.Command[] commands) {
		for (int multitrack : new int[] {0, MULTITRACK}) {
			commands[READ_DATA | multitrack] = this::readData;
			commands[READ_KEY_AND_DATA | multitrack] = this::readKeyAndData;
			commands[READ_COUNT | multitrack] = this::readCount;
			commands[READ_R0 | multitrack] = this::readR0;
			commands[READ_HOME_ADDRESS | multitrack] = this::readHomeAddress;
			commands[READ_CKD | multitrack] = this::readCkd;
		}
		commands[READ_IPL] = this::readIpl;
		if (device.control.extended()) {
			commands[READ_MULTIPLE_CKD] = this::readMultipleCkd;
			commands[READ_TRACK] = this::readTrack;
		}
	}

	private int readIpl(int command, Transfer transfer) {
		if (chain.extentDefined || chain.fileMaskSet || chain.domain > 0) {
			throw device.reject(EckdDevice.INVALID_SEQUENCE);
		}
		device.seek(0, 0);
		orientation.nextRecord(command, false);
		chain.readIpl = true;
		chain.positioned = true;
		track.skipKey();
		return sendRest(transfer, 0);
	}

	private int readData(int command, Transfer transfer) {
		begin(DATA_DOMAINS);
		if (chain.domain > 0 && chain.operationCode() == Domains.READ && (command & MULTITRACK) == 0) {
			throw device.reject(EckdDevice.INVALID_SEQUENCE);
		}
		int passed = track.orientation();
		if (passed != Track.COUNT && passed != Track.KEY) {
			orientation.nextRecord(command, false);
		}
		track.skipKey();
		return sendRest(transfer, 0);
	}

	private int readKeyAndData(int command, Transfer transfer) {
		begin(KEY_DOMAINS);
		if (track.orientation() != Track.COUNT) {
			orientation.nextRecord(command, false);
		}
		return sendRest(transfer, 0);
	}

	private int readCount(int command, Transfer transfer) {
		boolean suffix = chain.domain == 1 && chain.readCountSuffixed() && chain.operationCode() == Domains.WRITE_DATA;
		if (!suffix) {
			begin(DATA_DOMAINS);
		}
		orientation.nextRecord(command, false);
		count();
		transfer.send(device.buffer, 0, COUNT_FIELD);
		return device.ended();
	}

	private int readCkd(int command, Transfer transfer) {
		begin(DATA_DOMAINS);
		orientation.nextRecord(command, false);
		count();
		return sendRest(transfer, COUNT_FIELD);
	}

	private int readR0(int command, Transfer transfer) {
		begin(HOME_DOMAINS);
		if (chain.domain > 0 && chain.operationCode() == Domains.READ && (chain.operation & Domains.ORIENT_HOME) == 0) {
			throw device.reject(EckdDevice.INVALID_SEQUENCE);
		}
		toHomeAddress(command);
		orientation.nextRecord(command, true);
		count();
		return sendRest(transfer, COUNT_FIELD);
	}

	private int readHomeAddress(int command, Transfer transfer) {
		begin(HOME_DOMAINS);
		if (chain.domain > 0 && chain.operationCode() == Domains.READ
				&& (chain.operation & Domains.ORIENTATION) != Domains.ORIENT_INDEX) {
			throw device.reject(EckdDevice.INVALID_SEQUENCE);
		}
		toHomeAddress(command);
		track.homeAddress(device.buffer);
		transfer.send(device.buffer, 0, 5);
		return device.ended();
	}

	private int readMultipleCkd(int command, Transfer transfer) {
		device.positioned();
		device.outsideDomain();
		if (track.orientation() == Track.END) {
			orientation.advance(1);
		}
		for (boolean open = true; orientation.nextOnTrack();) {
			if (open && track.record() != 0) {
				count();
				int length = COUNT_FIELD + track.readRest(device.buffer, COUNT_FIELD);
				open = transfer.send(device.buffer, 0, length) == length;
			}
		}
		return device.ended();
	}

	private int readTrack(int command, Transfer transfer) {
		int code = chain.operationCode();
		int before = transfer.previousCommand();
		if (chain.domain == 0 || code != Domains.READ_TRACKS && code != Domains.READ_TRACK_SET
				|| before != Domains.LOCATE_RECORD && before != Domains.LOCATE_RECORD_EXTENDED
				&& before != Domains.PREFIX && before != READ_TRACK) {
			throw device.reject(EckdDevice.INVALID_SEQUENCE);
		}
		if (before == READ_TRACK) {
			orientation.advance(skippedTracks());
		}
		chain.trackSet = chain.trackSet << 1 & 0xFFFF;
		boolean open = true;
		while (orientation.nextOnTrack()) {
			count();
			int length = COUNT_FIELD + track.readRest(device.buffer, COUNT_FIELD);
			open = open && transfer.send(device.buffer, 0, length) == length;
		}
		java.util.Arrays.fill(device.buffer, 0, COUNT_FIELD, (byte) 0xFF);
		if (open) {
			transfer.send(device.buffer, 0, COUNT_FIELD);
		}
		return device.ended();
	}

	/** How many tracks to go on: one, or more where the set leaves tracks out. */
	private int skippedTracks() {
		int tracks = 1;
		while (chain.trackSet != 0 && (chain.trackSet & 0x8000) == 0) {
			chain.trackSet <<= 1;
			tracks++;
		}
		return tracks;
	}

	private void begin(long domains) {
		device.positioned();
		if (chain.domain > 0 && (domains >>> chain.operationCode() & 1) == 0) {
			throw device.reject(EckdDevice.INVALID_SEQUENCE);
		}
	}

	private void toHomeAddress(int command) {
		if ((command & MULTITRACK) != 0 && chain.domain == 0) {
			orientation.advance(1);
		} else {
			device.seek(track.cylinder(), track.head());
		}
	}

	private void count() {
		org.ccwbench.storage.Bytes.put64(device.buffer, 0, track.count());
	}

	/** Sends {@code before} bytes that stand in the buffer and what is left of the record. */
	private int sendRest(Transfer transfer, int before) {
		int length = before + track.readRest(device.buffer, before);
		transfer.send(device.buffer, 0, length);
		return track.dataLength() == 0 ? UnitStatus.UE | device.ended() : device.ended();
	}
}
