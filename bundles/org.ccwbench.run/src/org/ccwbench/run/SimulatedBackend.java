// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ccwbench.notation.Image;
import org.ccwbench.vfio.TranslationPath;

/** Programs run on the simulated channel subsystem and devices, directly or along every path that is installed. */
public final class SimulatedBackend implements Backend {
	/** The guest has the channel to itself. */
	public static final String DIRECT = "direct";

	@Override
	public String name() {
		return "simulated";
	}

	@Override
	public List<String> paths() {
		List<String> names = new ArrayList<>();
		names.add(DIRECT);
		TranslationPath.all().forEach(p -> names.add(p.name()));
		return names;
	}

	@Override
	public Rig open(Image image, Path folder, SessionOptions options, Recording recording) throws SessionException {
		if (options.path().equals(DIRECT)) {
			return new DirectRig(image, folder, options, recording);
		}
		TranslationPath path = TranslationPath.named(options.path());
		if (path == null) {
			throw new SessionException("no path " + options.path() + "; known are " + String.join(", ", paths()));
		}
		return new PathRig(path, image, folder, options, recording);
	}
}
