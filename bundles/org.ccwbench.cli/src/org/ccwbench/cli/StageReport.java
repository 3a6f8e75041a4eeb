// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.io.PrintStream;
import org.ccwbench.channel.IoInstruction;
import org.ccwbench.notation.Start;
import org.ccwbench.run.CcwRow;
import org.ccwbench.run.Event;
import org.ccwbench.run.EventKind;
import org.ccwbench.run.History;
import org.ccwbench.run.Recording;
import org.ccwbench.run.Session;
import org.ccwbench.run.StageInfo;
import org.ccwbench.vfio.Errno;
import org.ccwbench.vfio.VfioListener;

/** What happened, stage by stage, in the order of the recording. */
final class StageReport {
	private static final String[] SPACES = {"guest", "user", "host"};
	private static final IoInstruction[] INSTRUCTIONS = IoInstruction.values();
	private static final VfioListener.SystemCall[] CALLS = VfioListener.SystemCall.values();

	private final Terminal terminal;
	private final PrintStream out;
	private final Session session;
	private final Recording recording;
	private final History history;
	private final int most;
	private CcwText text;
	private int printed;
	private long left;
	private Execution running;

	/** A CCW that the channel executes; told in one line when it is over. */
	private static final class Execution {
		long guest;
		long host;
		CcwRow.Form form;
		long moved;
		String end = "";
	}

	StageReport(Terminal terminal, Session session, int most) {
		this.terminal = terminal;
		this.out = terminal.out;
		this.session = session;
		this.recording = session.recording();
		this.history = session.history();
		this.most = most == 0 ? Integer.MAX_VALUE : most;
		text = textFor(0);
	}

	private CcwText textFor(int start) {
		Start s = session.image().starts().get(start);
		return new CcwText(session.image(), session.image().devices().get(s.device()).type());
	}

	void print() {
		Event e = new Event();
		for (long n = 0; n < recording.size(); n++) {
			recording.read(n, e);
			if (e.kind().changesState()) {
				continue;
			}
			boolean ccw = e.kind() == EventKind.TRANSLATED || e.kind() == EventKind.CCW;
			if (ccw && printed >= most) {
				// What is not shown need not be put into words.
				flush();
				left++;
				continue;
			}
			if (ccw) {
				history.seek(n + 1);
			}
			event(e);
		}
		flush();
		skipped();
		out.println();
	}

	private void event(Event e) {
		if (e.kind() != EventKind.DATA && e.kind() != EventKind.COMMAND && e.kind() != EventKind.ENDED
				&& e.kind() != EventKind.INDIRECT) {
			flush();
		}
		switch (e.kind()) {
			case START -> start(e.detail());
			case STAGE -> stage(e.detail());
			case STAGE_LEFT -> {
				if (e.value() < 0) {
					line(terminal.bad("ends with " + Errno.text((int) e.value())));
				}
			}
			case LOOKUP -> line(e.value() == -1 && e.other() == -1
					? terminal.bad("look-up  ") + way(e) + " finds nothing" + cause(e)
					: "look-up  " + way(e) + cause(e));
			case PINNED -> line("pin      " + way(e) + cause(e));
			case UNPINNED -> line("unpin    " + way(e));
			case PIN_REFUSED -> line(terminal.bad("no pin   ") + way(e.address(), e.value(), -1) + ", " + Errno.text((int) e.other()) + cause(e));
			case TRANSLATED -> forms(e.address());
			case CALL -> line("call     " + CALLS[e.detail()] + ", " + e.value() + " bytes in, " + e.other() + " bytes out");
			case COPIED -> line("copy     " + e.other() + " bytes from " + place(e.detail() >> 4, e.address()) + " to " + place(e.detail() & 15, e.value()));
			case STARTED -> line("start    program at host " + CcwText.hex(e.address()) + (e.other() == 0 ? "" : ", " + Errno.text((int) e.other())));
			case MESSAGE -> line(terminal.bad("note     ") + recording.text(e.detail()));
			case CCW -> fetch(e);
			case DATA -> {
				if (running != null) {
					running.moved += e.length();
				}
			}
			case ENDED -> ended(e);
			case INSTRUCTION -> {
				if (INSTRUCTIONS[e.detail()] != IoInstruction.STSCH) {
					line("issue    " + INSTRUCTIONS[e.detail()] + ", condition code " + e.value());
				}
			}
			case STATUS -> line("status   pending");
			case RESULT -> line("IRB      reaches the guest");
			default -> { }
		}
	}

