// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.diagram;

import java.util.Comparator;
import java.util.List;

import org.ccwbench.notation.Edit;
import org.ccwbench.notation.StatementEdits;
import org.ccwbench.ui.editor.Pasting;
import org.ccwbench.ui.editor.ProgramText;

/** What the diagram does to the text, each as one step of undo. */
final class DiagramEdits {
	private final ProgramText text;

	DiagramEdits(ProgramText text) {
		this.text = text;
	}

	void connect(Figure from, Figure to) {
		text.edit(s -> Moves.connect(s, from, to));
	}

	/** Puts a CCW before another of {@code all}; null is the end. */
	void order(List<Figure> all, Figure command, Figure before) {
		if (command == before) {
			return;
		}
		int to = before != null ? before.index : all.get(all.size() - 1).index + 1;
		if (text.edit(s -> s.edits().move(command.index, to))) {
			int at = to > command.index ? to - 1 : to;
			text.selectLater(at, at);
		}
	}

	void shift(List<Figure> all, Figure command, int by) {
		int at = command == null ? -1 : all.indexOf(command);
		if (at >= 0 && at + by >= 0 && at + by < all.size()) {
			int beyond = by < 0 ? at - 1 : at + 2;
			order(all, command, beyond < all.size() ? all.get(beyond) : null);
		}
	}

	void add(Figure.Kind kind, int after) {
		int[] added = new int[] { -1 };
		boolean done = text.edit(s -> {
			Additions a = Additions.of(s, kind, after);
			added[0] = a.added;
			return a.edits();
		});
		if (done) {
			text.selectLater(added[0], added[0]);
		}
	}

	String copied(List<Figure> selected) {
		StringBuilder b = new StringBuilder();
		selected.stream().sorted(Comparator.comparingInt(f -> f.index))
				.forEach(f -> b.append(StatementEdits.line(text.shown().document().getStatements().get(f.index))).append('\n'));
		return b.toString();
	}

	void paste(int after, String pasted) {
		Pasting.paste(text, after, pasted);
	}

	void delete(List<Figure> gone) {
		text.edit(s -> gone.stream().<Edit>map(f -> s.edits().remove(f.index)).toList());
	}
}
