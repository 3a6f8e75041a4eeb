// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import java.util.Arrays;
import org.ccwbench.storage.Bytes;

/**
 * A subchannel: the start, halt, clear, resume and cancel functions, and the status that they lead to (PoP
 * SA22-7832, chapters 15 and 16). What programs can see of it (SCHIB and the material of the IRB) are bytes in
 * {@link ChannelSubsystem#registers()}, so that a journal on that storage can undo them.
 */
public final class Subchannel {
	/** Bytes of the register storage that each subchannel has. */
	public static final int REGISTERS = 256;
	/** Where, after {@link #schibAddress()}, the ESW (20 bytes), ECW (32) and EMW (32) follow one another. */
	public static final int ESW_OFFSET = 64;

	/** Simulated microseconds that fetching and executing one CCW take. */
	static final long CCW_MICROS = 2;
	/** Simulated microseconds until a start, halt, clear or resume function is performed. */
	static final long FUNCTION_MICROS = 1;

	private static final int LPM = 8;
	private static final int PNOM = 9;
	private static final int LPUM = 10;
	private static final int POM = 14;
	private static final int PAM = 15;

	private enum State {
		IDLE, START_PENDING, RUNNING, ENDING, DEVICE_WORKING, SUSPENDED, RESUME_PENDING, HALT_PENDING, CLEAR_PENDING
	}

	private final ChannelSubsystem css;
	private final int number;
	private final Device device;
	private final long base;
	private final Registers registers;
	private final ChannelProgram program;
	private final Work work = new Work() {
		@Override
		void run() {
			perform();
		}
	};

	private State state = State.IDLE;
	/** What was going on when HALT SUBCHANNEL came. */
	private State halted = State.IDLE;
	private boolean inDevice;
	/** Channel end was presented as primary status, device end is still to come. */
	private boolean deviceEndOwed;
	/** Status that no command waits for, until the subchannel can take it. */
	private int unsolicited;
	private int presentedInside;
	private int physicalPaths = 0xFF;
	private int path;
	private int limitMode;
	private boolean interruptionPending;
	private final byte[] sense = new byte[32];

	Subchannel(ChannelSubsystem css, int number, int deviceNumber, Device device, Paths paths) {
		this.css = css;
		this.number = number;
		this.device = device;
		base = (long) number * REGISTERS;
		registers = new Registers(css.registers(), base);
		program = new ChannelProgram(this, device, css.storage());
		byte[] pmcw = new byte[28];
		Bytes.put16(pmcw, 4, 1);
		Bytes.put16(pmcw, 6, deviceNumber);
		pmcw[LPM] = (byte) paths.installed();
		pmcw[11] = (byte) paths.installed();
		pmcw[POM] = (byte) paths.operational();
		pmcw[PAM] = (byte) paths.available();
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
		program.inject(fault);
	}

	/** Says over which of the channel paths (mask, path 0 leftmost) the device can really be reached; all at first. */
	public void reachable(int pathMask) {
		physicalPaths = pathMask & 0xFF;
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
		showAddress();
		registers.copySchib(into);
	}

	void copyIrb(byte[] into) {
		showAddress();
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
		registers.pmcw(0, Bytes.get32(schib, 0));
		int changeable = 0x38FC_0000;
		registers.pmcw(4, registers.pmcw(4) & ~changeable | Bytes.get32(schib, 4) & changeable);
		registers.pmcwByte(LPM, schib[LPM] & 0xFF);
		registers.pmcw(12, Bytes.get32(schib, 12) & 0xFFFF_FF00 | registers.pmcwByte(PAM));
		registers.pmcw(24, Bytes.get32(schib, 24) & 7);
		takeUnsolicited();
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
		if ((mask & registers.pmcwByte(PAM)) == 0) {
			return 3;
		}
		registers.pmcw(0, parameter);
		registers.pmcwByte(LPM, mask);
		int active = scsw & Scsw.DEVICE_ACTIVE;
		registers.scsw(word1 & Scsw.FROM_ORB | Scsw.START | Scsw.START_PENDING | active, programAddress, 0, 0, 0);
		limitMode = (word1 & 0x0010_0000) == 0 ? 0 : registers.pmcw(4) >>> 21 & 3;
		program.begin(word1, programAddress);
		go(State.START_PENDING, FUNCTION_MICROS);
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
		go(State.RESUME_PENDING, FUNCTION_MICROS);
		return 0;
	}

