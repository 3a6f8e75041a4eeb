// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ccwbench.arch.Hex;
import org.ccwbench.notation.Image;
import org.ccwbench.notation.Notation;
import org.ccwbench.run.DataArea;
import org.ccwbench.run.Session;
import org.ccwbench.run.SessionException;
import org.ccwbench.run.SessionOptions;
import org.ccwbench.run.StartOutcome;
import org.ccwbench.storage.AddressSpace;

/**
 * What a backend did with a text: the whole text, and for each start function the driver's answer, condition code,
 * IRBs and sense bytes, and guest storage that received data. Checked by running the text on the simulation along the
 * same path. Of an IRB the SCSW is compared, and the extended-control words where they hold sense bytes; the rest
 * tells of the moment and of the machine.
 */
public final class CapturedVectors implements VectorKind {
	private static final String PATH = "path";
	private static final String TEXT = "text";
	private static final int SCSW = 12;
	private static final int ECW = 32;
	private static final int MOST_BYTES = 1 << 20;

	@Override
	public String name() {
		return "captured";
	}

	@Override
	public boolean recognises(JsonObject vector) {
		return vector.has(TEXT) && vector.has("starts");
	}

	@Override
	public List<String> oracles() {
		return List.of("captured");
	}

	@Override
	public Checker open(JsonObject meta, Path folder, String oracle) {
		return v -> check(v, folder);
	}

	private static Verdict check(JsonObject v, Path folder) {
		String file = v.get("name").getAsString() + ".ccw";
		Image image = Notation.assemble(file, v.get(TEXT).getAsString());
		try (Session s = Session.open(folder.resolve("captured.ccw"), image, SessionOptions.of(v.get(PATH).getAsString()).withRecording(false))) {
			s.run(() -> false);
			JsonObject expected = new JsonObject();
			expected.add("starts", v.get("starts"));
			JsonObject actual = new JsonObject();
			actual.add("starts", starts(s));
			for (JsonObject o : List.of(expected, actual)) {
				for (JsonElement e : o.getAsJsonArray("starts")) {
					e.getAsJsonObject().remove("irbs");
				}
			}
			List<Verdict.Difference> differences = new ArrayList<>();
			JsonDifferences.collect("starts", expected.get("starts"), actual.get("starts"), differences);
			storage(v, s.scene().guest(), differences);
			return Verdict.of(differences);
		} catch (SessionException e) {
			return Verdict.of(List.of(new Verdict.Difference("(vector)", "can be run", e.getMessage())));
		}
	}

	private static void storage(JsonObject v, AddressSpace guest, List<Verdict.Difference> into) {
		for (JsonElement e : v.getAsJsonArray("mem_after")) {
			JsonObject o = e.getAsJsonObject();
			long at = Long.parseLong(o.get("addr").getAsString(), 16);
			String expected = o.get("hex").getAsString();
			int n = expected.length() / 2;
			String actual = guest.contains(at, n) ? Hex.of(guest.bytes(at, n)) : "no storage";
			if (!expected.equalsIgnoreCase(actual)) {
				into.add(new Verdict.Difference("storage at " + o.get("addr").getAsString(), expected, actual));
			}
		}
	}

	/**
	 * A vector of a session that has run and was recorded.
	 *
	 * @param name     of the vector
	 * @param recorder what it ran on
	 */
	public static JsonObject capture(String name, String recorder, Session session) {
		JsonObject v = new JsonObject();
		v.addProperty("name", name);
		v.addProperty("recorder", recorder);
		v.addProperty(PATH, session.options().path());
		v.add("starts", starts(session));
		v.add("mem_after", received(session));
		v.addProperty(TEXT, session.image().text());
		return v;
	}

	private static JsonArray starts(Session session) {
		JsonArray all = new JsonArray();
		for (StartOutcome o : session.outcome().starts()) {
			JsonObject s = new JsonObject();
			s.addProperty("return_code", o.returnCode());
			s.addProperty("condition_code", o.conditionCode());
			s.addProperty("ending", o.ending().name().toLowerCase(Locale.ROOT));
			JsonArray scsws = new JsonArray();
			JsonArray ecws = new JsonArray();
			JsonArray irbs = new JsonArray();
			for (byte[] irb : o.delivered().irbs()) {
				scsws.add(Hex.of(Arrays.copyOf(irb, SCSW)));
				boolean sense = (irb[1] & 0x02) != 0;
				ecws.add(sense ? Hex.of(Arrays.copyOfRange(irb, ECW, ECW + Math.min(irb[17] & 0x3F, 32))) : "");
				irbs.add(Hex.of(irb));
			}
			s.add("scsw", scsws);
			s.add("ecw", ecws);
			s.addProperty("sense", Hex.of(o.delivered().sense()));
			s.add("irbs", irbs);
			all.add(s);
		}
		return all;
	}

	private static JsonArray received(Session session) {
		JsonArray all = new JsonArray();
		session.history().seek(session.history().size());
		int left = MOST_BYTES;
		for (DataArea a : session.history().received()) {
			int n = (int) Math.min(a.length(), left);
			AddressSpace guest = session.scene().guest();
			if (n > 0 && guest.contains(a.guest(), n)) {
				JsonObject o = new JsonObject();
				o.addProperty("addr", Long.toHexString(a.guest()));
				o.addProperty("hex", Hex.of(guest.bytes(a.guest(), n)));
				all.add(o);
				left -= n;
			}
		}
		return all;
	}
}
