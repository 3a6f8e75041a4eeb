// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The recorder's own course for one device, as far as calls depend on earlier ones ({@code guest-recorder.txt}): what
 * it did between two records of a file that holds only some.
 */
final class GuestScript {
	/** A call of the recorder: what is done if nobody recorded it, one call an entry, words separated by blanks. */
	record Step(String name, List<String> calls) {}

	private final List<Step> steps = new ArrayList<>();
	private int next;

	/** @param device the recorder's word for it: blk, rng, 3270, crw, unplug */
	GuestScript(String device) {
		try (BufferedReader in = new BufferedReader(new InputStreamReader(
				GuestScript.class.getResourceAsStream("guest-recorder.txt"), StandardCharsets.US_ASCII))) {
			boolean mine = false;
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				if (line.startsWith("[")) {
					mine = List.of(line.substring(1, line.length() - 1).split(" ")).contains(device);
				} else if (mine && !line.startsWith("#")) {
					int blank = line.indexOf(' ');
					steps.add(blank < 0 ? new Step(line, List.of())
							: new Step(line.substring(0, blank), List.of(line.substring(blank + 1).split(", "))));
				}
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Goes to a recorded call; returns what lies between the last one and this. Calls go forward only. */
	List<Step> skippedBefore(String name) {
		for (int i = next; i < steps.size(); i++) {
			if (steps.get(i).name.equals(name)) {
				List<Step> skipped = List.copyOf(steps.subList(next, i));
				next = i + 1;
				return skipped;
			}
		}
		return List.of();
	}
}