	int cancel() {
		int scsw = registers.scsw();
		if ((scsw & Scsw.STATUS) != 0) {
			return 1;
		}
		if (state != State.START_PENDING && state != State.SUSPENDED && state != State.RESUME_PENDING) {
			return 2;
		}
		go(State.IDLE, -1);
		registers.scsw(scsw & ~(Scsw.START | Scsw.START_PENDING | Scsw.RESUME_PENDING | Scsw.SUSPENDED));
		takeUnsolicited();
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
		halted = state;
		go(State.HALT_PENDING, FUNCTION_MICROS);
		return 0;
	}

	int clear() {
		css.forget(this);
		registers.scsw(registers.scsw() & ~(Scsw.STATUS | Scsw.FUNCTION | Scsw.ACTIVITY) | Scsw.CLEAR
				| Scsw.CLEAR_PENDING);
		go(State.CLEAR_PENDING, FUNCTION_MICROS);
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
		takeUnsolicited();
	}

	// --- the functions, as simulated time reaches them ---------------------------------------------------------

	private void perform() {
		switch (state) {
		case START_PENDING -> performStart();
		case RUNNING -> follow(step());
		case ENDING -> follow(program.complete(program.unitStatus()));
		case RESUME_PENDING -> performResume();
		case HALT_PENDING -> performHalt();
		case CLEAR_PENDING -> performClear();
		default -> {
		}
		}
	}

	private void performStart() {
		if (deviceEndOwed) {
			return;
		}
		if (unsolicited != 0) {
			deferred();
			return;
		}
		int candidates = registers.pmcwByte(LPM) & registers.pmcwByte(PAM);
		int reachable = candidates & physicalPaths;
		int scsw = registers.scsw();
		if ((candidates & ~physicalPaths) != 0) {
			registers.pmcwByte(PNOM, registers.pmcwByte(PNOM) | candidates & ~physicalPaths);
			registers.pmcwByte(POM, registers.pmcwByte(POM) & ~(candidates & ~physicalPaths));
			scsw |= Scsw.PATH_NOT_OPERATIONAL;
		}
		if (reachable == 0) {
			state = State.IDLE;
			registers.esw(0, 0);
			pending(scsw | Scsw.DEFERRED_CC_3, Scsw.ALERT);
			return;
		}
		path = Integer.highestOneBit(reachable);
		registers.pmcwByte(LPUM, path);
		active(scsw & ~Scsw.START_PENDING);
		go(State.RUNNING, CCW_MICROS);
	}

	private void performResume() {
		active(registers.scsw() & ~(Scsw.RESUME_PENDING | Scsw.SUSPENDED));
		program.resume();
		go(State.RUNNING, CCW_MICROS);
	}

	private void active(int scsw) {
		registers.scsw(scsw | Scsw.SUBCHANNEL_ACTIVE | Scsw.DEVICE_ACTIVE);
	}

	private ChannelProgram.Outcome step() {
		inDevice = true;
		try {
			return program.step();
		} finally {
			inDevice = false;
		}
	}

	private void follow(ChannelProgram.Outcome outcome) {
		switch (outcome) {
		case NEXT -> go(State.RUNNING, CCW_MICROS);
		case INITIAL_STATUS -> {
			intermediate(Scsw.ZERO_CC, 0);
			if (program.unitStatus() == 0) {
				await();
			} else {
				go(State.ENDING, CCW_MICROS);
			}
		}
		case WAIT -> await();
		case SUSPEND -> suspended();
		case END -> ended();
		}
		if (presentedInside != 0 && state != State.RUNNING) {
			int status = presentedInside;
			presentedInside = 0;
			presented(status);
		}
	}

	private void await() {
		go(State.DEVICE_WORKING, -1);
	}

	private void suspended() {
		int scsw = registers.scsw() & ~(Scsw.SUBCHANNEL_ACTIVE | Scsw.DEVICE_ACTIVE) | Scsw.SUSPENDED;
		go(State.SUSPENDED, -1);
		device.chainEnded();
		boolean controlled = program.asksForInterruption();
		int status = controlled ? Scsw.PCI : 0;
		registers.scsw(scsw, program.address(), 0, status | shownPci(), program.residual());
		registers.esw(0, 0);
		if (controlled || (scsw & 0x0008_0000) == 0) {
			pending(scsw, Scsw.INTERMEDIATE);
		}
	}

