// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.model;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

import org.ccwbench.arch.Block;
import org.ccwbench.arch.Explain;
import org.ccwbench.arch.Explanation;
import org.ccwbench.run.CcwRow;
import org.ccwbench.run.History;
import org.ccwbench.run.PinRow;
import org.ccwbench.run.StageState;
import org.ccwbench.run.Tally;
import org.ccwbench.run.TranslationRow;
import org.ccwbench.ui.ActiveRun;
import org.eclipse.debug.core.model.IVariable;

/** The variables of a position. UI thread only. */
final class Scope {
	private final RunTarget target;
	private final ActiveRun run;
	private final History history;
	private final Seen seen;

	Scope(RunTarget target, ActiveRun run) {
		this.target = target;
		this.run = run;
		history = run.history();
		seen = target.seen();
		seen.at(history.position());
	}

	/** What a frame shows. */
	List<RunVariable> of(RunFrame frame) {
		List<RunVariable> list = new ArrayList<>();
		// A view may still ask for a frame of the position before.
		if (frame.kind().equals(RunFrame.CCW) && history.ccw(history.currentCcw()) != null) {
			list.add(ccw());
		} else if (frame.kind().startsWith(RunFrame.STAGE)) {
			list.add(stage(Integer.parseInt(frame.kind().substring(RunFrame.STAGE.length()))));
		}
		list.addAll(registers());
		list.add(lookUps());
		list.add(pins());
		return list;
	}

	/** Everything that has a name at this position, for expressions. */
	List<RunVariable> all() {
		List<RunVariable> list = new ArrayList<>();
		if (history.ccw(history.currentCcw()) != null) {
			list.add(ccw());
		}
		if (history.currentStage() >= 0) {
			list.add(stage(history.currentStage()));
		}
		list.addAll(registers());
		list.add(lookUps());
		list.add(pins());
		return list;
	}

	private List<RunVariable> registers() {
		List<RunVariable> list = new ArrayList<>();
		int start = Math.max(0, history.currentStart());
		list.add(block("ORB", Block.byName("orb"), run.session().image().starts().get(start).orb()));
		byte[] schib = history.schib();
		list.add(block("SCSW", Block.byName("scsw"), java.util.Arrays.copyOfRange(schib, 28, 40)));
		list.add(block("SCHIB", Block.byName("schib"), schib));
		byte[] irb = history.irb();
		list.add(irb == null ? plain("IRB", "IRB", "interruption-response block", "not yet stored") : block("IRB", history.irbBlock(), irb));
		return list;
	}

	private RunVariable block(String name, Block block, byte[] bytes) {
		Explanation e = Explain.explanation(block, bytes, run.deviceType());
		return variable(name, name, e.block().title(), e.verdict(), rows(name, e.rows()));
	}

	private List<IVariable> rows(String path, List<Explanation.Row> rows) {
		List<IVariable> list = new ArrayList<>();
		for (Explanation.Row r : rows) {
			if (r.field() != null && r.field().kind().reserved() && r.value() == 0) {
				continue;
			}
			String own = path + "." + r.name();
			if (r.nested() != null) {
				list.add(variable(r.name(), own, r.title(), r.nested().verdict(), rows(own, r.nested().rows())));
			} else {
				String text = r.text().equals(r.raw()) || r.text().isEmpty() ? r.raw() : r.raw() + "  " + r.text();
				list.add(variable(r.name(), own, r.title() + ", " + r.bits(), text, rows(own, r.children())));
			}
		}
		return list;
	}

	private RunVariable ccw() {
		CcwRow row = history.ccw(history.currentCcw());
		List<IVariable> parts = new ArrayList<>(form("CCW", row.guest()));
		parts.add(plain("progress", "CCW.progress", "how far the channel is", row.progress().name().toLowerCase(java.util.Locale.ROOT)
				+ (row.fetched() > 1 ? ", fetched " + row.fetched() + " times" : "")));
		if (row.unitStatus() >= 0) {
			parts.add(plain("unit status", "CCW.unit", "with which its command ended last", String.format("%02X  %s", row.unitStatus(),
					org.ccwbench.arch.Scsw.BLOCK.field("dstat").text(row.unitStatus()))));
			parts.add(plain("channel status", "CCW.channel", "with which its command ended last", String.format("%02X  %s", row.channelStatus(),
					org.ccwbench.arch.Scsw.BLOCK.field("cstat").text(row.channelStatus()))));
			parts.add(plain("residual", "CCW.residual", "residual count", Integer.toString(row.residual())));
		}
		other(parts, "in user storage", "CCW.user", row.user());
		other(parts, "in host storage", "CCW.host", row.host() == row.guest() ? null : row.host());
		return variable("CCW", "CCW", "channel-command word", run.session().image().name(row.guest().address()) + ": "
				+ Words.command(row.guest(), run.deviceType()), parts);
	}

	private void other(List<IVariable> parts, String name, String path, CcwRow.Form f) {
		if (f != null) {
			parts.add(variable(name, path, "its other form", Words.address(f.address()) + ": " + Words.doubleword(f.ccw()), form(path, f)));
		}
	}

