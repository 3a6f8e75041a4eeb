// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.diagram;

import java.util.ArrayList;
import java.util.List;

import org.ccwbench.arch.Ccw;
import org.ccwbench.model.Data;
import org.ccwbench.model.Idal;
import org.ccwbench.model.Midal;
import org.ccwbench.model.Orb;
import org.ccwbench.model.Statement;
import org.ccwbench.notation.Edit;
import org.ccwbench.notation.Flags;
import org.ccwbench.notation.Listing;
import org.ccwbench.ui.editor.Checked;

/** What gestures between figures change in the text. */
final class Moves {
	private Moves() {}

	/** Lets one statement name another: the address of a CCW, the program of an ORB, the data of a list. */
	static List<Edit> connect(Checked.State state, Figure from, Figure to) {
		Statement target = state.document().getStatements().get(to.index);
		List<Edit> edits = new ArrayList<>();
		String label = target.getLabel();
		if (label == null) {
			label = fresh(state, to.isCommand() ? "CCW" : "DATA");
			String made = label;
			edits.add(state.edits().change(to.index, s -> s.setLabel(made)));
		}
		String name = label;
		Statement source = state.document().getStatements().get(from.index);
		edits.add(switch (source) {
			case Orb o when to.isCommand() -> state.edits().change(from.index, s -> program((Orb) s, name));
			case org.ccwbench.model.Ccw c when from.kind == Figure.Kind.TIC ? to.isCommand() : !to.isCommand() -> state.edits().change(from.index, s -> address((org.ccwbench.model.Ccw) s, state, from, target, name));
			case Idal i when target instanceof Data && i.getWords().isEmpty() -> state.edits().change(from.index, s -> ((Idal) s).setData(name));
			default -> null;
		});
		return edits.contains(null) ? List.of() : edits;
	}

	private static void program(Orb orb, String name) {
		for (var o : orb.getOptions()) {
			if ("CPA".equalsIgnoreCase(o.getName())) {
				o.setValue(name);
			}
		}
	}

	private static void address(org.ccwbench.model.Ccw c, Checked.State state, Figure from, Statement target, String name) {
		c.setAddress(name);
		if (from.kind == Figure.Kind.TIC) {
			return;
		}
		Listing.Row row = state.listing().stream().filter(r -> r.index() == from.index).findFirst().orElseThrow();
		int wanted = target instanceof Idal ? Ccw.IDA : target instanceof Midal ? Ccw.MIDA : 0;
		String flags = Flags.with(c.getFlags(), row.flags(), Ccw.IDA, wanted == Ccw.IDA);
		int value = row.flags() & ~Ccw.IDA | wanted & Ccw.IDA;
		c.setFlags(Flags.with(flags, value, Ccw.MIDA, wanted == Ccw.MIDA));
	}

	private static String fresh(Checked.State state, String name) {
		int n = 1;
		while (state.image().labels().containsKey(name + n)) {
			n++;
		}
		return name + n;
	}

	/** Turns one flag of a CCW. */
	static List<Edit> flag(Checked.State state, int index, int bit) {
		Listing.Row row = state.listing().stream().filter(r -> r.index() == index).findFirst().orElse(null);
		return row == null ? List.of() : java.util.Arrays.asList(state.edits().change(index, s -> {
			org.ccwbench.model.Ccw c = (org.ccwbench.model.Ccw) s;
			c.setFlags(Flags.with(c.getFlags(), row.flags(), bit, (row.flags() & bit) == 0));
		}));
	}
}
