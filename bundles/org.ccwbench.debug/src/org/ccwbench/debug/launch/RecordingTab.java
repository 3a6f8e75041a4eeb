// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.launch;

import org.ccwbench.run.SessionOptions;
import org.ccwbench.ui.Pictures;
import org.ccwbench.ui.prefs.RunPreferences;
import org.ccwbench.ui.run.PathMemory;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** How much is recorded, and how long a start function may go on. */
final class RecordingTab extends Tab {
	private Text limit;
	private Text millis;
	private Text steps;

	@Override
	void create(Composite body) {
		limit = number(body, "&Recording at most:", "MiB; a run that needs more ends there");
		millis = number(body, "&Time at most:", "simulated milliseconds a start function; it is halted then");
		steps = number(body, "&Work at most:", "units of channel work a start function; it is halted then");
	}

	@Override
	public void setDefaults(ILaunchConfigurationWorkingCopy c) {}

	@Override
	public void initializeFrom(ILaunchConfiguration c) {
		SessionOptions usual = RunPreferences.options(PathMemory.FIRST);
		show(limit, c, Setting.LIMIT, usual.recordingLimit() >> 20);
		show(millis, c, Setting.MILLIS, usual.maxMicros() / 1000);
		show(steps, c, Setting.STEPS, usual.maxSteps());
	}

	private static void show(Text field, ILaunchConfiguration c, String attribute, long usual) {
		field.setText(Integer.toString(read(() -> c.getAttribute(attribute, (int) usual), () -> (int) usual)));
	}

	@Override
	public void performApply(ILaunchConfigurationWorkingCopy c) {
		c.setAttribute(Setting.LIMIT, number(limit));
		c.setAttribute(Setting.MILLIS, number(millis));
		c.setAttribute(Setting.STEPS, number(steps));
	}

	@Override
	public boolean isValid(ILaunchConfiguration c) {
		boolean wrong = false;
		for (String a : new String[] {Setting.LIMIT, Setting.MILLIS, Setting.STEPS}) {
			wrong |= read(() -> c.getAttribute(a, 1), () -> 1) < 1;
		}
		setErrorMessage(wrong ? "Each is a whole number from 1 on." : null);
		return !wrong;
	}

	@Override
	public String getName() {
		return "Recording";
	}

	@Override
	public Image getImage() {
		return Pictures.get("to-end");
	}
}
