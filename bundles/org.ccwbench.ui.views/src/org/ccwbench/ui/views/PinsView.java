// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.List;
import java.util.stream.Collectors;

import org.ccwbench.run.History;
import org.ccwbench.run.PinRow;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Pages that are pinned: which, how often, for whom, since when; and how many at once. */
public final class PinsView extends PositionView {
	public static final String ID = "org.ccwbench.ui.views.pins";
	private Rows<PinRow> rows;
	private Label total;

	@Override
	void createBody(Composite parent) {
		total = new Label(parent, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).indent(6, 3).applyTo(total);
		rows = new Rows<>(parent, PinRow.class);
		rows.columns().mono("Host page", 10, r -> Hex.address(r.host()))
				.mono("Guest page", 13, r -> Hex.address(r.guest() == -1 ? r.user() : r.guest()))
				.number("Pins", 4, r -> Long.toString(r.count()))
				.number("Since", 6, r -> String.format("%,d", r.since()))
				.text("For", 12, this::causes)
				.background(r -> rows.fresh(r) ? Look.CHANGED : null)
				.tip(r -> r.user() == -1 ? null : "user page " + Hex.address(r.user()));
		GridDataFactory.fillDefaults().grab(true, true).applyTo(rows.viewer().getTable());
		rows.viewer().addSelectionChangedListener(e -> {
			if (rows.viewer().getTable().isFocusControl()
					&& ((IStructuredSelection) e.getSelection()).getFirstElement() instanceof PinRow r && !r.causes().isEmpty()) {
				run().selectCcw(r.causes().get(0));
			}
		});
	}

	private String causes(PinRow row) {
		return row.causes().stream().map(a -> run().session().image().name(a)).collect(Collectors.joining(", "));
	}

	@Override
	void forget() {
		rows.forget();
	}

	@Override
	void show(History history) {
		List<PinRow> pins = history.pins();
		rows.show(pins, history.position(), true);
		if (!pins.isEmpty()) {
			rows.columns().title(1, pins.get(0).guest() == -1 ? "User page" : "Guest page");
		}
		total.setText(String.format("%,d page%s, %,d pin%s · peak %,d · so far %,d pinned, %,d unpinned", pins.size(), s(pins.size()), history.pinned(), s(history.pinned()),
				history.peakPinned(), history.tally().pins(), history.tally().unpins()));
		total.getParent().layout();
	}

	private static String s(long n) {
		return n == 1 ? "" : "s";
	}

	/** The line above the table, then the rows; for tests. */
	public List<String> lines() {
		return run().history() == null ? List.of() : java.util.stream.Stream.concat(java.util.stream.Stream.of(total.getText()), rows.lines().stream()).toList();
	}
}
