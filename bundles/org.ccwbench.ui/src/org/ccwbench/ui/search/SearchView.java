// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.search;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.ccwbench.notation.Search;
import org.ccwbench.ui.Program;
import org.ccwbench.ui.UiPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.ViewPart;

/** Search in the programs of the workspace, by what their lines say, by label, or by command. */
public final class SearchView extends ViewPart {
	public static final String ID = "org.ccwbench.ui.search";
	private static final List<String> KINDS = List.of("in the text", "for a label", "for a command");
	private static final List<String> HINTS = List.of("Letters in a line", "Label; * stands for any letters", "Name, meaning or hexadecimal code of a command");
	private Text words;
	private Combo kind;
	private Label count;
	private TableViewer found;
	private SearchJob job;

	@Override
	public void createPartControl(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		Composite line = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(4).margins(6, 4).spacing(8, 0).applyTo(line);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
		new Label(line, SWT.NONE).setText("Search");
		kind = new Combo(line, SWT.READ_ONLY);
		kind.setItems(KINDS.toArray(String[]::new));
		kind.select(0);
		name(kind, "What is looked for");
		words = new Text(line, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		words.setMessage(HINTS.get(0));
		name(words, "Search");
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(words);
		count = new Label(line, SWT.RIGHT);
		GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).hint(190, SWT.DEFAULT).applyTo(count);
		kind.addListener(SWT.Selection, e -> {
			words.setMessage(HINTS.get(kind.getSelectionIndex()));
			search();
		});
		words.addListener(SWT.DefaultSelection, e -> search());
		table(parent);
	}

	private static void name(Control control, String name) {
		control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent e) {
				e.result = name;
			}
		});
	}

	private void table(Composite parent) {
		Composite body = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
		TableColumnLayout layout = new TableColumnLayout();
		body.setLayout(layout);
		found = new TableViewer(body, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.VIRTUAL);
		found.setContentProvider(ArrayContentProvider.getInstance());
		found.setUseHashlookup(true);
		found.getTable().setHeaderVisible(true);
		name(found.getTable(), "Lines that were found");
		column(layout, "Program", 24, f -> f.file().getProjectRelativePath() + " - " + f.file().getProject().getName(), null);
		column(layout, "Line", 6, f -> String.valueOf(f.match().line()), null);
		column(layout, "Text", 70, f -> f.match().text(), JFaceResources.getTextFont());
		found.addOpenListener(e -> open(((IStructuredSelection) e.getSelection()).getFirstElement()));
		getSite().setSelectionProvider(found);
	}

	private void column(TableColumnLayout layout, String title, int weight, Function<SearchJob.Found, String> text, Font font) {
		TableViewerColumn column = new TableViewerColumn(found, SWT.NONE);
		column.getColumn().setText(title);
		layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 50, true));
		column.setLabelProvider(new ColumnLabelProvider() {
			@Override
			public String getText(Object element) {
				return text.apply((SearchJob.Found) element);
			}

			@Override
			public Font getFont(Object element) {
				return font;
			}
		});
	}

	/** Puts the keyboard into the field, with a word to look for if it is not empty. */
	void begin(String word) {
		if (!word.isEmpty()) {
			words.setText(word);
		}
		words.selectAll();
		words.setFocus();
	}

	private void search() {
		if (job != null) {
			job.cancel();
		}
		String wanted = words.getText().strip();
		if (wanted.isEmpty()) {
			show(List.of(), "");
			return;
		}
		Display display = words.getDisplay();
		SearchJob[] mine = new SearchJob[1];
		mine[0] = new SearchJob(Search.For.values()[kind.getSelectionIndex()], wanted, getSite().getPage(), (all, files) -> display.asyncExec(() -> {
			if (job == mine[0]) {
				show(all, (all.size() == 1 ? "1 line" : String.format("%,d lines", all.size())) + " in " + (files == 1 ? "1 program" : files + " programs"));
			}
		}));
		job = mine[0];
		job.setPriority(org.eclipse.core.runtime.jobs.Job.SHORT);
		job.schedule();
	}

	private void show(List<SearchJob.Found> all, String said) {
		if (!words.isDisposed()) {
			found.setInput(all);
			count.setText(said);
			if (!all.isEmpty()) {
				found.getTable().select(0);
				found.getTable().setFocus();
			}
		}
	}

	private void open(Object element) {
		if (element instanceof SearchJob.Found f) {
			try {
				Program.Source source = Adapters.adapt(IDE.openEditor(getSite().getPage(), f.file()), Program.Source.class);
				if (source != null) {
					source.reveal(f.match().line(), f.match().column());
				}
			} catch (PartInitException e) {
				UiPlugin.log(f.file().getName() + " cannot be opened", e);
			}
		}
	}

	@Override
	public void setFocus() {
		words.setFocus();
	}

	@Override
	public void dispose() {
		if (job != null) {
			job.cancel();
		}
		super.dispose();
	}

	/** For tests: what the rows show. */
	public List<String> lines() {
		return Stream.of(found.getTable().getItems()).map(i -> i.getText(0) + ":" + i.getText(1) + ": " + i.getText(2)).toList();
	}
}
