// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.path;

import org.ccwbench.storage.MappedSpace;
import org.ccwbench.vfio.Machine;
import org.ccwbench.vfio.Orb;

/**
 * The block in the monitor's memory with which it asks the kernel to do one start function (CMD_REQUEST of the
 * 2016 proposal): ORB, SCSW and IRB as in a region, and for the two-stage path where the user-space program is.
 */
final class Request {
	/** Where the block lies, in the monitor's virtual memory. */
	static final long ADDRESS = Machine.HEAP;
	static final int ORB = 0;
	static final int SCSW = 12;
	static final int IRB = 24;
	static final int CCWS = 120;
	static final int PROGRAM = 128;
	/** Bytes of the block without and with a program. */
	static final int LENGTH = 120;
	static final int LENGTH_WITH_PROGRAM = 136;

	private final Machine machine;
	private final byte[] bytes = new byte[LENGTH_WITH_PROGRAM];

	Request(Machine machine) {
		this.machine = machine;
	}

	/** Writes the block: the ORB, and an SCSW that says start function. */
	void write(byte[] orb) {
		MappedSpace user = machine.user();
		user.store(ADDRESS + ORB, orb, 0, Orb.LENGTH);
		user.store32(ADDRESS + SCSW, Irb.START_FUNCTION | Irb.START_PENDING);
		user.store64(ADDRESS + SCSW + 4, 0);
	}

	/** Says where the program is and how long. */
	void program(long address, int ccws) {
		machine.user().store32(ADDRESS + CCWS, ccws);
		machine.user().store64(ADDRESS + PROGRAM, address);
	}

	/** The block as the kernel copies it in. */
	byte[] copyIn(int length) {
		machine.user().load(ADDRESS, bytes, 0, length);
		return bytes;
	}

	/** The kernel puts the IRB, and the SCSW at its beginning, back. */
	void copyOut(byte[] irb) {
		machine.user().store(ADDRESS + SCSW, irb, 0, Irb.SCSW);
		machine.user().store(ADDRESS + IRB, irb, 0, Irb.LENGTH);
	}

	void irb(byte[] into) {
		machine.user().load(ADDRESS + IRB, into, 0, Irb.LENGTH);
	}
}
