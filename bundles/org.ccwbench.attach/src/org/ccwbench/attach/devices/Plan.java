// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.devices;

import java.util.ArrayList;
import java.util.List;

/**
 * What would be done to a device; nothing has been yet.
 *
 * @param title   what it is about: "device 0.0.1000 (subchannel 0.0.0004)"
 * @param steps   what would be done, in order, as lines for people; none if nothing needs to be
 * @param refusal why it will not be done; null if it will
 */
public record Plan(String title, List<String> steps, String refusal) {
	/** All of it for people. */
	public List<String> lines() {
		List<String> lines = new ArrayList<>();
		if (refusal != null) {
			lines.add(title + ": " + refusal);
		} else if (steps.isEmpty()) {
			lines.add(title + ": nothing needs to be done");
		} else {
			lines.add(title + ":");
			steps.forEach(step -> lines.add("  " + step));
		}
		return lines;
	}
}
