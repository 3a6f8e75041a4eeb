// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.fba;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.ccwbench.channel.Transfer;
import org.ccwbench.device.BasicDevice;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.DeviceSight;
import org.ccwbench.device.Medium;
import org.ccwbench.device.MediumDevice;
import org.ccwbench.storage.Bytes;

/** A fixed-block disk: DEFINE EXTENT, LOCATE, then one READ or WRITE of whole blocks; 24 sense bytes. */
final class FbaDevice extends BasicDevice implements MediumDevice {
	private static final int READ_IPL = 0x02;
	private static final int UNCONDITIONAL_RESERVE = 0x14;
	private static final int WRITE = 0x41;
	private static final int READ = 0x42;
	private static final int LOCATE = 0x43;
	private static final int DEFINE_EXTENT = 0x63;
	private static final int READ_DEVICE_CHARACTERISTICS = 0x64;
	private static final int RELEASE = 0x94;
	private static final int READ_RESET_BUFFERED_LOG = 0xA4;
	private static final int RESERVE = 0xB4;
	private static final int SENSE_ID = 0xE4;

	/** Sense byte 0. */
	private static final int OVERRUN = 0x04;
	/** File mask, bits 0-1 and 2. */
	private static final int MASK_WRITE = 0xC0;
	private static final int MASK_INHIBIT_ALL = 0x40;
	private static final int MASK_INHIBIT_FORMAT = 0x00;
	private static final int MASK_RESERVED = 0x20;
	/** Operations of LOCATE. */
	private static final int OPERATION_RESERVED = 0xE0;
	private static final int OPERATION = 0x0F;
	private static final int WRITE_DATA = 0x01;
	private static final int READ_REPLICATED = 0x02;
	private static final int FORMAT_DEFECTIVE = 0x04;
	private static final int WRITE_AND_VERIFY = 0x05;
	private static final int READ_DATA = 0x06;
	private static final int BLOCK = FbaModel.BLOCK;

	private final Medium medium;
	private final long blocks;
	private final byte[] senseId = new byte[7];
	private final byte[] characteristics = new byte[32];
	private final byte[] buffer = new byte[BLOCK];

	private boolean extentDefined;
	private int fileMask;
	/** First block of the extent on the disk; first and last block of it as the data set counts. */
	private long extentStart;
	private long firstBlock;
	private long lastBlock;
	private int operation;
	/** Blocks that LOCATE announced and that are still to move, and where the next one stands. */
	private int count;
	private long at;

	FbaDevice(DeviceOptions options, Medium medium, int blocks, FbaModel model) {
		super(options, 24);
		this.medium = medium;
		this.blocks = blocks;
		Bytes.put32(senseId, 0, 0xFF << 24 | model.control() << 8 | 0x01);
		Bytes.put16(senseId, 4, model.code());
		senseId[6] = (byte) model.model();
		byte[] c = characteristics;
		c[0] = 0x30;
		c[1] = 0x08;
		c[2] = 0x21;
		c[3] = (byte) model.unitType();
		Bytes.put16(c, 4, BLOCK);
		Bytes.put32(c, 6, model.perGroup());
		Bytes.put32(c, 10, model.perAccess());
		Bytes.put32(c, 14, blocks);
	}

	@Override
	public Medium medium() {
		return medium;
	}

	@Override
	protected int run(int command, Transfer transfer) {
		if (!transfer.chained()) {
			extentDefined = false;
			count = 0;
		}
		return switch (command) {
			case NO_OPERATION -> ENDED;
			case SENSE -> sense(transfer);
			case SENSE_ID -> send(transfer, senseId, senseId.length);
			case READ_DEVICE_CHARACTERISTICS -> send(transfer, characteristics, characteristics.length);
			case READ_RESET_BUFFERED_LOG -> {
				Arrays.fill(buffer, (byte) 0);
				yield send(transfer, buffer, 24);
			}
			case DEFINE_EXTENT -> defineExtent(transfer);
			case LOCATE -> locate(transfer);
			case READ -> read(transfer);
			case WRITE -> write(transfer);
			case READ_IPL -> readIpl(transfer);
			case RESERVE, RELEASE -> {
				need(!extentDefined);
				yield sense(transfer);
			}
			case UNCONDITIONAL_RESERVE -> {
				need(!transfer.chained());
				yield sense(transfer);
			}
			default -> throw check(COMMAND_REJECT);
		};
	}

