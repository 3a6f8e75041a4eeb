// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import java.util.Arrays;
import org.ccwbench.storage.KeyedSpace;

/**
 * The start, resume, halt and clear functions of one subchannel as simulated time reaches them, and the status
 * that they and the device lead to (PoP SA22-7832, chapters 15 and 16).
 */
final class Functions {
	/** Simulated microseconds that fetching and executing one CCW take. */
	private static final long CCW_MICROS = 2;
	/** Simulated microseconds until a start, halt, clear or resume function is performed. */
	private static final long FUNCTION_MICROS = 1;
	/** Field-validity flags for last-path-used mask, termination code, sequence code and device status. */
	private static final int LOGOUT_VALIDITY = 0x7800;
	/** Termination code 1, sequence code 5: the command was accepted, how much data moved is unpredictable. */
	private static final int LOGOUT_TERMINATION = 0x0045;

	private enum State {
		IDLE, START_PENDING, RUNNING, ENDING, DEVICE_WORKING, SUSPENDED, RESUME_PENDING, HALT_PENDING, CLEAR_PENDING
	}

	private final ChannelSubsystem css;
	private final Subchannel subchannel;
	private final Device device;
	private final Registers registers;
	/** Command mode and transport mode, and which of them runs or ran last. */
	private final ChannelProgram commands;
	private final TransportProgram transport;
	private Program program;
	private KeyedSpace space;
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
	private int reachable = 0xFF;
	private int path;
	/** Start or resume function that waits for the device to be no longer busy, and the status that says so. */
	private State initiating = State.START_PENDING;
	private int busyUntil;
	private ChannelFault fault;
	private final byte[] sense = new byte[32];

	Functions(ChannelSubsystem css, Subchannel subchannel, Registers registers) {
		this.css = css;
		this.subchannel = subchannel;
		this.registers = registers;
		device = subchannel.device();
		space = css.storage();
		commands = new ChannelProgram(subchannel, this, space);
		transport = new TransportProgram(subchannel, this);
		program = commands;
	}

	/** Null for the subsystem's own storage. */
	void accessThrough(KeyedSpace other) {
		space = other == null ? css.storage() : other;
		commands.storage(space);
	}

	/** A malfunction that waits for a command that can meet it. */
	void inject(ChannelFault next) {
		fault = next;
	}

	/** The malfunction that waits, or null. */
	ChannelFault fault() {
		return fault;
	}

	/** It happens: the subchannel status that it leads to. */
	int faultHappens() {
		int status = fault.subchannelStatus();
		fault = null;
		return status;
	}

	/** Says over which paths the device can be reached. */
	void reachable(int pathMask) {
		reachable = pathMask;
	}

	/** Whether the path that the program runs over can still be used. */
	boolean pathWorks() {
		return (path & reachable) != 0;
	}

	/** The start function is pending from now on. */
	void start(int word1, long programAddress) {
		if ((word1 & TransportProgram.ORB_CONTROL) != 0) {
			transport.begin(space, word1 >>> 28, programAddress);
			program = transport;
		} else {
			commands.begin(word1, programAddress);
			program = commands;
		}
		busyUntil = 0;
		go(State.START_PENDING, FUNCTION_MICROS);
	}

	void resume() {
		go(State.RESUME_PENDING, FUNCTION_MICROS);
	}

	/** Whether a start or resume function is pending, or the program suspended: what can be cancelled. */
	boolean cancellable() {
		return state == State.START_PENDING || state == State.SUSPENDED || state == State.RESUME_PENDING;
	}

	void cancel() {
		go(State.IDLE, -1);
	}

	void halt() {
		halted = state;
		go(State.HALT_PENDING, FUNCTION_MICROS);
	}

	void clear() {
		go(State.CLEAR_PENDING, FUNCTION_MICROS);
	}

	/** Nothing goes on any more, as the device was taken away. */
	void removed() {
		go(State.IDLE, -1);
		deviceEndOwed = false;
		unsolicited = 0;
		presentedInside = 0;
	}

