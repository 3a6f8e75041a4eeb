// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views.hosts;

import org.ccwbench.attach.AttachException;
import org.ccwbench.attach.DeviceNumber;
import org.ccwbench.ui.ActiveRun;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;

/**
 * The user's leave that one run may change what is on one device, given by typing the number of the device. Whatever
 * happens next ends it: the session that takes it, the end of the run, another run. Nothing keeps it.
 */
final class WriteLeave implements ActiveRun.Listener {
	private static WriteLeave given;
	private final ActiveRun run;
	private final String backend;
	private final String typed;
	private boolean begun;

	private WriteLeave(ActiveRun run, String backend, String typed) {
		this.run = run;
		this.backend = backend;
		this.typed = typed;
	}

	/**
	 * Asks the user for the number of a device.
	 *
	 * @param device "0.0.1234"
	 * @return what was typed, which means the device; null if the user wants no writing
	 */
	static String ask(Shell shell, String host, String device) {
		InputDialog dialog = new InputDialog(shell, "Run with Writing", "This run will be able to change what is on " + device + " of " + host
				+ ".\nThe leave ends with the run. Type the number of the device to go on:", "", text -> complaint(text, device));
		return dialog.open() == Window.OK ? dialog.getValue().strip() : null;
	}

	/** Null if the text means the device; no words while nothing was typed. */
	private static String complaint(String text, String device) {
		if (text.isBlank()) {
			return "";
		}
		try {
			return DeviceNumber.of(text.strip()).equals(DeviceNumber.of(device)) ? null : "This is another device.";
		} catch (AttachException e) {
			return "This is no number of a device.";
		}
	}

	/** For the run that is started next. */
	static void give(ActiveRun run, String backend, String typed) {
		WriteLeave leave = new WriteLeave(run, backend, typed);
		synchronized (WriteLeave.class) {
			given = leave;
		}
		run.addListener(leave);
	}

	/** What was typed for the session that is being opened on a backend; null if nothing was. It is gone then. */
	static synchronized String take(String backend) {
		if (given == null || !given.backend.equals(backend)) {
			return null;
		}
		String typed = given.typed;
		given = null;
		return typed;
	}

	@Override
	public void runChanged() {
		if (!begun) {
			begun = true;
			return;
		}
		run.removeListener(this);
		synchronized (WriteLeave.class) {
			if (given == this) {
				given = null;
			}
		}
	}
}
