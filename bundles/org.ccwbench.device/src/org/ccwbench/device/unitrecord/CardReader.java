// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.unitrecord;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.ccwbench.arch.Ebcdic;
import org.ccwbench.arch.UnitStatus;
import org.ccwbench.channel.Transfer;
import org.ccwbench.device.BasicDevice;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.DeviceSight;
import org.ccwbench.device.Medium;
import org.ccwbench.device.MediumDevice;

/** A 3505 reads cards of 80 columns; 4 sense bytes. */
final class CardReader extends BasicDevice implements MediumDevice {
	static final int CARD = 80;
	private static final int BLANK = 0x40;
	/** Sense byte 1: what was refused can be retried when intervention is no longer required. */
	private static final int RETRY_AFTER_INTERVENTION = 0x10;

	private final Medium deck;
	private final boolean ascii;
	private final boolean endOfFile;
	private final byte[] card = new byte[CARD];
	private long at;
	private boolean loaded;
	/** Where the card begins that was read last, how many were read, and how many went into each stacker. */
	private long lastCard;
	private int cards;
	private final int[] stackers = new int[4];

	CardReader(DeviceOptions options, Medium deck, boolean ascii) {
		super(options, 4);
		this.deck = deck;
		this.ascii = ascii;
		this.endOfFile = options.has("eof") || options.image() != null;
		this.loaded = options.image() != null;
	}

	@Override
	public Medium medium() {
		return deck;
	}

	@Override
	protected int run(int command, Transfer transfer) {
		if (command == NO_OPERATION) {
			// Not immediate on this machine: the control byte is taken.
			transfer.receive(card, 0, 1);
			return ENDED;
		}
		if ((command & 0x37) == 0x23) {
			return ENDED;
		}
		if (command == SENSE) {
			return sense(transfer);
		}
		// Read, feed and select stacker: bits 0-1 name the stacker.
		if ((command & 0x17) == 0x02) {
			return read(transfer, command >> 6 & 3);
		}
		throw check(COMMAND_REJECT);
	}

	@Override
	protected int sense(Transfer transfer) {
		if (!sensePending() && !loaded) {
			sense[0] = INTERVENTION_REQUIRED;
			sense[1] = RETRY_AFTER_INTERVENTION;
		}
		return super.sense(transfer);
	}

	@Override
	protected void keep(ByteBuffer into) {
		into.put((byte) (loaded ? 1 : 0)).putLong(at).putLong(lastCard).putInt(cards);
		for (int n : stackers) {
			into.putInt(n);
		}
	}

	@Override
	protected DeviceSight sight(ByteBuffer from, List<DeviceSight.Fact> facts) {
		return DeckSight.hopper(deck, ascii, from, facts);
	}

	private int read(Transfer transfer, int stacker) {
		if (!loaded) {
			transfer.send(card, 0, 0);
			throw check(INTERVENTION_REQUIRED, RETRY_AFTER_INTERVENTION);
		}
		if (at >= deck.length()) {
			transfer.send(card, 0, 0);
			loaded = false;
			return UnitStatus.UE | ENDED;
		}
		lastCard = at;
		cards++;
		stackers[stacker]++;
		if (ascii) {
			line();
		} else {
			int n = (int) Math.min(CARD, deck.length() - at);
			deck.storage().load(at, card, 0, n);
			Arrays.fill(card, n, CARD, (byte) BLANK);
			at += n;
		}
		transfer.send(card, 0, CARD);
		return ENDED;
	}

	/** A card from a line; what does not fit on it is lost, as it is at a keypunch. */
	private void line() {
		Arrays.fill(card, (byte) BLANK);
		int column = 0;
		for (long end = deck.length(); at < end; at++) {
			int c = deck.storage().load8(at);
			if (c == '\n') {
				at++;
				return;
			}
			if (c == '\t') {
				column = (column & ~7) + 8;
			} else if (c != '\r' && column < CARD) {
				card[column++] = LATIN[c];
			}
		}
	}

	private static final byte[] LATIN = latin();

	private static byte[] latin() {
		byte[] table = new byte[256];
		for (int i = 0; i < 256; i++) {
			table[Ebcdic.IBM037.decode(i)] = (byte) i;
		}
		return table;
	}
}
