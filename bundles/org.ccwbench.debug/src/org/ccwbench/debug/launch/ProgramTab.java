// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.ccwbench.ui.Pictures;
import org.ccwbench.ui.run.Backends;
import org.ccwbench.vfio.DriverVersion;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Text;

/** Which program, by whom, by which path and driver. */
final class ProgramTab extends Tab {
	private static final String AS_CHOSEN = "as chosen in the tool bar";
	private static final String NEWEST = "as set in the preferences";
	private Text program;
	private Combo backend;
	private Combo path;
	private Combo driver;
	private Button prefetch;

	@Override
	void create(Composite body) {
		label(body, "&Program:");
		program = text(body, 1);
		program.setMessage("/project/file.ccw, or a path on disk");
		Button browse = new Button(body, SWT.PUSH);
		browse.setText("&Browse…");
		browse.addListener(SWT.Selection, e -> browse());
		label(body, "&Executed by:");
		backend = new Combo(body, SWT.DROP_DOWN);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(backend);
		backend.setToolTipText("simulated, or a real device as HOST/0.0.1234; the view Hosts and Devices connects hosts");
		backend.setItems(Backends.names().toArray(String[]::new));
		backend.addModifyListener(e -> {
			paths(path == null ? "" : path.getText());
			updateLaunchConfigurationDialog();
		});
		label(body, "Pa&th:");
		path = combo(body, 2);
		label(body, "&Driver version:");
		driver = combo(body, 2);
		List<String> versions = new ArrayList<>(List.of(NEWEST));
		for (DriverVersion v : DriverVersion.values()) {
			versions.add(v.number());
		}
		driver.setItems(versions.toArray(String[]::new));
		label(body, "");
		prefetch = new Button(body, SWT.CHECK);
		prefetch.setText("The &monitor turns the ORB's prefetch bit on");
		GridDataFactory.fillDefaults().span(2, 1).applyTo(prefetch);
		prefetch.addListener(SWT.Selection, e -> updateLaunchConfigurationDialog());
	}

	private void browse() {
		FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
		dialog.setFilterExtensions(new String[] {"*.ccw", "*"});
		Path file = ProgramFile.path(program.getText());
		if (file != null && file.getParent() != null) {
			dialog.setFilterPath(file.getParent().toString());
		}
		String chosen = dialog.open();
		if (chosen != null) {
			program.setText(ProgramFile.name(Path.of(chosen)));
		}
	}

	private void paths(String keep) {
		if (path == null) {
			return;
		}
		List<String> items = new ArrayList<>(List.of(AS_CHOSEN));
		Backends.all().stream().filter(b -> b.serves(backend.getText().strip())).forEach(b -> items.addAll(b.paths()));
		path.setItems(items.toArray(String[]::new));
		path.select(Math.max(0, items.indexOf(keep)));
	}

	@Override
	public void setDefaults(ILaunchConfigurationWorkingCopy c) {
		var page = org.eclipse.ui.PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
		var source = page == null ? null : org.eclipse.core.runtime.Adapters.adapt(page.getActiveEditor(), org.ccwbench.ui.Program.Source.class);
		if (source != null) {
			c.setAttribute(Setting.PROGRAM, ProgramFile.name(source.program().file()));
			c.rename(getLaunchConfigurationDialog().generateName(source.program().name()));
		}
	}

	@Override
	public void initializeFrom(ILaunchConfiguration c) {
		program.setText(read(c, Setting.PROGRAM));
		String by = read(c, Setting.BACKEND);
		backend.setText(by.isEmpty() ? "simulated" : by);
		paths(read(c, Setting.PATH));
		driver.select(Math.max(0, driver.indexOf(read(c, Setting.DRIVER))));
		prefetch.setSelection(read(() -> c.getAttribute(Setting.PREFETCH, false), () -> false));
	}

	@Override
	public void performApply(ILaunchConfigurationWorkingCopy c) {
		c.setAttribute(Setting.PROGRAM, program.getText().strip());
		c.setAttribute(Setting.BACKEND, backend.getText().strip());
		c.setAttribute(Setting.PATH, path.getSelectionIndex() <= 0 ? "" : path.getText());
		c.setAttribute(Setting.DRIVER, driver.getSelectionIndex() <= 0 ? "" : driver.getText());
		c.setAttribute(Setting.PREFETCH, prefetch.getSelection());
	}

	@Override
	public boolean isValid(ILaunchConfiguration c) {
		Path file = ProgramFile.path(read(c, Setting.PROGRAM));
		String wrong = file == null ? "Name the program that is to run." : Files.isRegularFile(file) ? null : "There is no file " + file + ".";
		setErrorMessage(wrong);
		return wrong == null;
	}

	@Override
	public String getName() {
		return "Program";
	}

	@Override
	public Image getImage() {
		return Pictures.get(Pictures.PROGRAM);
	}
}
