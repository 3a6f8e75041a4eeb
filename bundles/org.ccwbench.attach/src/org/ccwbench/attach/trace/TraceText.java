// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of tracefs: a line an event, "TASK-PID [CPU] FLAGS SECONDS.MICROS: NAME: FIELDS". What is no event of
 * a subchannel is passed over, whatever it is; nothing that stands there makes this fail, and at most
 * {@link #MOST_EVENTS} are kept.
 */
public final class TraceText {
	static final int MOST_EVENTS = 20_000;
	private static final int LONGEST_LINE = 4096;
	private static final int MOST_FIELDS = 32;
	private static final Pattern HEAD = Pattern.compile(" (\\d{1,9})\\.(\\d{6}): ([a-z0-9_]{1,64}): ");
	private static final Pattern FIELD = Pattern.compile("([a-z_]{1,32})=(\\S{1,64})");
	private static final Pattern SUBCHANNEL = Pattern.compile("[0-9a-f]{1,2}\\.[0-9a-f]\\.[0-9a-f]{4}");
	private static final String LOST = "[LOST ";

	private final List<KernelEvent> events = new ArrayList<>();
	private boolean lost;

	private TraceText() {}

	/** Reads all of a text. */
	public static TraceText read(String text) {
		TraceText read = new TraceText();
		for (int from = 0; from < text.length();) {
			int end = text.indexOf('\n', from);
			int to = end < 0 ? text.length() : end;
			read.line(text.substring(from, Math.min(to, from + LONGEST_LINE)));
			from = to + 1;
		}
		return read;
	}

	private void line(String line) {
		if (line.startsWith("#")) {
			return;
		}
		if (line.contains(LOST)) {
			lost = true;
		}
		Matcher head = HEAD.matcher(line);
		if (!head.find()) {
			return;
		}
		Map<String, String> fields = fields(head.group(3), line.substring(head.end()));
		String subchannel = fields.remove("schid");
		if (subchannel == null || !SUBCHANNEL.matcher(subchannel).matches()) {
			return;
		}
		if (events.size() == MOST_EVENTS) {
			lost = true;
			return;
		}
		events.add(new KernelEvent(Long.parseLong(head.group(1)) * 1_000_000 + Long.parseLong(head.group(2)), KernelEvent.TRACEFS, head.group(3),
				subchannel, fields));
	}

	private static Map<String, String> fields(String name, String text) {
		Map<String, String> fields = new LinkedHashMap<>();
		Matcher field = FIELD.matcher(text);
		while (fields.size() < MOST_FIELDS && field.find()) {
			// The driver's words about a request are the last field, and have blanks in them.
			boolean words = field.group(1).equals("info") && name.startsWith("vfio_ccw_");
			String value = words ? text.substring(field.start(2)).strip() : field.group(2);
			fields.put(field.group(1), value);
			if (words) {
				break;
			}
		}
		return fields;
	}

	/** The events of a subchannel, in the order of the text. */
	public List<KernelEvent> of(String subchannel) {
		return events.stream().filter(event -> event.subchannel().equals(subchannel)).toList();
	}

	/** All events, of whatever subchannel. */
	public List<KernelEvent> events() {
		return List.copyOf(events);
	}

	/** Whether the kernel had to leave some out, or there were too many. */
	public boolean lost() {
		return lost;
	}
}
