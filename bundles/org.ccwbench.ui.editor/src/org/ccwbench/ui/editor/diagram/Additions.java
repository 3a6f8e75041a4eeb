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

/** What the palette puts into a text: a new statement in its place, and what must change around it. */
final class Additions {
	private static final String GAP = "         ";
	private final Checked.State state;
	private final List<Edit> edits = new ArrayList<>();
	/** Number of the new statement once the edits are made. */
	int added = -1;

	private Additions(Checked.State state) {
		this.state = state;
	}

	/** The edits for a new figure behind statement {@code after}, or in the place that fits if that is -1. */
	static Additions of(Checked.State state, Figure.Kind kind, int after) {
		Additions a = new Additions(state);
		switch (kind) {
			case CCW -> a.command(after, "CCW1  NOP,0,", "SLI", ",1");
			case TIC -> a.tic(after);
			case DATA -> a.data(after);
			case IDAL -> a.list(after, false);
			case MIDAL -> a.list(after, true);
			case ORB -> a.orb(after);
		}
		return a;
	}

	List<Edit> edits() {
		return edits;
	}

	private Listing.Row row(int index) {
		return state.listing().stream().filter(r -> r.index() == index).findFirst().orElse(null);
	}

	private Listing.Row last() {
		return state.listing().isEmpty() ? null : state.listing().get(state.listing().size() - 1);
	}

	/** A label that the text does not have: the name itself, or with a number. */
	private String fresh(String name) {
		String label = name;
		for (int i = 2; state.image().labels().containsKey(label) || state.image().equates().containsKey(label); i++) {
			label = name + i;
		}
		return label;
	}

	private static String padded(String label) {
		return label.length() >= GAP.length() ? label + " " : label + GAP.substring(label.length());
	}

	private void insert(int at, String... lines) {
		edits.add(state.edits().insert(at, String.join(state.edits().lineEnd(), lines)));
		added = at + lines.length - 1;
	}

	/** Behind the last CCW, or where a program would begin. */
	private int place() {
		if (last() != null) {
			return last().index() + 1;
		}
		List<Statement> all = state.document().getStatements();
		for (int i = 0; i < all.size(); i++) {
			if (all.get(i) instanceof Orb || all.get(i) instanceof Data || all.get(i) instanceof Idal || all.get(i) instanceof Midal) {
				return i;
			}
		}
		return all.size();
	}

	private void command(int after, String head, String flags, String tail) {
		Listing.Row before = row(after) != null ? row(after) : last();
		if (before == null) {
			insert(place(), padded(fresh("PROG")) + head + flags + tail);
			return;
		}
		String own = flags;
		if (!before.tic() && (before.flags() & (Ccw.CC | Ccw.CD)) == 0) {
			edits.add(state.edits().change(before.index(), s -> {
				org.ccwbench.model.Ccw c = (org.ccwbench.model.Ccw) s;
				c.setFlags(Flags.with(c.getFlags(), before.flags(), Ccw.CC, true));
				c.setCount(c.getCount() == null ? before.format1() ? "0" : "1" : c.getCount());
			}));
		} else if (!before.tic()) {
			own = "CC+" + flags;
		}
		String operation = before.format1() ? head : head.replace("CCW1", "CCW0");
		insert(before.index() + 1, GAP + operation + own + tail);
	}

	private void tic(int after) {
		Listing.Row before = row(after) != null ? row(after) : last();
		if (before == null) {
			command(after, "CCW1  NOP,0,", "SLI", ",1");
			return;
		}
		Listing.Row first = state.listing().get(0);
		String to = label(first, "PROG");
		if (!before.tic() && (before.flags() & (Ccw.CC | Ccw.CD)) == 0 && before != first) {
			edits.add(state.edits().change(before.index(), s -> ((org.ccwbench.model.Ccw) s).setFlags(Flags.with(((org.ccwbench.model.Ccw) s).getFlags(), before.flags(), Ccw.CC, true))));
		}
		insert(before.index() + 1, GAP + (before.format1() ? "CCW1  TIC," : "CCW0  TIC,") + to);
	}

	/** The label of a CCW; it gets one if it has none. */
	private String label(Listing.Row row, String name) {
		if (row.statement().getLabel() != null) {
			return row.statement().getLabel();
		}
		String label = fresh(name);
		edits.add(state.edits().change(row.index(), s -> s.setLabel(label)));
		return label;
	}

	/** Behind the last data; before the ORB. */
	private int dataPlace() {
		List<Statement> all = state.document().getStatements();
		int found = -1;
		for (int i = 0; i < all.size(); i++) {
			found = all.get(i) instanceof Data || all.get(i) instanceof Idal || all.get(i) instanceof Midal || all.get(i) instanceof org.ccwbench.model.Ccw ? i : found;
		}
		return found < 0 ? place() : found + 1;
	}

	private void data(int after) {
		Listing.Row user = row(after);
		String label = fresh("BUF");
		int length = user != null && user.count() > 1 ? user.count() : 80;
		if (user != null && !user.tic() && user.address() == 0) {
			edits.add(state.edits().change(user.index(), s -> ((org.ccwbench.model.Ccw) s).setAddress(label)));
		}
		insert(dataPlace(), padded(label) + "DS    CL" + length);
	}

	private void list(int after, boolean modified) {
		Listing.Row user = row(after);
		String label = fresh(modified ? "MIDAL" : "IDAL");
		boolean direct = user != null && !user.tic() && (user.flags() & (Ccw.IDA | Ccw.MIDA)) == 0 && user.count() > 0;
		String address = direct && user.statement().getAddress() != null ? user.statement().getAddress()
				: state.image().labels().entrySet().stream().max(java.util.Map.Entry.comparingByValue()).map(java.util.Map.Entry::getKey).orElse("0");
		String count = direct && user.statement().getCount() != null ? user.statement().getCount() : "80";
		if (direct) {
			edits.add(state.edits().change(user.index(), s -> {
				org.ccwbench.model.Ccw c = (org.ccwbench.model.Ccw) s;
				c.setAddress(label);
				c.setFlags(Flags.with(c.getFlags(), user.flags(), modified ? Ccw.MIDA : Ccw.IDA, true));
			}));
		}
		insert(dataPlace(), padded(label) + (modified ? "MIDAL (0," + count + "," + address + ")" : "IDAL  DATA=" + address + ",LEN=" + count));
	}

	private void orb(int after) {
		Listing.Row first = row(after) != null ? row(after) : state.listing().isEmpty() ? null : state.listing().get(0);
		if (first == null) {
			int at = place();
			insert(at, padded(fresh("PROG")) + "CCW1  NOP,0,SLI,1", GAP + "ORB   CPA=PROG");
			return;
		}
		insert(state.document().getStatements().size(), GAP + "ORB   CPA=" + label(first, "PROG"));
	}
}
