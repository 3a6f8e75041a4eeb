// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import org.ccwbench.run.Event;
import org.ccwbench.run.History;
import org.ccwbench.vfio.Errno;

/** Events in words, stages by their names: the recording knows their numbers only. UI thread only. */
final class EventWords {
	private final Event event = new Event();

	/** @param n number of the event, less than the size of the history */
	String of(History history, long n) {
		history.recording().read(n, event);
		return switch (event.kind()) {
			case STAGE -> stage(history) + " begins: " + history.stages().get(event.detail()).stage().title();
			case STAGE_LEFT -> stage(history) + " is over" + (event.value() == 0 ? "" : " with " + Errno.text((int) event.value()));
			default -> history.recording().describe(n);
		};
	}

	private String stage(History history) {
		return history.stages().get(event.detail()).stage().id();
	}
}