	private void ended() {
		int unit = program.unitStatus();
		int check = program.subchannelStatus();
		boolean primaryOnly = (unit & (Scsw.CHANNEL_END | Scsw.DEVICE_END)) == Scsw.CHANNEL_END;
		int scsw = registers.scsw() & ~(Scsw.SUBCHANNEL_ACTIVE | Scsw.DEVICE_ACTIVE);
		int status = Scsw.PRIMARY;
		if (primaryOnly) {
			scsw |= Scsw.DEVICE_ACTIVE;
		} else {
			status |= Scsw.SECONDARY;
		}
		if (check != 0 || (unit | Scsw.DEVICE_END) != (Scsw.CHANNEL_END | Scsw.DEVICE_END)) {
			status |= Scsw.ALERT;
		}
		int logout = path << 16;
		if ((check & (Scsw.CHANNEL_DATA_CHECK | Scsw.CHANNEL_CONTROL_CHECK | Scsw.INTERFACE_CONTROL_CHECK)) != 0) {
			scsw |= Scsw.ESW_FORMAT;
			logout |= LOGOUT_VALIDITY | LOGOUT_TERMINATION;
		}
		go(State.IDLE, -1);
		deviceEndOwed = primaryOnly;
		scsw = report(scsw, logout, unit);
		registers.scsw(scsw, program.address(), unit, check | shownPci(), program.residual());
		device.chainEnded();
		pending(scsw, status);
	}

	/** Field-validity flags for last-path-used mask, termination code, sequence code and device status. */
	private static final int LOGOUT_VALIDITY = 0x7800;
	/** Termination code 1, sequence code 5: the command was accepted, how much data moved is unpredictable. */
	private static final int LOGOUT_TERMINATION = 0x0045;

	/** Stores ESW and ECW; gives the SCSW word with the bit for concurrent sense if there is any. */
	private int report(int scsw, int logout, int unitStatus) {
		boolean concurrent = (unitStatus & Scsw.UNIT_CHECK) != 0 && (registers.pmcw(24) & 1) != 0;
		int length = concurrent ? takeSense() : 0;
		registers.esw(logout, length == 0 ? 0 : 0x0100_0000 | length << 16);
		if (length > 0) {
			registers.ecw(sense);
			return scsw | Scsw.EXTENDED_CONTROL;
		}
		if (registers.ecwInUse()) {
			Arrays.fill(sense, (byte) 0);
			registers.ecw(sense);
		}
		return scsw & ~Scsw.EXTENDED_CONTROL;
	}

	private int takeSense() {
		Arrays.fill(sense, (byte) 0);
		return Math.min(32, device.takeSense(sense));
	}

	private void performHalt() {
		if (halted == State.DEVICE_WORKING) {
			device.halted();
		}
		if (halted == State.DEVICE_WORKING || halted == State.RUNNING || halted == State.ENDING) {
			device.chainEnded();
			registers.programAddress(program.address());
		}
		go(State.IDLE, -1);
		deviceEndOwed = false;
		int scsw = registers.scsw() & ~(Scsw.ACTIVITY | Scsw.STATUS);
		registers.pmcw(28 + 8, 0);
		pending(scsw, 0);
	}

	private void performClear() {
		go(State.IDLE, -1);
		deviceEndOwed = false;
		unsolicited = 0;
		presentedInside = 0;
		device.reset();
		registers.pmcwByte(PNOM, 0);
		registers.pmcwByte(LPUM, 0);
		registers.pmcwByte(POM, 0xFF);
		registers.scsw(Scsw.CLEAR, 0, 0, 0, 0);
		pending(Scsw.CLEAR, 0);
	}

	// --- status ------------------------------------------------------------------------------------------------

	/** The program asked for an interruption (PCI); it goes on. */
	void programControlled() {
		intermediate(0, Scsw.PCI);
	}

