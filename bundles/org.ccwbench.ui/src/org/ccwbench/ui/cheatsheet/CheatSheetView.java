// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.cheatsheet;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.ccwbench.ui.Pictures;
import org.ccwbench.ui.UiPlugin;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;

/** The lesson “your first channel program”: its steps, the one that is next open. Where it stands is kept. */
public final class CheatSheetView extends ViewPart {
	public static final String ID = "org.ccwbench.ui.cheatsheet";
	private static final String FILE = "/cheatsheets/first-program.xml";
	private static final String AT = "cheatsheet.step";
	private static final int INDENT = 22;
	private CheatSheet sheet;
	private ScrolledComposite scroll;
	private Composite body;
	private Button go;
	private int at;

	@Override
	public void createPartControl(Composite parent) {
		try (var in = getClass().getResourceAsStream(FILE)) {
			sheet = CheatSheet.read(in);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		at = Math.min(UiPlugin.get().getPreferenceStore().getInt(AT), sheet.steps().size());
		scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
		scroll.setExpandHorizontal(true);
		scroll.setExpandVertical(true);
		scroll.addListener(SWT.Resize, e -> fit());
		show();
	}

	private void show() {
		boolean focused = go != null && go.isFocusControl();
		if (body != null) {
			body.dispose();
		}
		body = new Composite(scroll, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(10, 10).spacing(6, 8).numColumns(2).applyTo(body);
		Label title = new Label(body, SWT.WRAP);
		title.setText(sheet.title());
		title.setFont(JFaceResources.getHeaderFont());
		wide(title, 0);
		words(sheet.intro(), 0);
		go = null;
		for (int i = 0; i < sheet.steps().size(); i++) {
			step(i);
		}
		if (at == sheet.steps().size()) {
			words("That was all.", 0);
		}
		if (at > 0) {
			Button again = new Button(body, SWT.PUSH);
			again.setText("Begin again");
			again.addListener(SWT.Selection, e -> to(0));
			wide(again, 0);
			GridDataFactory.swtDefaults().span(2, 1).applyTo(again);
		}
		scroll.setContent(body);
		fit();
		if (focused && go != null) {
			go.setFocus();
		}
	}

	private void step(int i) {
		CheatSheet.Step step = sheet.steps().get(i);
		Label state = new Label(body, SWT.NONE);
		state.setImage(Pictures.get(i < at ? Pictures.STAGE_DONE : i == at ? Pictures.STAGE_CURRENT : Pictures.STAGE_PENDING));
		Label title = new Label(body, SWT.WRAP);
		title.setText(step.title());
		title.setFont(i == at ? JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT) : JFaceResources.getDialogFont());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
		if (i == at) {
			words(step.words(), INDENT);
			buttons(step);
		}
	}

	private void buttons(CheatSheet.Step step) {
		Composite row = new Composite(body, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).applyTo(row);
		wide(row, INDENT);
		if (step.command() != null) {
			go = new Button(row, SWT.PUSH);
			go.setText("&Do it");
			go.addListener(SWT.Selection, e -> perform(step));
		}
		Button next = new Button(row, SWT.PUSH);
		next.setText(step.command() == null ? "&Done" : "&Skip");
		next.addListener(SWT.Selection, e -> to(at + 1));
		if (go == null) {
			go = next;
		}
		if (at > 0) {
			Button back = new Button(row, SWT.PUSH);
			back.setText("&Back");
			back.addListener(SWT.Selection, e -> to(at - 1));
		}
	}

	private void perform(CheatSheet.Step step) {
		try {
			var command = getSite().getService(ICommandService.class).deserialize(step.command());
			// A command about the program in the editor is not enabled while this view is active.
			var editor = getSite().getPage().getActiveEditor();
			if (editor != null) {
				getSite().getPage().activate(editor);
			}
			getSite().getService(IHandlerService.class).executeCommand(command, null);
			to(at + 1);
		} catch (CommandException e) {
			MessageDialog.openInformation(getSite().getShell(), sheet.title(), "This cannot be done now.\n\nOpen a program in the editor, "
					+ "or go back to the step that makes one.");
		}
	}

	private void to(int step) {
		at = step;
		UiPlugin.get().getPreferenceStore().setValue(AT, at);
		if (!scroll.isDisposed()) {
			show();
		}
	}

	private void words(String words, int indent) {
		Label label = new Label(body, SWT.WRAP);
		label.setText(words);
		wide(label, indent);
	}

	private static void wide(org.eclipse.swt.widgets.Control control, int indent) {
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).indent(indent, 0).hint(100, SWT.DEFAULT).applyTo(control);
	}

	private void fit() {
		if (body != null && !body.isDisposed()) {
			int width = scroll.getClientArea().width;
			scroll.setMinSize(0, body.computeSize(Math.max(width, 120), SWT.DEFAULT).y);
			if (go != null) {
				scroll.showControl(go);
			}
		}
	}

	/** Title of the step that is next; empty at the end. */
	public String next() {
		return at < sheet.steps().size() ? sheet.steps().get(at).title() : "";
	}

	@Override
	public void setFocus() {
		if (go != null && !go.isDisposed()) {
			go.setFocus();
		} else {
			body.setFocus();
		}
	}
}
