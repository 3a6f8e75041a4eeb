// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.eckd;

import java.nio.ByteBuffer;
import java.util.List;
import org.ccwbench.arch.UnitStatus;
import org.ccwbench.channel.Transfer;
import org.ccwbench.channel.TransportDevice;
import org.ccwbench.device.BasicDevice;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.DeviceSight;
import org.ccwbench.device.Medium;
import org.ccwbench.device.MediumDevice;
import org.ccwbench.device.RecordDevice;
import org.ccwbench.device.SenseCondition;
import org.ccwbench.device.UnitCheck;

/**
 * A count-key-data disk with its storage control. Commands stand in a table by command byte; each family of
 * them is one class. Sense is the 32-byte form of the 3990 with 24 bytes of compatible content, or only these.
 */
final class EckdDevice extends BasicDevice implements MediumDevice, RecordDevice, TransportDevice {
	/** Messages of format 0 in sense byte 7, for command reject. */
	static final int INVALID_COMMAND = 0x01;
	static final int INVALID_SEQUENCE = 0x02;
	static final int COUNT_TOO_SMALL = 0x03;
	static final int INVALID_PARAMETER = 0x04;
	static final int NOT_AUTHORIZED = 0x05;
	/** Sense byte 0: the program ended inside a locate-record domain. */
	private static final int INCOMPLETE_DOMAIN = 0x01;
	/** Sense byte 1. */
	private static final int PERMANENT_ERROR = 0x80;
	static final int INVALID_TRACK_FORMAT = 0x40;
	static final int END_OF_CYLINDER = 0x20;
	static final int NO_RECORD_FOUND = 0x08;
	static final int FILE_PROTECTED = 0x04;

	private static final int READ_SUBSYSTEM_DATA = 0x3E;
	private static final int READ_TRACK = 0xDE;
	private static final int READ_COUNT = 0x12;
	private static final int READ_SECTOR = 0x22;

	/** One command of the table. */
	interface Command {
		/** Executes it and gives the unit status; {@link UnitCheck} ends it with unit check. */
		int run(int command, Transfer transfer);
	}

	final CkdImage image;
	final StorageControl control;
	final Track track;
	final EckdChain chain = new EckdChain();
	/** For the fields of one command; as long as the longest track. */
	final byte[] buffer = new byte[1 << 16];
	private final Command[] commands = new Command[256];
	private final EckdTransport transport = new EckdTransport(this);

	EckdDevice(DeviceOptions options, CkdImage image, StorageControl control) {
		super(options, control.senseLength());
		this.image = image;
		this.control = control;
		this.track = new Track(image);
		new Positioning(this).register(commands);
		if (control.extended()) {
			new Domains(this).register(commands);
		}
		new Reads(this).register(commands);
		new Searches(this).register(commands);
		new Writes(this).register(commands);
		new Identity(this).register(commands);
		new Subsystem(this).register(commands);
		commands[SENSE] = (command, transfer) -> sense(transfer);
	}

	@Override
	public Medium medium() {
		return image.medium();
	}

	@Override
	protected void keep(ByteBuffer into) {
		EckdSight.keep(this, into);
	}

	@Override
	protected DeviceSight sight(ByteBuffer from, List<DeviceSight.Fact> facts) {
		return EckdSight.of(image, from, facts);
	}

	/** Channel end and device end. */
	int ended() {
		return ENDED;
	}

	int deviceNumber() {
		return number();
	}

	@Override
	public boolean transports() {
		return transport.supported();
	}

	@Override
	public int execute(int command, int control, long count, Transfer transfer) {
		return transport.execute(command, control, count, transfer);
	}

	@Override
	protected int run(int command, Transfer transfer) {
		if (transfer.chained()) {
			chain.sequence++;
		} else {
			chain.reset();
		}
		if (resetsIndex(command)) {
			chain.indexPassed = false;
		}
		if (chain.closed || chain.trackSet != 0 && command != READ_TRACK
				|| chain.subsystemData != 0 && command != READ_SUBSYSTEM_DATA) {
			throw reject(INVALID_SEQUENCE);
		}
		Command c = commands[command & 0xFF];
		if (c == null) {
			throw reject(INVALID_COMMAND);
		}
		int domain = chain.domain;
		int status = c.run(command, transfer);
		chain.passed(command);
		if (domain > 0) {
			chain.domain = domain - 1;
			if (chain.domain > 0 && !transfer.chaining()) {
				throw senseFor(COMMAND_REJECT | INCOMPLETE_DOMAIN, 0, 0);
			}
		}
		return status;
	}

