// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.ccwbench.run.History;
import org.ccwbench.run.PinRow;
import org.ccwbench.run.Place;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;

/** Pages that are pinned: which, how often, for whom, since when; and how many at once. */
public final class PinsView extends PositionView {
	public static final String ID = "org.ccwbench.ui.views.pins";
	private Rows<PinRow> rows;
	private Label total;
	private PinChart chart;
	private volatile Object charted;
	/** Heights of the line above the table that were reckoned, by the length of its text, and the width that they hold for. */
	private final Map<Integer, Integer> heights = new HashMap<>();
	private int reckonedWidth;
	/** The height that room was last made for. */
	private int roomFor = -1;

	@Override
	void createBody(Composite parent) {
		total = new Label(parent, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).indent(6, 3).applyTo(total);
		chart = new PinChart(parent, to -> run().seek(to));
		GridDataFactory.fillDefaults().grab(true, false).applyTo(chart);
		rows = new Rows<>(parent, PinRow.class);
		rows.columns().mono("Host page", 10, r -> Hex.address(r.host()))
				.mono("Guest page", 13, r -> Hex.address(r.guest() == -1 ? r.user() : r.guest()))
				.number("Pins", 4, r -> Long.toString(r.count()))
				.number("Since", 6, r -> String.format("%,d", r.since()))
				.text("For", 12, this::causes)
				.background(r -> run().selected() != null && run().selected().concerns(r) ? Look.SELECTED : leaked() ? Look.FAILED : rows.fresh(r) ? Look.CHANGED : null)
				.tip(r -> r.user() == -1 ? null : "user page " + Hex.address(r.user()));
		GridDataFactory.fillDefaults().grab(true, true).applyTo(rows.viewer().getTable());
		rows.viewer().addSelectionChangedListener(e -> {
			if (rows.viewer().getTable().isFocusControl()
					&& ((IStructuredSelection) e.getSelection()).getFirstElement() instanceof PinRow r) {
				select(p -> p.pinned(r));
			}
		});
	}

	private String causes(PinRow row) {
		return row.causes().stream().map(a -> run().session().image().name(a)).collect(Collectors.joining(", "));
	}

	/** Whether the run is over: what is pinned now stays so. */
	private boolean leaked() {
		return run().history() != null && run().history().position() == run().history().size();
	}

	@Override
	void mark(Place place, boolean elsewhere) {
		if (elsewhere && run().history() != null) {
			List<PinRow> concerned = run().history().pins().stream().filter(place::concerns).toList();
			rows.viewer().setSelection(new StructuredSelection(concerned), true);
		}
		rows.recolour();
	}

	@Override
	void forget() {
		rows.forget();
		charted = null;
		chart.curve(null);
	}

	/** The curve takes a walk through the whole recording, which may be long. */
	private void chart(History history) {
		chart.show(history.position());
		if (charted != history) {
			charted = history;
			var display = chart.getDisplay();
			Job.create("Counting pins", monitor -> {
				PinCurve curve = PinCurve.of(history.recording(), () -> monitor.isCanceled() || charted != history);
				if (!display.isDisposed()) {
					display.asyncExec(() -> {
						if (!chart.isDisposed() && charted == history) {
							chart.curve(curve);
						}
					});
				}
			}).schedule();
		}
	}

	@Override
	void show(History history) {
		chart(history);
		List<PinRow> pins = history.pins();
		rows.show(pins, history.position(), true, leaked());
		if (!pins.isEmpty()) {
			rows.columns().title(1, pins.get(0).guest() == -1 ? "User page" : "Guest page");
		}
		total(String.format("%,d page%s, %,d pin%s · peak %,d · so far %,d pinned, %,d unpinned", pins.size(), s(pins.size()), history.pinned(), s(history.pinned()),
				history.peakPinned(), history.tally().pins(), history.tally().unpins()) + (leaked() && !pins.isEmpty() ? " · never unpinned" : ""));
	}

	/** Reckoning the height of wrapped text takes longer than all else here; as long a text in as much room has the same. */
	private void total(String words) {
		if (!words.equals(total.getText())) {
			total.setText(words);
		}
		Point size = total.getSize();
		if (size.x != reckonedWidth) {
			reckonedWidth = size.x;
			heights.clear();
			roomFor = -1;
		}
		int height = heights.computeIfAbsent(words.length(), n -> total.computeSize(size.x, SWT.DEFAULT).y);
		if (height != size.y && height != roomFor) {
			roomFor = height;
			total.getParent().layout();
		}
	}

	private static String s(long n) {
		return n == 1 ? "" : "s";
	}

	/** The table, for tests. */
	public Table table() {
		return rows.viewer().getTable();
	}

	/** The rows that are selected as text, for tests. */
	public List<String> chosen() {
		return rows.chosen();
	}

	/** The line above the table, then the rows; for tests. */
	public List<String> lines() {
		return run().history() == null ? List.of() : java.util.stream.Stream.concat(java.util.stream.Stream.of(total.getText()), rows.lines().stream()).toList();
	}
}
