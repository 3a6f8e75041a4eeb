// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.ccwbench.run.History;
import org.ccwbench.run.Place;
import org.ccwbench.run.TranslationRow;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Addresses that were looked up: guest, user, host, for which CCW or IDAW, in which stage, how often. */
public final class TranslationView extends PositionView {
	public static final String ID = "org.ccwbench.ui.views.translation";
	/** Rows that a filter looks at before the window answers again. */
	private static final int PIECE = 20_000;
	/** Rows among which one that belongs to a selection is looked for. */
	private static final int SEARCHED = 1_000_000;
	private LongTable table;
	private Text filter;
	private Label count;
	private List<TranslationRow> rows = List.of();
	/** Numbers of the rows that the filter lets through; null if it lets all through. */
	private List<Integer> kept;
	private int looked;
	private int before = -1;
	private final Map<Long, String> names = new HashMap<>();

	@Override
	void createBody(Composite parent) {
		Composite bar = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 2).applyTo(bar);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		filter = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		filter.setMessage("address, label or stage");
		filter.setToolTipText("Shows the rows that have these characters in any column");
		GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
		filter.addModifyListener(e -> refilter());
		count = new Label(bar, SWT.NONE);
		GridDataFactory.fillDefaults().hint(110, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(count);
		table = new LongTable(parent, "Translation", this::size, List.of(
				new LongTable.Column("Guest", 9, true, false, i -> Hex.address(row(i).guest())),
				new LongTable.Column("User", 13, true, false, i -> Hex.address(row(i).user())),
				new LongTable.Column("Host", 12, true, false, i -> Hex.address(row(i).host())),
				new LongTable.Column("In", 4, false, false, i -> stage(row(i).stage())),
				new LongTable.Column("Times", 5, false, true, i -> Long.toString(row(i).count())),
				new LongTable.Column("For", 12, false, false, i -> cause(row(i).cause()))));
		table.background(i -> run().selected() != null && run().selected().concerns(row(i)) ? Look.SELECTED : before >= 0 && number(i) >= before ? Look.CHANGED : null)
				.selected(i -> select(p -> p.lookedUp(row(i))));
	}

	private int size() {
		return kept == null ? rows.size() : kept.size();
	}

	private int number(int i) {
		return kept == null ? i : kept.get(i);
	}

	private TranslationRow row(int i) {
		return rows.get(number(i));
	}

	private String stage(int index) {
		return run().history() == null || index < 0 ? "" : run().history().stages().get(index).stage().id();
	}

	private String cause(long address) {
		return address == -1 || run().session() == null ? "" : names.computeIfAbsent(address, run().session().image()::name);
	}

	private void refilter() {
		kept = filter.getText().isBlank() ? null : new ArrayList<>();
		looked = 0;
		if (kept == null) {
			told();
		} else {
			filterOn();
		}
	}

	/** Piece by piece, so that typing goes on while a long list is gone through. */
	private void filterOn() {
		if (filter.isDisposed() || kept == null) {
			return;
		}
		String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
		while (!kept.isEmpty() && kept.get(kept.size() - 1) >= rows.size()) {
			kept.remove(kept.size() - 1);
		}
		looked = Math.min(looked, rows.size());
		int end = Math.min(rows.size(), looked + PIECE);
		for (; looked < end; looked++) {
			TranslationRow r = rows.get(looked);
			String all = Hex.address(r.guest()) + ' ' + Hex.address(r.user()) + ' ' + Hex.address(r.host()) + ' ' + stage(r.stage()) + ' ' + cause(r.cause());
			if (all.toLowerCase(Locale.ROOT).contains(wanted)) {
				kept.add(looked);
			}
		}
		told();
		if (looked < rows.size()) {
			filter.getDisplay().asyncExec(this::filterOn);
		}
	}

	private void told() {
		String words = kept == null ? String.format("%,d rows", rows.size()) : String.format("%,d of %,d", kept.size(), rows.size());
		boolean otherRows = size() != told;
		told = size();
		if (!words.equals(count.getText())) {
			count.setText(words);
		}
		table.refresh(otherRows);
	}

	@Override
	String nothing(History history) {
		if (!history.translations().isEmpty()) {
			return null;
		}
		return history.spaces().stream().anyMatch(s -> s.id().equals("host")) ? "No address has been looked up at this position."
				: "The guest has the channel to itself: its addresses are the channel's, and nothing is translated.";
	}

	@Override
	void forget() {
		before = -1;
		shown = -1;
		shownLookUps = -1;
		told = -1;
		looked = 0;
		names.clear();
		rows = List.of();
		kept = filter.getText().isBlank() ? null : new ArrayList<>();
	}

	private int shown = -1;
	private long shownLookUps = -1;
	/** Rows that the table knows of. */
	private int told = -1;

	@Override
	void mark(Place place, boolean elsewhere) {
		if (elsewhere) {
			int n = Math.min(size(), SEARCHED);
			for (int i = 0; i < n; i++) {
				if (place.concerns(row(i))) {
					table.show(i);
					break;
				}
			}
		}
		table.refresh(false);
	}

	@Override
	void show(History history) {
		if (history.tally().lookUps() == shownLookUps && before == shown) {
			return;
		}
		shownLookUps = history.tally().lookUps();
		rows = history.translations();
		before = shown;
		shown = rows.size();
		if (kept == null) {
			told();
		} else {
			filterOn();
		}
		if (before >= 0 && shown > before) {
			table.reveal(size() - 1);
		}
	}

	/** The row that is chosen as text, empty if none is; for tests. */
	public String chosen() {
		return table.row() < 0 ? "" : table.line(table.row());
	}

	/** The first rows as text, for tests. */
	public List<String> lines() {
		return run().history() == null || run().history().translations().isEmpty() ? List.of() : table.lines(100_000);
	}
}
