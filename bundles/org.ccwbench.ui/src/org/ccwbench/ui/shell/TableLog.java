// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.shell;

import java.util.logging.Level;
import java.util.logging.Logger;

import org.ccwbench.ui.UiPlugin;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** Gives what tables complain of a way out: they log by SLF4J, which finds a logger only in a bundle that is started. */
final class TableLog {
	private static final String LOGGERS = "slf4j.jdk14";
	/** Says of each service that it was found; kept here, as nobody else does. */
	private static final Logger FINDER = Logger.getLogger("org.apache.aries.spifly");

	private TableLog() {}

	/** To be called before the first table is made. */
	static void open() {
		FINDER.setLevel(Level.WARNING);
		Bundle loggers = Platform.getBundle(LOGGERS);
		if (loggers != null) {
			try {
				loggers.start(Bundle.START_TRANSIENT);
			} catch (BundleException e) {
				UiPlugin.log("What tables log is lost", e);
			}
		}
	}
}
