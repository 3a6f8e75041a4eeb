// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.path;

import java.util.List;
import org.ccwbench.vfio.Side;
import org.ccwbench.vfio.Stage;
import org.ccwbench.vfio.TranslationPath;

/** A path with a fixed list of stages; and the stages that several have. */
abstract class StagedPath implements TranslationPath {
	private final String name;
	private final String title;
	private final List<Stage> stages;

	StagedPath(String name, String title, List<Stage> stages) {
		this.name = name;
		this.title = title;
		this.stages = stages;
	}

	@Override
	public final String name() {
		return name;
	}

	@Override
	public final String title() {
		return title;
	}

	@Override
	public final List<Stage> stages() {
		return stages;
	}

	static Stage monitor(String id, String title, String description) {
		return new Stage(id, Side.MONITOR, title, description, -1);
	}

	static Stage kernel(String id, int within, String title, String description) {
		return new Stage(id, Side.KERNEL, title, description, within);
	}

	static Stage intercept(String id) {
		return monitor(id, "Intercept SSCH",
				"The guest's START SUBCHANNEL ends in the monitor, which takes the ORB out of guest storage.");
	}

	/** K1 of a driver that has the guest's map. */
	static Stage copyFromGuest(int within) {
		return kernel("K1", within, "Copy the program",
				"The driver reads the guest's chains through the DMA map into kernel memory, following TICs.");
	}

	/** K2 of a driver that has the guest's map. */
	static Stage translateFromGuest(int within) {
		return kernel("K2", within, "Translate and pin",
				"Each data address is looked up from guest to monitor to host, its page pinned, and a list of host addresses put "
						+ "in its place.");
	}

	/** K3 and K4 of a call that waits. */
	static List<Stage> startAndHandle(int within) {
		return List.of(
				kernel("K3", within, "Issue the host ORB, wait",
						"START SUBCHANNEL with the translated program; the channel runs it out of host storage."),
				kernel("K4", within, "Interruption handler", "TEST SUBCHANNEL takes the IRB and wakes the waiter."));
	}

	/** K6 of a call that waits. */
	static Stage copyOut(int within) {
		return kernel("K6", within, "Copy out",
				"IRB and SCSW go back to the monitor; pages are unpinned and the program's copy is freed.");
	}

	/** One list of stages out of stages and lists of them. */
	static List<Stage> list(Object... parts) {
		java.util.ArrayList<Stage> all = new java.util.ArrayList<>();
		for (Object p : parts) {
			if (p instanceof Stage s) {
				all.add(s);
			} else {
				((List<?>) p).forEach(s -> all.add((Stage) s));
			}
		}
		return List.copyOf(all);
	}
}