	private void intermediate(int flag, int subchannelStatus) {
		int scsw = registers.scsw() | flag;
		registers.scsw(scsw, program.address(), 0, subchannelStatus | shownPci(), program.residual());
		registers.esw(subchannelStatus == 0 ? 0 : path << 16, 0);
		pending(scsw, Scsw.INTERMEDIATE);
	}

	/** PCI that was presented and not yet taken stays in view. */
	private int shownPci() {
		return statusPending() ? registers.subchannelStatus() & Scsw.PCI : 0;
	}

	/** Makes the subchannel status pending with these bits besides those that are on already. */
	private void pending(int scsw, int status) {
		int shown = scsw & Scsw.STATUS | status | Scsw.PENDING;
		registers.scsw(scsw & ~Scsw.STATUS | shown);
		css.pending(this, shown);
	}

	/** Status from the device that is not the answer to a command being executed right now. */
	void presented(int unitStatus) {
		int status = unitStatus & 0xFF;
		if (status == 0) {
			return;
		}
		if (inDevice) {
			presentedInside |= status;
			return;
		}
		int ending = status & ~Scsw.ATTENTION;
		if (state == State.DEVICE_WORKING && ending != 0
				&& (!program.channelEnded() || (ending & Scsw.DEVICE_END) != 0)) {
			unsolicited |= status & Scsw.ATTENTION;
			follow(program.presented(ending));
		} else if (state == State.HALT_PENDING && halted == State.DEVICE_WORKING) {
			// The command is being ended; what it would have ended with is of no use to anybody.
			unsolicited |= status & Scsw.ATTENTION;
		} else if (deviceEndOwed && (status & Scsw.DEVICE_END) != 0) {
			deviceEndOwed = false;
			if (state == State.START_PENDING) {
				unsolicited |= status;
				deferred();
			} else {
				secondary(status);
			}
		} else {
			unsolicited |= status & ~Scsw.CHANNEL_END;
			takeUnsolicited();
		}
	}

	private void secondary(int status) {
		int scsw = registers.scsw() & ~Scsw.DEVICE_ACTIVE;
		int shown = (scsw & Scsw.PENDING) != 0 ? registers.unitStatus() : 0;
		int check = (scsw & Scsw.PENDING) != 0 ? registers.subchannelStatus() : 0;
		int bits = Scsw.SECONDARY | (status != Scsw.DEVICE_END ? Scsw.ALERT : 0);
		scsw = report(scsw, path << 16, shown | status);
		registers.scsw(scsw, program.address(), shown | status, check, program.residual());
		pending(scsw, bits);
	}

	/** Status met the start function before it began: the program learns that by deferred condition code 1. */
	private void deferred() {
		int status = unsolicited;
		unsolicited = 0;
		go(State.IDLE, -1);
		int scsw = registers.scsw() & ~(Scsw.START_PENDING | Scsw.DEVICE_ACTIVE) | Scsw.DEFERRED_CC_1;
		scsw = report(scsw, registers.pmcwByte(LPM) << 16, status);
		registers.scsw(scsw, program.address(), status, 0, 0);
		pending(scsw, Scsw.ALERT | Scsw.PRIMARY | Scsw.SECONDARY);
	}

	/** Presents unsolicited status as soon as the subchannel is idle, enabled, and has no status pending. */
	private void takeUnsolicited() {
		int scsw = registers.scsw();
		if (unsolicited == 0 || state != State.IDLE || (scsw & (Scsw.PENDING | Scsw.FUNCTION)) != 0 || !enabled()) {
			return;
		}
		int status = unsolicited;
		unsolicited = 0;
		int used = path != 0 ? path : Integer.highestOneBit(registers.pmcwByte(LPM) & registers.pmcwByte(PAM));
		scsw = report(scsw, used << 16, status);
		registers.scsw(scsw, 0, status, 0, 0);
		pending(scsw, Scsw.ALERT);
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

	// --- time --------------------------------------------------------------------------------------------------

	/** Enters a state that is left by itself after some microseconds, or with -1 only from outside. */
	private void go(State to, long micros) {
		state = to;
		if (micros < 0) {
			css.agenda().remove(work);
		} else {
			css.agenda().at(css.now() + micros, work);
		}
	}

	private void showAddress() {
		if (state == State.RUNNING || state == State.DEVICE_WORKING || state == State.ENDING) {
			registers.programAddress(program.address());
		}
	}
}
