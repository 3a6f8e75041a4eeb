// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.ArrayList;
import java.util.List;

import org.ccwbench.notation.Notation;
import org.ccwbench.run.History;
import org.ccwbench.run.Session;
import org.ccwbench.run.SessionException;
import org.ccwbench.run.SessionOptions;
import org.ccwbench.run.compare.Comparison;
import org.ccwbench.run.compare.Difference;
import org.ccwbench.ui.Program;
import org.ccwbench.ui.run.Backends;
import org.ccwbench.ui.run.PathMemory;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/**
 * The program of the run, run once more along another path on simulated devices: where the two part first, and everything in which they
 * differ. Both are sessions of their own beside the UI thread; the run that the window shows stays as it is.
 */
public final class CompareView extends PositionView {
	public static final String ID = "org.ccwbench.ui.views.compare";
	private Combo path;
	private Button compare;
	private Label result;
	private LongTable table;
	private List<Difference> differences = List.of();
	private final SideWork<Difference> work = new SideWork<>();

	@Override
	void createBody(Composite parent) {
		Composite bar = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).margins(6, 3).spacing(6, 0).applyTo(bar);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		new Label(bar, SWT.NONE).setText("This run against the path:");
		path = new Combo(bar, SWT.READ_ONLY);
		path.setItems(PathMemory.available().toArray(String[]::new));
		path.select(Math.max(0, path.indexOf("direct")));
		compare = new Button(bar, SWT.PUSH);
		compare.setText("Compare");
		compare.addListener(SWT.Selection, e -> compare());
		result = new Label(parent, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).indent(6, 2).hint(100, SWT.DEFAULT).applyTo(result);
		table = new LongTable(parent, "Differences", () -> differences.size(), List.of(
				new LongTable.Column("About", 22, false, false, i -> differences.get(i).kind().title()),
				new LongTable.Column("What", 26, false, false, i -> differences.get(i).what()),
				new LongTable.Column("This run", 22, false, false, i -> differences.get(i).left()),
				new LongTable.Column("The other", 22, false, false, i -> differences.get(i).right())));
		table.background(i -> i == 0 ? Look.CHANGED : null).selected(this::go);
	}

	/** To what the difference goes back to in this run. */
	private void go(int row) {
		Difference d = differences.get(row);
		if (d.leftEvent() >= 0) {
			run().seek(d.leftEvent() + 1);
		}
		if (d.address() >= 0) {
			run().selectCcw(d.address());
		}
	}

	private void compare() {
		if (run().history() == null) {
			return;
		}
		Program program = run().program();
		SessionOptions left = run().session().options().withWriteThrough(false);
		SessionOptions right = left.aside(path.getText());
		result.setText("Comparing " + left.path() + " with " + right.path() + " …");
		compare.setEnabled(false);
		work.start("Comparing " + left.path() + " with " + right.path(), monitor -> compare(program, left, right, monitor), this::told);
	}

	@Override
	public void dispose() {
		work.cancel();
		super.dispose();
	}

	@Override
	void forget() {
		work.cancel();
		differences = List.of();
		compare.setEnabled(true);
		result.setText("Choose another path; the program is run along it, and what differs is listed here.");
		table.refresh(true);
	}

	private void told(SideWork.Found<Difference> found) {
		if (!table.control().isDisposed()) {
			differences = found.all();
			compare.setEnabled(true);
			result.setText(found.words());
			table.refresh(true);
			result.getParent().layout();
		}
	}

	@Override
	void show(History history) {
		if (result.getText().isEmpty()) {
			forget();
		}
	}

	/** Compares with a path, as its button does; for tests. */
	public void with(String name) {
		path.select(path.indexOf(name));
		compare();
	}

	/** The sentence and the rows, for tests. */
	public List<String> lines() {
		List<String> lines = new ArrayList<>(List.of(result.getText()));
		lines.addAll(table.lines(1000));
		return lines;
	}

	private static SideWork.Found<Difference> compare(Program program, SessionOptions left, SessionOptions right, IProgressMonitor monitor) {
		monitor.beginTask("", IProgressMonitor.UNKNOWN);
		try (Session l = Session.open(program.file(), Notation.assemble(program.file().toString(), program.text()), left, Backends.of(left.backend()));
				Session r = Session.open(program.file(), program.text(), right)) {
			l.run(monitor::isCanceled);
			r.run(monitor::isCanceled);
			if (monitor.isCanceled()) {
				return new SideWork.Found<>(List.of(), "The comparison was stopped.");
			}
			Comparison c = Comparison.of(l, r);
			Difference first = c.first();
			return new SideWork.Found<>(c.all(), first == null ? "Nothing differs." : String.format("%s; %d difference%s. First: %s, %s here, %s there.",
					c.sameForTheGuest() ? "The guest cannot tell them apart" : "The guest sees something else", c.all().size(),
					c.all().size() == 1 ? "" : "s", first.what(), first.left(), first.right()));
		} catch (SessionException e) {
			return new SideWork.Found<>(List.of(), "The other run could not be made: " + e.getMessage());
		}
	}
}
