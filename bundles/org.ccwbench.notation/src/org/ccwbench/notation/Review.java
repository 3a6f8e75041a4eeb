// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import static org.ccwbench.arch.Ccw.CC;
import static org.ccwbench.arch.Ccw.CD;
import static org.ccwbench.arch.Ccw.IDA;
import static org.ccwbench.arch.Ccw.MIDA;
import static org.ccwbench.arch.Ccw.SKIP;
import static org.ccwbench.arch.Ccw.SLI;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccwbench.arch.Command;
import org.ccwbench.arch.Commands;
import org.ccwbench.arch.Orb;
import org.ccwbench.model.Document;

/**
 * What the channel (PoP SA22-7832, chapter 15) and the device will refuse of a program that can be read without
 * an error, found without running it. Follows each program from its ORB.
 */
public final class Review {
	private static final int SENSE = 0x04;
	private final Reviewed text;
	private final Set<Long> seen = new HashSet<>();

	private Review(Reviewed text) {
		this.text = text;
	}

	/** Findings in no particular order; none for a text with errors. */
	public static List<Finding> of(Document document, Image image) {
		if (!image.ok()) {
			return List.of();
		}
		Reviewed text = new Reviewed(document, image);
		Review review = new Review(text);
		for (Start start : image.starts()) {
			review.start(start);
		}
		return text.found();
	}

	private void start(Start start) {
		Listing.Row first = text.rows.get(start.cpa());
		int orb = start.statement() == null ? -1 : text.number(start.statement());
		if (first == null) {
			if (orb >= 0) {
				text.warn(orb, 0, String.format("the channel-program address X'%X' leads to no CCW of this text", start.cpa()));
			}
			return;
		}
		if (first.tic()) {
			text.warn(first.index(), 0, "the first CCW of a program is a transfer in channel: program check");
		}
		if (orb >= 0 && Orb.P.get(start.orb()) == 0) {
			text.warn(orb, -1, "without prefetching (PFCH=NO) the Linux path refuses the program up to version 4.19, warns in later ones, and QEMU answers with unit exception unless it is told to force prefetching",
					Fix.of("Allow prefetching", text.edits.change(orb, s -> allow((org.ccwbench.model.Orb) s))));
		}
		if ((Orb.F.get(start.orb()) != 0) != first.format1() && orb >= 0) {
			text.warn(orb, -1, "the ORB says format " + (first.format1() ? 0 : 1) + " and the first CCW is format " + (first.format1() ? 1 : 0));
		}
		walk(first, start.orb());
	}

	private static void allow(org.ccwbench.model.Orb orb) {
		orb.getOptions().removeIf(o -> "PFCH".equalsIgnoreCase(o.getName()) || "P".equalsIgnoreCase(o.getName()));
	}

	private void walk(Listing.Row first, byte[] block) {
		Deque<Listing.Row> open = new ArrayDeque<>(List.of(first));
		ListRules lists = new ListRules(text, block);
		while (!open.isEmpty()) {
			Listing.Row row = open.pop();
			if (!seen.add(row.at())) {
				continue;
			}
			if (row.tic()) {
				tic(row, open);
				continue;
			}
			ccw(row);
			lists.check(row);
			int flags = row.flags();
			if ((flags & (CC | CD)) != 0) {
				next(row, open);
			}
		}
	}

	private void next(Listing.Row row, Deque<Listing.Row> open) {
		Listing.Row next = text.rows.get(row.at() + 8);
		if (next != null) {
			open.add(next);
			Listing.Row skipped = text.rows.get(row.at() + 16);
			if (skipped != null && (row.flags() & CD) == 0) {
				open.add(skipped);
			}
			return;
		}
		int bit = (row.flags() & CD) != 0 ? CD : CC;
		text.warn(row.index(), 2, Flags.NAMES.get(bit == CD ? 0 : 1) + " is on, and no CCW follows at X'" + Long.toHexString(row.at() + 8).toUpperCase() + "'", text.flag(row, bit, false));
	}

