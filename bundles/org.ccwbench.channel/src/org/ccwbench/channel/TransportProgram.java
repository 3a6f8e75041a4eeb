// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import org.ccwbench.channel.ChannelProgram.Outcome;
import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.KeyedSpace;

/**
 * The interpreter of a transport-mode program: it fetches the transport-control word and the command block that it
 * designates, lets the device execute the commands one at a time, and stores the transport-status block (PoP
 * SA22-7832, chapters 15 and 16). The facilities for interrogation and for data in both directions are not installed:
 * a TCW that asks for both is a program check, and its interrogate-TCW address is not looked at.
 */
final class TransportProgram extends Program {
	/** Word 1 of an ORB: channel-program-type control, which says that the address is that of a TCW. */
	static final int ORB_CONTROL = 0x0004_0000;
	/** Bits of word 1 that are zeros in such an ORB. */
	static final int ORB_ZEROS = 0x0FFB_00FE;
	/** FCX status: the TSB was stored. */
	static final int TSB_STORED = 0x01;
	/** Subchannel-extended-status qualifier: the device does not support transport mode. */
	static final int DEVICE_WITHOUT = 3;

	private static final int ENDED = Scsw.CHANNEL_END | Scsw.DEVICE_END;
	private static final int TCW_LENGTH = 64;
	/** Reserved bits of words 0 and 1 of a TCW, formats other than 0 among them. */
	private static final int ZERO_0 = 0xFFF8_FFFF;
	private static final int ZERO_1 = 0xFF00_FFFF;
	private static final int INPUT_TIDA = 0x0004_0000;
	private static final int BLOCK_TIDA = 0x0002_0000;
	private static final int OUTPUT_TIDA = 0x0001_0000;
	private static final int READS = 0x0002_0000;
	private static final int WRITES = 0x0001_0000;

	private final Subchannel subchannel;
	private final Functions functions;
	private final Device device;
	private final TransportData data;
	private final CommandBlock block = new CommandBlock();
	private final TransportArea blockArea;
	private final TransportStatus status;
	private final byte[] tcw = new byte[TCW_LENGTH];

	private KeyedSpace storage;
	private int key;
	private long address;
	private long statusAddress;
	private boolean fetched;
	private boolean chained;
	private int command;
	private int previousCommand;
	private boolean channelEnded;
	private int unitStatus;
	private int subchannelStatus;
	private int extendedStatus;

	TransportProgram(Subchannel subchannel, Functions functions) {
		this.subchannel = subchannel;
		this.functions = functions;
		device = subchannel.device();
		data = new TransportData(subchannel, this);
		blockArea = new TransportArea(subchannel);
		status = new TransportStatus(device);
	}

	/** Takes key and TCW address of an ORB. */
	void begin(KeyedSpace space, int orbKey, long tcwAddress) {
		storage = space;
		key = orbKey;
		address = tcwAddress;
		resume();
	}

	@Override
	void resume() {
		fetched = false;
		chained = false;
		command = -1;
		previousCommand = -1;
		channelEnded = false;
		unitStatus = 0;
		subchannelStatus = 0;
		extendedStatus = 0;
	}

	boolean chained() {
		return chained;
	}

	boolean chaining() {
		return block.chains();
	}

	int previousCommand() {
		return previousCommand;
	}

	void programControlled() {
		functions.programControlled();
	}

	@Override
	boolean channelEnded() {
		return channelEnded;
	}

	@Override
	boolean asksForInterruption() {
		return false;
	}

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

	@Override
	int residual() {
		return extendedStatus;
	}

	@Override
	Outcome step() {
		if (!fetched) {
			int check = fetch();
			if (check != 0) {
				return end(0, check);
			}
			if (!(device instanceof TransportDevice t) || !t.transports()) {
				extendedStatus = DEVICE_WITHOUT;
				return end(0, Scsw.PROGRAM_CHECK);
			}
			int reason = block.verify(blockLength(), reads() ? inputCount() : -1, writes() ? outputCount() : -1);
			if (reason != 0) {
				status.programCheck(reason, block.offset());
				return store(ENDED, Scsw.PROGRAM_CHECK);
			}
			fetched = true;
		}
		return execute((TransportDevice) device);
	}

	private Outcome execute(TransportDevice transports) {
		previousCommand = command;
		command = block.command();
		subchannel.selecting(command, chained);
		if (subchannel.isRemoved()) {
			return Outcome.WAIT;
		}
		if (chained && !functions.pathWorks()) {
			return end(0, Scsw.INTERFACE_CONTROL_CHECK);
		}
		if (functions.fault() != null && !functions.fault().duringData()) {
			return end(0, functions.faultHappens());
		}
		data.command(block.bytes, block.controlAt(), block.controlLength(), block.count());
		subchannel.commandStarted(command);
		int unit;
		data.executing(true);
		try {
			unit = transports.execute(command, block.controlLength(), block.count(), data) & 0xFF;
		} catch (RuntimeException e) {
			if (e != DataPath.ABANDONED) {
				throw e;
			}
			data.close();
			subchannel.commandEnded(command, 0, data.check(), residualCount());
			return end(0, data.check());
		} finally {
			data.executing(false);
		}
		return unit == 0 ? Outcome.WAIT : complete(unit);
	}