	private List<IVariable> form(String path, CcwRow.Form f) {
		List<IVariable> list = new ArrayList<>();
		list.add(plain("location", path + ".location", "where it lies", Words.address(f.address()) + ": " + Words.doubleword(f.ccw())));
		list.add(plain("command", path + ".command", "command code", String.format("%02X  %s", f.command(), Words.command(f, run.deviceType()))));
		Block block = Block.byName(f.format1() ? "ccw1" : "ccw0");
		list.add(plain("flags", path + ".flags", "flags", String.format("%02X  %s", f.flags(), flags(block, f))));
		list.add(plain("count", path + ".count", "count", Integer.toString(f.count())));
		list.add(plain("address", path + ".address", "data address", Words.address(f.data()) + "  " + run.session().image().name(f.data())));
		if (!f.indirect().isEmpty()) {
			List<IVariable> words = new ArrayList<>();
			for (int i = 0; i < f.indirect().size(); i++) {
				CcwRow.Indirect w = f.indirect().get(i);
				words.add(plain("[" + i + "]", path + ".list." + i, "at " + Words.address(w.address()),
						Words.address(w.data()) + (w.count() >= 0 ? ", " + w.count() + " bytes, flags " + String.format("%02X", w.flags()) : "")));
			}
			list.add(variable("list", path + ".list", "words of the list that it names", words.size() + " words", words));
		}
		return list;
	}

	private static String flags(Block block, CcwRow.Form f) {
		byte[] bytes = java.nio.ByteBuffer.allocate(8).putLong(f.ccw()).array();
		List<String> on = new ArrayList<>();
		for (var field : block.fields()) {
			if (field.width() == 1 && !field.kind().reserved() && field.get(bytes) != 0) {
				on.add(field.name().toUpperCase(java.util.Locale.ROOT));
			}
		}
		return String.join(" ", on);
	}

	private RunVariable stage(int index) {
		StageState s = history.stages().get(index);
		Tally t = s.tally();
		List<IVariable> parts = new ArrayList<>();
		String p = "Stage.";
		parts.add(plain("side", p + "side", "who does it", s.stage().side()));
		parts.add(plain("look-ups", p + "lookups", "addresses looked up", Long.toString(t.lookUps())));
		parts.add(plain("pins", p + "pins", "pages pinned", Long.toString(t.pins())));
		parts.add(plain("unpins", p + "unpins", "pages unpinned", Long.toString(t.unpins())));
		parts.add(plain("CCWs translated", p + "translated", "CCWs that got a new form", Long.toString(t.ccwsTranslated())));
		parts.add(plain("CCWs fetched", p + "fetched", "by the channel", Long.toString(t.ccwsFetched())));
		parts.add(plain("bytes moved", p + "moved", "between device and storage", Long.toString(t.bytesMoved())));
		parts.add(plain("bytes copied", p + "copied", "between spaces", Long.toString(t.bytesCopied())));
		parts.add(plain("result", p + "result", "0 or a negative error number", Integer.toString(s.result())));
		return variable("Stage", "Stage", s.stage().description(), s.stage().id() + ": " + s.progress().name().toLowerCase(java.util.Locale.ROOT), parts);
	}

	private RunVariable lookUps() {
		List<TranslationRow> rows = history.translations();
		int n = rows.size();
		List<IVariable> parts = new AbstractList<>() {
			@Override
			public IVariable get(int i) {
				if (i >= rows.size()) {
					return plain("[" + i + "]", "Look-ups." + i, "", "");
				}
				TranslationRow r = rows.get(i);
				return plain(run.session().image().name(r.cause()), "Look-ups." + i, "looked up in " + history.stages().get(r.stage()).stage().id(),
						"guest " + Words.address(r.guest()) + " → user " + Words.address(r.user()) + " → host " + Words.address(r.host())
						+ " in " + history.stages().get(r.stage()).stage().id() + (r.count() > 1 ? ", " + r.count() + " times" : ""));
			}

			@Override
			public int size() {
				return n;
			}
		};
		return variable("Look-ups", "Look-ups", "addresses that were looked up", n + (n == 1 ? " address" : " addresses"), parts);
	}

	private RunVariable pins() {
		List<IVariable> parts = new ArrayList<>();
		for (PinRow r : history.pins()) {
			parts.add(plain("host " + Words.address(r.host()), "Pins." + r.host(), "pinned since event " + r.since(),
					(r.guest() == -1 ? "user " + Words.address(r.user()) : "guest " + Words.address(r.guest())) + ", " + r.count()
					+ (r.count() == 1 ? " pin" : " pins") + ", since event " + r.since()));
		}
		return variable("Pins", "Pins", "pinned pages", parts.size() + (parts.size() == 1 ? " page, " : " pages, ") + history.pinned()
				+ (history.pinned() == 1 ? " pin" : " pins"), parts);
	}

	private RunVariable plain(String name, String path, String title, String text) {
		return variable(name, path, title, text, List.of());
	}

	private RunVariable variable(String name, String path, String title, String text, List<IVariable> parts) {
		return new RunVariable(target, name, path, new RunValue(target, title, text, parts), seen.changed(path, text));
	}
}
