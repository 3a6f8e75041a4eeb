// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HexFormat;
import org.ccwbench.vfio.ChannelProgram;
import org.ccwbench.vfio.Container;
import org.ccwbench.vfio.DmaMap;
import org.ccwbench.vfio.DriverVersion;
import org.ccwbench.vfio.Errno;
import org.ccwbench.vfio.Machine;
import org.ccwbench.vfio.Statistics;
import org.ccwbench.vfio.Type1Container;

/** One recorded program through one version's translator, and what can be seen of it in the form of the recording. */
final class TranslationCase {
	private static final long PAGE = 4096;
	/** Pages of one pin call that the recorder wrote down. */
	private static final int PAGES_SHOWN = 8;
	private static final int IDA = 0x04;
	private static final int TIC = 0x08;

	private final JsonObject input;
	private final DriverVersion version;
	private final Machine machine = new Machine();
	private final ChannelProgram program;
	private JsonArray events = new JsonArray();
	/** Pins less unpins as the driver asked for them, which may be fewer than none. */
	private long pins;

	TranslationCase(JsonObject input, DriverVersion version) {
		this.input = input;
		this.version = version;
		setUp(machine, input);
		program = new ChannelProgram(version, new Watched(new Type1Container(machine, new Statistics())),
				machine.kernel(), machine.host());
	}

	/** Gives a machine the mappings, holes, pin failures and storage of a recorded input. */
	static void setUp(Machine machine, JsonObject input) {
		for (JsonElement e : input.getAsJsonArray("map")) {
			JsonObject m = e.getAsJsonObject();
			int rc = machine.mapping(hex(m, "iova"), m.get("pages").getAsLong() * PAGE, Machine.ANY, hex(m, "host"),
					DmaMap.READ | DmaMap.WRITE);
			if (rc != 0) {
				throw new IllegalArgumentException("map " + m + ": " + Errno.text(rc));
			}
		}
		for (JsonElement e : input.getAsJsonArray("mem")) {
			JsonObject m = e.getAsJsonObject();
			byte[] bytes = HexFormat.of().parseHex(m.get("hex").getAsString());
			machine.user().store(Machine.GUEST_BASE + hex(m, "addr"), bytes, 0, bytes.length);
		}
		if (input.has("unmap")) {
			for (JsonElement e : input.getAsJsonArray("unmap")) {
				JsonObject m = e.getAsJsonObject();
				machine.hole(hex(m, "iova"), m.get("pages").getAsLong() * PAGE);
			}
		}
		if (input.has("failpin")) {
			for (JsonElement e : input.getAsJsonArray("failpin")) {
				machine.refusePins(Long.parseUnsignedLong(e.getAsString(), 16) & -PAGE, PAGE, Errno.EINVAL);
			}
		}
	}

	JsonObject run() {
		JsonObject out = new JsonObject();
		byte[] orb = HexFormat.of().parseHex(input.get("orb").getAsString());
		int rc = program.init(orb);
		out.addProperty("cp_init", rc);
		out.add("init_events", taken());
		out.addProperty("prefetch_warned", program.warned() ? 1 : 0);
		if (rc == 0) {
			out.add("guest_chains", chains(false));
			rc = program.prefetch();
			out.addProperty("cp_prefetch", rc);
			out.add("prefetch_events", taken());
			out.add("chains", chains(true));
			if (rc == 0) {
				hostOrb(out);
			}
			out.add("queries", queries());
			program.free();
			out.add("free_events", taken());
		}
		out.addProperty("pins_left", pins);
		out.addProperty("allocs_leaked", machine.kernel().live());
		return out;
	}

	private void hostOrb(JsonObject out) {
		byte[] orb = new byte[12];
		program.orb(orb, 0, 0x80);
		out.addProperty("orb_word1", HexFormat.of().formatHex(orb, 4, 8));
		long cpa = Long.parseLong(HexFormat.of().formatHex(orb, 8, 12), 16);
		out.addProperty("orb_cpa_is_chain0", cpa == program.hostAddress(0));
	}

	private JsonArray chains(boolean translated) {
		JsonArray all = new JsonArray();
		for (int c = 0; c < program.chains(); c++) {
			JsonObject chain = new JsonObject();
			chain.addProperty("iova", Long.toHexString(program.ccwAddress(c, 0)));
			chain.addProperty("len", program.length(c));
			JsonArray ccws = new JsonArray();
			for (int i = 0; i < program.length(c); i++) {
				ccws.add(ccw(c, i, translated));
			}
			chain.add("ccws", ccws);
			all.add(chain);
		}
		return all;
	}

