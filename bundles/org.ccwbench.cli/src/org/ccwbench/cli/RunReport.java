// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.io.PrintStream;
import java.util.List;
import org.ccwbench.arch.Block;
import org.ccwbench.arch.Explain;
import org.ccwbench.arch.Explanation;
import org.ccwbench.arch.Hex;
import org.ccwbench.device.OutputDevice;
import org.ccwbench.notation.DeviceSpec;
import org.ccwbench.run.Check;
import org.ccwbench.run.Costs;
import org.ccwbench.run.DataArea;
import org.ccwbench.run.Ending;
import org.ccwbench.run.History;
import org.ccwbench.run.MachineDevice;
import org.ccwbench.run.PinRow;
import org.ccwbench.run.Session;
import org.ccwbench.run.StartOutcome;
import org.ccwbench.storage.AddressSpace;
import org.ccwbench.storage.Bytes;
import org.ccwbench.vfio.Errno;
import org.ccwbench.vfio.TranslationPath;

/** A session as text: its stages, the result, data received, expectations, figures. */
final class RunReport {
	private static final int DUMPED = 512;
	private static final int MOST_AREAS = 64;
	private static final int MOST_LINES = 200;

	private final Terminal terminal;
	private final PrintStream out;
	private final Session session;
	private final String file;
	private final boolean quiet;
	private final int lines;

	/** @param lines of each stage at most; 0 for all */
	RunReport(Terminal terminal, Session session, String file, boolean quiet, int lines) {
		this.terminal = terminal;
		this.out = terminal.out;
		this.session = session;
		this.file = file;
		this.quiet = quiet;
		this.lines = lines;
	}

	/** @param events whether every event is listed instead of the stages */
	void print(boolean events) {
		head();
		if (events) {
			for (long n = 0; n < session.recording().size(); n++) {
				out.printf("%8d  %s%n", n, session.recording().describe(n));
			}
			out.println();
		} else if (!quiet) {
			new StageReport(terminal, session, lines).print();
		}
		History history = session.history();
		history.seek(history.size());
		for (StartOutcome s : session.outcome().starts()) {
			result(s);
		}
		received(history);
		putOut();
		pins(history);
		expectations();
		figures();
	}

	private void head() {
		String path = session.options().path();
		TranslationPath known = TranslationPath.named(path);
		out.println(terminal.bold(file + ", path " + path) + (known == null ? ": the guest has the channel to itself" : ": " + known.title()));
		if (!session.options().backend().equals("simulated")) {
			out.println("On the real device " + session.options().backend());
		}
		for (DeviceSpec d : session.image().devices()) {
			out.printf("Device 0.0.%04X: %s%s%n", d.number(), d.type(), d.image() == null ? "" : ", image " + d.image());
		}
		out.println();
	}

