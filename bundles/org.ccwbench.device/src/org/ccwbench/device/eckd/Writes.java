// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.eckd;

import java.util.Arrays;
import org.ccwbench.arch.UnitStatus;
import org.ccwbench.channel.Transfer;
import org.ccwbench.storage.Bytes;

/** WRITE commands. Records that get fewer bytes than they are long are filled with zeros. */
final class Writes {
	private static final int WRITE_DATA = 0x05;
	private static final int WRITE_KEY_AND_DATA = 0x0D;
	private static final int ERASE = 0x11;
	private static final int WRITE_R0 = 0x15;
	private static final int WRITE_HOME_ADDRESS = 0x19;
	private static final int WRITE_CKD = 0x1D;
	private static final int UPDATE_DATA = 0x85;
	private static final int UPDATE_KEY_AND_DATA = 0x8D;
	private static final int WRITE_CKD_NEXT_TRACK = 0x9D;
	private static final int COUNT_FIELD = 8;
	private static final int CKD_CONVERSION = 0x20;

	private final EckdDevice device;
	private final EckdChain chain;
	private final Track track;
	private final Orientation orientation;

	Writes(EckdDevice device) {
		this.device = device;
		this.chain = device.chain;
		this.track = device.track;
		this.orientation = new Orientation(device);
	}

	void register(EckdDevice.Command[] commands) {
		commands[WRITE_DATA] = this::writeData;
		commands[WRITE_KEY_AND_DATA] = this::writeKeyAndData;
		commands[ERASE] = this::erase;
		commands[WRITE_R0] = this::writeR0;
		commands[WRITE_HOME_ADDRESS] = this::writeHomeAddress;
		commands[WRITE_CKD] = this::writeCkd;
		if (device.control.extended()) {
			commands[UPDATE_DATA] = this::updateData;
			commands[UPDATE_KEY_AND_DATA] = this::updateKeyAndData;
			commands[WRITE_CKD_NEXT_TRACK] = this::writeCkdNextTrack;
		}
	}

	private int writeData(int command, Transfer transfer) {
		sequence(chain.domain > 0 || chain.idEqual || chain.keyEqual);
		sequence(mask() != EckdChain.MASK_INHIBIT_ALL);
		boolean wholeTrack = chain.operationCode() == Domains.WRITE_TRACK;
		if (chain.domain > 0) {
			sequence(wholeTrack || lastOfWriteDomain());
		}
		sequence(track.orientation() == Track.COUNT || track.orientation() == Track.KEY);
		if (chain.domain > 0) {
			length(track.dataLength(), wholeTrack && track.record() == 0 ? 8 : chain.transferLength);
		}
		boolean endsTrack = wholeTrack && chain.domain == 1 && track.record() == 0;
		track.skipKey();
		int status = update(transfer);
		if (endsTrack) {
			track.erase();
		}
		return status;
	}

	private int writeKeyAndData(int command, Transfer transfer) {
		sequence(chain.domain > 0 || chain.idEqual);
		sequence(mask() != EckdChain.MASK_INHIBIT_ALL);
		sequence(track.orientation() == Track.COUNT);
		if (chain.domain > 0) {
			sequence(chain.operationCode() == Domains.WRITE_TRACK || lastOfWriteDomain());
			length(track.rest(), chain.transferLength);
		}
		return update(transfer);
	}

	private int updateData(int command, Transfer transfer) {
		int code = chain.operationCode();
		sequence(chain.domain > 0 && (code == Domains.WRITE_DATA || code == Domains.WRITE_ANY));
		nextUserRecord(command);
		length(track.dataLength(), chain.transferLength);
		track.skipKey();
		return update(transfer);
	}

	private int updateKeyAndData(int command, Transfer transfer) {
		sequence(chain.domain > 0 && chain.operationCode() == Domains.WRITE_DATA);
		nextUserRecord(command);
		length(track.rest(), chain.transferLength);
		return update(transfer);
	}

	private void nextUserRecord(int command) {
		sequence(mask() != EckdChain.MASK_INHIBIT_ALL);
		if (track.orientation() != Track.COUNT || track.record() == 0) {
			orientation.nextRecord(command, false);
		}
	}

	/** Writes over what is left of the record that was found. */
	private int update(Transfer transfer) {
		if (track.dataLength() == 0) {
			track.skipRecord();
			return UnitStatus.UE | device.ended();
		}
		int length = track.rest();
		receive(transfer, 0, length);
		track.writeRest(device.buffer);
		return device.ended();
	}

