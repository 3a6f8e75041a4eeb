// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.function.Function;

import org.ccwbench.run.History;
import org.ccwbench.run.Place;
import org.ccwbench.run.Places;
import org.ccwbench.ui.ActiveRun;
import org.ccwbench.ui.Headline;
import org.ccwbench.ui.UiPlugin;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.part.ViewPart;

/**
 * A view of the active run: a header with run, stage and step, and below it either the body or the reason why
 * there is nothing to see. Changes that come in quick succession are shown once.
 */
public abstract class PositionView extends ViewPart implements ActiveRun.Listener {
	private static final int BEHIND_MILLIS = 200;
	private final ActiveRun run = UiPlugin.activeRun();
	private Header header;
	private Composite stack;
	private StackLayout layout;
	private Composite body;
	private Label reason;
	private boolean due;
	private boolean mine;
	private boolean marksLater;
	private boolean elsewhereLater;
	private boolean visible = true;
	private final Runnable follow = this::follow;

	@Override
	public final void createPartControl(Composite parent) {
		Composite all = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(all);
		header = new Header(all);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
		stack = new Composite(all, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
		layout = new StackLayout();
		stack.setLayout(layout);
		body = new Composite(stack, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
		createBody(body);
		Composite page = new Composite(stack, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(10, 10).applyTo(page);
		reason = new Label(page, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, true).hint(120, SWT.DEFAULT).applyTo(reason);
		run.addListener(this);
		IPartListener2 seen = new Seen();
		getSite().getPage().addPartListener(seen);
		parent.addDisposeListener(e -> {
			run.removeListener(this);
			getSite().getPage().removePartListener(seen);
		});
		refresh();
	}

	/** Makes what is below the header; {@code parent} has a grid layout of one column. */
	abstract void createBody(Composite parent);

	/** Shows the position of the history. */
	abstract void show(History history);

	/** Whether there is something to see although there is no run. */
	boolean showsWithoutRun() {
		return false;
	}

	/** Shows that. */
	void showWithoutRun() {}

	/** What comes next is another run: it is not to be compared with what was shown. */
	void forget() {}

	/** Why there is nothing to see at this position although there is a run; null if there is something. */
	String nothing(History history) {
		return null;
	}

	final ActiveRun run() {
		return run;
	}

	/** Tells all views and the editor what was selected here; {@code null} does nothing. */
	final void select(Function<Places, Place> what) {
		if (run.history() != null) {
			Place place = what.apply(new Places(run.history()));
			if (place != null) {
				mine = true;
				try {
					run.select(place);
				} finally {
					mine = false;
				}
			}
		}
	}

	/** Shows what was selected in another view or in the editor, and marks what else belongs to what was selected here. */
	void mark(Place place, boolean elsewhere) {}

	@Override
	public final void selected(Place place) {
		if (due) {
			// What is shown is that of another position: it is marked when this one is shown.
			marksLater = true;
			elsewhereLater = !mine;
		} else if (!stack.isDisposed() && layout.topControl == body) {
			mark(place, !mine);
		}
	}

	@Override
	public void runChanged() {
		forget();
		later();
	}

	@Override
	public void positionChanged() {
		later();
	}

	@Override
	public void textChanged() {
		if (!stack.isDisposed()) {
			header.show(Headline.run(run), Headline.stage(run), Headline.step(run));
		}
	}

	final void later() {
		if (stack.isDisposed()) {
			return;
		}
		if (!visible) {
			due = true;
			stack.getDisplay().timerExec(BEHIND_MILLIS, follow);
		} else if (!due) {
			due = true;
			stack.getDisplay().asyncExec(follow);
		}
	}

	private void follow() {
		if (due) {
			due = false;
			refresh();
		}
	}

	/** A view behind others follows when steps have come to rest, or when it comes to the front. */
	private final class Seen implements IPartListener2 {
		@Override
		public void partVisible(IWorkbenchPartReference part) {
			if (part.getPart(false) == PositionView.this) {
				visible = true;
				follow();
			}
		}

		@Override
		public void partHidden(IWorkbenchPartReference part) {
			if (part.getPart(false) == PositionView.this) {
				visible = false;
			}
		}
	}

	private void refresh() {
		if (stack.isDisposed()) {
			return;
		}
		header.show(Headline.run(run), Headline.stage(run), Headline.step(run));
		History history = run.history();
		String why = history == null ? showsWithoutRun() ? null : absent() : nothing(history);
		if (why == null && history == null) {
			showWithoutRun();
		} else if (why == null) {
			show(history);
		} else {
			reason.setText(why);
		}
		Control top = why == null ? body : reason.getParent();
		if (layout.topControl != top) {
			layout.topControl = top;
			stack.layout();
		}
		if (why != null) {
			reason.getParent().layout();
		} else if (marksLater && run.selected() != null) {
			mark(run.selected(), elsewhereLater);
		}
		marksLater = false;
	}

	private String absent() {
		return switch (run.phase()) {
			case NONE, READY -> "Nothing has run yet. Open a program, then press Run (Ctrl+F11) or Step (F6).";
			case RUNNING -> "The program is running. Stop (Ctrl+F2) ends it.";
			case FAILED -> run.program().name() + " did not run: " + run.failure();
			case CANCELLED -> "The run was stopped. Run it again with Ctrl+F11.";
		};
	}

	/** The header's words, then what stands below it if that is a reason; for tests. */
	public final String words() {
		return header.words() + (layout.topControl == body ? "" : "\n" + reason.getText());
	}

	@Override
	public void setFocus() {
		if (layout.topControl != null) {
			layout.topControl.setFocus();
		}
	}
}