	/** Sense and control commands, writes that are no searches, and reads that leave the index behind. */
	private static boolean resetsIndex(int command) {
		return switch (command & 0x03) {
			case 0x01 -> !Searches.isSearch(command);
			case 0x02 -> command != READ_COUNT && (command & 0x7F) != READ_SECTOR;
			default -> true;
		};
	}

	/** Sense is there even if nothing was wrong: it says where the device is. */
	@Override
	protected int sense(Transfer transfer) {
		if (chain.domain > 0) {
			throw reject(INVALID_SEQUENCE);
		}
		if (!sensePending()) {
			senseFor(0, 0, 0);
		}
		return super.sense(transfer);
	}

	/** Command reject; {@code message} of format 0. */
	UnitCheck reject(int message) {
		return senseFor(COMMAND_REJECT, 0, message);
	}

	/** Unit check for what stands in sense byte 1. */
	UnitCheck unitCheck(int sense1) {
		return senseFor(0, sense1, 0);
	}

	@Override
	protected void mediumFailed() {
		senseFor(EQUIPMENT_CHECK, 0, 0x10);
	}

	/**
	 * Formats 1 and 4 of 24-byte sense (GA32-0099): device not ready; equipment check; an error in a data area that
	 * retrying does not help against, with the record's identifier in bytes 8 to 12.
	 */
	@Override
	protected void describe(SenseCondition condition) {
		switch (condition) {
			case NOT_READY -> senseFor(INTERVENTION_REQUIRED, 0, 0x19);
			case EQUIPMENT -> mediumFailed();
			case DATA -> {
				senseFor(DATA_CHECK, PERMANENT_ERROR, 0x43);
				for (int i = 0; i < 5; i++) {
					sense[8 + i] = (byte) (track.count() >>> 56 - 8 * i);
				}
			}
		}
	}

	@Override
	public void recordListener(RecordListener listener) {
		track.listener(listener);
	}

	private UnitCheck senseFor(int sense0, int sense1, int formatMessage) {
		clearSense();
		sense[0] = (byte) sense0;
		sense[1] = (byte) sense1;
		int cylinder = track.cylinder();
		int head = track.head();
		boolean fits = image.cylinders() <= 4095;
		sense[5] = (byte) (fits ? cylinder : 0xFF);
		sense[6] = (byte) (fits ? cylinder >> 8 << 4 | head & 0x0F : 0xFF);
		switch (image.geometry().type()) {
			case 0x3380 -> sense[4] = (byte) (number() & 0x0F);
			case 0x3330 -> {
				// The drive, and its complement; the high part of the cylinder beside a head of five bits.
				sense[4] = (byte) (~number() << 3 & 0x38 | number() & 0x07);
				sense[6] = (byte) (cylinder >> 8 << (image.geometry().model() == 0x01 ? 6 : 5) | head & 0x1F);
			}
			default -> {
			}
		}
		sense[7] = (byte) formatMessage;
		// Byte 27 says that the first 24 bytes have the meaning of 24-byte sense.
		sense[27] = (byte) 0x80;
		sense[29] = (byte) (cylinder >> 8);
		sense[30] = (byte) cylinder;
		sense[31] = (byte) head;
		return new UnitCheck(ENDED | UnitStatus.UC);
	}

	/** Refuses a command that must not come inside a locate-record domain. */
	void outsideDomain() {
		if (chain.domain > 0) {
			throw reject(INVALID_SEQUENCE);
		}
	}

	/** Refuses a command that needs a seek or locate before it. */
	void positioned() {
		if (!chain.positioned) {
			throw reject(INVALID_SEQUENCE);
		}
	}

	/** Asks for the {@code length} bytes of parameters that a command cannot do without. */
	void parameters(Transfer transfer, int length) {
		if (transfer.receive(buffer, 0, length) < length) {
			throw reject(COUNT_TOO_SMALL);
		}
	}

	/** Goes to the beginning of a track that exists. */
	void seek(int cylinder, int head) {
		if (!track.seek(cylinder, head)) {
			throw unitCheck(INVALID_TRACK_FORMAT);
		}
	}

	@Override
	public void chainEnded() {
		super.chainEnded();
		chain.reset();
		settle();
	}

	@Override
	public void reset() {
		super.reset();
		chain.reset();
		settle();
	}
}
