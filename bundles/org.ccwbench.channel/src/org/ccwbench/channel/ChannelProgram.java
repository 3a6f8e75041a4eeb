// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import org.ccwbench.storage.KeyedSpace;

/**
 * The interpreter of a channel program, one CCW at a time (PoP SA22-7832, chapter 15, "Execution of I/O
 * Operations"). CCWs are fetched just before they are executed, whatever the prefetch control of the ORB
 * allows, so that programs may modify themselves. One per subchannel; allocates nothing per CCW.
 */
final class ChannelProgram extends Program {
	/** What {@link #step} leads to. */
	enum Outcome {
		/** The next CCW can be executed. */
		NEXT,
		/** The device goes on by itself and presents status later. */
		WAIT,
		/** The initial-status interruption comes first, then {@link ChannelProgram#complete} of the status kept. */
		INITIAL_STATUS,
		/** The CCW just fetched asks to suspend. */
		SUSPEND,
		/** The device is busy and has not taken the first command; {@link ChannelProgram#unitStatus} has more. */
		BUSY,
		/** The program ended; {@link ChannelProgram#unitStatus} and the others say how. */
		END
	}

	/**
	 * Commands in a row without data after which a transfer back makes the sequence invalid (PoP, chapter 16,
	 * "Program Check", invalid sequence: 256 or more, depending on the model). Programs that only go forward may
	 * be longer.
	 */
	private static final int IDLE_COMMANDS = 256;

	private final Subchannel subchannel;
	private final Functions functions;
	private KeyedSpace storage;
	private final DataPath data;
	private final Device device;

	/** From the ORB. */
	private boolean format1;
	private boolean suspendable;
	private boolean midaws;
	private boolean lengthSuppressed;
	private boolean initialStatus;
	private long highest;

	/** The CCW to fetch next, and the one that is to be executed again or resumed. */
	private long next;
	private long commandAt;
	private boolean chained;
	private int command;
	private int previousCommand;
	private boolean retry;
	/** How many commands were executed since data last moved. */
	private int idle;
	/** Whether channel end is here and only device end is awaited, in {@link Outcome#WAIT}. */
	private boolean channelEnded;

	/** The CCW fetched last. */
	private int flags;
	private int count;
	private long area;
	private int opcode;

	/** What the SCSW shows. */
	private long address;
	private int unitStatus;
	private int subchannelStatus;
	private int residual;

	ChannelProgram(Subchannel subchannel, Functions functions, KeyedSpace storage) {
		this.subchannel = subchannel;
		this.functions = functions;
		device = subchannel.device();
		this.storage = storage;
		data = new DataPath(subchannel, this, storage);
	}

	/** Goes over to another space; only while no program runs. */
	void storage(KeyedSpace space) {
		storage = space;
		data.storage(space);
	}

	/** Takes an ORB, whose word 1 and channel-program address are given. */
	void begin(int word1, long programAddress) {
		format1 = (word1 & 0x0080_0000) != 0;
		highest = format1 ? 0x7FFF_FFFFL : 0xFF_FFFFL;
		suspendable = (word1 & 0x0800_0000) != 0;
		midaws = (word1 & 0x40) != 0;
		lengthSuppressed = (word1 & 0x80) != 0;
		initialStatus = (word1 & 0x0020_0000) != 0;
		data.area().begin(word1 >>> 28, format1, (word1 & 0x0002_0000) != 0, (word1 & 0x0001_0000) != 0);
		next = programAddress;
		address = programAddress;
		residual = 0;
		restart();
	}

	/** Goes back to the CCW at which the program was suspended, or which the device was too busy to take. */
	@Override
	void resume() {
		next = commandAt;
		restart();
	}

	private void restart() {
		chained = false;
		command = -1;
		previousCommand = -1;
		retry = false;
		idle = 0;
		channelEnded = false;
		unitStatus = 0;
		subchannelStatus = 0;
	}

	boolean chained() {
		return chained;
	}

	boolean chaining() {
		return (flags & Ccw.CHAIN_COMMAND) != 0;
	}

	int previousCommand() {
		return previousCommand;
	}

	/** Address of the current or failing CCW plus 8, as the SCSW gives it. */
	@Override
	long address() {
		return address;
	}

	@Override
	int unitStatus() {
		return unitStatus;
	}

	@Override
	int subchannelStatus() {
		return subchannelStatus;
	}

	/** The residual count of the last command, or the count of the CCW at which the program is suspended. */
	@Override
	int residual() {
		return residual;
	}

	/** Whether the CCW fetched last has the PCI flag. */
	@Override
	boolean asksForInterruption() {
		return (flags & Ccw.PCI) != 0;
	}

