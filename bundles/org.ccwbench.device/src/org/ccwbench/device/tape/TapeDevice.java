// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tape;

import java.nio.ByteBuffer;
import java.util.List;
import org.ccwbench.arch.UnitStatus;
import org.ccwbench.channel.Transfer;
import org.ccwbench.device.BasicDevice;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.DeviceSight;
import org.ccwbench.device.Medium;
import org.ccwbench.device.MediumDevice;
import org.ccwbench.device.SenseCondition;
import org.ccwbench.device.UnitCheck;

/** What all tape units do: move, read and write blocks and tape marks. */
abstract class TapeDevice extends BasicDevice implements MediumDevice {
	static final int WRITE = 0x01;
	static final int READ = 0x02;
	static final int REWIND = 0x07;
	static final int READ_BACKWARD = 0x0C;
	static final int REWIND_UNLOAD = 0x0F;
	static final int ERASE_GAP = 0x17;
	static final int WRITE_TAPE_MARK = 0x1F;
	static final int BACKSPACE_BLOCK = 0x27;
	static final int BACKSPACE_FILE = 0x2F;
	static final int SPACE_BLOCK = 0x37;
	static final int SPACE_FILE = 0x3F;
	static final int SECURITY_ERASE = 0x97;

	/** The option that says how long the tape is up to the mark, in bytes. */
	static final String LENGTH = "length";

	/** What went wrong, for the sense bytes of each unit. */
	enum Condition { NOT_READY, UNLOADED, COMMAND_REJECT, WRITE_PROTECTED, LOAD_POINT, END_OF_DATA, END_OF_TAPE, DATA_CHECK, EQUIPMENT_CHECK, LOCATE_FAILED, NONE }

	/** What can be written behind the end-of-tape mark: room for labels, and for the blocks that were buffered. */
	private static final long BEHIND_THE_MARK = 4L << 16;

	private final Medium medium;
	private final boolean protectedTape;
	/** Where the mark that warns of the end of the tape is, in bytes. */
	private final long mark;
	private AwsTape tape;
	/** A block, one byte longer than the longest, to see that one is too long. */
	final byte[] buffer = new byte[AwsTape.LARGEST_BLOCK + 1];

	TapeDevice(DeviceOptions options, Medium medium, int senseLength) {
		super(options, senseLength);
		this.mark = options.has(LENGTH) ? Long.parseLong(options.value(LENGTH, "")) : Long.MAX_VALUE - BEHIND_THE_MARK;
		this.medium = medium == null ? Medium.blank("no tape") : medium;
		this.tape = medium == null ? null : new AwsTape(medium);
		this.protectedTape = options.has("noring");
	}

	@Override
	public final Medium medium() {
		return medium;
	}

	@Override
	protected final void keep(ByteBuffer into) {
		into.put((byte) (tape == null ? 0 : 1));
		if (tape != null) {
			tape.keep(into);
		}
	}

	@Override
	protected final DeviceSight sight(ByteBuffer from, List<DeviceSight.Fact> facts) {
		if (from.get() == 0) {
			facts.add(new DeviceSight.Fact("Tape", "none is mounted"));
			return new DeviceSight.State(facts);
		}
		return TapeSight.of(medium, from, mark, protectedTape, facts);
	}

	/** The mounted tape, or null. */
	final AwsTape tape() {
		return tape;
	}

	final boolean writeProtected() {
		return protectedTape;
	}

	/** Executes a command of this unit that is not about blocks and marks. */
	abstract int special(int command, Transfer transfer);

	/** Fills the sense bytes, which are zero, with a condition and the state of the unit. */
	abstract void describe(Condition condition);

	final UnitCheck unitCheck(Condition condition) {
		clearSense();
		describe(condition);
		boolean initial = condition == Condition.NOT_READY || condition == Condition.COMMAND_REJECT;
		return new UnitCheck(initial ? UnitStatus.UC : ENDED | UnitStatus.UC);
	}