	private void result(StartOutcome s) {
		int count = session.image().starts().size();
		out.println(terminal.bold(count == 1 ? "Result" : "Result of start function " + (s.index() + 1) + " of " + count));
		if (!session.options().path().equals("direct")) {
			out.println("  The kernel answered " + Errno.text(s.returnCode()) + ".");
		}
		out.println("  " + s.started());
		if (s.ending() != Ending.ENDED) {
			out.println("  " + terminal.bad(s.ending().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')) + ".");
		}
		for (String note : s.notes()) {
			out.println("  " + terminal.bad("Note: ") + note + ".");
		}
		Explanation e = s.explanation();
		if (e == null) {
			out.println("  The guest got no IRB.");
		} else {
			if (s.delivered().irbs().size() > 1) {
				out.println("  " + s.delivered().irbs().size() + " interruptions; this is the last IRB.");
			}
			out.print(quiet ? "  " + e.verdict() + "\n" : e.text().indent(2));
		}
		if (s.delivered().sense().length > 0) {
			out.println("  Sense: " + Hex.words(s.delivered().sense(), 0, s.delivered().sense().length));
		}
		for (int crw : s.delivered().reports()) {
			byte[] word = new byte[4];
			Bytes.put32(word, 0, crw);
			out.printf("  Channel report %08X: %s%n", crw, Explain.explanation(Block.byName("crw"), word, s.deviceType()).verdict());
		}
		out.println();
	}

	private void received(History history) {
		AddressSpace guest = session.scene().guest();
		int shown = 0;
		for (DataArea a : history.received()) {
			if (++shown > MOST_AREAS) {
				out.println("  ... further areas are not shown");
				break;
			}
			out.println(terminal.bold("Received") + " " + a.length() + " bytes at " + name(a.guest()));
			int n = (int) Math.min(a.length(), DUMPED);
			if (guest.contains(a.guest(), n)) {
				out.print(Dump.of(guest.bytes(a.guest(), n), a.guest(), "  "));
			}
			if (n < a.length()) {
				out.println("  ... " + (a.length() - n) + " more bytes");
			}
			out.println();
		}
	}

	private String name(long guest) {
		String hex = CcwText.hex(guest);
		String name = session.image().name(guest);
		return name.equals(hex) ? hex : hex + " " + name;
	}

	/** Pages and cards: line or card number, channel of the carriage control, + for what was printed over a line. */
	private void putOut() {
		for (MachineDevice d : session.devices()) {
			int page = 0;
			int shown = 0;
			for (List<OutputDevice.Line> lines : d.device() instanceof OutputDevice o ? o.pages() : List.<List<OutputDevice.Line>>of()) {
				out.println(terminal.bold(String.format("Put out by device %04X (%s), page %d", d.number(), d.device().type(), ++page)));
				for (OutputDevice.Line l : lines) {
					if (++shown <= MOST_LINES) {
						out.printf("  %4d %2s  |%s%n", l.number(), l.channel() == 0 ? "" : "" + l.channel(), printable(l.text()));
						l.over().forEach(o -> out.printf("        + |%s%n", printable(o)));
					}
				}
				if (shown > MOST_LINES) {
					out.println("  ... further lines are not shown");
					break;
				}
				out.println();
			}
		}
	}

	private static String printable(String text) {
		return text.replaceAll("\\p{Cntrl}", ".");
	}

	private void pins(History history) {
		if (history.pinned() == 0) {
			return;
		}
		out.println(terminal.bad("Still pinned at the end"));
		for (PinRow p : history.pins()) {
			out.printf("  guest %s, host %s: %d times, since event %d%n", p.guest() < 0 ? "-" : CcwText.hex(p.guest()),
					CcwText.hex(p.host()), p.count(), p.since());
		}
		out.println();
	}

	private void expectations() {
		if (session.outcome().expectations().isEmpty()) {
			boolean good = session.outcome().asExpected();
			boolean nothing = session.outcome().starts().stream().allMatch(StartOutcome::nothingExpected);
			String says = "The text expects nothing in particular" + (nothing ? "" : " on this path");
			out.println(good ? says + "." : terminal.bad(says + "; the program did not end normally."));
			out.println();
			return;
		}
		out.println(terminal.bold("Expected"));
		for (Check c : session.outcome().expectations()) {
			String place = " (line " + c.line() + ")";
			if (c.ok()) {
				out.printf("  %s  %s is %s%s%n", terminal.good("ok "), c.name(), shorten(c.actual()), terminal.faint(place));
			} else {
				out.printf("  %s  %s is %s, expected %s%s%n", terminal.bad("BAD"), c.name(), shorten(c.actual()), shorten(c.expected()), place);
			}
		}
		out.println();
	}

	private static String shorten(String s) {
		return s.length() <= 200 ? s : s.substring(0, 200) + "... (" + s.length() + " digits)";
	}

	private void figures() {
		Costs c = session.outcome().costs();
		if (!c.known()) {
			out.printf("%d bytes copied and %d system calls by this side; what the host's kernel did is not counted.%n", c.bytesCopied(), c.systemCalls());
		} else if (!session.options().path().equals("direct")) {
			out.printf("Program rewritten %d times (%d CCWs), %d look-ups, %d pins, %d unpins, at most %d pinned,%n",
					c.rewrites(), c.ccwsTranslated(), c.lookUps(), c.pins(), c.unpins(), c.peakPins());
			out.printf("%d bytes copied, %d system calls.%n", c.bytesCopied(), c.systemCalls());
		}
		out.printf("Recording: %d events, %d bytes.%n", session.recording().size(), session.recording().bytes());
		out.println(session.outcome().asExpected() ? terminal.good("As expected.") : terminal.bad("Not as expected."));
		out.println();
	}
}
