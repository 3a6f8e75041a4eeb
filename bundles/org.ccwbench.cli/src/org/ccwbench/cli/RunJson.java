// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.ccwbench.arch.Explanation;
import org.ccwbench.arch.Hex;
import org.ccwbench.device.OutputDevice;
import org.ccwbench.run.CcwRow;
import org.ccwbench.run.Check;
import org.ccwbench.run.DataArea;
import org.ccwbench.run.History;
import org.ccwbench.run.MachineDevice;
import org.ccwbench.run.PinRow;
import org.ccwbench.run.PinSpan;
import org.ccwbench.run.Recording;
import org.ccwbench.run.Session;
import org.ccwbench.run.StageState;
import org.ccwbench.run.StartOutcome;
import org.ccwbench.run.TranslationRow;

/** A session as JSON; what the members mean stands in the help of {@link RunCommand}. */
final class RunJson {
	private static final int LONGEST = 1 << 16;

	private final JsonWriter json;
	private final boolean several;

	RunJson(PrintStream out, boolean several) throws IOException {
		json = new JsonWriter(new OutputStreamWriter(out, java.nio.charset.StandardCharsets.UTF_8));
		json.setIndent("  ");
		json.setSerializeNulls(true);
		json.setHtmlSafe(false);
		this.several = several;
		if (several) {
			json.beginArray();
		}
	}

	private void putOut(Session s) throws IOException {
		json.name("putOut").beginArray();
		for (MachineDevice d : s.devices()) {
			int page = 0;
			for (List<OutputDevice.Line> lines : d.device() instanceof OutputDevice o ? o.pages() : List.<List<OutputDevice.Line>>of()) {
				json.beginObject().name("device").value(String.format("%04X", d.number())).name("page").value(++page).name("lines").beginArray();
				for (OutputDevice.Line l : lines) {
					json.beginObject().name("number").value(l.number()).name("channel").value(l.channel()).name("text").value(l.text());
					json.name("over").beginArray();
					for (String o : l.over()) {
						json.value(o);
					}
					json.endArray().endObject();
				}
				json.endArray().endObject();
			}
		}
		json.endArray();
	}

	void end() throws IOException {
		if (several) {
			json.endArray();
		}
		json.flush();
	}

	void write(String file, Session s) throws IOException {
		History h = s.history();
		Recording r = s.recording();
		json.beginObject();
		json.name("file").value(file).name("path").value(s.options().path()).name("backend").value(s.options().backend());
		json.name("asExpected").value(s.outcome().asExpected());
		json.name("starts").beginArray();
		for (StartOutcome o : s.outcome().starts()) {
			start(s, o);
		}
		json.endArray();
		json.name("stages").beginArray();
		stages(h, s.image().starts().size());
		json.endArray();
		h.seek(h.size());
		putOut(s);
		json.name("program").beginArray();
		for (CcwRow row : h.program()) {
			ccw(row);
		}
		json.endArray();
		translations(h);
		received(s, h);
		json.name("events").value(r.size()).name("recordingBytes").value(r.bytes());
		json.endObject();
	}

	private void start(Session s, StartOutcome o) throws IOException {
		json.beginObject().name("start").value(o.index() + 1);
		json.name("device").value(String.format("%04X", s.image().devices().get(s.image().starts().get(o.index()).device()).number()));
		json.name("conditionCode");
		number(o.conditionCode());
		json.name("programInterruption").value(o.programInterruption() == 0 ? null : String.format("%04X", o.programInterruption()));
		json.name("returnCode").value(o.returnCode()).name("ending").value(lower(o.ending()));
		json.name("notes").beginArray();
		for (String n : o.notes()) {
			json.value(n);
		}
		json.endArray();
		json.name("irb").value(o.irb() == null ? null : Hex.of(o.irb()));
		json.name("irbs").beginArray();
		for (byte[] b : o.delivered().irbs()) {
			json.value(Hex.of(b));
		}
		json.endArray();
		json.name("sense").value(o.delivered().sense().length == 0 ? null : Hex.of(o.delivered().sense()));
		Explanation e = o.explanation();
		json.name("reports").beginArray();
		for (int crw : o.delivered().reports()) {
			json.value(String.format("%08X", crw));
		}
		json.endArray();
		json.name("verdict").value(e == null ? null : e.verdict());
		json.name("fields").beginArray();
		if (e != null) {
			fields(json, e, "");
		}
		json.endArray();
		json.name("expectations").beginArray();
		for (Check c : o.expectations()) {
			json.beginObject().name("name").value(c.name()).name("expected").value(c.expected()).name("actual").value(c.actual())
					.name("ok").value(c.ok()).name("line").value(c.line()).endObject();
		}
		json.endArray();
		json.name("costs").beginObject();
		CompareReport.costs(json, o.costs(), PinSpan.ofStart(s.recording(), o.index()));
		json.endObject().endObject();
	}