	@Override
	protected int run(int command, Transfer transfer) {
		switch (command) {
			case READ, READ_BACKWARD, REWIND, BACKSPACE_BLOCK, BACKSPACE_FILE, SPACE_BLOCK, SPACE_FILE -> {
				ready();
				return move(command, transfer);
			}
			case WRITE, WRITE_TAPE_MARK, ERASE_GAP, SECURITY_ERASE -> {
				ready();
				return write(command, transfer);
			}
			case REWIND_UNLOAD -> {
				ready();
				tape = null;
				throw unloaded();
			}
			case NO_OPERATION -> {
				ready();
				return ENDED;
			}
			case SENSE -> {
				return sense(transfer);
			}
			default -> {
				return special(command, transfer);
			}
		}
	}

	/** How the end of REWIND UNLOAD is presented. */
	UnitCheck unloaded() {
		return unitCheck(Condition.UNLOADED);
	}

	final void ready() {
		if (tape == null) {
			throw unitCheck(Condition.NOT_READY);
		}
	}

	@Override
	protected int sense(Transfer transfer) {
		if (!sensePending()) {
			describe(Condition.NONE);
		}
		return super.sense(transfer);
	}

	private int move(int command, Transfer transfer) {
		return switch (command) {
			case READ -> read(transfer);
			case READ_BACKWARD -> readBefore(transfer, true);
			case SPACE_BLOCK -> ending(tape.forward(null));
			case BACKSPACE_BLOCK -> ending(tape.backward());
			case SPACE_FILE -> file(true);
			case BACKSPACE_FILE -> file(false);
			default -> {
				tape.rewind();
				yield ENDED;
			}
		};
	}

	/** Spaces to beyond the next tape mark; every block is at least a header long, so the tape bounds it. */
	private int file(boolean forward) {
		int answer;
		do {
			answer = forward ? tape.forward(null) : tape.backward();
		} while (answer >= 0);
		return answer == AwsTape.TAPE_MARK ? ENDED : ending(answer);
	}

	/** Unit status for what the tape answered: a tape mark is a unit exception. */
	private int ending(int answer) {
		if (answer >= 0) {
			return ENDED;
		}
		return switch (answer) {
			case AwsTape.TAPE_MARK -> ENDED | UnitStatus.UE;
			case AwsTape.LOAD_POINT -> throw unitCheck(Condition.LOAD_POINT);
			case AwsTape.END_OF_DATA -> throw unitCheck(Condition.END_OF_DATA);
			default -> throw unitCheck(Condition.DATA_CHECK);
		};
	}

	private int read(Transfer transfer) {
		int length = tape.forward(buffer);
		transfer.send(buffer, 0, Math.max(0, length));
		return ending(length);
	}

	/** Reads the block before, which stays ahead; {@code reversed} from its end. */
	final int readBefore(Transfer transfer, boolean reversed) {
		int answer = tape.backward();
		int length = 0;
		if (answer == 0) {
			length = tape.forward(buffer);
			if (length > 0) {
				tape.backward();
			}
			for (int i = 0, j = length - 1; reversed && i < j; i++, j--) {
				byte b = buffer[i];
				buffer[i] = buffer[j];
				buffer[j] = b;
			}
		}
		transfer.send(buffer, 0, Math.max(0, length));
		return ending(Math.min(answer, length));
	}

	private int write(int command, Transfer transfer) {
		if (protectedTape) {
			throw unitCheck(Condition.WRITE_PROTECTED);
		}
		if (medium.length() >= mark + BEHIND_THE_MARK && tape.here() >= mark + BEHIND_THE_MARK) {
			throw unitCheck(Condition.END_OF_TAPE);
		}
		switch (command) {
			case WRITE -> tape.write(buffer, transfer.receive(buffer, 0, AwsTape.LARGEST_BLOCK));
			case WRITE_TAPE_MARK -> tape.writeMark();
			case SECURITY_ERASE -> tape.erase();
			default -> {
				// A gap takes no room in the image.
			}
		}
		return tape.here() > mark ? ENDED | UnitStatus.UE : ENDED;
	}

	/** Whether the tape stands behind the mark that warns of its end. */
	final boolean behindMark() {
		return tape != null && tape.here() > mark;
	}

	/** Failures from outside have the form that the unit's own have. */
	@Override
	protected final void describe(SenseCondition condition) {
		describe(switch (condition) {
			case NOT_READY -> Condition.NOT_READY;
			case EQUIPMENT -> Condition.EQUIPMENT_CHECK;
			case DATA -> Condition.DATA_CHECK;
		});
	}

	@Override
	protected void mediumFailed() {
		describe(Condition.DATA_CHECK);
	}
}
