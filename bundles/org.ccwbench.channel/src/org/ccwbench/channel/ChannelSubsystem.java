// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import java.util.HashMap;
import java.util.Map;
import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.Storage;

/**
 * The channel subsystem: its subchannels, the I/O instructions and the simulated time in which channel
 * programs run (PoP SA22-7832, chapters 13 to 17). Nothing runs by itself: {@link #step} and {@link #advance}
 * let time pass. Not thread-safe.
 * <p>Instructions give the condition code or throw {@link ProgramInterruption}. {@code sid} is the
 * subsystem-identification word of general register 1 (0x0001nnnn). Storage operands are absolute addresses and
 * are accessed with key 0; operands in the caller's own memory are arrays of at least the block's length.
 */
public final class ChannelSubsystem {
	private static final int SCHIB_LENGTH = 52;
	private static final int IRB_LENGTH = 96;
	private static final int ORB_LENGTH = 12;
	private static final int EXTENDED_ORB_LENGTH = 32;
	/** ORB-extension control, in word 1. */
	private static final int ORB_EXTENDED = 1;
	/** Real address at which TEST PENDING INTERRUPTION without an operand stores its 12 bytes. */
	private static final long INTERRUPTION_CODE = 184;

	private final Storage storage;
	private final Storage registers = new Storage("subchannel registers", 65536L * Subchannel.REGISTERS);
	private final Map<Integer, Subchannel> subchannels = new HashMap<>();
	private final Agenda agenda = new Agenda();
	private final Interruptions interruptions = new Interruptions();
	private ChannelListener listener;
	private boolean heard;
	private Malfunctions malfunctions = Malfunctions.NONE;
	private long now;
	/** Until when chained commands may follow one another within one unit of work, and whether only until an interruption. */
	private long horizon = -1;
	private boolean awaiting;
	private long limit;
	private Subchannel last;
	private final byte[] operand = new byte[IRB_LENGTH];

	/** @param storage absolute storage in which CCWs, IDAWs and data live */
	public ChannelSubsystem(Storage storage) {
		this(storage, ChannelListener.NONE);
	}

	public ChannelSubsystem(Storage storage, ChannelListener listener) {
		this.storage = storage;
		listener(listener);
	}

	/** Replaces the listener; {@link ChannelListener#NONE} costs nothing. */
	public void listener(ChannelListener to) {
		listener = to;
		heard = to != ChannelListener.NONE;
	}

	/** Says what goes wrong from now on; {@link Malfunctions#NONE} at first. */
	public void malfunctions(Malfunctions from) {
		malfunctions = from;
	}

	/** Holds SCHIB and IRB material of each subchannel as bytes, see {@link Subchannel#schibAddress()}. */
	public Storage registers() {
		return registers;
	}

	/** Attaches a device over one channel path, see {@link Paths#single}. */
	public Subchannel attach(int number, int deviceNumber, Device device) {
		return attach(number, deviceNumber, device, Paths.single(deviceNumber));
	}

	/**
	 * Makes a subchannel for a device: valid, not enabled, as after a reset.
	 *
	 * @throws IllegalArgumentException if there is one with that number, or a number is not 16 bits
	 */
	public Subchannel attach(int number, int deviceNumber, Device device, Paths paths) {
		if (number >>> 16 != 0 || deviceNumber >>> 16 != 0 || subchannels.containsKey(number)) {
			throw new IllegalArgumentException(
					String.format("no subchannel %X for device %X: the number is taken or too large", number, deviceNumber));
		}
		Subchannel made = new Subchannel(this, number, deviceNumber, device, paths);
		subchannels.put(number, made);
		device.attached(new Port(made));
		return made;
	}

	/** Takes a device away, and its subchannel with it: what it did ends, its interruption is no longer pending. */
	public void detach(int number) {
		Subchannel gone = subchannels.remove(number);
		last = null;
		if (gone != null) {
			gone.removed();
		}
	}

	/** The subchannel with that number, or null. */
	public Subchannel subchannel(int number) {
		if (last == null || last.number() != number) {
			Subchannel found = subchannels.get(number);
			if (found == null) {
				return null;
			}
			last = found;
		}
		return last;
	}