	private void tic(Listing.Row row, Deque<Listing.Row> open) {
		Listing.Row to = text.rows.get(row.address());
		if (row.format1() && (row.flags() != 0 || row.count() != 0)) {
			text.warn(row.index(), row.flags() != 0 ? 2 : 3, "a format-1 transfer in channel with flags or a count: program check", text.ccw(row, "Leave flags and count out", c -> {
				c.setFlags(null);
				c.setCount(null);
			}));
		}
		if (to == null) {
			text.warn(row.index(), 1, String.format("the transfer in channel leads to X'%X', where no CCW of this text is", row.address()));
		} else if (to.tic()) {
			text.warn(row.index(), 1, "a transfer in channel to a transfer in channel: program check", text.ccw(row, "Go straight to its target", c -> c.setAddress(to.statement().getAddress())));
		} else {
			open.add(to);
		}
	}

	private boolean chained(Listing.Row row) {
		Listing.Row before = text.rows.get(row.at() - 8);
		return before != null && !before.tic() && (before.flags() & CD) != 0;
	}

	private void ccw(Listing.Row row) {
		int flags = row.flags();
		boolean chained = chained(row);
		boolean zero = row.count() == 0;
		if (zero && (!row.format1() || (flags & CD) != 0 || chained)) {
			String why = !row.format1() ? "in a format-0 CCW" : chained ? "in a data-chained CCW" : "with data chaining";
			text.warn(row.index(), 3, "count 0 " + why + ": program check", text.ccw(row, "Count 1", c -> c.setCount("1")));
		}
		if ((flags & IDA) != 0 && (flags & MIDA) != 0) {
			text.warn(row.index(), 2, "IDA and MIDA are both on: program check", text.flag(row, IDA, false), text.flag(row, MIDA, false));
		}
		if ((flags & SLI) != 0 && (flags & CD) != 0) {
			text.warn(row.index(), 2, "SLI is ignored while CD is on", text.flag(row, SLI, false));
		}
		if (!chained) {
			command(row);
		}
	}

	private static Fix zeroCommand(Reviewed text, Listing.Row row) {
		return text.ccw(row, "Command 0", c -> c.setCommand("0"));
	}

	private void command(Listing.Row row) {
		if ((row.command() & 0x0F) == 0) {
			text.warn(row.index(), 0, String.format("command X'%02X' is invalid: program check", row.command()));
			return;
		}
		if (row.deviceType() == null) {
			return;
		}
		Optional<Command> known = Commands.of(row.deviceType()).byCode(row.command());
		if (known.isEmpty()) {
			text.warn(row.index(), 0, String.format("a %s knows no command X'%02X': unit check, command reject", row.deviceType(), row.command()));
			return;
		}
		int usual = known.get().length();
		boolean open = (row.flags() & (SLI | CD)) == 0;
		if (usual > 0 && open && row.count() < usual && row.command() != SENSE) {
			text.warn(row.index(), 3, String.format("%s has %d bytes, the count is %d, and SLI is off: incorrect length", known.get().title(), usual, row.count()), text.flag(row, SLI, true),
					text.ccw(row, "Count " + usual, c -> c.setCount(String.valueOf(usual))));
		}
	}

	/** What one would do to a CCW that is not wrong: for the menu of quick fixes. */
	public static List<Fix> assists(Document document, Image image, int offset) {
		if (!image.ok() || document.getStatements().isEmpty()) {
			return List.of();
		}
		Reviewed text = new Reviewed(document, image);
		Listing.Row row = text.byIndex.get(text.edits.indexAt(offset));
		if (row == null || row.tic()) {
			return List.of();
		}
		int flags = row.flags();
		Fix sli = (flags & (SLI | CD)) == 0 ? text.flag(row, SLI, true) : null;
		Fix split = (flags & (IDA | MIDA | SKIP)) == 0 ? new Splitting(text).atPage(row) : null;
		Fix zero = row.command() == 0x03 && new Review(text).chained(row) ? zeroCommand(text, row) : null;
		return Finding.fixes(sli, split, zero);
	}
}
