// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.plugin.AbstractUIPlugin;
import org.osgi.framework.BundleContext;

/** Owner of the one {@link ActiveRun} of the process and of the shared pictures. */
public final class UiPlugin extends AbstractUIPlugin {
	/** Symbolic name of this bundle. */
	public static final String ID = "org.ccwbench.ui";
	private static UiPlugin plugin;
	private final ActiveRun run = new ActiveRun();

	@Override
	public void start(BundleContext context) throws Exception {
		super.start(context);
		plugin = this;
	}

	@Override
	public void stop(BundleContext context) throws Exception {
		run.dispose();
		plugin = null;
		super.stop(context);
	}

	public static UiPlugin get() {
		return plugin;
	}

	/** The recording that all views of all windows show. */
	public static ActiveRun activeRun() {
		return plugin.run;
	}

	/** Writes to the platform's log. */
	public static void log(String message, Throwable cause) {
		ILog.of(UiPlugin.class).log(error(message, cause));
	}

	public static IStatus error(String message, Throwable cause) {
		return new Status(IStatus.ERROR, ID, message, cause);
	}
}