	/** Fields of a block and of the blocks in it, named as in {@code scsw.cpa}. */
	static void fields(JsonWriter json, Explanation e, String prefix) throws IOException {
		for (Explanation.Row row : e.rows()) {
			if (row.nested() != null) {
				fields(json, row.nested(), prefix + row.name() + ".");
			} else if (!row.field().kind().reserved() || row.value() != 0) {
				String name = row.name().startsWith(prefix) ? row.name() : prefix + row.name();
				json.beginObject().name("name").value(name).name("value").value(row.raw()).name("text").value(row.text()).endObject();
			}
		}
	}

	/** The stages of each start function as they are when it is over. */
	private void stages(History h, int starts) throws IOException {
		h.seek(0);
		for (int i = 0; i < starts; i++) {
			h.seek(h.startEnd(i));
			if (h.currentStart() != i) {
				break;
			}
			for (StageState s : h.stages()) {
				json.beginObject().name("start").value(i + 1).name("id").value(s.stage().id()).name("side").value(s.stage().side())
						.name("title").value(s.stage().title()).name("progress").value(lower(s.progress()));
				json.name("begun");
				number(s.begun());
				json.name("ended");
				number(s.ended());
				json.name("result").value(s.result());
				json.name("tally").beginObject().name("lookUps").value(s.tally().lookUps()).name("pins").value(s.tally().pins())
						.name("unpins").value(s.tally().unpins()).name("refused").value(s.tally().refused()).name("calls").value(s.tally().calls())
						.name("bytesCopied").value(s.tally().bytesCopied()).name("ccwsTranslated").value(s.tally().ccwsTranslated())
						.name("ccwsFetched").value(s.tally().ccwsFetched()).name("bytesMoved").value(s.tally().bytesMoved()).endObject();
				json.endObject();
			}
		}
	}

	private void ccw(CcwRow row) throws IOException {
		json.beginObject().name("progress").value(lower(row.progress())).name("fetched").value(row.fetched());
		json.name("unitStatus").value(row.unitStatus() < 0 ? null : Hex.of(row.unitStatus()));
		json.name("channelStatus").value(row.channelStatus() < 0 ? null : Hex.of(row.channelStatus()));
		json.name("residual");
		number(row.residual());
		json.name("line").value(row.line());
		form("guest", row.guest());
		form("user", row.user());
		form("host", row.host());
		json.endObject();
	}

	private void form(String name, CcwRow.Form f) throws IOException {
		json.name(name);
		if (f == null) {
			json.nullValue();
			return;
		}
		json.beginObject().name("address").value(CcwText.hex(f.address())).name("ccw").value(String.format("%016X", f.ccw()))
				.name("command").value(Hex.of(f.command())).name("flags").value(Hex.of(f.flags())).name("count").value(f.count())
				.name("data").value(CcwText.hex(f.data()));
		json.name("indirect").beginArray();
		for (CcwRow.Indirect w : f.indirect()) {
			json.beginObject().name("address").value(CcwText.hex(w.address())).name("data").value(CcwText.hex(w.data()));
			if (w.length() == 16) {
				json.name("flags").value(Hex.of(w.flags())).name("count").value(w.count());
			}
			json.endObject();
		}
		json.endArray().endObject();
	}

	private void translations(History h) throws IOException {
		json.name("translations").beginArray();
		List<StageState> stages = h.stages();
		for (TranslationRow t : h.translations()) {
			json.beginObject();
			address("guest", t.guest());
			address("user", t.user());
			address("host", t.host());
			address("cause", t.cause());
			json.name("stage").value(t.stage() < 0 ? null : stages.get(t.stage()).stage().id()).name("count").value(t.count()).endObject();
		}
		json.endArray().name("pins").beginArray();
		for (PinRow p : h.pins()) {
			json.beginObject();
			address("guest", p.guest());
			address("user", p.user());
			address("host", p.host());
			json.name("count").value(p.count()).name("since").value(p.since()).endObject();
		}
		json.endArray();
	}

	private void received(Session s, History h) throws IOException {
		json.name("received").beginArray();
		for (DataArea a : h.received()) {
			int n = (int) Math.min(a.length(), LONGEST);
			json.beginObject().name("address").value(CcwText.hex(a.guest())).name("label").value(s.image().name(a.guest()))
					.name("length").value(a.length());
			json.name("hex").value(s.scene().guest().contains(a.guest(), n) ? Hex.of(s.scene().guest().bytes(a.guest(), n)) : null);
			json.endObject();
		}
		json.endArray();
	}

	private void address(String name, long a) throws IOException {
		json.name(name).value(a == -1 ? null : CcwText.hex(a));
	}

	/** Nothing for a number that is not there. */
	private void number(long n) throws IOException {
		if (n < 0) {
			json.nullValue();
		} else {
			json.value(n);
		}
	}

	private static String lower(Enum<?> e) {
		return e.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}
}
