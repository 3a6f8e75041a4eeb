// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.KeyedSpace;

/**
 * A subchannel: what the I/O instructions see of it and do to it (PoP SA22-7832, chapter 14). What programs can
 * see of it (SCHIB and the material of the IRB) are bytes in {@link ChannelSubsystem#registers()}, so that a
 * journal on that storage can undo them.
 */
public final class Subchannel {
	/** Bytes of the register storage that each subchannel has. */
	public static final int REGISTERS = 256;
	/** Where, after {@link #schibAddress()}, the ESW (20 bytes), ECW (32) and EMW (32) follow one another. */
	public static final int ESW_OFFSET = 64;

	private final ChannelSubsystem css;
	private final int number;
	private final Device device;
	private final long base;
	private final Registers registers;
	private final Functions functions;
	/** Null for the subsystem's storage. */
	private KeyedSpace through;
	private int limitMode;
	private boolean interruptionPending;
	private boolean removed;

	Subchannel(ChannelSubsystem css, int number, int deviceNumber, Device device, Paths paths) {
		this.css = css;
		this.number = number;
		this.device = device;
		base = (long) number * REGISTERS;
		registers = new Registers(css.registers(), base);
		functions = new Functions(css, this, registers);
		byte[] pmcw = new byte[28];
		Bytes.put16(pmcw, 4, 1);
		Bytes.put16(pmcw, 6, deviceNumber);
		pmcw[Registers.LPM] = (byte) paths.installed();
		pmcw[Registers.PIM] = (byte) paths.installed();
		pmcw[Registers.POM] = (byte) paths.operational();
		pmcw[Registers.PAM] = (byte) paths.available();
		Bytes.put64(pmcw, 16, paths.chpids());
		css.registers().store(base, pmcw, 0, pmcw.length);
	}

	/** The subchannel number, 0 to 65,535. */
	public int number() {
		return number;
	}

	/** The subsystem-identification word, 0x0001nnnn. */
	public int sid() {
		return 0x0001_0000 | number;
	}

	public Device device() {
		return device;
	}

	/** Where the 52 bytes of the SCHIB lie in {@link ChannelSubsystem#registers()}. */
	public long schibAddress() {
		return base;
	}

	/** The SCHIB as STORE SUBCHANNEL would store it now. */
	public byte[] schib() {
		byte[] schib = new byte[52];
		copySchib(schib);
		return schib;
	}

	/** The 96 bytes of the IRB as TEST SUBCHANNEL would store them now; clears nothing. */
	public byte[] irb() {
		byte[] irb = new byte[96];
		copyIrb(irb);
		return irb;
	}

	/** Lets a malfunction happen to the next command of this subchannel that can meet it. */
	public void inject(ChannelFault fault) {
		functions.inject(fault);
	}

	/** Says over which of the channel paths (mask, path 0 leftmost) the device can really be reached; all at first. */
	public void reachable(int pathMask) {
		functions.reachable(pathMask & 0xFF);
	}

	/**
	 * Lets programs and data of this subchannel use the addresses of another space than the subsystem's storage, as
	 * behind an IOMMU; null goes back. Operands of instructions stay in the subsystem's storage.
	 *
	 * @throws IllegalStateException if a start, halt or clear function is going on
	 */
	public void accessThrough(KeyedSpace space) {
		if (space == through) {
			return;
		}
		if ((registers.scsw() & Scsw.FUNCTION) != 0) {
			throw new IllegalStateException(String.format("subchannel %04X is at work", number));
		}
		through = space;
		functions.accessThrough(space);
	}

	// --- the instructions; the subchannel is known to be there -------------------------------------------------

	boolean enabled() {
		return (registers.pmcw(4) & 0x0081_0000) == 0x0081_0000;
	}

	int interruptionSubclass() {
		return registers.pmcw(4) >>> 27 & 7;
	}

	int interruptionParameter() {
		return registers.pmcw(0);
	}

	boolean statusPending() {
		return (registers.scsw() & Scsw.PENDING) != 0;
	}

	boolean interruptionPending() {
		return interruptionPending;
	}

	void interruptionPending(boolean now) {
		interruptionPending = now;
	}

	void copySchib(byte[] into) {
		functions.showAddress();
		registers.copySchib(into);
	}

	void copyIrb(byte[] into) {
		functions.showAddress();
		registers.copyIrb(into);
	}

	int modify(byte[] schib) {
		if ((registers.pmcw(4) & 0x0001_0000) == 0) {
			return 0;
		}
		int scsw = registers.scsw();
		if ((scsw & Scsw.PENDING) != 0) {
			return 1;
		}
		if ((scsw & Scsw.FUNCTION) != 0) {
			return 2;
		}
		boolean wasEnabled = enabled();
		registers.pmcw(0, Bytes.get32(schib, 0));
		int changeable = 0x38FC_0000;
		registers.pmcw(4, registers.pmcw(4) & ~changeable | Bytes.get32(schib, 4) & changeable);
		registers.pmcwByte(Registers.LPM, schib[Registers.LPM] & 0xFF);
		registers.pmcw(12, Bytes.get32(schib, 12) & 0xFFFF_FF00 | registers.pmcwByte(Registers.PAM));
		registers.pmcw(24, Bytes.get32(schib, 24) & 7);
		if (wasEnabled && !enabled()) {
			device.disabled();
		}
		functions.takeUnsolicited();
		return 0;
	}