	private void perform() {
		if (state == State.RUNNING) {
			execute();
			return;
		}
		switch (state) {
		case START_PENDING -> performStart();
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
		int candidates = registers.pmcwByte(Registers.LPM) & registers.pmcwByte(Registers.PAM);
		int usable = candidates & reachable;
		int scsw = registers.scsw();
		if ((candidates & ~reachable) != 0) {
			registers.pmcwByte(Registers.PNOM, registers.pmcwByte(Registers.PNOM) | candidates & ~reachable);
			registers.pmcwByte(Registers.POM, registers.pmcwByte(Registers.POM) & ~(candidates & ~reachable));
			scsw |= Scsw.PATH_NOT_OPERATIONAL;
		}
		if (usable == 0) {
			state = State.IDLE;
			registers.esw(0, 0);
			pending(scsw | Scsw.DEFERRED_CC_3, Scsw.ALERT);
			return;
		}
		path = Integer.highestOneBit(usable);
		registers.pmcwByte(Registers.LPUM, path);
		active(scsw & ~Scsw.START_PENDING);
		initiating = State.START_PENDING;
		if (busyUntil != 0) {
			busyUntil = 0;
			program.resume();
		}
		go(State.RUNNING, CCW_MICROS);
	}

	private void performResume() {
		active(registers.scsw() & ~(Scsw.RESUME_PENDING | Scsw.SUSPENDED));
		initiating = State.RESUME_PENDING;
		busyUntil = 0;
		program.resume();
		go(State.RUNNING, CCW_MICROS);
	}

	private void active(int scsw) {
		registers.scsw(scsw | Scsw.SUBCHANNEL_ACTIVE | Scsw.DEVICE_ACTIVE);
	}

	/** Executes the next command, and at once those after it if nobody can tell the difference. */
	private void execute() {
		ChannelProgram.Outcome outcome;
		do {
			outcome = step();
		} while (outcome == ChannelProgram.Outcome.NEXT && state == State.RUNNING && presentedInside == 0
				&& !subchannel.isRemoved() && css.goesOn(CCW_MICROS));
		follow(outcome);
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
		if (subchannel.isRemoved()) {
			go(State.IDLE, -1);
			return;
		}
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
		case BUSY -> busy(program.unitStatus());
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

	/**
	 * The first command met a device or control unit that is busy: the function stays pending until it says that it
	 * no longer is. Busy together with other status ends the function before it began.
	 */
	private void busy(int status) {
		int until = switch (status) {
		case Scsw.BUSY -> Scsw.DEVICE_END;
		case Scsw.BUSY | Scsw.STATUS_MODIFIER -> Scsw.CONTROL_UNIT_END;
		default -> 0;
		};
		int scsw = registers.scsw() & ~(Scsw.SUBCHANNEL_ACTIVE | Scsw.DEVICE_ACTIVE);
		if (until == 0) {
			registers.scsw(scsw);
			unsolicited |= status;
			deferred();
			return;
		}
		busyUntil = until;
		registers.scsw(scsw | (initiating == State.START_PENDING ? Scsw.START_PENDING : Scsw.RESUME_PENDING));
		go(initiating, -1);
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
		// Status bytes and count mean nothing with status pending alone; those of a program that had ended stay.
		if (halted != State.IDLE) {
			registers.noStatus();
		}
		go(State.IDLE, -1);
		deviceEndOwed = false;
		pending(registers.scsw() & ~(Scsw.ACTIVITY | Scsw.STATUS), 0);
	}

	private void performClear() {
		go(State.IDLE, -1);
		deviceEndOwed = false;
		unsolicited = 0;
		presentedInside = 0;
		device.reset();
		registers.pmcwByte(Registers.PNOM, 0);
		registers.pmcwByte(Registers.LPUM, 0);
		registers.pmcwByte(Registers.POM, 0xFF);
		registers.scsw(Scsw.CLEAR, 0, 0, 0, 0);
		pending(Scsw.CLEAR, 0);
	}

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
		return subchannel.statusPending() ? registers.subchannelStatus() & Scsw.PCI : 0;
	}

	/** Makes the subchannel status pending with these bits besides those that are on already. */
	private void pending(int scsw, int status) {
		int shown = scsw & Scsw.STATUS | status | Scsw.PENDING;
		registers.scsw(scsw & ~Scsw.STATUS | shown);
		css.pending(subchannel, shown);
	}

	/** Status from the device that is not the answer to a command being executed right now. */
	void presented(int unitStatus) {
		int status = unitStatus & 0xFF;
		if (status == 0 || subchannel.isRemoved()) {
			return;
		}
		if (inDevice) {
			presentedInside |= status;
			return;
		}
		int ending = status & ~Scsw.ATTENTION;
		if (busyUntil != 0 && state == initiating && (status & busyUntil) != 0) {
			unsolicited |= status & ~(Scsw.DEVICE_END | Scsw.CONTROL_UNIT_END);
			go(state, FUNCTION_MICROS);
		} else if (state == State.DEVICE_WORKING && ending != 0
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
		scsw = report(scsw, registers.pmcwByte(Registers.LPM) << 16, status);
		registers.scsw(scsw, program.address(), status, 0, 0);
		pending(scsw, Scsw.ALERT | Scsw.PRIMARY | Scsw.SECONDARY);
	}

	/** Presents unsolicited status as soon as the subchannel is idle, enabled, and has no status pending. */
	void takeUnsolicited() {
		int scsw = registers.scsw();
		if (unsolicited == 0 || state != State.IDLE || (scsw & (Scsw.PENDING | Scsw.FUNCTION)) != 0 || !subchannel.enabled()) {
			return;
		}
		int status = unsolicited;
		unsolicited = 0;
		int used = path != 0 ? path : Integer.highestOneBit(registers.pmcwByte(Registers.LPM) & registers.pmcwByte(Registers.PAM));
		scsw = report(scsw, used << 16, status);
		registers.scsw(scsw, 0, status, 0, 0);
		pending(scsw, Scsw.ALERT);
	}

	/** Enters a state that is left by itself after some microseconds, or with -1 only from outside. */
	private void go(State to, long micros) {
		state = to;
		if (micros < 0) {
			css.agenda().remove(work);
		} else {
			css.agenda().at(css.now() + micros, work);
		}
	}

	/** Brings the channel-program address in the SCSW up to date while a program runs. */
	void showAddress() {
		if (state == State.RUNNING || state == State.DEVICE_WORKING || state == State.ENDING) {
			registers.programAddress(program.address());
		}
	}
}
