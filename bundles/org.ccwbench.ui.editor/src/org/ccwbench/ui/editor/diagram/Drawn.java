// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ccwbench.arch.Command;
import org.ccwbench.arch.Commands;
import org.ccwbench.model.Ccw;
import org.ccwbench.model.CommentLine;
import org.ccwbench.model.Constant;
import org.ccwbench.model.Data;
import org.ccwbench.model.Idal;
import org.ccwbench.model.Midal;
import org.ccwbench.model.Orb;
import org.ccwbench.model.Statement;
import org.ccwbench.notation.Finding;
import org.ccwbench.notation.Flags;
import org.ccwbench.notation.Listing;
import org.ccwbench.notation.SourceMap;
import org.ccwbench.notation.Start;
import org.ccwbench.ui.editor.Checked;

/** The figures and links of a text. */
final class Drawn {
	private static final int WORDS = 4;
	final List<Figure> figures = new ArrayList<>();
	final List<Link> links = new ArrayList<>();
	private final Checked.State state;
	private final Map<Statement, Figure> byStatement = new HashMap<>();
	/** Of data: the last figure from there up in the same area. */
	private final Map<Statement, Figure> areas = new HashMap<>();
	private final Map<Integer, String> problems = new HashMap<>();
	private final Map<Long, Figure> commands = new LinkedHashMap<>();

	private Drawn(Checked.State state) {
		this.state = state;
		for (Finding f : state.findings()) {
			problems.merge(state.edits().indexAt(f.problem().offset()), f.problem().message(), (a, b) -> a + "\n" + b);
		}
	}

	/** May take a while for a long text; touches nothing but the state. */
	static Drawn of(Checked.State state) {
		Drawn d = new Drawn(state);
		d.build();
		return d;
	}

	private void build() {
		Map<Integer, Listing.Row> rows = new HashMap<>();
		state.listing().forEach(r -> rows.put(r.index(), r));
		List<Statement> all = state.document().getStatements();
		Figure area = null;
		for (int i = 0; i < all.size(); i++) {
			Figure f = figure(all.get(i), i, rows.get(i));
			area = !(all.get(i) instanceof Data) ? null : f == null ? area : f;
			if (area != null) {
				areas.put(all.get(i), area);
			}
			if (f != null) {
				figures.add(f);
				byStatement.put(all.get(i), f);
			}
		}
		state.listing().stream().filter(r -> r.at() >= 0).forEach(r -> commands.put(r.at(), byStatement.get(r.statement())));
		links(rows);
	}

	private Figure figure(Statement s, int index, Listing.Row row) {
		List<SourceMap.Piece> pieces = state.image().sources().of(s);
		long address = pieces.isEmpty() ? -1 : pieces.get(0).address();
		String label = s.getLabel() == null ? "" : s.getLabel();
		String problem = problems.get(index);
		return switch (s) {
			case Orb o -> new Figure(Figure.Kind.ORB, index, -1, (label + " ORB").strip(),
					o.getOptions().stream().map(x -> x.getName() == null ? x.getValue() : x.getName() + "=" + x.getValue()).limit(WORDS).toList(), problem);
			case Ccw c -> row.tic() ? new Figure(Figure.Kind.TIC, index, address, (label + "  TIC").strip(), List.of("to " + text(c.getAddress())), problem)
					: new Figure(Figure.Kind.CCW, index, address, (label + "  " + name(row)).strip(), List.of(meaning(row), operands(row)), problem);
			case Idal i -> new Figure(Figure.Kind.IDAL, index, address, (label + "  IDAL").strip(), words(pieces, 8), problem);
			case Midal m -> new Figure(Figure.Kind.MIDAL, index, address, (label + "  MIDAL").strip(), words(pieces, 16), problem);
			case Data d when s.getLabel() != null -> data(d, index, address, pieces, problem);
			default -> null;
		};
	}

	private Figure data(Data d, int index, long address, List<SourceMap.Piece> pieces, String problem) {
		long size = pieces.stream().mapToLong(SourceMap.Piece::length).sum() + unnamed(index + 1);
		String constants = String.join(",", d.getConstants().stream().map(Constant::getText).toList());
		return new Figure(Figure.Kind.DATA, index, address, d.getLabel(), List.of((d.isReserve() ? "DS " : "DC ") + clip(constants, 20), String.format("%X, ", address) + bytes(size)), problem);
	}

	/** Bytes of the data without a label that go on from here. */
	private long unnamed(int from) {
		long size = 0;
		List<Statement> all = state.document().getStatements();
		for (int i = from; i < all.size() && (all.get(i) instanceof Data || all.get(i) instanceof CommentLine) && all.get(i).getLabel() == null; i++) {
			size += state.image().sources().of(all.get(i)).stream().mapToLong(SourceMap.Piece::length).sum();
		}
		return size;
	}

