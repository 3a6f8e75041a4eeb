// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.unitrecord;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ccwbench.device.DeviceSight;
import org.ccwbench.device.DeviceSight.Fact;
import org.ccwbench.device.DeviceSight.Line;
import org.ccwbench.device.Medium;
import org.ccwbench.device.OutputDevice;

/** What is on the paper of a printer, with the line that the carriage stands at. */
final class PaperSight {
	private static final int SHOWN = 1 << 14;

	private PaperSight() {}

	static DeviceSight of(Medium paper, long begin, int carriage, boolean folds, boolean over, FormsControl form, List<Fact> facts) {
		int last = (int) Math.min(paper.length() - begin, SHOWN);
		List<Line> lines = new ArrayList<>();
		int page = 0;
		for (List<OutputDevice.Line> p : PrintedPages.of(paper.bytes(paper.length() - last, last), form, 1)) {
			page++;
			for (OutputDevice.Line l : p) {
				add(lines, page, l);
			}
		}
		facts.add(new Fact("Carriage", String.format("line %d of %d%s%s", carriage, form.lines(),
				form.at(carriage) > 0 ? ", channel " + form.at(carriage) : "", over ? "; what comes next is printed over the line" : "")));
		facts.add(new Fact("Form", stops(form)));
		facts.add(new Fact("Letters", folds ? "small ones are printed as capitals" : "as they come"));
		return new DeviceSight.Lines(facts, "Line", true, lines, lines.size() - 1);
	}

	private static void add(List<Line> lines, int page, OutputDevice.Line l) {
		String mark = l.channel() > 0 ? "channel " + l.channel() : "";
		lines.add(new Line(page + "." + l.number(), mark, l.text(), () -> l.text().getBytes(StandardCharsets.ISO_8859_1)));
		for (String over : l.over()) {
			lines.add(new Line(page + "." + l.number(), "over it", over, () -> over.getBytes(StandardCharsets.ISO_8859_1)));
		}
	}

	private static String stops(FormsControl form) {
		StringBuilder b = new StringBuilder(form.lines() + " lines; channel and line:");
		for (int l = 1; l <= form.lines(); l++) {
			if (form.at(l) > 0) {
				b.append(' ').append(form.at(l)).append('@').append(l);
			}
		}
		return b.toString();
	}
}
