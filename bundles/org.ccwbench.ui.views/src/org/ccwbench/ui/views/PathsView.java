// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.ArrayList;
import java.util.List;

import org.ccwbench.run.CostFigure;
import org.ccwbench.run.History;
import org.ccwbench.run.Session;
import org.ccwbench.run.SessionException;
import org.ccwbench.run.SessionOptions;
import org.ccwbench.run.SimulatedBackend;
import org.ccwbench.run.compare.PathFigures;
import org.ccwbench.ui.Program;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/**
 * The program of the run along every path, a row each: what it cost, what protected the host's storage, and what the
 * guest saw. The runs are sessions of their own on simulated devices, beside the UI thread.
 */
public final class PathsView extends PositionView {
	public static final String ID = "org.ccwbench.ui.views.paths";
	private Button all;
	private Label said;
	private Rows<PathFigures> rows;
	private final SideWork<PathFigures> work = new SideWork<>();
	private Program shown;

	@Override
	void createBody(Composite parent) {
		Composite bar = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 3).spacing(8, 0).applyTo(bar);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		all = new Button(bar, SWT.PUSH);
		all.setText("Run Along &Every Path");
		all.addListener(SWT.Selection, e -> runAll());
		said = new Label(bar, SWT.NONE);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(said);
		rows = new Rows<>(parent, PathFigures.class);
		Columns<PathFigures> columns = rows.columns().text("Path", 12, PathFigures::path);
		figure(columns, "Rewritten", CostFigure.REWRITES);
		figure(columns, "Look-ups", CostFigure.LOOK_UPS);
		figure(columns, "Pins", CostFigure.PINS);
		figure(columns, "Unpins", CostFigure.UNPINS);
		figure(columns, "Pages at most", CostFigure.PEAK_PAGES);
		figure(columns, "Pinned, events", CostFigure.PINNED_EVENTS);
		figure(columns, "Pinned, µs", CostFigure.PINNED_MICROS);
		figure(columns, "Bytes copied", CostFigure.BYTES_COPIED);
		figure(columns, "Calls", CostFigure.SYSTEM_CALLS);
		columns.text("Kernel", 9, f -> f.returnCode() == null ? "" : f.returnCode())
				.text("Storage protected by", 24, PathFigures::protection)
				.text("What the guest sees", 40, PathFigures::guestSees)
				.tip(f -> f.path() + ": " + f.guestSees() + "\nThe host's storage is protected by: " + f.protection()
						+ (f.asExpected() ? "" : "\nThis is not what the text expects."))
				.background(f -> f.asExpected() ? null : Look.FAILED)
				.strong(f -> run().path() != null && run().path().equals(f.path()));
		GridDataFactory.fillDefaults().grab(true, true).applyTo(rows.viewer().getTable());
		rows.viewer().addDoubleClickListener(e -> along((IStructuredSelection) e.getSelection()));
	}

	private static void figure(Columns<PathFigures> columns, String title, CostFigure figure) {
		columns.number(title, 5, f -> f.figure(figure) < 0 ? "" : String.format("%,d", f.figure(figure)));
	}

	/** Runs the program along the path of a row; all views show that run then. */
	private void along(IStructuredSelection chosen) {
		if (chosen.getFirstElement() instanceof PathFigures f && run().program() != null) {
			run().start(run().program(), f.path(), false);
		}
	}

	/** As a click on the button. */
	public void runAll() {
		if (run().history() == null) {
			return;
		}
		Program program = run().program();
		SessionOptions like = run().session().options();
		said.setText("Running …");
		all.setEnabled(false);
		work.start("Running " + program.name() + " along every path", monitor -> runAll(program, like, monitor), this::told);
	}

	@Override
	public void dispose() {
		work.cancel();
		super.dispose();
	}

	@Override
	void forget() {
		Program now = run().program();
		if (now == null || !now.equals(shown)) {
			work.cancel();
			shown = now;
			all.setEnabled(true);
			said.setText("");
			rows.forget();
			rows.show(List.of(), 0, false);
		}
		rows.viewer().refresh();
	}

	@Override
	void show(History history) {}

	private void told(SideWork.Found<PathFigures> found) {
		if (!all.isDisposed()) {
			all.setEnabled(true);
			said.setText(found.words());
			rows.show(found.all(), 0, false);
		}
	}

	/** What is said beside the button, and the rows, for tests. */
	public List<String> lines() {
		List<String> lines = new ArrayList<>(List.of(said.getText()));
		lines.addAll(rows.lines());
		return lines;
	}

	private static SideWork.Found<PathFigures> runAll(Program program, SessionOptions like, IProgressMonitor monitor) {
		List<String> paths = new SimulatedBackend().paths();
		SubMonitor progress = SubMonitor.convert(monitor, paths.size());
		List<PathFigures> found = new ArrayList<>();
		for (String path : paths) {
			progress.subTask(path);
			try (Session session = Session.open(program.file(), program.text(), like.aside(path))) {
				session.run(monitor::isCanceled);
				found.add(PathFigures.of(session));
			} catch (SessionException e) {
				return new SideWork.Found<>(found, "The run along " + path + " could not be made: " + e.getMessage());
			}
			if (monitor.isCanceled()) {
				return new SideWork.Found<>(List.of(), "Stopped.");
			}
			progress.worked(1);
		}
		long unexpected = found.stream().filter(f -> !f.asExpected()).count();
		return new SideWork.Found<>(found, unexpected == 0 ? "As the text expects along every path." : "Not as the text expects along " + unexpected + " of them.");
	}
}