	@Override
	Outcome presented(int unit) {
		if (!channelEnded) {
			return complete(unit);
		}
		channelEnded = false;
		int all = unitStatus | unit;
		return all == ENDED ? chain() : finish(all, 0);
	}

	@Override
	Outcome complete(int unit) {
		data.close();
		int check = data.check();
		if (check == 0 && unit == ENDED && (data.remaining() > 0 || data.longer())) {
			check = Scsw.INCORRECT_LENGTH;
		}
		// There is no data chaining that could come too late, so that malfunction waits for a program of CCWs.
		if (functions.fault() == ChannelFault.CHANNEL_DATA_CHECK && data.moved()) {
			check |= functions.faultHappens();
		}
		subchannel.commandEnded(command, unit, check, residualCount());
		if (!chained && (unit & Scsw.BUSY) != 0) {
			unitStatus = unit;
			return Outcome.BUSY;
		}
		if (check == 0 && unit == Scsw.CHANNEL_END) {
			unitStatus = unit;
			channelEnded = true;
			return Outcome.WAIT;
		}
		return check == 0 && unit == ENDED ? chain() : finish(unit, check);
	}

	private Outcome chain() {
		if (!block.chains()) {
			return finish(ENDED, 0);
		}
		block.advance();
		chained = true;
		return Outcome.NEXT;
	}

	/** The operation ended with status of the device, which stands in the TSB. */
	private Outcome finish(int unit, int check) {
		boolean normal = unit == ENDED && check == 0;
		status.ended(normal ? -1 : block.offset(), totalLeft(), unit);
		return store(unit, check);
	}

	private Outcome store(int unit, int check) {
		if (statusStorable()) {
			storage.refer(statusAddress, true);
			storage.refer(statusAddress + TransportStatus.LENGTH - 1, true);
			storage.store(statusAddress, status.bytes, 0, TransportStatus.LENGTH);
			extendedStatus |= TSB_STORED << 8;
			return end(unit, check);
		}
		return end(unit, check | Scsw.PROTECTION_CHECK);
	}

	/** The block may lie in two pages. */
	private boolean statusStorable() {
		return storable(statusAddress) && storable(statusAddress + TransportStatus.LENGTH - 1);
	}

	private boolean storable(long at) {
		return storage.permits(at, true) && (key == 0 || storage.key(at) >>> 3 == key);
	}

	private Outcome end(int unit, int check) {
		unitStatus = unit;
		subchannelStatus = check;
		return Outcome.END;
	}

	// --- the transport-control word ----------------------------------------------------------------------------

	/** Fetches TCW and command block; program or protection check, or 0. */
	private int fetch() {
		if ((address & TCW_LENGTH - 1) != 0) {
			return Scsw.PROGRAM_CHECK;
		}
		int check = copy(false, address, tcw, TCW_LENGTH);
		if (check != 0) {
			return check;
		}
		statusAddress = Bytes.get64(tcw, 24);
		boolean reserved = (word(0) & ZERO_0) != 0 || (word(1) & ZERO_1) != 0 || (word(12) | word(13) | word(14)) != 0;
		boolean places = (statusAddress & 7) != 0 || !storage.contains(statusAddress, TransportStatus.LENGTH)
				|| (Bytes.get64(tcw, 32) & 7) != 0;
		if (reserved || places || reads() && writes() || blockLength() < CommandBlock.SMALLEST) {
			return Scsw.PROGRAM_CHECK;
		}
		data.begin(storage);
		data.input().begin(storage, key, (word(0) & INPUT_TIDA) != 0, Bytes.get64(tcw, 16), reads() ? inputCount() : 0);
		data.output().begin(storage, key, (word(0) & OUTPUT_TIDA) != 0, Bytes.get64(tcw, 8), writes() ? outputCount() : 0);
		return copy((word(0) & BLOCK_TIDA) != 0, Bytes.get64(tcw, 32), block.bytes, blockLength());
	}

	/** Copies a control block from storage, which needs not lie in one page. */
	private int copy(boolean tidaws, long from, byte[] into, int length) {
		blockArea.begin(storage, key, tidaws, from, length);
		for (int done = 0; done < length;) {
			int n = blockArea.segment(length - done, false);
			if (n == 0) {
				return blockArea.check();
			}
			storage.load(blockArea.segment(), into, done, n);
			blockArea.advance(n);
			done += n;
		}
		return 0;
	}

	private int word(int n) {
		return Bytes.get32(tcw, 4 * n);
	}

	private boolean reads() {
		return (word(1) & READS) != 0;
	}

	private boolean writes() {
		return (word(1) & WRITES) != 0;
	}

	private long inputCount() {
		return word(11) & 0xFFFF_FFFFL;
	}

	private long outputCount() {
		return word(10) & 0xFFFF_FFFFL;
	}

	private int blockLength() {
		return 20 + (word(1) >>> 18 & 0x3F) * 4;
	}

	/** What the whole operation has left of its count. */
	private long totalLeft() {
		return reads() ? data.input().left() : data.output().left();
	}

	private int residualCount() {
		return (int) Math.min(0xFFFF, data.remaining());
	}
}
