// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import java.util.List;

import org.ccwbench.model.Device;
import org.ccwbench.model.Orb;
import org.ccwbench.model.Statement;
import org.ccwbench.notation.Edit;
import org.ccwbench.notation.HexCcws;
import org.ccwbench.notation.Listing;

/** Lines that come into the text from other pages and programs. */
public final class Pasting {
	private Pasting() {}

	/** Pastes CCWs in hexadecimal, or .ccw statements, behind statement {@code after}; behind the last CCW if that is -1. */
	public static void paste(ProgramText text, int after, String pasted) {
		List<Long> ccws = HexCcws.read(pasted);
		if (ccws.isEmpty()) {
			insert(text, after, pasted.stripTrailing().lines().toList());
			return;
		}
		Checked.State state = text.shown();
		if (state != null) {
			Listing.Row near = near(state, after);
			boolean format1 = near == null || near.format1();
			String type = near == null ? null : near.deviceType();
			insert(text, after, ccws.stream().map(c -> HexCcws.line(c, format1, type, state.image())).toList());
		}
	}

	/** Puts lines behind statement {@code after}, and selects them. */
	public static void insert(ProgramText text, int after, List<String> lines) {
		int[] at = new int[1];
		boolean done = text.edit(s -> {
			at[0] = after >= 0 ? after + 1 : end(s);
			return List.of(new Edit[] { s.edits().insert(at[0], String.join(s.edits().lineEnd(), lines)) });
		});
		if (done) {
			text.selectLater(at[0], at[0] + lines.size() - 1);
		}
	}

	private static Listing.Row near(Checked.State state, int index) {
		Listing.Row found = null;
		for (Listing.Row r : state.listing()) {
			if (found == null || r.index() <= index || index < 0) {
				found = r;
			}
		}
		return found;
	}

	/** Behind the last CCW; without one before the first ORB, or behind the last device. */
	private static int end(Checked.State state) {
		if (!state.listing().isEmpty()) {
			return state.listing().get(state.listing().size() - 1).index() + 1;
		}
		List<Statement> all = state.document().getStatements();
		for (int i = 0; i < all.size(); i++) {
			if (all.get(i) instanceof Orb) {
				return i;
			}
		}
		int device = -1;
		for (int i = 0; i < all.size(); i++) {
			device = all.get(i) instanceof Device ? i : device;
		}
		return device < 0 ? all.size() : device + 1;
	}
}