	private void start(int index) {
		text = textFor(index);
		if (session.image().starts().size() > 1) {
			skipped();
			out.println(terminal.bold("Start function " + (index + 1)));
		}
	}

	private void stage(int index) {
		skipped();
		StageInfo s = session.scene().stages().get(index);
		printed = 0;
		String in = s.within() < 0 ? "" : ", within " + session.scene().stages().get(s.within()).id();
		out.println(terminal.bold(s.id() + " " + s.title()) + terminal.faint(" (" + s.side() + in + ")"));
	}

	private void skipped() {
		if (left > 0) {
			out.println("   ... " + left + " more lines; --lines 0 shows all");
			left = 0;
		}
	}

	private void line(String s) {
		if (printed++ < most) {
			out.println("   " + s);
		} else {
			left++;
		}
	}

	private void forms(long guest) {
		CcwRow row = history.ccw(guest);
		if (row == null) {
			return;
		}
		line("CCW      " + text.label(guest) + ": " + text.words(row.guest()));
		form("guest", row.guest());
		form("user ", row.user());
		form("host ", row.host());
	}

	private void form(String space, CcwRow.Form f) {
		if (f != null) {
			line("           " + space + " " + CcwText.hex(f.address()) + ": " + CcwText.words(f.ccw())
					+ (f.indirect().isEmpty() ? "" : "  " + CcwText.list(f)));
		}
	}

	private void fetch(Event e) {
		running = new Execution();
		running.guest = history.guestCcw(e.address());
		running.host = e.address();
		CcwRow row = running.guest == -1 ? null : history.ccw(running.guest);
		running.form = row != null ? row.guest() : new CcwRow.Form(e.address(), e.value(), e.detail() == 1, java.util.List.of());
	}

	private void ended(Event e) {
		if (running == null) {
			return;
		}
		String channel = CcwText.channelStatus((int) e.other());
		running.end = CcwText.unitStatus((int) e.value()) + (channel.isEmpty() ? "" : ", " + terminal.bad(channel))
				+ (e.length() == 0 ? "" : ", residual count " + e.length());
	}

	private void flush() {
		Execution x = running;
		if (x == null) {
			return;
		}
		running = null;
		boolean direct = x.guest == x.host;
		String where = x.guest == -1 ? "host " + CcwText.hex(x.host) : text.label(x.guest) + (direct ? "" : " at host " + CcwText.hex(x.host));
		String did = (x.moved == 0 ? "" : ", moved " + x.moved) + (x.end.isEmpty() ? "" : ": " + x.end);
		line("execute  " + where + "  " + text.words(x.form) + did);
		if (direct && !x.form.indirect().isEmpty()) {
			line("           " + CcwText.list(x.form));
		}
	}

	private static String way(Event e) {
		return way(e.address(), e.value(), e.other());
	}

	private static String way(long guest, long user, long host) {
		StringBuilder b = new StringBuilder();
		step(b, "guest ", guest);
		step(b, "user ", user);
		step(b, "host ", host);
		return b.toString();
	}

	private static void step(StringBuilder b, String space, long address) {
		if (address != -1) {
			b.append(b.isEmpty() ? "" : " -> ").append(space).append(CcwText.hex(address));
		}
	}

	private static String cause(Event e) {
		return e.cause() == -1 ? "" : "  for " + CcwText.hex(e.cause());
	}

	private static String place(int space, long address) {
		return SPACES[space] + (address == -1 ? "" : " " + CcwText.hex(address));
	}
}
