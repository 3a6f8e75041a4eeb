// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.prefs;

import org.ccwbench.ui.run.PathMemory;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** Window &gt; Preferences &gt; Channel programs. */
public final class RunPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {
	/** A recording of this size fills the heap of most machines. */
	private static final int MOST_MEGABYTES = 64 * 1024;
	private static final int MOST_SECONDS = 3600;

	public RunPage() {
		super(GRID);
		setPreferenceStore(RunPreferences.store());
		setDescription("How channel programs are run.");
	}

	@Override
	protected void createFieldEditors() {
		String[][] paths = PathMemory.available().stream().map(p -> new String[] { p, p }).toArray(String[][]::new);
		addField(new ComboFieldEditor(RunPreferences.PATH, "&Path of a file that was not run yet:", paths, getFieldEditorParent()));
		String[][] drivers = { { "6.12", "6.12" }, { "5.17", "5.17" }, { "4.19", "4.19" } };
		addField(new ComboFieldEditor(RunPreferences.DRIVER, "&Linux driver to behave like:", drivers, getFieldEditorParent()));
		IntegerFieldEditor size = new IntegerFieldEditor(RunPreferences.MEGABYTES, "&Recording may keep (MB):", getFieldEditorParent());
		size.setValidRange(1, MOST_MEGABYTES);
		addField(size);
		IntegerFieldEditor time = new IntegerFieldEditor(RunPreferences.SECONDS, "&Halt a program after (simulated s):", getFieldEditorParent());
		time.setValidRange(1, MOST_SECONDS);
		addField(time);
	}

	@Override
	public void init(IWorkbench workbench) {}
}
