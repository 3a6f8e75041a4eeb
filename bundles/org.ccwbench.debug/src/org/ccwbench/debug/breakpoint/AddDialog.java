// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.breakpoint;

import java.util.ArrayList;
import java.util.List;

import org.ccwbench.run.StageState;
import org.ccwbench.ui.ActiveRun;
import org.ccwbench.ui.UiPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** A breakpoint that belongs to no line: a stage, storage, pins, status. */
final class AddDialog extends TitleAreaDialog {
	private static final String[] KINDS = {"A stage", "Storage", "Pinned pages", "Status"};
	private static final String[] STAGES = {"Q1", "Q2", "Q3", "K1", "K2", "K3", "K4", "K5", "K6", "Q4", "G1", "G2", "G3"};
	private final List<Composite> pages = new ArrayList<>();
	private Combo kind;
	private Combo stage;
	private Button left;
	private Combo space;
	private Text from;
	private Text length;
	private Button read;
	private Button write;
	private Button pinned;
	private Button unpinned;
	private Button refused;
	private Button checks;

	AddDialog(Shell shell) {
		super(shell);
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		setTitle("Add a breakpoint");
		setMessage("Where continuing is to stop, forwards and back. For a CCW, double-click left of its line instead.");
		getShell().setText("Add Breakpoint");
		Composite body = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
		GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 12).spacing(8, 8).applyTo(body);
		new Label(body, SWT.NONE).setText("&Stop at:");
		kind = new Combo(body, SWT.READ_ONLY);
		kind.setItems(KINDS);
		kind.select(0);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(kind);
		Composite stack = new Composite(body, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(stack);
		StackLayout layout = new StackLayout();
		stack.setLayout(layout);
		stages(page(stack));
		storage(page(stack));
		pins(page(stack));
		Composite status = page(stack);
		choice(status, SWT.RADIO, "when the subchannel becomes status &pending");
		checks = choice(status, SWT.RADIO, "when a command ends with unit check, unit exception or a &check of the channel");
		((Button) status.getChildren()[0]).setSelection(true);
		layout.topControl = pages.get(0);
		kind.addListener(SWT.Selection, e -> {
			layout.topControl = pages.get(kind.getSelectionIndex());
			stack.layout();
			setErrorMessage(null);
		});
		return body;
	}

	private Composite page(Composite stack) {
		Composite page = new Composite(stack, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 6).applyTo(page);
		pages.add(page);
		return page;
	}

	private static Button choice(Composite on, int style, String words) {
		Button b = new Button(on, style);
		b.setText(words);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(b);
		return b;
	}

	private void stages(Composite page) {
		new Label(page, SWT.NONE).setText("S&tage:");
		stage = new Combo(page, SWT.DROP_DOWN);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(stage);
		ActiveRun run = UiPlugin.activeRun();
		List<String> ids = run.history() == null ? List.of(STAGES) : run.history().stages().stream().map(StageState::stage).map(s -> s.id()).toList();
		stage.setItems(ids.toArray(String[]::new));
		stage.select(0);
		left = choice(page, SWT.CHECK, "when it is &over, not when it begins");
	}

	private void storage(Composite page) {
		new Label(page, SWT.NONE).setText("S&pace:");
		space = new Combo(page, SWT.READ_ONLY);
		space.setItems("guest", "user", "host");
		space.select(0);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(space);
		new Label(page, SWT.NONE).setText("&From:");
		from = field(page, "a label, or an address in hexadecimal");
		new Label(page, SWT.NONE).setText("&Bytes:");
		length = field(page, "how many; as the label if left out");
		write = choice(page, SWT.CHECK, "when it is st&ored");
		write.setSelection(true);
		read = choice(page, SWT.CHECK, "when it is &read");
	}

	private static Text field(Composite page, String message) {
		Text t = new Text(page, SWT.BORDER);
		t.setMessage(message);
		GridDataFactory.fillDefaults().grab(true, false).hint(260, SWT.DEFAULT).applyTo(t);
		return t;
	}

	private void pins(Composite page) {
		pinned = choice(page, SWT.CHECK, "when a page is &pinned");
		unpinned = choice(page, SWT.CHECK, "when a page is &unpinned");
		refused = choice(page, SWT.CHECK, "when a page &cannot be pinned");
		pinned.setSelection(true);
		refused.setSelection(true);
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, "Add", true);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
	}

	@Override
	protected void okPressed() {
		try {
			add();
			super.okPressed();
		} catch (IllegalArgumentException e) {
			setErrorMessage("That breakpoint would never stop: " + e.getMessage() + ".");
		} catch (CoreException e) {
			setErrorMessage(e.getStatus().getMessage());
		}
	}

	private void add() throws CoreException {
		switch (kind.getSelectionIndex()) {
			case 0 -> {
				String id = stage.getText().strip().toUpperCase(java.util.Locale.ROOT);
				if (id.isEmpty()) {
					throw new IllegalArgumentException("no stage is named");
				}
				new StageBreakpoint(id, left.getSelection());
			}
			case 1 -> {
				var at = org.ccwbench.debug.model.Places.range(UiPlugin.activeRun(), from.getText(), length.getText());
				new StorageBreakpoint(space.getText(), at.from(), at.length(), read.getSelection(), write.getSelection());
			}
			case 2 -> new PinBreakpoint(pinned.getSelection(), unpinned.getSelection(), refused.getSelection());
			default -> new StatusBreakpoint(checks.getSelection());
		}
	}
}
