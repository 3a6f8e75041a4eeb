// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.ccwbench.debug.model.Debugging;
import org.ccwbench.debug.model.OnUi;
import org.ccwbench.debug.model.Sources;
import org.ccwbench.run.SessionException;
import org.ccwbench.run.SessionOptions;
import org.ccwbench.ui.Program;
import org.ccwbench.ui.UiPlugin;
import org.ccwbench.ui.prefs.RunPreferences;
import org.ccwbench.ui.run.Backends;
import org.ccwbench.ui.run.PathMemory;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.LaunchConfigurationDelegate;

/** Runs the program of a configuration as the window's run: to its end, or, to debug, to the first breakpoint or its beginning. */
public final class ProgramDelegate extends LaunchConfigurationDelegate {
	@Override
	public boolean buildForLaunch(ILaunchConfiguration configuration, String mode, IProgressMonitor monitor) {
		return false;
	}

	/** What runs is the text in the editor, saved or not, and its errors are told by the run itself. */
	@Override
	public boolean preLaunchCheck(ILaunchConfiguration configuration, String mode, IProgressMonitor monitor) {
		return true;
	}

	@Override
	public void launch(ILaunchConfiguration configuration, String mode, ILaunch launch, IProgressMonitor monitor) throws CoreException {
		Path file = ProgramFile.path(configuration.getAttribute(Setting.PROGRAM, ""));
		if (file == null) {
			throw new CoreException(Status.error("The launch configuration " + configuration.getName() + " names no program."));
		}
		Map<String, String> types = configuration.getAttribute(Setting.TYPES, Map.of());
		Map<String, String> images = configuration.getAttribute(Setting.IMAGES, Map.of());
		String faults = configuration.getAttribute(Setting.FAULTS, "");
		SessionOptions options = options(configuration, file);
		launch.setSourceLocator(new Sources());
		CoreException[] failed = new CoreException[1];
		OnUi.ask(() -> {
			try {
				Program program = Substituted.of(ProgramFile.read(file), types, images, faults);
				Debugging.begin().expect(launch);
				UiPlugin.activeRun().start(program, options, mode.equals(ILaunchManager.DEBUG_MODE));
			} catch (CoreException e) {
				failed[0] = e;
			}
			return null;
		}, null);
		if (failed[0] != null) {
			throw failed[0];
		}
	}

	private static SessionOptions options(ILaunchConfiguration c, Path file) throws CoreException {
		String path = c.getAttribute(Setting.PATH, "");
		SessionOptions usual = RunPreferences.options(path.isEmpty() ? PathMemory.of(file) : path);
		SessionOptions options = usual.withForcePrefetch(c.getAttribute(Setting.PREFETCH, false))
				.withRecordingLimit((long) c.getAttribute(Setting.LIMIT, (int) (usual.recordingLimit() >> 20)) << 20)
				.withLimits(1000L * c.getAttribute(Setting.MILLIS, (int) (usual.maxMicros() / 1000)), c.getAttribute(Setting.STEPS, (int) usual.maxSteps()));
		String driver = c.getAttribute(Setting.DRIVER, "");
		String backend = c.getAttribute(Setting.BACKEND, "");
		options = driver.isEmpty() ? options : options.withDriver(driver);
		if (backend.isEmpty()) {
			return options;
		}
		try {
			List<String> paths = Backends.of(backend).paths();
			// The path of the tool bar is one for simulated devices; a real one has its host's.
			return (path.isEmpty() && !paths.contains(options.path()) ? options.withPath(paths.get(0)) : options).withBackend(backend);
		} catch (SessionException e) {
			throw new CoreException(Status.error(c.getName() + ": " + e.getMessage()));
		}
	}
}