	private JsonObject ccw(int c, int i, boolean translated) {
		long ccw = program.ccw(c, i);
		int command = (int) (ccw >>> 56);
		long address = ccw & 0xFFFF_FFFFL;
		JsonObject o = new JsonObject();
		o.addProperty("cmd", String.format("%02x", command));
		o.addProperty("flags", String.format("%02x", ccw >>> 48 & 0xFF));
		o.addProperty("count", ccw >>> 32 & 0xFFFF);
		int words = program.listWords(c, i);
		if (translated && command == TIC) {
			transfer(o, address);
		} else if (translated && (ccw >>> 48 & IDA) != 0 && words > 0) {
			JsonArray list = new JsonArray();
			for (int w = 0; w < words; w++) {
				list.add(Long.toHexString(machine.host().load64(address + w * 8L)));
			}
			o.add("idal", list);
		} else {
			o.addProperty("cda", Long.toHexString(address));
		}
		JsonArray pinned = new JsonArray();
		for (int n = 0; n < program.pinCount(c, i); n++) {
			pinned.add(Long.toHexString(program.pinnedIova(c, i, n)));
		}
		o.add("pinned", pinned);
		return o;
	}

	private void transfer(JsonObject o, long address) {
		for (int t = 0; t < program.chains(); t++) {
			long offset = address - program.hostAddress(t);
			if (offset >= 0 && offset < program.length(t) * 8L) {
				JsonObject tic = new JsonObject();
				tic.addProperty("chain", t);
				tic.addProperty("index", offset / 8);
				tic.addProperty("rem", offset % 8);
				o.add("tic", tic);
				return;
			}
		}
		// A chain that was not translated: where the recorder's allocator put its copy says nothing.
		o.addProperty("cda", JsonDifferences.INCOMPARABLE);
	}

	private JsonArray queries() {
		JsonArray answers = new JsonArray();
		for (JsonElement e : input.getAsJsonArray("queries")) {
			JsonObject q = e.getAsJsonObject();
			JsonObject a = new JsonObject();
			if (q.has("cpa")) {
				cpa(q.getAsJsonArray("cpa"), a);
			} else if (q.has("rawcpa")) {
				a.add("host_cpa", q.get("rawcpa"));
				a.addProperty("guest_cpa", Long.toHexString(program.guestCpa(hex(q, "rawcpa"))));
			} else if (q.has("pinned")) {
				JsonArray p = q.getAsJsonArray("pinned");
				a.add("pinned", p.get(0));
				a.add("len", p.get(1));
				a.addProperty("answer", program.pinned(Long.parseUnsignedLong(p.get(0).getAsString(), 16), p.get(1).getAsLong()));
			}
			answers.add(a);
		}
		return answers;
	}

	private void cpa(JsonArray place, JsonObject a) {
		int c = place.get(0).getAsInt();
		int i = place.get(1).getAsInt();
		JsonObject where = new JsonObject();
		where.add("chain", new JsonPrimitive(c));
		where.add("index", new JsonPrimitive(i));
		a.add("host_cpa", where);
		boolean found = c < program.chains();
		long cpa = found ? program.hostAddress(c) + i * 8L : 0;
		long guest = found ? program.guestCpa(cpa) : 0;
		a.addProperty("guest_cpa", guest == cpa ? "0" : Long.toHexString(guest));
		a.addProperty("found_chain", found);
	}

	private JsonArray taken() {
		JsonArray e = events;
		events = new JsonArray();
		return e;
	}

	private static long hex(JsonObject o, String member) {
		return Long.parseUnsignedLong(o.get(member).getAsString().replaceFirst("^0x", ""), 16);
	}

	/** Writes down every request of the driver as the recorder did. */
	private final class Watched implements Container {
		private final Container inner;

		Watched(Container inner) {
			this.inner = inner;
		}

		@Override
		public int read(long iova, byte[] into, int offset, int length, long cause) {
			int rc = inner.read(iova, into, offset, length, cause);
			JsonObject e = new JsonObject();
			e.addProperty("rw", Long.toHexString(iova));
			e.addProperty("len", length);
			e.addProperty("rc", rc);
			events.add(e);
			return rc;
		}

		@Override
		public int pin(long[] iovas, int offset, int n, long[] frames, long cause, long stride) {
			int rc = inner.pin(iovas, offset, n, frames, cause, stride);
			pins += Math.max(0, rc);
			JsonObject e = new JsonObject();
			if (version == DriverVersion.LINUX_6_12) {
				e.addProperty("pin", Long.toHexString(iovas[offset]));
			} else {
				JsonArray pages = new JsonArray();
				for (int i = 0; i < Math.min(n, PAGES_SHOWN); i++) {
					pages.add(Long.toHexString(iovas[offset + i]));
				}
				e.add("pin", pages);
			}
			e.addProperty("n", n);
			e.addProperty("rc", rc);
			events.add(e);
			return rc;
		}

		@Override
		public void unpin(long[] iovas, int offset, int n, long[] frames, long cause) {
			inner.unpin(iovas, offset, n, frames, cause);
			unpinned(iovas[offset], n);
		}

		@Override
		public void unpinNothing(long[] iovas, int offset, int n, long cause) {
			unpinned(iovas[offset], n);
		}

		private void unpinned(long first, int n) {
			pins -= n;
			JsonObject e = new JsonObject();
			e.addProperty("unpin", Long.toHexString(first));
			e.addProperty("n", n);
			events.add(e);
		}
	}
}