	private int erase(int command, Transfer transfer) {
		mayFormat();
		sequence(chain.domain == 0 || chain.operationCode() == Domains.WRITE_TRACK);
		receive(transfer, 0, COUNT_FIELD);
		int length = (device.buffer[5] & 0xFF) + Bytes.get16(device.buffer, 6);
		if (!track.canErase()) {
			throw device.unitCheck(EckdDevice.INVALID_TRACK_FORMAT);
		}
		// What the erased stretch would have held is asked for and thrown away.
		receive(transfer, COUNT_FIELD, Math.min(length, device.buffer.length - COUNT_FIELD));
		track.erase();
		return device.ended();
	}

	private int writeR0(int command, Transfer transfer) {
		sequence(chain.domain > 0 || chain.homeAddressEqual);
		sequence(mask() == EckdChain.MASK_ALLOW_ALL);
		sequence(chain.domain == 0 || chain.operationCode() == Domains.FORMAT_WRITE
				&& (chain.operation & Domains.ORIENT_HOME) != 0);
		return record(transfer);
	}

	/** The flag and address that it brings are those of the track already: nothing changes on the medium. */
	private int writeHomeAddress(int command, Transfer transfer) {
		device.positioned();
		sequence(chain.domain == 0 || chain.operationCode() == Domains.FORMAT_WRITE
				&& (chain.operation & Domains.ORIENTATION) == Domains.ORIENT_HOME);
		if (mask() != EckdChain.MASK_ALLOW_ALL) {
			throw device.unitCheck(EckdDevice.FILE_PROTECTED);
		}
		device.seek(track.cylinder(), track.head());
		receive(transfer, 0, 5);
		chain.homeAddressEqual = true;
		return device.ended();
	}

	private int writeCkd(int command, Transfer transfer) {
		mayFormat();
		int code = chain.operationCode();
		sequence(chain.domain == 0 || code == Domains.FORMAT_WRITE || code == Domains.WRITE_TRACK);
		return record(transfer);
	}

	private int writeCkdNextTrack(int command, Transfer transfer) {
		int before = transfer.previousCommand();
		sequence(chain.domain > 0 && chain.operationCode() == Domains.FORMAT_WRITE
				&& (before == WRITE_CKD || before == WRITE_CKD_NEXT_TRACK));
		mayFormat();
		orientation.advance(1);
		if (!orientation.nextOnTrack()) {
			throw device.unitCheck(EckdDevice.NO_RECORD_FOUND);
		}
		return record(transfer);
	}

	/** Writes count, key and data behind what has passed, and ends the track there. */
	private int record(Transfer transfer) {
		receive(transfer, 0, COUNT_FIELD);
		long count = Bytes.get64(device.buffer, 0);
		if (!track.fits(count)) {
			throw device.unitCheck(EckdDevice.INVALID_TRACK_FORMAT);
		}
		int length = ((int) (count >>> 16) & 0xFF) + ((int) count & 0xFFFF);
		receive(transfer, COUNT_FIELD, length);
		track.writeRecord(device.buffer, COUNT_FIELD + length);
		chain.countWritten = chain.domain == 0;
		return device.ended();
	}

	private void mayFormat() {
		sequence(chain.domain > 0 || chain.idEqual || chain.keyEqual || chain.countWritten);
		sequence(mask() == EckdChain.MASK_ALLOW_ALL || mask() == EckdChain.MASK_INHIBIT_HOME_R0);
	}

	private int mask() {
		return chain.fileMask & EckdChain.MASK_WRITE;
	}

	private boolean lastOfWriteDomain() {
		return chain.operationCode() == Domains.WRITE_DATA && chain.domain == (chain.readCountSuffixed() ? 2 : 1);
	}

	/** In a domain, a record has the transfer length, unless in CKD conversion mode. */
	private void length(int is, int wanted) {
		if ((chain.attributes & CKD_CONVERSION) == 0 && is != wanted) {
			throw device.unitCheck(EckdDevice.INVALID_TRACK_FORMAT);
		}
	}

	private void receive(Transfer transfer, int offset, int length) {
		int got = length == 0 ? 0 : transfer.receive(device.buffer, offset, length);
		Arrays.fill(device.buffer, offset + got, offset + length, (byte) 0);
	}

	private void sequence(boolean right) {
		if (!right) {
			throw device.reject(EckdDevice.INVALID_SEQUENCE);
		}
	}
}