	int start(int parameter, int word1, long programAddress) {
		int scsw = registers.scsw();
		if ((scsw & Scsw.PENDING) != 0) {
			return 1;
		}
		if ((scsw & Scsw.FUNCTION) != 0) {
			return 2;
		}
		int mask = word1 >>> 8 & 0xFF;
		if ((mask & registers.pmcwByte(Registers.PAM)) == 0) {
			return 3;
		}
		registers.pmcw(0, parameter);
		registers.pmcwByte(Registers.LPM, mask);
		int active = scsw & Scsw.DEVICE_ACTIVE;
		boolean transport = (word1 & TransportProgram.ORB_CONTROL) != 0;
		int flags = transport ? word1 & Scsw.KEY | Scsw.TRANSPORT : word1 & Scsw.FROM_ORB;
		registers.scsw(flags | Scsw.START | Scsw.START_PENDING | active, programAddress, 0, 0, 0);
		limitMode = transport || (word1 & 0x0010_0000) == 0 ? 0 : registers.pmcw(4) >>> 21 & 3;
		functions.start(word1, programAddress);
		return 0;
	}

	int resume() {
		int scsw = registers.scsw();
		if ((scsw & Scsw.PENDING) != 0) {
			return 1;
		}
		if ((scsw & Scsw.FUNCTION) != Scsw.START || (scsw & Scsw.SUSPENDED) == 0
				|| (scsw & Scsw.RESUME_PENDING) != 0) {
			return 2;
		}
		registers.scsw(scsw | Scsw.RESUME_PENDING);
		functions.resume();
		return 0;
	}

	int cancel() {
		int scsw = registers.scsw();
		if ((scsw & Scsw.STATUS) != 0) {
			return 1;
		}
		if (!functions.cancellable()) {
			return 2;
		}
		functions.cancel();
		registers.scsw(scsw & ~(Scsw.START | Scsw.START_PENDING | Scsw.RESUME_PENDING | Scsw.SUSPENDED));
		functions.takeUnsolicited();
		return 0;
	}

	int halt() {
		int scsw = registers.scsw();
		boolean pending = (scsw & Scsw.PENDING) != 0;
		if (pending && (scsw & Scsw.STATUS) != (Scsw.INTERMEDIATE | Scsw.PENDING)) {
			return 1;
		}
		if ((scsw & (Scsw.HALT | Scsw.CLEAR)) != 0) {
			return 2;
		}
		if (pending) {
			css.forget(this);
			scsw &= ~Scsw.STATUS;
		}
		registers.scsw(scsw & ~(Scsw.START_PENDING | Scsw.RESUME_PENDING) | Scsw.HALT | Scsw.HALT_PENDING);
		functions.halt();
		return 0;
	}

	int clear() {
		css.forget(this);
		registers.scsw(registers.scsw() & ~(Scsw.STATUS | Scsw.FUNCTION | Scsw.ACTIVITY) | Scsw.CLEAR
				| Scsw.CLEAR_PENDING);
		functions.clear();
		return 0;
	}

	/** TEST SUBCHANNEL after the IRB has been taken: clears what it clears (PoP, chapter 14, "TEST SUBCHANNEL"). */
	void cleared() {
		css.forget(this);
		int scsw = registers.scsw();
		boolean intermediate = (scsw & Scsw.STATUS) == (Scsw.INTERMEDIATE | Scsw.PENDING);
		boolean suspended = (scsw & (Scsw.START | Scsw.SUSPENDED)) == (Scsw.START | Scsw.SUSPENDED);
		int kept = scsw & ~Scsw.STATUS;
		if (!intermediate || suspended && (scsw & Scsw.HALT) != 0) {
			kept &= ~(Scsw.FUNCTION | Scsw.RESUME_PENDING | Scsw.START_PENDING | Scsw.HALT_PENDING
					| Scsw.CLEAR_PENDING | Scsw.SUSPENDED | Scsw.PATH_NOT_OPERATIONAL);
		} else {
			kept &= ~Scsw.ZERO_CC;
			if (suspended) {
				kept &= ~(Scsw.RESUME_PENDING | Scsw.PATH_NOT_OPERATIONAL);
			}
		}
		registers.scsw(kept);
		functions.takeUnsolicited();
	}

	/** The device was taken away: what it did ends without a trace. */
	void removed() {
		removed = true;
		css.forget(this);
		functions.removed();
		css.registers().store(base, new byte[REGISTERS], 0, REGISTERS);
	}

	boolean isRemoved() {
		return removed;
	}

	/** Status that the device presents by itself. */
	void presented(int unitStatus) {
		functions.presented(unitStatus);
	}

	// --- what the channel program needs ------------------------------------------------------------------------

	/** Whether address-limit checking lets data move at these addresses. */
	boolean withinLimit(long from, int length) {
		return limitMode == 0 || (limitMode == 1 ? from >= css.addressLimit() : from + length <= css.addressLimit());
	}

	void ccwFetched(long address, long ccw, boolean format1) {
		if (css.heard()) {
			css.listener().ccwFetched(number, address, ccw, format1);
		}
	}

	void indirectFetched(long address, int length, long word) {
		if (css.heard()) {
			css.listener().indirectFetched(number, address, length, word);
		}
	}

	void dataMoved(long address, int length, boolean toStorage) {
		if (css.heard()) {
			css.listener().dataMoved(number, address, length, toStorage);
		}
	}

	void selecting(int command, boolean chained) {
		css.malfunctions().selecting(number, command, chained);
	}

	void commandStarted(int command) {
		if (css.heard()) {
			css.listener().commandStarted(number, command);
		}
	}

	void commandEnded(int command, int unitStatus, int subchannelStatus, int residual) {
		if (css.heard()) {
			css.listener().commandEnded(number, command, unitStatus, subchannelStatus, residual);
		}
	}
}
