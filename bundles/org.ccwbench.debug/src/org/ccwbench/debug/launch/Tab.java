// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.launch;

import java.util.function.Supplier;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** A page of a launch configuration: labels, and fields right of them. */
abstract class Tab extends AbstractLaunchConfigurationTab {
	@Override
	public final void createControl(Composite parent) {
		Composite body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(3).margins(10, 10).spacing(8, 6).applyTo(body);
		setControl(body);
		create(body);
	}

	/** Makes the fields; {@code body} has a grid layout of three columns. */
	abstract void create(Composite body);

	static Label label(Composite body, String words) {
		Label label = new Label(body, SWT.NONE);
		label.setText(words);
		return label;
	}

	Text text(Composite body, int span) {
		Text text = new Text(body, SWT.BORDER);
		GridDataFactory.fillDefaults().grab(true, false).span(span, 1).applyTo(text);
		text.addModifyListener(e -> updateLaunchConfigurationDialog());
		return text;
	}

	Combo combo(Composite body, int span) {
		Combo combo = new Combo(body, SWT.READ_ONLY | SWT.DROP_DOWN);
		GridDataFactory.fillDefaults().grab(true, false).span(span, 1).applyTo(combo);
		combo.addListener(SWT.Selection, e -> updateLaunchConfigurationDialog());
		return combo;
	}

	/** A number in a field of its own with a remark behind it. */
	Text number(Composite body, String title, String remark) {
		label(body, title);
		Text text = text(body, 1);
		GridDataFactory.fillDefaults().hint(120, SWT.DEFAULT).applyTo(text);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(label(body, remark));
		return text;
	}

	/** -1 if it is no number from 1 on. */
	static int number(Text field) {
		try {
			int n = Integer.parseInt(field.getText().strip().replace(",", ""));
			return n < 1 ? -1 : n;
		} catch (NumberFormatException e) {
			return -1;
		}
	}

	/** What a configuration says, or what counts where it cannot be read. */
	interface Asked<T> {
		T get() throws CoreException;
	}

	static <T> T read(Asked<T> what, Supplier<T> otherwise) {
		try {
			return what.get();
		} catch (CoreException e) {
			return otherwise.get();
		}
	}

	static String read(ILaunchConfiguration c, String attribute) {
		return read(() -> c.getAttribute(attribute, ""), () -> "");
	}
}
