// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import java.util.List;
import java.util.Optional;

import org.ccwbench.arch.Block;
import org.ccwbench.arch.CommandData;
import org.ccwbench.arch.Explain;
import org.ccwbench.model.Ccw;
import org.ccwbench.model.Data;
import org.ccwbench.model.Orb;
import org.ccwbench.model.Statement;
import org.ccwbench.notation.Listing;
import org.ccwbench.notation.SourceMap;
import org.ccwbench.notation.Start;

/** The bytes that a statement became, field by field. */
final class FieldTables {
	private static final int SHOWN = 64;

	private FieldTables() {}

	/** The table of the statement at an offset; null if it became no block that has one. */
	static String at(Checked.State state, int offset) {
		List<Statement> all = state.document().getStatements();
		return all.isEmpty() ? null : of(state, all.get(state.edits().indexAt(offset)));
	}

	static String of(Checked.State state, Statement s) {
		return switch (s) {
			case Ccw c -> ccw(state, c);
			case Orb o -> orb(state, o);
			case Data d -> data(state, d);
			case null, default -> null;
		};
	}

	private static String ccw(Checked.State state, Ccw c) {
		Listing.Row row = state.listing().stream().filter(r -> r.statement() == c).findFirst().orElse(null);
		if (row == null || row.at() < 0) {
			return null;
		}
		byte[] bytes = java.nio.ByteBuffer.allocate(8).putLong(row.bits()).array();
		return Explain.explain(Block.byName(row.format1() ? "ccw1" : "ccw0"), bytes, row.deviceType());
	}

	private static String orb(Checked.State state, Orb o) {
		for (Start start : state.image().starts()) {
			if (start.statement() == o) {
				return Explain.explain(Block.byName("orb"), start.orb());
			}
		}
		return null;
	}

	/** Parameters of a command that names these data first; otherwise the bytes. */
	private static String data(Checked.State state, Data d) {
		List<SourceMap.Piece> pieces = state.image().sources().of(d);
		if (pieces.isEmpty() || d.isReserve()) {
			return null;
		}
		long address = pieces.get(0).address();
		for (Listing.Row row : state.listing()) {
			Optional<Block> block = row.tic() || row.address() != address || row.deviceType() == null ? Optional.empty() : CommandData.of(row.deviceType(), row.command());
			if (block.isPresent() && block.get().lengths().contains(row.count())) {
				return Explain.explain(block.get(), state.image().bytes(address, row.count()), row.deviceType());
			}
		}
		int length = (int) Math.min(SHOWN, pieces.get(pieces.size() - 1).end() - address);
		StringBuilder b = new StringBuilder(String.format("%,d bytes at X'%X'", pieces.get(pieces.size() - 1).end() - address, address));
		byte[] all = state.image().bytes(address, length);
		for (int i = 0; i < all.length; i++) {
			b.append(i % 16 == 0 ? String.format("%n%08X  ", address + i) : i % 4 == 0 ? " " : "").append(String.format("%02X", all[i]));
		}
		return b.toString();
	}
}
