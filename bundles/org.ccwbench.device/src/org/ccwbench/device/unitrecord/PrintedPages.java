// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.unitrecord;

import java.util.ArrayList;
import java.util.List;
import org.ccwbench.device.OutputDevice.Line;

/** Paper as text (line feed, form feed, carriage return) put on the lines of forms again. */
final class PrintedPages {
	private final FormsControl form;
	private final List<List<Line>> pages = new ArrayList<>();
	private final StringBuilder text = new StringBuilder();
	private final List<String> strokes = new ArrayList<>();
	private List<Line> page = new ArrayList<>();
	private int line;

	private PrintedPages(FormsControl form, int firstLine) {
		this.form = form;
		this.line = firstLine;
	}

	/** @param firstLine of the form at which the paper begins, from 1 */
	static List<List<Line>> of(byte[] paper, FormsControl form, int firstLine) {
		PrintedPages p = new PrintedPages(form, firstLine);
		for (byte b : paper) {
			p.put((char) (b & 0xFF));
		}
		p.line();
		p.page();
		return p.pages;
	}

	private void put(char c) {
		switch (c) {
			case '\n' -> {
				line();
				if (++line > form.lines()) {
					page();
				}
			}
			case '\f' -> {
				line();
				page();
			}
			case '\r' -> stroke();
			default -> text.append(c);
		}
	}

	private void stroke() {
		if (!text.isEmpty()) {
			strokes.add(text.toString().stripTrailing());
			text.setLength(0);
		}
	}

	private void line() {
		stroke();
		if (!strokes.isEmpty()) {
			page.add(new Line(line, form.at(line), strokes.get(0), List.copyOf(strokes.subList(1, strokes.size()))));
			strokes.clear();
		}
	}

	private void page() {
		if (!page.isEmpty()) {
			pages.add(page);
			page = new ArrayList<>();
		}
		line = 1;
	}
}
