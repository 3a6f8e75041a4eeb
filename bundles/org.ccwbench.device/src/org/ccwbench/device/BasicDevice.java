// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.ccwbench.arch.UnitStatus;
import org.ccwbench.channel.DevicePort;
import org.ccwbench.channel.Transfer;
import org.ccwbench.storage.Storage;

/**
 * What all devices share: the sense bytes with their life (set by unit check, kept over no-operation, taken
 * by SENSE or concurrent sense, reset by any other command), the port to the channel, and what people see of them.
 */
public abstract class BasicDevice implements VisibleDevice {
	/** Channel end and device end. */
	protected static final int ENDED = UnitStatus.CE | UnitStatus.DE;
	protected static final int NO_OPERATION = 0x03;
	protected static final int SENSE = 0x04;
	/** Sense byte 0, the same on all devices. */
	protected static final int COMMAND_REJECT = 0x80;
	protected static final int INTERVENTION_REQUIRED = 0x40;
	protected static final int EQUIPMENT_CHECK = 0x10;
	protected static final int DATA_CHECK = 0x08;

	private final String type;
	private final int number;
	private final int senseLength;
	/** The sense bytes; all 32 are there, the device uses the first. */
	protected final byte[] sense = new byte[32];
	private boolean sensePending;
	private DevicePort port;
	/** Null as long as nobody looks. */
	private SightRegisters registers;

	/** @param senseLength how many sense bytes the device has, at most 32 */
	protected BasicDevice(DeviceOptions options, int senseLength) {
		this.type = options.type();
		this.number = options.number();
		this.senseLength = senseLength;
	}

	@Override
	public final String type() {
		return type;
	}

	/** The device number. */
	protected final int number() {
		return number;
	}

	@Override
	public void attached(DevicePort to) {
		port = to;
	}

	protected final DevicePort port() {
		return port;
	}

	@Override
	public final int execute(int command, Transfer transfer) {
		int status = guarded(command, transfer);
		settle();
		return status;
	}

	private int guarded(int command, Transfer transfer) {
		if (sensePending && command != SENSE && command != NO_OPERATION) {
			clearSense();
		}
		try {
			int status = checked(command, transfer);
			if (status != 0 && (!transfer.chaining() || (status & (UnitStatus.UC | UnitStatus.UE)) != 0)) {
				commit();
			}
			return status;
		} catch (UncheckedIOException e) {
			// The image file cannot be read or written any more: to the program, the device is broken.
			if (this instanceof MediumDevice m) {
				m.medium().failed(e.getCause().getMessage());
			}
			clearSense();
			mediumFailed();
			sensePending = true;
			return ENDED | UnitStatus.UC;
		}
	}

	private int checked(int command, Transfer transfer) {
		try {
			return run(command, transfer);
		} catch (UnitCheck check) {
			sensePending = true;
			return check.status();
		}
	}

	/** What the channel program wrote is on the medium when it ends. */
	private void commit() {
		if (this instanceof MediumDevice m) {
			m.medium().commit();
		}
	}

	@Override
	public void chainEnded() {
		try {
			commit();
		} catch (UncheckedIOException e) {
			// There is no status to give any more; the next command tries again and says so.
		}
		settle();
	}

	@Override
	public final Storage registers() {
		if (registers == null) {
			registers = new SightRegisters(String.format("state of device %04X", number));
		}
		settle();
		return registers.storage();
	}

	/** To be called behind every change of what {@link #keep} keeps that is not the doing of a command. */
	protected final void settle() {
		if (registers != null) {
			ByteBuffer next = registers.next();
			next.put((byte) (sensePending ? 1 : 0)).put(sense);
			keep(next);
			registers.keep();
		}
	}

	/** Puts the state that {@link #sight(ByteBuffer, List)} shows, beside that of the medium, into at most 900 bytes. */
	protected void keep(ByteBuffer into) {}

	@Override
	public final DeviceSight sight() {
		if (registers == null) {
			registers();
		}
		ByteBuffer from = registers.read();
		List<DeviceSight.Fact> facts = new ArrayList<>();
		boolean held = from.get() != 0;
		byte[] bytes = new byte[sense.length];
		from.get(bytes);
		try {
			DeviceSight sight = sight(from, facts);
			if (held) {
				facts.add(new DeviceSight.Fact("Sense", HexFormat.of().withUpperCase().formatHex(bytes, 0, senseLength)));
			}
			return sight;
		} catch (UncheckedIOException e) {
			return new DeviceSight.State(List.of(new DeviceSight.Fact("Image", "cannot be read: " + e.getCause().getMessage())));
		}
	}

	/**
	 * Shows what {@link #keep} has put, in the same order.
	 *
	 * @param facts to be added to, and to be handed on
	 */
	protected DeviceSight sight(ByteBuffer from, List<DeviceSight.Fact> facts) {
		return new DeviceSight.State(facts);
	}

	/** Executes one command; {@link UnitCheck} ends it with unit check. */
	protected abstract int run(int command, Transfer transfer);

	/** Sets the sense bytes for an image that cannot be read any more. */
	protected void mediumFailed() {
		sense[0] = EQUIPMENT_CHECK;
	}

	/**
	 * Sets sense bytes for a failure that is not the device's own doing; SENSE and concurrent sense find them as if it
	 * were. Whoever calls this also ends the command with unit check.
	 */
	public final void sense(byte[] bytes) {
		clearSense();
		System.arraycopy(bytes, 0, sense, 0, Math.min(bytes.length, sense.length));
		sensePending = true;
		settle();
	}

	/** The same, in the device's own form and for the place where it is. */
	public final void sense(SenseCondition condition) {
		clearSense();
		describe(condition);
		sensePending = true;
		settle();
	}

	/** Sets the sense bytes, which are zeros, for a condition. */
	protected void describe(SenseCondition condition) {
		sense[0] = (byte) condition.byte0();
	}

	/** Unit check with this sense byte 0, and zeros after it. */
	protected final UnitCheck check(int sense0) {
		return check(sense0, 0);
	}

	/** Unit check with these sense bytes 0 and 1, and zeros after them. */
	protected final UnitCheck check(int sense0, int sense1) {
		clearSense();
		sense[0] = (byte) sense0;
		sense[1] = (byte) sense1;
		return new UnitCheck(ENDED | UnitStatus.UC);
	}

	/** Sets sense byte 0 for a unit check that is presented later, outside of a command. */
	protected final void failed(int sense0) {
		check(sense0);
		sensePending = true;
		settle();
	}

	/** The SENSE command. */
	protected int sense(Transfer transfer) {
		transfer.send(sense, 0, senseLength);
		clearSense();
		return ENDED;
	}

	protected final void clearSense() {
		Arrays.fill(sense, (byte) 0);
		sensePending = false;
	}

	protected final boolean sensePending() {
		return sensePending;
	}

	@Override
	public final int takeSense(byte[] into) {
		int length = peekSense(into);
		if (length > 0) {
			clearSense();
			settle();
		}
		return length;
	}

	@Override
	public final int peekSense(byte[] into) {
		if (!sensePending) {
			return 0;
		}
		System.arraycopy(sense, 0, into, 0, Math.min(senseLength, into.length));
		return senseLength;
	}

	@Override
	public void reset() {
		clearSense();
		settle();
	}
}
