// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.ArrayList;
import java.util.List;

import org.ccwbench.arch.Command;
import org.ccwbench.arch.Commands;
import org.ccwbench.arch.Field;
import org.ccwbench.arch.Scsw;
import org.ccwbench.notation.Image;
import org.ccwbench.run.CcwRow;
import org.ccwbench.run.Progress;
import org.ccwbench.ui.Pictures;

/**
 * A CCW, or a word of the list that it names, in words.
 *
 * @param address guest absolute address; equality goes by it, so that a tree keeps what is open
 */
record ProgramRow(long address, String label, String command, String guest, String user, String host, String ended, String tip,
		Progress progress, List<ProgramRow> words) {
	private static final Field UNIT = Scsw.BLOCK.field("dstat");
	private static final Field CHANNEL = Scsw.BLOCK.field("cstat");

	static ProgramRow of(CcwRow row, Image image, String deviceType) {
		CcwRow.Form guest = row.guest();
		return new ProgramRow(guest.address(), image.name(guest.address()), command(guest, deviceType), form(guest), form(row.user()),
				row.host() == guest ? "as the guest's" : form(row.host()), ended(row), tip(guest, row, deviceType), row.progress(),
				words(row, image));
	}

	private static List<ProgramRow> words(CcwRow row, Image image) {
		List<ProgramRow> words = new ArrayList<>();
		int n = Math.max(size(row.guest()), Math.max(size(row.user()), size(row.host())));
		for (int i = 0; i < n; i++) {
			long address = i < size(row.guest()) ? row.guest().indirect().get(i).address() : -2L - i;
			String label = address < 0 ? "" : image.name(address);
			words.add(new ProgramRow(address < 0 ? row.guest().address() * -8 - i : address, label, size(row.guest()) > 0 && row.guest().indirect().get(0).length() == 16 ? "MIDAW" : "IDAW", word(row.guest(), i),
					word(row.user(), i), row.host() == row.guest() ? "" : word(row.host(), i), "", null, Progress.PENDING, List.of()));
		}
		return words;
	}

	private static int size(CcwRow.Form f) {
		return f == null ? 0 : f.indirect().size();
	}

	private static String word(CcwRow.Form f, int i) {
		if (i >= size(f)) {
			return "";
		}
		CcwRow.Indirect w = f.indirect().get(i);
		return Hex.address(w.address()) + ": " + (w.length() == 4 ? String.format("%08X", w.data()) : Hex.doubleword(w.data()));
	}

	private static String form(CcwRow.Form f) {
		return f == null ? "" : Hex.address(f.address()) + ": " + Hex.doubleword(f.ccw());
	}

	private static String command(CcwRow.Form f, String deviceType) {
		if (f.tic()) {
			return "TIC";
		}
		return Commands.of(deviceType).byCode(f.command()).map(Command::mnemonic).orElse(String.format("X'%02X'", f.command()));
	}

	private static String ended(CcwRow row) {
		if (row.unitStatus() < 0) {
			return row.fetched() > 1 ? "fetched " + row.fetched() + " times" : "";
		}
		String channel = row.channelStatus() == 0 ? "" : ", " + CHANNEL.text(row.channelStatus());
		return UNIT.text(row.unitStatus()) + channel + ", residual " + row.residual() + (row.fetched() > 1 ? ", " + row.fetched() + " times" : "");
	}

	private static String tip(CcwRow.Form f, CcwRow row, String deviceType) {
		String title = f.tic() ? "TRANSFER IN CHANNEL" : Commands.of(deviceType).byCode(f.command()).map(Command::title).orElse("command " + command(f, deviceType));
		return title + String.format(": flags %02X, count %d, data at %X%s", f.flags(), f.count(), f.data(), row.line() > 0 ? ", line " + row.line() : "");
	}

	org.eclipse.swt.graphics.Image picture() {
		if (command.equals("IDAW") || command.equals("MIDAW")) {
			return Pictures.get(Pictures.FIELD);
		}
		return Pictures.get(switch (progress) {
			case DONE -> Pictures.STAGE_DONE;
			case CURRENT -> Pictures.STAGE_CURRENT;
			case FAILED -> Pictures.STAGE_FAILED;
			case PENDING -> Pictures.STAGE_PENDING;
		});
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ProgramRow r && r.address == address;
	}

	@Override
	public int hashCode() {
		return Long.hashCode(address);
	}
}
