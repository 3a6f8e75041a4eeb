// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.model;

import java.util.HashMap;
import java.util.Map;

/** What variables were when they were last looked at, at this position and at the one before. UI thread only. */
final class Seen {
	private Map<String, String> before = new HashMap<>();
	private Map<String, String> now = new HashMap<>();
	private long position = -1;

	/** What is asked from now on is that of a position. */
	void at(long of) {
		if (of != position) {
			position = of;
			before = now;
			now = new HashMap<>();
		}
	}

	boolean changed(String path, String text) {
		now.put(path, text);
		String was = before.get(path);
		return was != null && !was.equals(text);
	}
}