	/** Fetches the next CCW and executes its command. */
	@Override
	Outcome step() {
		int check = fetch(false);
		if (check != 0) {
			return end(0, check);
		}
		commandAt = next - 8;
		if ((flags & Ccw.SUSPEND) != 0) {
			residual = count;
			return Outcome.SUSPEND;
		}
		if ((flags & Ccw.PCI) != 0) {
			functions.programControlled();
		}
		if (!retry) {
			previousCommand = command;
		}
		retry = false;
		command = opcode;
		subchannel.selecting(opcode, chained);
		if (subchannel.isRemoved()) {
			return Outcome.WAIT;
		}
		if (chained && !functions.pathWorks()) {
			// A device that does not answer to a chained command (PoP, chapter 16, "Interface-Control Check").
			return end(0, Scsw.INTERFACE_CONTROL_CHECK);
		}
		if (functions.fault() != null && !functions.fault().duringData()) {
			return end(0, functions.faultHappens());
		}
		data.command(opcode, flags, count, area);
		subchannel.commandStarted(opcode);
		int status;
		data.executing(true);
		try {
			status = device.execute(opcode, data) & 0xFF;
		} catch (RuntimeException e) {
			if (e != DataPath.ABANDONED) {
				throw e;
			}
			data.close();
			subchannel.commandEnded(command, 0, data.check(), residual);
			return end(0, data.check());
		} finally {
			data.executing(false);
		}
		if (!chained && (status & Scsw.BUSY) != 0 && !data.touched()) {
			data.close();
			unitStatus = status;
			subchannel.commandEnded(command, status, 0, count);
			return Outcome.BUSY;
		}
		if (initialStatus && accepted(status)) {
			initialStatus = false;
			unitStatus = status;
			return Outcome.INITIAL_STATUS;
		}
		initialStatus = false;
		return status == 0 ? Outcome.WAIT : complete(status);
	}

	/** Whether the first command counts as accepted with condition code 0: not at once finished, or chaining on. */
	private boolean accepted(int status) {
		if (status == 0 || data.touched()) {
			return true;
		}
		return (status & ~Scsw.STATUS_MODIFIER) == (Scsw.CHANNEL_END | Scsw.DEVICE_END) && chaining();
	}

	/** The device presents status for the program, which is in {@link Outcome#WAIT}. */
	@Override
	Outcome presented(int status) {
		return channelEnded ? deviceEnded(status) : complete(status);
	}

	/** Whether the program waits for device end only. */
	@Override
	boolean channelEnded() {
		return channelEnded;
	}

	/** The current command's ending status is here: channel end, perhaps with more. */
	@Override
	Outcome complete(int status) {
		if ((status & (Scsw.STATUS_MODIFIER | Scsw.UNIT_CHECK)) == (Scsw.STATUS_MODIFIER | Scsw.UNIT_CHECK)
				&& data.check() == 0) {
			data.close();
			return retry(status);
		}
		int check = data.check();
		if (check == 0 && (status & (Scsw.CHANNEL_END | Scsw.UNIT_CHECK)) != 0) {
			check = lengthCheck(status);
		}
		data.close();
		idle = data.moved() ? 0 : idle + 1;
		if (functions.fault() != null && data.touched()) {
			check |= functions.faultHappens();
		}
		residual = data.remaining();
		subchannel.commandEnded(command, status, check, residual);
		boolean unusual = (status & ~(Scsw.CHANNEL_END | Scsw.DEVICE_END | Scsw.STATUS_MODIFIER)) != 0
				|| (status & Scsw.CHANNEL_END) == 0;
		if (check != 0 || unusual || (flags & (Ccw.CHAIN_COMMAND | Ccw.CHAIN_DATA)) != Ccw.CHAIN_COMMAND) {
			return end(status, check);
		}
		if ((status & Scsw.DEVICE_END) == 0) {
			unitStatus = status;
			channelEnded = true;
			return Outcome.WAIT;
		}
		return chain(status);
	}

	/** Device end for a command whose channel end came earlier and which chains to another. */
	private Outcome deviceEnded(int status) {
		channelEnded = false;
		if (retry) {
			next = commandAt;
			return Outcome.NEXT;
		}
		int all = unitStatus | status;
		if ((all & ~(Scsw.CHANNEL_END | Scsw.DEVICE_END | Scsw.STATUS_MODIFIER)) != 0) {
			return end(all, 0);
		}
		return chain(all);
	}

	private Outcome chain(int status) {
		if ((status & Scsw.STATUS_MODIFIER) != 0) {
			next += 8;
		}
		chained = true;
		return Outcome.NEXT;
	}

