// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.shell;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;

/**
 * The workbench as a program. The workspace is what {@code -data} names, else {@code ~/ccwb-workspace}.
 * Arguments that name a {@code .ccw} file are opened.
 */
public final class Application implements IApplication {
	private static final String WORKSPACE = "ccwb-workspace";

	@Override
	public Object start(IApplicationContext context) {
		leaveSessionAlone();
		TableLog.open();
		Display display = PlatformUI.createDisplay();
		display.addFilter(SWT.Skin, Application::leaveRowsAlone);
		try {
			if (!takeWorkspace()) {
				return EXIT_OK;
			}
			Object given = context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
			String[] arguments = given instanceof String[] a ? a : new String[0];
			int code = PlatformUI.createAndRunWorkbench(display, new ShellAdvisor(arguments));
			return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
		} finally {
			display.dispose();
		}
	}

	/**
	 * Rows have the colours of their table. The style engine would keep an element for each of them, and give it its
	 * first colours back when the theme changes, which ends in a crash of GTK where the model of the table is a new one.
	 */
	private static void leaveRowsAlone(Event skin) {
		if (skin.widget instanceof TableItem || skin.widget instanceof TreeItem) {
			skin.type = SWT.None;
		}
	}

	@Override
	public void stop() {
		if (PlatformUI.isWorkbenchRunning()) {
			var workbench = PlatformUI.getWorkbench();
			Display display = workbench.getDisplay();
			if (!display.isDisposed()) {
				display.syncExec(workbench::close);
			}
		}
	}

	/** Where there is no session bus, as on a machine that one reaches by the network, looking for its session prints errors. */
	private static void leaveSessionAlone() {
		String runtime = System.getenv("XDG_RUNTIME_DIR");
		if (System.getenv("DBUS_SESSION_BUS_ADDRESS") == null && (runtime == null || !Files.exists(Path.of(runtime, "bus")))) {
			System.setProperty("org.eclipse.swt.internal.SessionManagerDBus.disable", "true");
		}
	}

	private static boolean takeWorkspace() {
		Location location = Platform.getInstanceLocation();
		if (location == null) {
			return refuse("The workbench needs a workspace. Start it without “-data @none”.");
		}
		try {
			if (location.isSet()) {
				return location.lock() || refuse(inUse(location.getURL()));
			}
			Path directory = Path.of(System.getProperty("user.home"), WORKSPACE);
			Files.createDirectories(directory);
			return location.set(directory.toUri().toURL(), true) || refuse(inUse(directory.toUri().toURL()));
		} catch (IOException e) {
			return refuse("The workspace cannot be used: " + e.getMessage() + "\n\nName another folder with “-data FOLDER”.");
		}
	}

	private static String inUse(URL workspace) {
		return "The workspace " + workspace.getPath()
				+ " is in use by another CCW Workbench.\n\nClose that one, or name another folder with “-data FOLDER”.";
	}

	private static boolean refuse(String why) {
		MessageDialog.openError(null, "CCW Workbench", why);
		return false;
	}
}
