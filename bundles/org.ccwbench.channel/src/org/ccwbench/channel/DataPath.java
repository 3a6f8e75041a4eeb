// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import org.ccwbench.storage.KeyedSpace;

/**
 * The way of data between a device and the storage areas of a CCW and those data-chained to it (PoP SA22-7832,
 * chapter 15, "Data Chaining"). One per subchannel; allocates nothing per command.
 */
final class DataPath implements Transfer {
	/** Ends a command that a check stopped before its first byte, as if the device had never been selected. */
	private static final class Abandoned extends RuntimeException {
		private static final long serialVersionUID = 1L;

		Abandoned() {
			super("check before the first byte", null, false, false);
		}
	}

	static final RuntimeException ABANDONED = new Abandoned();

	private static final int PAGE = 4096;

	private final Subchannel subchannel;
	private final ChannelProgram program;
	private KeyedSpace storage;
	private final StorageArea area;

	/** Of the command's CCW. */
	private int flags;
	private int count;
	private long address;
	private boolean open;
	private boolean executing;
	private boolean touched;
	private boolean moved;
	private boolean longer;
	private byte[] reversed;

	DataPath(Subchannel subchannel, ChannelProgram program, KeyedSpace storage) {
		this.subchannel = subchannel;
		this.program = program;
		this.storage = storage;
		area = new StorageArea(subchannel, storage);
	}

	void storage(KeyedSpace space) {
		storage = space;
		area.storage(space);
	}

	StorageArea area() {
		return area;
	}

	/** A command begins with this CCW. */
	void command(int command, int flags, int count, long address) {
		this.flags = flags;
		this.count = count;
		this.address = address;
		open = true;
		touched = false;
		moved = false;
		longer = false;
		area.command((command & 0x0F) == 0x0C);
		area.designate(flags, count, address);
	}

	/** Whether the device is being called; while it is, a check before the first byte unwinds it. */
	void executing(boolean now) {
		executing = now;
	}

	/** The command is over: later calls move nothing. */
	void close() {
		open = false;
	}

	/** Program or protection check met so far, or 0. */
	int check() {
		return area.check();
	}

	/** What the current CCW's count has left. */
	int remaining() {
		return area.remaining() + area.owed();
	}

	/** Whether the device asked for data movement at all, even of no byte. */
	boolean touched() {
		return touched;
	}

	/** Whether any byte moved, even one that was skipped. */
	boolean moved() {
		return moved;
	}

	/** Whether the device offered more than the counts took. */
	boolean longer() {
		return longer;
	}

	@Override
	public boolean chained() {
		return program.chained();
	}

	@Override
	public boolean chaining() {
		return program.chaining();
	}

	@Override
	public int previousCommand() {
		return program.previousCommand();
	}

	@Override
	public int beforeDataChaining() {
		return area.has(Ccw.CHAIN_DATA) ? area.remaining() : Integer.MAX_VALUE;
	}

	@Override
	public int send(byte[] data, int offset, int length) {
		touched = true;
		if (!open) {
			return 0;
		}
		int done = 0;
		while (done < length) {
			int wanted = length - done;
			if (area.remaining() > 0) {
				done += take(data, offset + done, Math.min(wanted, area.remaining()));
			} else if (area.owed() > 0) {
				int n = Math.min(wanted, area.owed());
				area.drop(n);
				done += n;
			} else if (area.check() != 0) {
				break;
			} else if (!area.has(Ccw.CHAIN_DATA)) {
				longer = true;
				break;
			} else if (!program.chainData()) {
				break;
			}
		}
		return done;
	}

	/** Takes some of the bytes, at least one unless a check or a skipping MIDAW comes first. */
	private int take(byte[] data, int offset, int length) {
		int n = length;
		if (area.check() != 0 || area.has(Ccw.SKIP)) {
			// After a check the device is not told: the channel takes the rest of the count and stores nothing.
			area.pass(n);
		} else {
			n = area.segment(length, true);
			if (area.early() && !moved && executing) {
				throw ABANDONED;
			}
			if (n == 0) {
				return 0;
			}
			put(data, offset, n);
			area.advance(n);
		}
		moved = true;
		return n;
	}

	@Override
	public int receive(byte[] into, int offset, int length) {
		touched = true;
		if (!open) {
			return 0;
		}
		int done = 0;
		while (done < length && area.check() == 0) {
			if (area.remaining() == 0 && (!area.has(Ccw.CHAIN_DATA) || !program.chainData())) {
				break;
			}
			int n = area.segment(Math.min(length - done, area.remaining()), false);
			if (area.check() != 0) {
				// Output is fetched ahead of selection, so a bad first byte keeps the command from the device.
				if (!moved && executing) {
					throw ABANDONED;
				}
				break;
			}
			storage.load(area.segment(), into, offset + done, n);
			subchannel.dataMoved(area.segment(), n, false);
			area.advance(n);
			moved = true;
			done += n;
		}
		return done;
	}

	@Override
	public int inspect(byte[] into, int offset, int length) {
		int done = 0;
		while (open && !moved && done < length && area.remaining() > 0) {
			int n = area.segment(Math.min(length - done, area.remaining()), false);
			if (n == 0 || area.check() != 0) {
				break;
			}
			storage.load(area.segment(), into, offset + done, n);
			area.advance(n);
			done += n;
		}
		if (done > 0) {
			area.designate(flags, count, address);
		}
		return done;
	}

	private void put(byte[] data, int offset, int n) {
		long at = area.segment();
		if (area.backward()) {
			byte[] turned = turned();
			for (int i = 0; i < n; i++) {
				turned[n - 1 - i] = data[offset + i];
			}
			storage.store(at, turned, 0, n);
		} else {
			storage.store(at, data, offset, n);
		}
		subchannel.dataMoved(at, n, true);
	}

	private byte[] turned() {
		if (reversed == null) {
			reversed = new byte[PAGE];
		}
		return reversed;
	}
}