	private Outcome retry(int status) {
		retry = true;
		if ((status & Scsw.DEVICE_END) == 0) {
			unitStatus = 0;
			channelEnded = true;
			return Outcome.WAIT;
		}
		next = commandAt;
		return Outcome.NEXT;
	}

	private Outcome end(int status, int check) {
		unitStatus = status;
		subchannelStatus = check;
		return Outcome.END;
	}

	/**
	 * Incorrect length, or the check that looking for it met (PoP, chapter 15, "Suppress-Length-Indication
	 * Flag" and "Incorrect-Length-Suppression Mode").
	 */
	private int lengthCheck(int status) {
		boolean plain = (status & ~(Scsw.CHANNEL_END | Scsw.DEVICE_END | Scsw.STATUS_MODIFIER)) == 0;
		if (!data.touched() && plain) {
			if (count == 0 || !format1 || lengthSuppressed) {
				return 0;
			}
			return (flags & (Ccw.CHAIN_DATA | Ccw.SUPPRESS_LENGTH | Ccw.CHAIN_COMMAND)) == 0
					|| (flags & Ccw.CHAIN_DATA) != 0 ? Scsw.INCORRECT_LENGTH : 0;
		}
		// A device that ends just where a CCW with chain data ends has ended in the next one.
		if (data.remaining() == 0 && (flags & Ccw.CHAIN_DATA) != 0 && data.touched() && !chainData()) {
			return data.check();
		}
		boolean wrong = data.remaining() > 0 || data.longer();
		boolean suppressed = (flags & (Ccw.SUPPRESS_LENGTH | Ccw.CHAIN_DATA)) == Ccw.SUPPRESS_LENGTH;
		return wrong && !suppressed ? Scsw.INCORRECT_LENGTH : 0;
	}

	/** Goes to the CCW that is data-chained to the current one; false if a check prevents it. */
	boolean chainData() {
		int check = fetch(true);
		if (check != 0) {
			data.area().fail(check);
			return false;
		}
		if ((flags & Ccw.PCI) != 0) {
			functions.programControlled();
		}
		data.area().designate(flags, count, area);
		return true;
	}

	/**
	 * Fetches the CCW at {@code next}, going through one TIC if there is one, and checks its form.
	 *
	 * @return program or protection check, or 0; {@code address} is the CCW's plus 8 in either case
	 */
	private int fetch(boolean dataChaining) {
		boolean transferred = false;
		for (;;) {
			long at = next;
			address = at + 8;
			if ((at & 7) != 0 || at + 7 > highest || !storage.contains(at, 8)) {
				return Scsw.PROGRAM_CHECK;
			}
			if (!data.area().mayFetch(at)) {
				return Scsw.PROTECTION_CHECK;
			}
			storage.refer(at, false);
			long word = storage.load64(at);
			subchannel.ccwFetched(at, word, format1);
			next = at + 8;
			decode(word);
			boolean tic = format1 ? opcode == 0x08 : (opcode & 0x0F) == 0x08;
			if (!tic) {
				return form(dataChaining);
			}
			boolean endless = !dataChaining && idle >= IDLE_COMMANDS && area <= at;
			if (transferred || endless || format1 && (word >>> 32 & 0xFF_FFFFL) != 0 || (area & 7) != 0
					|| area + 7 > highest || !storage.contains(area, 8)) {
				return Scsw.PROGRAM_CHECK;
			}
			transferred = true;
			next = area;
		}
	}

	private void decode(long word) {
		opcode = (int) (word >>> 56);
		if (format1) {
			flags = (int) (word >>> 48) & 0xFF;
			count = (int) (word >>> 32) & 0xFFFF;
			area = word & 0xFFFF_FFFFL;
		} else {
			flags = (int) (word >>> 24) & 0xFF;
			count = (int) word & 0xFFFF;
			area = word >>> 32 & 0xFF_FFFFL;
		}
	}

	/** Program check if the CCW's form is invalid (PoP, chapter 16, "Program Check"), or 0. */
	private int form(boolean dataChaining) {
		boolean commandBad = !dataChaining && ((opcode & 0x0F) == 0 || (opcode & 0x0F) == 0x08);
		boolean countBad = count == 0 && (!format1 || dataChaining || (flags & Ccw.CHAIN_DATA) != 0);
		boolean suspendBad = (flags & Ccw.SUSPEND) != 0 && (!suspendable || dataChaining);
		boolean midaBad = (flags & Ccw.MIDA) != 0 && (!midaws || (flags & (Ccw.IDA | Ccw.SKIP)) != 0);
		return commandBad || countBad || suspendBad || midaBad || area > 0x7FFF_FFFFL ? Scsw.PROGRAM_CHECK : 0;
	}
}