	@Override
	protected void keep(ByteBuffer into) {
		into.put((byte) (extentDefined ? 1 : 0)).put((byte) fileMask).putLong(extentStart).putLong(firstBlock).putLong(lastBlock);
		into.put((byte) operation).putInt(count).putLong(at);
	}

	@Override
	protected DeviceSight sight(ByteBuffer from, List<DeviceSight.Fact> facts) {
		return FbaSight.of(medium, blocks, from, facts);
	}

	private static int send(Transfer transfer, byte[] bytes, int length) {
		transfer.send(bytes, 0, length);
		return ENDED;
	}

	private int readIpl(Transfer transfer) {
		need(!transfer.chained() || transfer.previousCommand() == READ_IPL);
		fileMask = 0;
		extent(0, 0, blocks - 1);
		at = 0;
		count = 1;
		operation = READ_DATA;
		return readBlocks(transfer);
	}

	private int defineExtent(Transfer transfer) {
		need(transfer.receive(buffer, 0, 16) == 16);
		long start = Bytes.get32(buffer, 4) & 0xFFFF_FFFFL;
		long first = Bytes.get32(buffer, 8) & 0xFFFF_FFFFL;
		long last = Bytes.get32(buffer, 12) & 0xFFFF_FFFFL;
		need(!extentDefined && (buffer[0] & MASK_RESERVED) == 0);
		need(first <= last && last - first < blocks - start);
		fileMask = buffer[0] & 0xFF;
		extent(start, first, last);
		return ENDED;
	}

	private void extent(long start, long first, long last) {
		extentStart = start;
		firstBlock = first;
		lastBlock = last;
		extentDefined = true;
	}

	private int locate(Transfer transfer) {
		need(transfer.receive(buffer, 0, 8) == 8);
		need(extentDefined && (buffer[0] & OPERATION_RESERVED) == 0);
		operation = buffer[0] & OPERATION;
		int write = fileMask & MASK_WRITE;
		switch (operation) {
			case WRITE_DATA, WRITE_AND_VERIFY -> need(write != MASK_INHIBIT_ALL);
			case FORMAT_DEFECTIVE -> need(write != MASK_INHIBIT_FORMAT);
			default -> need(operation == READ_DATA || operation == READ_REPLICATED);
		}
		int copies = buffer[1] & 0xFF;
		count = Bytes.get16(buffer, 2);
		long block = Bytes.get32(buffer, 4) & 0xFFFF_FFFFL;
		need(count > 0 && block >= firstBlock && block + count - 1 <= lastBlock);
		need(operation != READ_REPLICATED || copies > 0 && copies % count == 0);
		at = (extentStart + block - firstBlock) * BLOCK;
		return ENDED;
	}

	private int read(Transfer transfer) {
		need(transfer.previousCommand() == LOCATE && (operation == READ_DATA || operation == READ_REPLICATED)
				|| transfer.previousCommand() == READ_IPL);
		return readBlocks(transfer);
	}

	private int readBlocks(Transfer transfer) {
		for (boolean open = true; open && count > 0; count--, at += BLOCK) {
			wholeBlock(transfer);
			medium.storage().load(at, buffer, 0, BLOCK);
			open = transfer.send(buffer, 0, BLOCK) == BLOCK;
		}
		return ENDED;
	}

	private int write(Transfer transfer) {
		need(transfer.previousCommand() == LOCATE && (operation == WRITE_DATA || operation == WRITE_AND_VERIFY));
		for (; count > 0; count--, at += BLOCK) {
			wholeBlock(transfer);
			int got = transfer.receive(buffer, 0, BLOCK);
			// Blocks that were announced and for which no data came are zeros.
			Arrays.fill(buffer, got, BLOCK, (byte) 0);
			medium.store(at, buffer, 0, BLOCK);
		}
		return ENDED;
	}

	/** Data chaining inside a block takes longer than the disk waits. */
	private void wholeBlock(Transfer transfer) {
		int before = transfer.beforeDataChaining();
		if (before > 0 && before < BLOCK) {
			transfer.send(buffer, 0, 0);
			throw check(OVERRUN);
		}
	}

	private void need(boolean right) {
		if (!right) {
			throw check(COMMAND_REJECT);
		}
	}

	@Override
	public void chainEnded() {
		super.chainEnded();
		extentDefined = false;
		count = 0;
		settle();
	}
}
