// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.eckd;

import java.util.Arrays;
import org.ccwbench.arch.UnitStatus;
import org.ccwbench.channel.Transfer;

/** SEARCH commands: status modifier if what passes satisfies the condition in the command byte. */
final class Searches {
	private static final int SEARCH_HOME_ADDRESS = 0x39;
	private static final int SEARCH_ID_EQUAL = 0x31;
	private static final int SEARCH_KEY_EQUAL = 0x29;
	private static final int MULTITRACK = 0x80;
	/** Bits of the command byte that say which results of the comparison satisfy. */
	private static final int EQUAL = 0x20;
	private static final int HIGH = 0x40;
	private static final int ID_LENGTH = 5;

	private final EckdDevice device;
	private final EckdChain chain;
	private final Track track;
	private final Orientation orientation;
	private final byte[] field = new byte[256];

	Searches(EckdDevice device) {
		this.device = device;
		this.chain = device.chain;
		this.track = device.track;
		this.orientation = new Orientation(device);
	}

	void register(EckdDevice.Command[] commands) {
		for (int multitrack : new int[] {0, MULTITRACK}) {
			for (int condition : new int[] {EQUAL, HIGH, EQUAL | HIGH}) {
				commands[0x11 | condition | multitrack] = this::searchId;
				commands[0x09 | condition | multitrack] = this::searchKey;
			}
			commands[SEARCH_HOME_ADDRESS | multitrack] = this::searchHomeAddress;
		}
	}

	/** Whether a command searches for an ID or a key. */
	static boolean isSearch(int command) {
		return isKeySearch(command) || (command & 0x1F) == 0x11 && (command & (EQUAL | HIGH)) != 0;
	}

	/** Whether a command searches for a key. */
	static boolean isKeySearch(int command) {
		return (command & 0x1F) == 0x09 && (command & (EQUAL | HIGH)) != 0;
	}

	private int searchId(int command, Transfer transfer) {
		begin();
		orientation.nextRecord(command, true);
		long id = track.count();
		for (int i = 0; i < ID_LENGTH; i++) {
			field[i] = (byte) (id >>> 56 - 8 * i);
		}
		int compared = transfer.receive(device.buffer, 0, ID_LENGTH);
		int result = compare(compared);
		chain.idEqual = result == 0 && compared == ID_LENGTH && (command & 0x7F) == SEARCH_ID_EQUAL;
		return status(command, result);
	}

	private int searchKey(int command, Transfer transfer) {
		begin();
		if (track.orientation() != Track.COUNT) {
			orientation.nextRecord(command, false);
		}
		int length = track.keyLength();
		if (length == 0) {
			track.skipKey();
			chain.keyEqual = false;
			return device.ended();
		}
		track.readKey(field);
		int compared = transfer.receive(device.buffer, 0, length);
		int result = compare(compared);
		chain.keyEqual = result == 0 && compared == length && (command & 0x7F) == SEARCH_KEY_EQUAL;
		return status(command, result);
	}

	private int searchHomeAddress(int command, Transfer transfer) {
		begin();
		if ((command & MULTITRACK) != 0) {
			orientation.advance(1);
		} else {
			device.seek(track.cylinder(), track.head());
		}
		track.homeAddress(field);
		System.arraycopy(field, 1, field, 0, 4);
		int compared = transfer.receive(device.buffer, 0, 4);
		int result = compare(compared);
		chain.homeAddressEqual = result == 0 && compared == 4;
		return result == 0 ? UnitStatus.SM | device.ended() : device.ended();
	}

	private void begin() {
		device.positioned();
		device.outsideDomain();
	}

	private int compare(int length) {
		return Arrays.compareUnsigned(field, 0, length, device.buffer, 0, length);
	}

	private int status(int command, int result) {
		boolean satisfied = result == 0 && (command & EQUAL) != 0 || result > 0 && (command & HIGH) != 0;
		return satisfied ? UnitStatus.SM | device.ended() : device.ended();
	}
}
