// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.run;

import java.nio.file.Path;
import java.util.List;

import org.ccwbench.run.Session;
import org.ccwbench.ui.UiPlugin;
import org.ccwbench.ui.prefs.RunPreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/** Which path a file was last run by; kept in the workspace. */
public final class PathMemory {
	/** What a file begins with, unless the user chose another. */
	public static final String FIRST = "two-stage";
	private static final String NODE = "paths";

	private PathMemory() {}

	/** Every path that a program can be run by. */
	public static List<String> available() {
		return Session.backends().stream().flatMap(b -> b.paths().stream()).distinct().sorted().toList();
	}

	public static String of(Path file) {
		return file == null ? RunPreferences.path() : node().get(key(file), RunPreferences.path());
	}

	static void remember(Path file, String path) {
		node().put(key(file), path);
		try {
			node().flush();
		} catch (BackingStoreException e) {
			UiPlugin.log("The path of " + file + " could not be kept", e);
		}
	}

	private static String key(Path file) {
		return file.toAbsolutePath().normalize().toString();
	}

	private static Preferences node() {
		return InstanceScope.INSTANCE.getNode(UiPlugin.ID).node(NODE);
	}
}