	// --- instructions with operands in storage -----------------------------------------------------------------

	public int stsch(int sid, long address) {
		word(address, SCHIB_LENGTH);
		int cc = stsch(sid, operand);
		if (cc == 0) {
			storage.store(address, operand, 0, SCHIB_LENGTH);
		}
		return cc;
	}

	public int msch(int sid, long address) {
		fetch(address, SCHIB_LENGTH);
		return msch(sid, operand);
	}

	public int ssch(int sid, long address) {
		fetch(address, ORB_LENGTH);
		if ((operand[7] & ORB_EXTENDED) != 0) {
			fetch(address, EXTENDED_ORB_LENGTH);
		}
		return ssch(sid, operand);
	}

	public int tsch(int sid, long address) {
		word(address, IRB_LENGTH);
		int cc = tsch(sid, operand);
		if (cc != 3) {
			storage.store(address, operand, 0, IRB_LENGTH);
		}
		return cc;
	}

	/**
	 * Takes the pending interruption of the most urgent subclass. Address 0 stands for the twelve bytes at
	 * real location 184, any other for the two words of the interruption code there.
	 */
	public int tpi(long address) {
		boolean lowCore = address == 0;
		long at = lowCore ? INTERRUPTION_CODE : address;
		int length = lowCore ? 12 : 8;
		word(at, length);
		int cc = tpi(operand);
		if (cc == 1) {
			storage.store(at, operand, 0, length);
		}
		return cc;
	}

	// --- instructions with operands of the caller --------------------------------------------------------------

	/** STORE SUBCHANNEL into 52 bytes. */
	public int stsch(int sid, byte[] schib52) {
		Subchannel s = find(sid);
		int wrong = s == null ? 3 : malfunctions.answer(IoInstruction.STSCH, s.number());
		if (wrong > 0) {
			return done(IoInstruction.STSCH, sid, wrong);
		}
		s.copySchib(schib52);
		return done(IoInstruction.STSCH, sid, 0);
	}

	/** MODIFY SUBCHANNEL from 52 bytes. */
	public int msch(int sid, byte[] schib52) {
		int word1 = Bytes.get32(schib52, 4);
		boolean reserved = (word1 & 0xC300_0000) != 0 || (Bytes.get32(schib52, 24) & 0xFF1F_FFF8) != 0;
		boolean limitBad = (word1 & 0x0060_0000) == 0x0060_0000;
		if (reserved || limitBad) {
			throw new ProgramInterruption(ProgramInterruption.OPERAND);
		}
		Subchannel s = find(sid);
		int wrong = wrong(IoInstruction.MSCH, s);
		return done(IoInstruction.MSCH, sid, wrong >= 0 ? wrong : s.modify(schib52));
	}

	/** START SUBCHANNEL with the ORB (12 bytes, 32 if extended) in the caller's own memory, as a driver has it. */
	public int ssch(int sid, byte[] orb) {
		int word1 = Bytes.get32(orb, 4);
		int programAddress = Bytes.get32(orb, 8);
		int zeros = (word1 & TransportProgram.ORB_CONTROL) != 0 ? TransportProgram.ORB_ZEROS : 0x3E;
		boolean extensionBad = (word1 & ORB_EXTENDED) != 0 && orb.length >= EXTENDED_ORB_LENGTH && !extensionValid(orb);
		if ((word1 & zeros) != 0 || programAddress < 0 || extensionBad) {
			throw new ProgramInterruption(ProgramInterruption.OPERAND);
		}
		Subchannel s = operational(sid);
		int wrong = wrong(IoInstruction.SSCH, s);
		return done(IoInstruction.SSCH, sid, wrong >= 0 ? wrong : s.start(Bytes.get32(orb, 0), word1, programAddress));
	}

	/** Words 3 to 7 hold two priorities, or a priority and a byte for the program, and zeros. */
	private static boolean extensionValid(byte[] orb) {
		return (Bytes.get32(orb, 12) & 0x00FF_00FF) == 0 && (Bytes.get64(orb, 16) | Bytes.get64(orb, 24)) == 0;
	}

