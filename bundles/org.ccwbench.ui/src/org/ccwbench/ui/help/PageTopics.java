// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.help;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The pages that are written by hand: one for each view, and how things are done. They stand in {@code pages.txt}. */
final class PageTopics {
	private static final String FILE = "pages.txt";

	private PageTopics() {}

	/** A line {@code = id ; section ; title} begins a page. */
	static List<Topic> all() {
		List<Topic> all = new ArrayList<>();
		try (var in = PageTopics.class.getResourceAsStream(FILE)) {
			var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
			String[] head = null;
			StringBuilder body = new StringBuilder();
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				if (line.startsWith("= ")) {
					add(all, head, body);
					head = line.substring(2).split("\\s*;\\s*", 3);
					body = new StringBuilder();
				} else if (head != null) {
					body.append(line).append('\n');
				}
			}
			add(all, head, body);
			return all;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static void add(List<Topic> all, String[] head, StringBuilder body) {
		if (head != null) {
			all.add(new Topic(head[0], head[1], head[2], body.toString().strip() + '\n'));
		}
	}
}
