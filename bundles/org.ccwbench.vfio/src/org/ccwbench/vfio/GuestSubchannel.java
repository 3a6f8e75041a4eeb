// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import org.ccwbench.channel.ProgramInterruption;
import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.MappedSpace;
import org.ccwbench.storage.Storage;

/**
 * The guest's subchannel as its monitor keeps it, and the guest's side of the I/O: the ORB out of guest storage,
 * the IRB into it. The bytes lie in {@link PathMachine#registers()}.
 */
final class GuestSubchannel {
	private static final int SCSW_IN_SCHIB = 28;
	private static final long CODE = 0xB8;
	private static final int RESERVED = 0x3E;
	private static final int EXTENSION = 0x01;

	private final PathMachine machine;
	private final MappedSpace guest;
	private final Storage registers;
	private final byte[] irb = new byte[Irb.LENGTH];
	private int parameter;

	GuestSubchannel(PathMachine machine) {
		this.machine = machine;
		this.guest = machine.machine().guest();
		this.registers = machine.registers();
	}

	/**
	 * Fetches the ORB that START SUBCHANNEL designates and begins the start function.
	 *
	 * @throws ProgramInterruption specification for an address that is no multiple of 4, addressing where there is no
	 *                             storage, operand for an ORB that must not be
	 */
	void start(byte[] orb) {
		long at = machine.orb();
		if ((at & 3) != 0) {
			throw new ProgramInterruption(ProgramInterruption.SPECIFICATION);
		}
		if (!guest.contains(at, Orb.LENGTH)) {
			throw new ProgramInterruption(ProgramInterruption.ADDRESSING);
		}
		guest.load(at, orb, 0, Orb.LENGTH);
		int word1 = Bytes.get32(orb, 4);
		if ((word1 & RESERVED) != 0 || (word1 & Orb.TRANSPORT) != 0 || Bytes.get32(orb, 8) < 0) {
			throw new ProgramInterruption(ProgramInterruption.OPERAND);
		}
		if ((word1 & EXTENSION) != 0 && !guest.contains(at, 32)) {
			throw new ProgramInterruption(ProgramInterruption.ADDRESSING);
		}
		parameter = Bytes.get32(orb, 0);
		registers.store32(4, parameter);
		registers.store32(SCSW_IN_SCHIB, Irb.START_FUNCTION | Irb.START_PENDING);
	}

	/** START SUBCHANNEL ended with another condition code than 0: nothing was started. */
	void notStarted() {
		registers.store32(SCSW_IN_SCHIB, 0);
	}

	/** The device's IRB, with guest addresses in it, becomes the guest's. */
	byte[] end(byte[] from) {
		System.arraycopy(from, 0, irb, 0, Irb.LENGTH);
		return interrupt();
	}

	/** What the monitor shows when the request failed: unit exception, as if the first CCW had ended with it. */
	byte[] unitException(long cpa) {
		java.util.Arrays.fill(irb, (byte) 0);
		Bytes.put32(irb, 0, Irb.START_FUNCTION | Irb.ALERT | Irb.PRIMARY | Irb.SECONDARY | Irb.STATUS_PENDING);
		Bytes.put32(irb, 4, (int) cpa + Ccw.SIZE);
		Bytes.put32(irb, 8, Irb.UNIT_EXCEPTION);
		return interrupt();
	}

	private byte[] interrupt() {
		registers.store(SCSW_IN_SCHIB, irb, 0, Irb.SCSW);
		registers.store(PathMachine.IRB, irb, 0, Irb.LENGTH);
		if (machine.interruptionCode() && guest.contains(CODE, 12)) {
			guest.store32(CODE, machine.sid());
			guest.store32(CODE + 4, parameter);
			guest.store32(CODE + 8, 0);
		}
		return irb;
	}

	/**
	 * The guest takes the IRB with TEST SUBCHANNEL, if it was said where to; the subchannel is idle then.
	 *
	 * @return false if the IRB could not be stored there
	 */
	boolean take() {
		long at = machine.irb();
		registers.store32(SCSW_IN_SCHIB, 0);
		if (at == -1) {
			return true;
		}
		if ((at & 3) != 0 || !guest.contains(at, Irb.LENGTH)) {
			return false;
		}
		guest.store(at, irb, 0, Irb.LENGTH);
		return true;
	}
}