	private List<String> words(List<SourceMap.Piece> pieces, int most) {
		List<String> lines = new ArrayList<>();
		for (SourceMap.Piece p : pieces) {
			if (lines.size() == WORDS) {
				lines.add("… " + (pieces.size() - WORDS) + " more");
				break;
			}
			byte[] bytes = state.image().bytes(p.address(), (int) p.length());
			StringBuilder hex = new StringBuilder();
			for (int i = 0; i < Math.min(bytes.length, most); i++) {
				hex.append(i > 0 && i % 8 == 0 ? " " : "").append(String.format("%02X", bytes[i]));
			}
			lines.add(hex.toString());
		}
		return lines;
	}

	private static String bytes(long count) {
		return String.format(count == 1 ? "%,d byte" : "%,d bytes", count);
	}

	private static String name(Listing.Row row) {
		return row.command() == 0 ? "data" : Commands.of(row.deviceType()).byCode(row.command()).map(Command::mnemonic).orElse(String.format("X'%02X'", row.command()));
	}

	private static String meaning(Listing.Row row) {
		return row.command() == 0 ? "(data-chained)" : Commands.of(row.deviceType()).byCode(row.command()).map(Command::title).orElse("unknown command");
	}

	private static String operands(Listing.Row row) {
		String flags = row.flags() == 0 ? "" : Flags.text(row.flags()) + " · ";
		return flags + bytes(row.count()) + " · " + clip(text(row.statement().getAddress()), 12);
	}

	private static String clip(String s, int most) {
		return s.length() > most ? s.substring(0, most - 1) + "…" : s;
	}

	private static String text(String s) {
		return s == null ? "0" : s;
	}

	private void links(Map<Integer, Listing.Row> rows) {
		for (Start start : state.image().starts()) {
			link(Link.Kind.START, start.statement() == null ? null : byStatement.get(start.statement()), commands.get(start.cpa()));
		}
		for (Listing.Row row : state.listing()) {
			Figure f = byStatement.get(row.statement());
			if (row.tic()) {
				link(Link.Kind.TIC, f, commands.get(row.address()));
				continue;
			}
			boolean data = (row.flags() & org.ccwbench.arch.Ccw.CD) != 0;
			if (data || (row.flags() & org.ccwbench.arch.Ccw.CC) != 0) {
				link(data ? Link.Kind.DATA_CHAIN : Link.Kind.COMMAND, f, commands.get(row.at() + 8));
			}
			boolean list = (row.flags() & (org.ccwbench.arch.Ccw.IDA | org.ccwbench.arch.Ccw.MIDA)) != 0;
			if (row.count() > 0) {
				link(list ? Link.Kind.INDIRECT : Link.Kind.DATA, f, target(row.address()));
			}
		}
		for (Figure f : figures) {
			Statement s = state.document().getStatements().get(f.index);
			if (s instanceof Idal || s instanceof Midal) {
				words(s, f);
			}
		}
	}

	private void words(Statement list, Figure f) {
		java.util.Set<Figure> seen = new java.util.HashSet<>();
		for (SourceMap.Piece p : state.image().sources().of(list)) {
			byte[] b = state.image().bytes(p.address(), (int) p.length());
			long value = 0;
			for (int i = Math.max(0, b.length - 8); i < b.length; i++) {
				value = value << 8 | b[i] & 0xFF;
			}
			Figure to = target(value);
			if (to != null && seen.add(to)) {
				link(Link.Kind.INDIRECT, f, to);
			}
		}
	}

	/** The labelled statement at an address, or before it in the same area. */
	private Figure target(long address) {
		Optional<SourceMap.Piece> piece = state.image().sources().at(address);
		if (piece.isEmpty()) {
			return null;
		}
		Figure direct = byStatement.get(piece.get().statement());
		return direct == null ? areas.get(piece.get().statement()) : direct;
	}

	private void link(Link.Kind kind, Figure from, Figure to) {
		if (from != null && to != null) {
			links.add(new Link(kind, from, to));
		}
	}

	/** The figure of a statement; null if it has none. */
	Figure at(int index) {
		for (Figure f : figures) {
			if (f.index == index) {
				return f;
			}
		}
		return null;
	}

	/** The topmost figure at a point; null if there is none. */
	Figure at(double x, double y) {
		for (int i = figures.size() - 1; i >= 0; i--) {
			if (figures.get(i).holds(x, y)) {
				return figures.get(i);
			}
		}
		return null;
	}

	/** CCWs in the order of the text. */
	List<Figure> commands() {
		return figures.stream().filter(Figure::isCommand).toList();
	}

	double width() {
		return figures.stream().mapToDouble(f -> f.x + f.width).max().orElse(0) + Arrangement.MARGIN;
	}

	double height() {
		return figures.stream().mapToDouble(f -> f.y + f.height).max().orElse(0) + Arrangement.MARGIN;
	}
}
