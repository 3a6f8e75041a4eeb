// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.Arrays;
import java.util.List;

import org.ccwbench.run.Event;
import org.ccwbench.run.History;
import org.ccwbench.run.Place;
import org.ccwbench.run.Recording;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Every event of the recording, in words: a timeline, a filter by kind and words, and where the position is. */
public final class RecordingView extends PositionView {
	public static final String ID = "org.ccwbench.ui.views.recording";
	private static final int FILTER_AFTER = 250;
	private final Event event = new Event();
	private final EventWords spoken = new EventWords();
	private Timeline timeline;
	private Text words;
	private Combo kinds;
	private Label count;
	private LongTable table;
	private Object loaded;
	/** Null if everything is shown. */
	private EventFilter.Found found;
	private EventFilter job;
	private int asked;
	/** The event that was clicked on and is not reached yet; -1 if there is none. */
	private long asks = -1;
	private EventMatch matches;
	/** The position that was shown last. */
	private long shownAt;

	@Override
	void createBody(Composite parent) {
		timeline = new Timeline(parent, to -> run().seek(to));
		GridDataFactory.fillDefaults().grab(true, false).applyTo(timeline);
		Composite bar = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(4).margins(6, 2).spacing(6, 0).applyTo(bar);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		new Label(bar, SWT.NONE).setText("Show:");
		kinds = new Combo(bar, SWT.READ_ONLY);
		kinds.setItems(Arrays.stream(EventKinds.values()).map(k -> k.title).toArray(String[]::new));
		kinds.select(0);
		kinds.addListener(SWT.Selection, e -> filterLater());
		words = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		words.setMessage("words or addresses");
		words.setToolTipText("Shows the events that have these characters in their words");
		words.addModifyListener(e -> filterLater());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(words);
		count = new Label(bar, SWT.NONE);
		GridDataFactory.fillDefaults().hint(150, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(count);
		table = new LongTable(parent, "Recording", this::rows, List.of(
				new LongTable.Column("Event", 10, false, true, i -> String.format("%,d", number(i))),
				new LongTable.Column("In", 4, false, false, i -> stage(number(i))),
				new LongTable.Column("What happened", 60, false, false, i -> describe(number(i)))));
		table.background(this::background).selected(i -> {
			asks = number(i);
			run().seek(asks + 1L);
			choose();
		});
		parent.addDisposeListener(e -> stop());
	}

	private String background(int row) {
		History h = run().history();
		if (h == null) {
			return null;
		}
		return number(row) == h.position() - 1 ? Look.CURRENT : matches != null && matches.test(number(row)) ? Look.SELECTED : null;
	}

	/** Selects the event that was asked for, once the position is behind it. */
	private void choose() {
		if (asks >= 0 && run().history() != null && run().history().position() == asks + 1) {
			long n = asks;
			asks = -1;
			select(p -> p.event(n));
		}
	}

	@Override
	void mark(Place place, boolean elsewhere) {
		History h = run().history();
		matches = new EventMatch(h, place);
		if (elsewhere && place.event() < 0) {
			long n = matches.nearest(h.position());
			if (n >= 0) {
				table.show(found == null ? (int) n : Arrays.binarySearch(found.events(), 0, found.size(), (int) n));
			}
		}
		table.refresh(false);
	}

	private int rows() {
		History h = run().history();
		return h == null ? 0 : found != null ? found.size() : (int) Math.min(Integer.MAX_VALUE, h.size());
	}

	private int number(int row) {
		return found == null ? row : found.events()[row];
	}

	private String stage(int n) {
		History h = run().history();
		if (h == null) {
			return "";
		}
		h.recording().read(n, event);
		return event.stage() < 0 ? "" : h.stages().get(event.stage()).stage().id();
	}

	private String describe(int n) {
		return run().history() == null ? "" : spoken.of(run().history(), n);
	}

	/** Filters when typing has come to rest. */
	private void filterLater() {
		int mine = ++asked;
		words.getDisplay().timerExec(FILTER_AFTER, () -> {
			if (mine == asked && !words.isDisposed()) {
				filter();
			}
		});
	}

	private void stop() {
		if (job != null) {
			job.cancel();
			job = null;
		}
	}

	private void filter() {
		stop();
		History h = run().history();
		EventKinds of = EventKinds.values()[kinds.getSelectionIndex()];
		if (h == null || of == EventKinds.ALL && words.getText().isBlank()) {
			found = null;
			told();
			return;
		}
		found = new EventFilter.Found(new int[0], 0, false);
		job = new EventFilter(words.getDisplay(), h.recording(), of, words.getText(), f -> {
			if (!words.isDisposed() && run().history() == h) {
				found = f;
				told();
			}
		});
		told();
		job.schedule();
	}

	private void told() {
		count.setText(found == null ? String.format("%,d events", rows()) : String.format("%,d%s", found.size(), found.complete() ? " found" : " so far …"));
		table.refresh(true);
		follow();
	}

	/** The event that happened last is in view. */
	private void follow() {
		History h = run().history();
		if (h == null || h.position() == 0) {
			return;
		}
		int n = (int) (h.position() - 1);
		if (found == null) {
			table.reveal(n);
		} else {
			int i = Arrays.binarySearch(found.events(), 0, found.size(), n);
			table.reveal(i >= 0 ? i : Math.max(0, -i - 2));
		}
	}

	@Override
	void show(History history) {
		boolean other = loaded != history;
		if (other) {
			loaded = history;
			matches = null;
			timeline.load(history);
			filter();
		}
		timeline.show(history.position());
		if (other || found != null) {
			table.refresh(false);
		} else {
			// What happened is the same at every position; where one is, is not.
			table.refresh(shownAt - 1, history.position() - 1);
		}
		shownAt = history.position();
		follow();
		choose();
	}

	/** As a click on a row, for tests. */
	public void choose(int row) {
		table.choose(row);
	}

	/** What is clicked to go far, for tests. */
	public Control timeline() {
		return timeline;
	}

	/** The events, for tests. */
	public Control table() {
		return table.control();
	}

	/** Filters by words, as if they were typed; for tests. */
	public void search(String text) {
		words.setText(text);
	}

	/** The first rows as text, for tests. */
	public List<String> lines() {
		return table.lines(1000);
	}

	/** How many rows there are, for tests. */
	public int count() {
		return rows();
	}

	/** Whether everything that was asked for is shown, for tests. */
	public boolean settled() {
		return found == null ? words.getText().isBlank() : found.complete();
	}
}
