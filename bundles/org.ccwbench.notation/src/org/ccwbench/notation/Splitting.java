// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import static org.ccwbench.arch.Ccw.CC;
import static org.ccwbench.arch.Ccw.CD;
import static org.ccwbench.arch.Ccw.SLI;

import java.util.List;
import org.ccwbench.model.Ccw;
import org.ccwbench.model.MidalEntry;
import org.ccwbench.model.Midal;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Areas that go over a page boundary, cut there. */
final class Splitting {
	private static final int PAGE = 4096;
	private final Reviewed text;

	Splitting(Reviewed text) {
		this.text = text;
	}

	/** Bytes from an address to the end of its page. */
	static int room(long address) {
		return PAGE - (int) (address & PAGE - 1);
	}

	/** Two CCWs, data-chained, in the place of one; null if its data lie in one page. */
	Fix atPage(Listing.Row row) {
		int room = room(row.address());
		if (row.count() <= room) {
			return null;
		}
		Edit first = text.edits.change(row.index(), s -> {
			Ccw c = (Ccw) s;
			String chaining = Flags.with(c.getFlags(), row.flags(), CC, false);
			String length = Flags.with(chaining, row.flags() & ~CC, SLI, false);
			c.setFlags(Flags.with(length, row.flags() & ~(CC | SLI), CD, true));
			c.setCount(String.valueOf(room));
		});
		Ccw rest = EcoreUtil.copy(row.statement());
		rest.setSource(null);
		rest.setLabel(null);
		rest.setComment(null);
		rest.setCommand("0");
		rest.setAddress(plus(row.statement().getAddress(), room));
		rest.setCount(String.valueOf(row.count() - room));
		return new Fix("Split the area at the page boundary, with data chaining", List.of(first, text.edits.insert(row.index() + 1, StatementEdits.line(rest))));
	}

	/** An entry of a MIDAL in two; null if it lies in one page. */
	Fix entry(int statement, int entry, long address, int count) {
		int room = room(address);
		if (count <= room) {
			return null;
		}
		return Fix.of("Split the area at the page boundary", text.edits.change(statement, s -> {
			Midal m = (Midal) s;
			MidalEntry first = m.getEntries().get(entry);
			MidalEntry second = EcoreUtil.copy(first);
			second.setAddress(plus(first.getAddress(), room));
			second.setCount(String.valueOf(count - room));
			first.setCount(String.valueOf(room));
			m.getEntries().add(entry + 1, second);
		}));
	}

	private static String plus(String address, int n) {
		return (address == null ? "0" : address) + "+" + n;
	}
}