	/** TEST SUBCHANNEL into 96 bytes, which condition code 3 leaves alone. */
	public int tsch(int sid, byte[] irb96) {
		Subchannel s = operational(sid);
		if (s == null) {
			return done(IoInstruction.TSCH, sid, 3);
		}
		int wrong = malfunctions.answer(IoInstruction.TSCH, s.number());
		if (wrong == 3) {
			return done(IoInstruction.TSCH, sid, 3);
		}
		s.copyIrb(irb96);
		if (wrong > 0 || !s.statusPending()) {
			return done(IoInstruction.TSCH, sid, Math.max(wrong, 1));
		}
		s.cleared();
		return done(IoInstruction.TSCH, sid, 0);
	}

	/** TEST PENDING INTERRUPTION into 12 bytes: subsystem-identification word, parameter, interruption-identification word. */
	public int tpi(byte[] code12) {
		Subchannel s = interruptions.first();
		if (s == null) {
			return done(IoInstruction.TPI, 0, 0);
		}
		forget(s);
		Bytes.put32(code12, 0, s.sid());
		Bytes.put32(code12, 4, s.interruptionParameter());
		Bytes.put32(code12, 8, s.interruptionSubclass() << 27);
		return done(IoInstruction.TPI, s.sid(), 1);
	}

	public int rsch(int sid) {
		Subchannel s = operational(sid);
		int wrong = wrong(IoInstruction.RSCH, s);
		return done(IoInstruction.RSCH, sid, wrong >= 0 ? wrong : s.resume());
	}

	public int hsch(int sid) {
		Subchannel s = operational(sid);
		int wrong = wrong(IoInstruction.HSCH, s);
		return done(IoInstruction.HSCH, sid, wrong >= 0 ? wrong : s.halt());
	}

	public int csch(int sid) {
		Subchannel s = operational(sid);
		int wrong = wrong(IoInstruction.CSCH, s);
		return done(IoInstruction.CSCH, sid, wrong >= 0 ? wrong : s.clear());
	}

	public int xsch(int sid) {
		Subchannel s = operational(sid);
		int wrong = wrong(IoInstruction.XSCH, s);
		return done(IoInstruction.XSCH, sid, wrong >= 0 ? wrong : s.cancel());
	}

	/** SET ADDRESS LIMIT: a multiple of 65,536 below 2G. */
	public void sal(long newLimit) {
		if ((newLimit & 0xFFFF) != 0 || newLimit >>> 31 != 0) {
			throw new ProgramInterruption(ProgramInterruption.OPERAND);
		}
		limit = newLimit;
		done(IoInstruction.SAL, 0, 0);
	}

	// --- time --------------------------------------------------------------------------------------------------

	/**
	 * Executes the unit of work that is due next (one CCW, one timer, one start, halt, clear or resume function)
	 * and moves simulated time to it.
	 *
	 * @return false if there is none: nothing will happen unless somebody acts
	 */
	public boolean step() {
		Work first = agenda.first();
		if (first == null) {
			return false;
		}
		run(first);
		return true;
	}

	/** Runs all that is due within that many microseconds; an endless program just uses them up. */
	public void advance(long micros) {
		long until = now + Math.max(0, micros);
		pass(until, false);
		now = until;
	}

	/**
	 * Waits for an I/O interruption, in whatever subclass and of whatever subchannel, but no longer than that many
	 * microseconds; time goes on only as far as it has to.
	 *
	 * @return whether one is pending; if not, nothing more was due
	 */
	public boolean await(long micros) {
		pass(now + Math.max(0, micros), true);
		return interruptionPending();
	}

	private void pass(long until, boolean toInterruption) {
		awaiting = toInterruption;
		horizon = until;
		try {
			for (Work first = agenda.first(); first != null && first.due <= until; first = agenda.first()) {
				if (toInterruption && interruptionPending()) {
					break;
				}
				run(first);
			}
		} finally {
			horizon = -1;
		}
	}

	/** Simulated time at which the next unit of work is due, or -1 if there is none. */
	public long nextDue() {
		Work first = agenda.first();
		return first == null ? -1 : first.due;
	}

