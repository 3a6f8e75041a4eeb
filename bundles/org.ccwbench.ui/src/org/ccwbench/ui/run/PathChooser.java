// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.run;

import java.nio.file.Path;
import java.util.List;

import org.ccwbench.ui.Program;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IPartListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;

/** Chooses the way that the active program is run by; every file keeps its own. */
public final class PathChooser extends WorkbenchWindowControlContribution implements IPartListener {
	private Combo combo;
	private IWorkbenchWindow window;
	private List<String> paths;

	@Override
	protected Control createControl(Composite parent) {
		Composite body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 0).spacing(4, 0).applyTo(body);
		Label label = new Label(body, SWT.NONE);
		label.setText("Path:");
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).grab(false, true).applyTo(label);
		combo = new Combo(body, SWT.READ_ONLY | SWT.DROP_DOWN);
		paths = PathMemory.available();
		combo.setItems(paths.toArray(String[]::new));
		combo.setToolTipText("The way by which the program goes to the device; kept for each file");
		combo.addListener(SWT.Selection, e -> chosen());
		GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).grab(true, true).applyTo(combo);
		// The window is not known yet while it is being made.
		parent.getDisplay().asyncExec(this::attach);
		return body;
	}

	private void attach() {
		window = getWorkbenchWindow() != null ? getWorkbenchWindow() : PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		if (window != null && !combo.isDisposed()) {
			window.getPartService().addPartListener(this);
			combo.addDisposeListener(e -> window.getPartService().removePartListener(this));
			show();
		}
	}

	@Override
	public boolean isDynamic() {
		return false;
	}

	private Path file() {
		var page = window == null ? null : window.getActivePage();
		Program.Source source = page == null ? null : ActiveProgram.of(page.getActiveEditor());
		return source == null ? null : source.program().file();
	}

	private void chosen() {
		Path file = file();
		if (file != null && combo.getSelectionIndex() >= 0) {
			PathMemory.remember(file, paths.get(combo.getSelectionIndex()));
		}
	}

	private void show() {
		if (combo.isDisposed()) {
			return;
		}
		Path file = file();
		combo.setEnabled(file != null);
		combo.select(Math.max(0, paths.indexOf(PathMemory.of(file))));
	}

	@Override
	public void partActivated(IWorkbenchPart part) {
		show();
	}

	@Override
	public void partBroughtToTop(IWorkbenchPart part) {
		show();
	}

	@Override
	public void partClosed(IWorkbenchPart part) {
		show();
	}

	@Override
	public void partDeactivated(IWorkbenchPart part) {}

	@Override
	public void partOpened(IWorkbenchPart part) {}
}
