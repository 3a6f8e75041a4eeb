// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.unitrecord;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ccwbench.arch.Ebcdic;
import org.ccwbench.channel.Transfer;
import org.ccwbench.device.BasicDevice;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.DeviceSight;
import org.ccwbench.device.Medium;
import org.ccwbench.device.OutputDevice;

/** A 3525 punches cards of 80 columns; its medium is the deck, 80 bytes a card or a line a card; 1 sense byte. */
final class CardPunch extends BasicDevice implements OutputDevice {
	private static final int CARD = 80;
	private static final int BLANK = 0x40;
	private static final int SENSE_ID = 0xE4;
	private static final byte[] IDENTITY = {(byte) 0xFF, 0x35, 0x05, 0x01, 0x35, 0x25, 0x01};

	/** Cards that are shown again. */
	private static final int SHOWN = 800;

	private final Medium deck;
	private final long begin;
	private final boolean ascii;
	private final byte[] card = new byte[CARD + 1];
	private final int[] stackers = new int[4];

	CardPunch(DeviceOptions options, Medium deck, boolean ascii) {
		super(options, 1);
		this.deck = deck;
		this.begin = deck.length();
		this.ascii = ascii;
	}

	@Override
	public Medium medium() {
		return deck;
	}

	@Override
	public List<List<Line>> pages() {
		int length = (int) Math.min(deck.length() - begin, SHOWN * CARD);
		byte[] b = deck.bytes(begin, length);
		List<Line> cards = new ArrayList<>();
		for (int at = 0; at < length;) {
			int end = at;
			while (end < length && (ascii ? b[end] != '\n' : end - at < CARD)) {
				end++;
			}
			StringBuilder text = new StringBuilder();
			for (int i = at; i < end; i++) {
				text.append(ascii ? (char) (b[i] & 0xFF) : Ebcdic.printable(b[i] & 0xFF));
			}
			cards.add(new Line(cards.size() + 1, 0, text.toString().stripTrailing(), List.of()));
			at = ascii ? end + 1 : end;
		}
		return cards.isEmpty() ? List.of() : List.of(cards);
	}

	@Override
	protected void keep(ByteBuffer into) {
		for (int n : stackers) {
			into.putInt(n);
		}
	}

	@Override
	protected DeviceSight sight(ByteBuffer from, List<DeviceSight.Fact> facts) {
		return DeckSight.punched(deck, begin, ascii, from, facts);
	}

	@Override
	protected int run(int command, Transfer transfer) {
		switch (command) {
			case 0x01, 0x41, 0x81 -> {
				punch(transfer);
				stackers[command >> 6 & 3]++;
			}
			case NO_OPERATION -> {
			}
			case SENSE -> {
				return sense(transfer);
			}
			case SENSE_ID -> transfer.send(IDENTITY, 0, IDENTITY.length);
			default -> throw check(COMMAND_REJECT);
		}
		return ENDED;
	}

	private void punch(Transfer transfer) {
		int n = transfer.receive(card, 0, CARD);
		Arrays.fill(card, n, CARD, (byte) BLANK);
		int length = CARD;
		if (ascii) {
			while (length > 0 && card[length - 1] == BLANK) {
				length--;
			}
			for (int i = 0; i < length; i++) {
				card[i] = (byte) Ebcdic.IBM037.decode(card[i] & 0xFF);
			}
			card[length++] = '\n';
		}
		deck.append(card, 0, length);
	}
}
