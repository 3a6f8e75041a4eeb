// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.eckd;

import java.util.Arrays;
import org.ccwbench.arch.UnitStatus;
import org.ccwbench.channel.Transfer;
import org.ccwbench.storage.Bytes;

/**
 * Commands of transport-mode programs. Most are those of CCWs with their parameters as control data. PREFIX and
 * PREFIX READ with data carry a command in their LOCATE RECORD EXTENDED parameters, as Linux's dasd_eckd sends
 * them: READ TRACK DATA and WRITE TRACK DATA, which move the data areas of records one after the other, over the
 * ends of tracks. They are executed as a locate-record domain of that many records.
 */
final class EckdTransport {
	private static final int STORAGE_CONTROL = 0x2107;
	private static final int ENDED = UnitStatus.CE | UnitStatus.DE;
	private static final int DEFINE_EXTENT = 0x63;
	private static final int LOCATE_RECORD = 0x47;
	private static final int PREFIX_READ = 0xEA;
	private static final int WRITE_TRACK_DATA = 0xA5;
	private static final int READ_TRACK_DATA = 0xA6;
	private static final int UPDATE_WRITE_DATA = 0x85;
	private static final int READ_DATA_MULTITRACK = 0x86;

	private static final int EXTENT = 12;
	private static final int LOCATE = 44;
	private static final int LENGTH = 64;
	private static final int EXTENT_VALID = 0x80;
	/** Auxiliary byte of LOCATE RECORD EXTENDED: the byte after it is a command. */
	private static final int IMBEDDED = 0x20;
	private static final int LENGTH_VALID = 0x80;
	private static final int LARGEST_DOMAIN = 255;

	private final EckdDevice device;
	private final byte[] prefix = new byte[256];
	private final byte[] parameters = new byte[16];

	EckdTransport(EckdDevice device) {
		this.device = device;
	}

	/** Storage controls before the 2107 know command mode only. */
	boolean supported() {
		return device.control.type() == STORAGE_CONTROL;
	}

	int execute(int command, int control, long count, Transfer transfer) {
		if (count == 0 || command != Domains.PREFIX && command != PREFIX_READ) {
			return device.execute(command, transfer);
		}
		Arrays.fill(prefix, (byte) 0);
		transfer.receive(prefix, 0, control);
		int imbedded = prefix[LOCATE + 2] & 0xFF;
		int blockSize = Bytes.get16(prefix, EXTENT + 2);
		long records = blockSize == 0 ? 0 : (count + blockSize - 1) / blockSize;
		boolean reads = command == PREFIX_READ;
		boolean known = control >= LENGTH && prefix[0] == 1 && (prefix[LOCATE + 1] & IMBEDDED) != 0
				&& imbedded == (reads ? READ_TRACK_DATA : WRITE_TRACK_DATA);
		if (!known || records < 1 || records > LARGEST_DOMAIN) {
			// The device itself says what it has against these parameters.
			return device.execute(Domains.PREFIX, new Parameters(transfer, prefix, 0, control));
		}
		int status = ENDED;
		if ((prefix[1] & EXTENT_VALID) != 0) {
			status = device.execute(DEFINE_EXTENT, new Parameters(transfer, prefix, EXTENT, 16));
		}
		if (status == ENDED) {
			locate(reads, (int) records, blockSize);
			status = device.execute(LOCATE_RECORD, new Parameters(transfer, parameters, 0, parameters.length));
		}
		Transfer data = new Within(transfer);
		for (long n = 0; n < records && status == ENDED; n++) {
			status = device.execute(reads ? READ_DATA_MULTITRACK : UPDATE_WRITE_DATA, data);
		}
		return status;
	}

	private void locate(boolean reads, int records, int blockSize) {
		System.arraycopy(prefix, LOCATE, parameters, 0, parameters.length);
		parameters[0] = (byte) (Domains.ORIENT_COUNT | (reads ? Domains.READ_DATA : Domains.WRITE_DATA));
		parameters[1] = (byte) (reads ? 0 : LENGTH_VALID);
		parameters[2] = 0;
		parameters[3] = (byte) records;
		Bytes.put16(parameters, 14, reads ? 0 : blockSize);
	}

	/** A command inside another: it is chained, and others follow. */
	private static class Within implements Transfer {
		final Transfer outer;

		Within(Transfer outer) {
			this.outer = outer;
		}

		@Override
		public int send(byte[] data, int offset, int length) {
			return outer.send(data, offset, length);
		}

		@Override
		public int receive(byte[] into, int offset, int length) {
			return outer.receive(into, offset, length);
		}

		@Override
		public boolean chained() {
			return true;
		}

		@Override
		public boolean chaining() {
			return true;
		}

		@Override
		public int previousCommand() {
			return outer.previousCommand();
		}
	}

	/** Gives bytes that are at hand. The first of them begins the chain if the command that has them does. */
	private final class Parameters extends Within {
		private final byte[] bytes;
		private int at;
		private int left;

		Parameters(Transfer outer, byte[] bytes, int at, int length) {
			super(outer);
			this.bytes = bytes;
			this.at = at;
			left = length;
		}

		@Override
		public int receive(byte[] into, int offset, int length) {
			int n = Math.min(length, left);
			System.arraycopy(bytes, at, into, offset, n);
			at += n;
			left -= n;
			return n;
		}

		@Override
		public boolean chained() {
			return outer.chained() || bytes == parameters;
		}
	}
}
