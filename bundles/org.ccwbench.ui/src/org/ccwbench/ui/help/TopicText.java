// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.help;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The body of a page without its marks, and where which mark was. Offsets are of {@link #text}. */
final class TopicText {
	/** What a run of characters is; {@code target} is the page that a link leads to, else null. */
	record Run(Kind kind, int start, int length, String target) {}

	enum Kind { TITLE, SECTION, HEADING, CODE, LINK }

	private static final Pattern MARK = Pattern.compile("`([^`\n]+)`|\\[([^]\n]+)]\\(([^)\n]+)\\)");
	private final StringBuilder out = new StringBuilder();
	private final List<Run> runs = new ArrayList<>();

	private TopicText() {}

	static TopicText of(Topic topic) {
		TopicText t = new TopicText();
		t.whole(Kind.TITLE, topic.title());
		t.whole(Kind.SECTION, topic.section());
		t.out.append('\n');
		for (String line : topic.body().split("\n", -1)) {
			if (line.startsWith("## ")) {
				t.whole(Kind.HEADING, line.substring(3));
			} else {
				t.line(line.startsWith("- ") ? "\u2022 " + line.substring(2) : line);
			}
		}
		return t;
	}

	private void whole(Kind kind, String words) {
		runs.add(new Run(kind, out.length(), words.length(), null));
		out.append(words).append('\n');
	}

	private void line(String line) {
		Matcher m = MARK.matcher(line);
		int from = 0;
		while (m.find()) {
			out.append(line, from, m.start());
			boolean code = m.group(1) != null;
			String words = code ? m.group(1) : m.group(2);
			runs.add(new Run(code ? Kind.CODE : Kind.LINK, out.length(), words.length(), m.group(3)));
			out.append(words);
			from = m.end();
		}
		out.append(line, from, line.length()).append('\n');
	}

	String text() {
		return out.toString();
	}

	List<Run> runs() {
		return runs;
	}

	/** The page that the character at {@code offset} leads to; null if it leads nowhere. */
	String target(int offset) {
		for (Run r : runs) {
			if (r.kind() == Kind.LINK && offset >= r.start() && offset < r.start() + r.length()) {
				return r.target();
			}
		}
		return null;
	}
}
