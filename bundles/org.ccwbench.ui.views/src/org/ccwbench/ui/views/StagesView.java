// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.ArrayList;
import java.util.List;

import org.ccwbench.run.Event;
import org.ccwbench.run.EventKind;
import org.ccwbench.run.History;
import org.ccwbench.run.Place;
import org.ccwbench.run.Places;
import org.ccwbench.run.Progress;
import org.ccwbench.run.Recording;
import org.ccwbench.run.StageState;
import org.ccwbench.run.Tally;
import org.ccwbench.ui.Pictures;
import org.ccwbench.vfio.Errno;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** Every stage of the path: done, current or to come, and what it did. A click on the ribbon or a double click on a row goes there. */
public final class StagesView extends PositionView {
	public static final String ID = "org.ccwbench.ui.views.stages";
	private Rows<StageState> rows;
	private Text about;
	private Ribbon ribbon;
	private final EventWords words = new EventWords();

	@Override
	void createBody(Composite parent) {
		ribbon = new Ribbon(parent, this::goTo);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(ribbon);
		rows = new Rows<>(parent, StageState.class);
		rows.columns().text("Stage", 5, s -> (s.stage().within() < 0 ? "" : "  ") + s.stage().id(), StagesView::picture)
				.text("By", 7, s -> s.stage().side())
				.text("What", 31, s -> s.stage().title())
				.text("Did", 30, StagesView::did)
				.background(this::background)
				.faint(s -> s.progress() == Progress.PENDING)
				.tip(s -> s.stage().description() + (did(s).isEmpty() ? "" : "\n" + did(s)));
		GridDataFactory.fillDefaults().grab(true, true).applyTo(rows.viewer().getTable());
		rows.viewer().addSelectionChangedListener(e -> {
			if (rows.viewer().getTable().isFocusControl() && ((IStructuredSelection) e.getSelection()).getFirstElement() instanceof StageState s) {
				select(p -> Places.stage(s.index()));
			}
		});
		rows.viewer().addDoubleClickListener(e -> {
			if (((IStructuredSelection) e.getSelection()).getFirstElement() instanceof StageState s) {
				goTo(s.index());
			}
		});
		about = new Text(parent, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
		GridDataFactory.fillDefaults().grab(true, false).indent(6, 3).hint(100, about.getLineHeight() * 3).applyTo(about);
	}

	@Override
	void mark(Place place, boolean elsewhere) {
		if (elsewhere && run().history() != null) {
			List<StageState> all = run().history().stages();
			rows.viewer().setSelection(place.stage() < 0 ? StructuredSelection.EMPTY : new StructuredSelection(all.get(place.stage())), true);
		}
	}

	@Override
	void forget() {
		rows.forget();
	}

	@Override
	void show(History history) {
		List<StageState> stages = history.stages();
		rows.show(stages, history.position(), false, history.currentStage());
		int current = history.currentStage();
		ribbon.show(stages, current);
		if (current >= 0) {
			rows.viewer().reveal(stages.get(current));
		}
		List<String> lines = new ArrayList<>();
		if (current >= 0) {
			lines.add(stages.get(current).stage().description());
		}
		if (history.position() > 0) {
			lines.add("Last: " + words.of(history, history.position() - 1));
		}
		if (history.position() < history.size()) {
			lines.add("Next: " + words.of(history, history.position()));
		} else if (run().outcome() != null) {
			lines.add("End: " + Verdict.of(run().outcome(), stages));
			if (run().session().devices().isEmpty()) {
				// What a real device or its host cannot do is told nowhere else.
				lines.addAll(run().outcome().last().notes());
			}
		}
		about.setText(String.join("\n", lines));
	}

	private String background(StageState s) {
		return switch (s.progress()) {
			case CURRENT -> run().history() != null && s.index() == run().history().currentStage() ? Look.CURRENT : null;
			case FAILED -> Look.FAILED;
			default -> null;
		};
	}

	private static Image picture(StageState s) {
		return Pictures.get(switch (s.progress()) {
			case DONE -> Pictures.STAGE_DONE;
			case CURRENT -> Pictures.STAGE_CURRENT;
			case PENDING -> Pictures.STAGE_PENDING;
			case FAILED -> Pictures.STAGE_FAILED;
		});
	}

	/** How far a stage is and what it did. */
	static String words(StageState s) {
		String what = did(s);
		return s.progress().name().toLowerCase(java.util.Locale.ROOT) + (what.isEmpty() ? "" : ", " + what);
	}

	private static String did(StageState s) {
		Tally t = s.tally();
		List<String> words = new ArrayList<>();
		if (s.result() != 0) {
			words.add(Errno.text(s.result()));
		}
		add(words, t.ccwsTranslated(), "CCW translated", "CCWs translated");
		add(words, t.lookUps(), "look-up", "look-ups");
		add(words, t.pins(), "pin", "pins");
		add(words, t.unpins(), "unpin", "unpins");
		add(words, t.refused(), "pin refused", "pins refused");
		add(words, t.ccwsFetched(), "CCW fetched", "CCWs fetched");
		add(words, t.bytesMoved(), "byte moved", "bytes moved");
		add(words, t.bytesCopied(), "byte copied", "bytes copied");
		add(words, t.calls(), "call", "calls");
		return String.join(", ", words);
	}

	private static void add(List<String> words, long n, String one, String many) {
		if (n > 0) {
			words.add(String.format("%,d %s", n, n == 1 ? one : many));
		}
	}

	/** To the beginning of a stage: the next time that it begins, else the last time that it began. */
	void goTo(int index) {
		History history = run().history();
		if (history == null) {
			return;
		}
		Recording recording = history.recording();
		Event event = new Event();
		long last = -1;
		long before = 0;
		for (long at = recording.nextStage(0); at > before && last <= history.position(); at = recording.nextStage(at)) {
			recording.read(at - 1, event);
			if (event.kind() == EventKind.STAGE && event.detail() == index) {
				last = at;
			}
			before = at;
		}
		if (last >= 0) {
			run().seek(last);
		}
	}

	/** As a double click on the stage with that id, for tests. */
	public void open(String id) {
		run().history().stages().stream().filter(s -> s.stage().id().equals(id)).findFirst().ifPresent(s -> goTo(s.index()));
	}

	/** What is said below the rows, for tests. */
	public String about() {
		return about.getText();
	}

	/** The stage that is selected as text, empty if none is; for tests. */
	public String chosen() {
		return String.join("", rows.chosen());
	}

	/** The rows as text, for tests. */
	public List<String> lines() {
		return rows.lines();
	}
}
