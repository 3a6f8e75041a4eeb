// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.table;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;

import org.ccwbench.arch.Command;
import org.ccwbench.arch.Commands;
import org.ccwbench.model.Ccw;
import org.ccwbench.notation.Flags;
import org.ccwbench.notation.Listing;

/** The columns: what a cell shows, by what it sorts, and what it changes. */
enum Column {
	LINE("Line", 4, "Line of the text", r -> String.valueOf(r.line()), Comparator.comparingInt(Listing.Row::line)),
	AT("At", 9, "Guest absolute address of the CCW", r -> r.at() < 0 ? "" : hex(r.at()), Comparator.comparingLong(Listing.Row::at)),
	LABEL("Label", 9, "Name of the CCW", r -> text(r.statement().getLabel()), null),
	COMMAND("Command", 9, "Command, by the name that the device's manual gives it", Column::command, null),
	MEANING("Meaning", 16, "The command in full", Column::meaning, null),
	ADDRESS("Address", 11, "Data address, list address or target: label or number", r -> text(r.statement().getAddress()), Comparator.comparingLong(Listing.Row::address)),
	CD(0, "Chain data"), CC(1, "Chain command"), SLI(2, "Suppress length indication"), SKIP(3, "Skip: transfer nothing to storage"),
	PCI(4, "Program-controlled interruption"), IDA(5, "Indirect data addressing"), S(6, "Suspend"), MIDA(7, "Modified indirect data addressing"),
	COUNT("Count", 7, "Bytes", r -> text(r.statement().getCount()), Comparator.comparingInt(Listing.Row::count)),
	REMARK("Remark", 30, "What stands behind the operands", r -> text(r.statement().getComment()), null);

	final String title;
	/** Characters. */
	final int width;
	final String tip;
	/** Number of the flag from the left; -1 for other columns. */
	final int flag;
	private final Function<Listing.Row, String> value;
	private final Comparator<Listing.Row> order;

	Column(String title, int width, String tip, Function<Listing.Row, String> value, Comparator<Listing.Row> order) {
		this.title = title;
		this.width = width;
		this.tip = tip;
		this.value = value;
		this.order = order;
		this.flag = -1;
	}

	Column(int flag, String tip) {
		this.title = Flags.NAMES.get(flag);
		this.width = title.length() + 1;
		this.tip = tip;
		this.flag = flag;
		this.value = r -> (r.flags() & Flags.bit(flag)) != 0 ? title : "";
		this.order = Comparator.comparingInt(r -> r.flags() & Flags.bit(flag));
	}

	boolean on(Listing.Row row) {
		return (row.flags() & Flags.bit(flag)) != 0;
	}

	/** For people, filter and sort; {@code numbers} shows addresses in hexadecimal. */
	String text(Listing.Row row, boolean numbers) {
		return this == ADDRESS && numbers ? hex(row.address()) : value.apply(row);
	}

	Comparator<Listing.Row> order() {
		return order != null ? order : Comparator.comparing(value, String.CASE_INSENSITIVE_ORDER);
	}

	boolean editable() {
		return this != LINE && this != AT && this != MEANING;
	}

	/** Changes a statement. */
	void set(Ccw ccw, Listing.Row row, String typed) {
		String given = typed == null || typed.isBlank() ? null : typed.strip();
		switch (this) {
			case LABEL -> ccw.setLabel(given);
			case COMMAND -> ccw.setCommand(given == null ? "0" : given);
			case ADDRESS -> ccw.setAddress(number(given));
			case COUNT -> ccw.setCount(given);
			case REMARK -> ccw.setComment(given);
			default -> {
				if (flag >= 0) {
					ccw.setFlags(Flags.with(ccw.getFlags(), row.flags(), Flags.bit(flag), Boolean.parseBoolean(given)));
				}
			}
		}
	}

	/** 0x20000 and digits that only hexadecimal has are taken for hexadecimal. */
	private static String number(String given) {
		if (given != null && given.matches("0[xX][0-9A-Fa-f]+")) {
			return "X'" + given.substring(2).toUpperCase(Locale.ROOT) + "'";
		}
		return given != null && given.matches("[0-9][0-9A-Fa-f]*[A-Fa-f][0-9A-Fa-f]*|0[0-9A-Fa-f]{7}") ? "X'" + given.toUpperCase(Locale.ROOT) + "'" : given;
	}

	private static String command(Listing.Row row) {
		if (row.tic()) {
			return "TIC";
		}
		return Commands.of(row.deviceType()).byCode(row.command()).map(Command::mnemonic).orElse(String.format("X'%02X'", row.command()));
	}

	private static String meaning(Listing.Row row) {
		if (row.tic()) {
			return "TRANSFER IN CHANNEL";
		}
		return Commands.of(row.deviceType()).byCode(row.command()).map(Command::title).orElse(row.command() == 0 ? "(data-chained)" : "unknown command");
	}

	static String hex(long address) {
		return String.format("%08X", address);
	}

	private static String text(String s) {
		return s == null ? "" : s;
	}
}
