// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.display;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ccwbench.arch.Ebcdic;
import org.ccwbench.device.DeviceSight;
import org.ccwbench.device.DeviceSight.Cell;
import org.ccwbench.device.DeviceSight.Fact;

/** The screen as a person in front of it sees it, and what keyboard and cursor are about. */
final class ScreenSight {
	private ScreenSight() {}

	static DeviceSight of(Screen screen, int model, List<Fact> facts) {
		int size = screen.size();
		int columns = screen.columns();
		facts.add(new Fact("Display", String.format("model %d, %d × %d positions", model, screen.rows(), columns)));
		facts.add(new Fact("Cursor", String.format("row %d, column %d", screen.cursor() / columns + 1, screen.cursor() % columns + 1)));
		facts.add(new Fact("Keyboard", screen.locked() ? "locked until a program restores it" : "unlocked"));
		facts.add(new Fact("Attention", attention(screen.aid())));
		List<Cell> cells = new ArrayList<>(Collections.nCopies(size, null));
		// The field of the first positions may begin at the end of the screen.
		int field = screen.field(0);
		for (int p = 0; p < size; p++) {
			boolean starts = screen.isAttribute(p);
			field = starts ? p : field;
			int c = starts ? 0 : screen.at(p);
			cells.set(p, new Cell(c == 0 ? ' ' : Ebcdic.printable(c), field < 0 ? -1 : screen.at(field), starts,
					extended(screen, p, field, ExtendedAttribute.HIGHLIGHTING), extended(screen, p, field, ExtendedAttribute.COLOUR)));
		}
		return new DeviceSight.Screen(facts, screen.rows(), columns, List.copyOf(cells), screen.cursor());
	}

	private static int extended(Screen screen, int position, int field, int index) {
		int own = screen.extended(position, index);
		return own != 0 || field < 0 ? own : screen.extended(field, index);
	}

	private static String attention(int aid) {
		String key = switch (aid) {
			case Screen.NO_AID -> "none outstanding";
			case 0x7D -> "ENTER";
			case 0x6D -> "CLEAR";
			case 0x6C -> "PA1";
			case 0x6E -> "PA2";
			case 0x6B -> "PA3";
			case QueryReply.AID -> "the answer to a query";
			default -> aid >= 0xF1 && aid <= 0xF9 ? "PF" + (aid & 0x0F) : "";
		};
		return aid == Screen.NO_AID ? key : String.format("%02X%s", aid, key.isEmpty() ? "" : " " + key);
	}
}
