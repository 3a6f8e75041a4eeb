// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.unitrecord;

import java.util.List;
import org.ccwbench.channel.Device;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.DeviceType;
import org.ccwbench.device.ImageException;
import org.ccwbench.device.Medium;

/**
 * Card reader, punch and printers. The reader takes {@code ebcdic} (80 bytes a card, the default for a deck
 * without line ends) or {@code ascii} (a card a line), and {@code eof}: the end of the deck is the end of the
 * file, not an empty hopper. The punch takes {@code ebcdic} or {@code ascii}. What punch and printers put out goes into the
 * file that {@code out} names, behind what is there, if that is wanted.
 */
public final class UnitRecordType implements DeviceType {
	@Override
	public List<String> types() {
		return List.of("1403", "3203", "3211", "3505", "3525");
	}

	@Override
	public Device create(DeviceOptions options) throws ImageException {
		if (options.type().equals("3505")) {
			// Nothing is written to a deck that is read.
			options.allow("ebcdic", "ascii", "eof", Medium.WRITE_THROUGH);
			Medium deck = options.image() == null ? Medium.blank("empty hopper") : Medium.open(options.image());
			boolean ascii = ascii(options, deck);
			if (!ascii && deck.length() % CardReader.CARD != 0) {
				long card = deck.length() / CardReader.CARD;
				throw new ImageException(options.image(), card * CardReader.CARD,
						"expected a whole card " + (card + 1) + " of 80 bytes; the deck ends inside it");
			}
			return new CardReader(options, deck, ascii);
		}
		if (options.image() != null) {
			throw new ImageException(options.image(), -1, "a " + options.type() + " has no image to read");
		}
		if (options.type().equals("3525")) {
			options.allow("ebcdic", "ascii", Medium.OUT, Medium.WRITE_THROUGH);
			return new CardPunch(options, Medium.output(options, "punched cards"), options.has("ascii"));
		}
		options.allow(Medium.OUT, Medium.WRITE_THROUGH);
		return new Printer(options, Medium.output(options, "paper"));
	}

	private static boolean ascii(DeviceOptions options, Medium deck) throws ImageException {
		if (options.has("ascii") && options.has("ebcdic")) {
			throw new ImageException(null, -1, "a deck is either ascii or ebcdic");
		}
		if (options.has("ascii") || options.has("ebcdic")) {
			return options.has("ascii");
		}
		int look = (int) Math.min(deck.length(), 160);
		for (int i = 0; i < look; i++) {
			int b = deck.storage().load8(i);
			if (b == '\n') {
				return true;
			}
		}
		return false;
	}
}
