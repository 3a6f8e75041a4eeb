// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.prefs;

import org.ccwbench.notation.LinuxDriver;
import org.ccwbench.run.Recording;
import org.ccwbench.run.SessionOptions;
import org.ccwbench.ui.UiPlugin;
import org.ccwbench.ui.run.PathMemory;
import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.jface.preference.IPreferenceStore;

/** What programs are run with unless a launch says otherwise. */
public final class RunPreferences extends AbstractPreferenceInitializer {
	static final String PATH = "path";
	static final String DRIVER = "driver";
	static final String MEGABYTES = "recordingMegabytes";
	static final String SECONDS = "simulatedSeconds";
	private static final long MEGABYTE = 1 << 20;
	private static final int DEFAULT_MEGABYTES = (int) (Recording.DEFAULT_LIMIT / MEGABYTE);
	private static final long MICROS = 1_000_000;

	@Override
	public void initializeDefaultPreferences() {
		var node = DefaultScope.INSTANCE.getNode(UiPlugin.ID);
		node.put(PATH, PathMemory.FIRST);
		node.put(DRIVER, "6.12");
		node.putInt(MEGABYTES, DEFAULT_MEGABYTES);
		node.putInt(SECONDS, (int) (SessionOptions.DEFAULT_MICROS / MICROS));
	}

	/** The path of a file that has not been run yet. */
	public static String path() {
		return store().getString(PATH);
	}

	/** The driver whose device programs meet on the linux path, such as "6.12". */
	public static String driver() {
		String number = store().getString(DRIVER);
		// What was imported may be of another version of the workbench.
		return LinuxDriver.of(number) == null ? LinuxDriver.of(null).number() : number;
	}

	/** Options by the named path, with everything recorded. */
	public static SessionOptions options(String path) {
		IPreferenceStore store = store();
		return SessionOptions.of(path).withRecording(true).withDriver(driver())
				.withRecordingLimit(store.getInt(MEGABYTES) * MEGABYTE)
				.withLimits(store.getInt(SECONDS) * MICROS, SessionOptions.DEFAULT_STEPS);
	}

	static IPreferenceStore store() {
		return UiPlugin.get().getPreferenceStore();
	}
}