	/** Whether an I/O interruption is pending in a subclass from which interruptions are taken. */
	public boolean interruptionPending() {
		return interruptions.any();
	}

	/**
	 * Says from which interruption subclasses interruptions are taken, as the mask in control register 6 does; from all
	 * at first.
	 *
	 * @param mask eight bits, subclass 0 leftmost
	 */
	public void subclasses(int mask) {
		interruptions.mask(mask);
	}

	/** Whether an I/O interruption of this subchannel is pending. */
	public boolean interruptionPending(int sid) {
		Subchannel s = subchannel(sid & 0xFFFF);
		return s != null && s.interruptionPending();
	}

	/** Simulated time in microseconds. */
	public long now() {
		return now;
	}

	/** Work stays in its place while it runs, because mostly it only comes due again a little later. */
	private void run(Work first) {
		long turn = first.turn;
		now = Math.max(now, first.due);
		try {
			first.run();
		} finally {
			if (first.turn == turn) {
				agenda.remove(first);
			}
		}
	}

	// --- for the subchannels -----------------------------------------------------------------------------------

	Storage storage() {
		return storage;
	}

	/**
	 * Whether what is being done can go on that many microseconds later with nothing else coming before; if so, it is
	 * that much later now.
	 */
	boolean goesOn(long micros) {
		long then = now + micros;
		if (then > horizon || awaiting && interruptionPending() || !agenda.firstUntil(then)) {
			return false;
		}
		now = then;
		return true;
	}

	Agenda agenda() {
		return agenda;
	}

	ChannelListener listener() {
		return listener;
	}

	boolean heard() {
		return heard;
	}

	Malfunctions malfunctions() {
		return malfunctions;
	}

	long addressLimit() {
		return limit;
	}

	/** A subchannel became status pending. */
	void pending(Subchannel s, int statusControl) {
		if (!s.interruptionPending()) {
			long late = malfunctions.late(s.number());
			if (late == 0) {
				interruptions.add(s);
			} else if (late > 0) {
				interruptLater(s, late);
			}
		}
		if (heard) {
			listener.statusPending(s.number(), statusControl);
		}
	}

	private void interruptLater(Subchannel s, long micros) {
		agenda.at(now + micros, new Work() {
			@Override
			void run() {
				if (s.statusPending() && !s.interruptionPending()) {
					interruptions.add(s);
				}
			}
		});
	}

	/** The interruption of a subchannel is no longer pending. */
	void forget(Subchannel s) {
		interruptions.remove(s);
	}

	private Subchannel find(int sid) {
		if (sid >>> 16 != 1) {
			throw new ProgramInterruption(ProgramInterruption.OPERAND);
		}
		return subchannel(sid & 0xFFFF);
	}

	private Subchannel operational(int sid) {
		Subchannel s = find(sid);
		return s == null || !s.enabled() ? null : s;
	}

	/** The condition code of an instruction that cannot be executed, or goes wrong; -1 to execute it. */
	private int wrong(IoInstruction instruction, Subchannel s) {
		return s == null ? 3 : malfunctions.answer(instruction, s.number());
	}

	private int done(IoInstruction instruction, int sid, int cc) {
		if (heard) {
			listener.instruction(instruction, sid & 0xFFFF, cc);
		}
		return cc;
	}

	private void word(long address, int length) {
		if ((address & 3) != 0) {
			throw new ProgramInterruption(ProgramInterruption.SPECIFICATION);
		}
		if (!storage.contains(address, length)) {
			throw new ProgramInterruption(ProgramInterruption.ADDRESSING);
		}
	}

	private void fetch(long address, int length) {
		word(address, length);
		storage.load(address, operand, 0, length);
	}

	/** What a device reaches of its subchannel. */
	private final class Port implements DevicePort {
		private final Subchannel subchannel;

		Port(Subchannel subchannel) {
			this.subchannel = subchannel;
		}

		@Override
		public void present(int unitStatus) {
			subchannel.presented(unitStatus);
		}

		@Override
		public void after(long micros, Runnable action) {
			agenda.at(now + Math.max(0, micros), new Work() {
				@Override
				void run() {
					action.run();
				}
			});
		}

		@Override
		public long now() {
			return now;
		}
	}
}
