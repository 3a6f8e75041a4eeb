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
 * Reads logs of the s390 debug feature: lines "AREA TIME:MICROS LEVEL EXCEPTION CPU CALLER DATA". In the views "sprintf"
 * the data are words; in "hex_ascii" bytes, of which the driver writes several records for one thing: what it did, to
 * which subchannel, and what came of it. Passes over what it does not know, and never fails.
 */
public final class DebugText {
	private static final int MOST = 20_000;
	private static final int LONGEST_LINE = 1024;
	private static final Pattern LINE = Pattern.compile("\\d{2} (\\d{1,15}):(\\d{1,9}) +\\d [-*] +\\w{1,4} [0-9a-f]{1,16} {1,2}(.*)");
	private static final Pattern BYTES = Pattern.compile("((?:[0-9a-f]{2} ){1,64})\\| .*");
	private static final Pattern SUBCHANNEL = Pattern.compile("[0-9a-f]{1,2}\\.[0-9a-f]\\.[0-9a-f]{4}");
	private static final Pattern IN_WORDS = Pattern.compile("\\b([0-9a-f]{1,2}\\.[0-9a-f]\\.[0-9a-f]{4})\\b");

	private DebugText() {}

	/**
	 * Reads all of a log.
	 *
	 * @param log its name, such as vfio_ccw_trace
	 */
	public static List<KernelEvent> read(String log, String text) {
		List<KernelEvent> events = new ArrayList<>();
		String doing = null;
		boolean awaitsResult = false;
		for (int from = 0; from < text.length() && events.size() < MOST;) {
			int end = text.indexOf('\n', from);
			int to = end < 0 ? text.length() : end;
			Matcher line = LINE.matcher(text.substring(from, Math.min(to, from + LONGEST_LINE)).stripTrailing());
			from = to + 1;
			if (!line.matches()) {
				continue;
			}
			long micros = micros(line.group(1), line.group(2));
			Matcher bytes = BYTES.matcher(line.group(3));
			if (!bytes.matches()) {
				words(log, micros, line.group(3), events);
				continue;
			}
			String label = text(bytes.group(1));
			if (SUBCHANNEL.matcher(label).matches() && doing != null) {
				events.add(new KernelEvent(micros, log, doing, label, new LinkedHashMap<>()));
				awaitsResult = true;
				doing = null;
			} else if (awaitsResult && label.isEmpty()) {
				result(events, bytes.group(1));
				awaitsResult = false;
			} else {
				doing = label.isEmpty() ? null : label;
				awaitsResult = false;
			}
		}
		return List.copyOf(events);
	}

	private static void words(String log, long micros, String words, List<KernelEvent> events) {
		Matcher subchannel = IN_WORDS.matcher(words);
		if (subchannel.find()) {
			events.add(new KernelEvent(micros, log, words.strip(), subchannel.group(1), Map.of()));
		}
	}

	/** What came of it: a word of four bytes. */
	private static void result(List<KernelEvent> events, String bytes) {
		KernelEvent last = events.remove(events.size() - 1);
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("cc", String.valueOf(Integer.parseUnsignedInt((bytes + "00 00 00 00 ").replace(" ", "").substring(0, 8), 16)));
		events.add(new KernelEvent(last.micros(), last.source(), last.name(), last.subchannel(), fields));
	}

	/** Characters up to the first zero byte; empty if others than printable ones are among them. */
	private static String text(String bytes) {
		StringBuilder text = new StringBuilder();
		for (String each : bytes.split(" ")) {
			int c = Integer.parseInt(each, 16);
			if (c == 0) {
				break;
			}
			if (c < 0x20 || c > 0x7E) {
				return "";
			}
			text.append((char) c);
		}
		return text.toString();
	}

	private static long micros(String seconds, String micros) {
		return Long.parseLong(seconds) * 1_000_000 + Long.parseLong(micros);
	}
}
