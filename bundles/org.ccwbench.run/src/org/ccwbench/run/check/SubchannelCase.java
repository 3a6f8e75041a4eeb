// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ccwbench.channel.ChannelSubsystem;
import org.ccwbench.channel.Device;
import org.ccwbench.channel.ProgramInterruption;
import org.ccwbench.channel.Subchannel;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;
import org.ccwbench.device.ImageException;
import org.ccwbench.device.MediumDevice;
import org.ccwbench.storage.AddressSpace;
import org.ccwbench.storage.Storage;

/** One recorded case run on a machine of its own: its devices, its storage, its operations in order. */
final class SubchannelCase {
	private static final int OPS = 10_000;
	private static final long LONGEST_WAIT = 60_000_000;
	private static final int IRBS = 8;
	private static final int SCHIB = 52;
	private static final int IRB = 96;
	private static final int PAGE = AddressSpace.PAGE_SIZE;
	/** Control unit of a 3390 that the recording did not choose one for. */
	private static final String UNCHOSEN = "cu=2107";
	private static final HexFormat HEX = HexFormat.of();

	private final JsonObject input;
	private final Storage storage;
	private final ChannelSubsystem css;
	private final List<Device> devices = new ArrayList<>();
	private final List<String> images = new ArrayList<>();
	private final List<String> papers = new ArrayList<>();
	private final ImageShelf shelf;
	private final Terminal terminal;
	/** Pages with content before the run, by address. */
	private final Map<Long, byte[]> before = new LinkedHashMap<>();
	private final List<OpResult> results = new ArrayList<>();

	/** What one operation gave; null for what it does not give. */
	private static final class OpResult {
		String cc = "null";
		String programInterruption;
		String schib;
		String irb;
		String lastIrb;
		String code;
		boolean timeout;
		final List<String> irbs = new ArrayList<>();

		void cc(int conditionCode) {
			cc = String.valueOf(conditionCode);
		}
	}

	SubchannelCase(JsonObject input, long storageSize, ImageShelf shelf) {
		this.input = input;
		this.shelf = shelf;
		this.terminal = new Terminal(input.get("helper"));
		storage = new Storage("guest absolute", storageSize);
		css = new ChannelSubsystem(storage);
		int number = 0;
		for (JsonElement e : input.getAsJsonArray("devices")) {
			attach(number++, e.getAsJsonObject());
		}
		Devices.couple(devices);
		for (JsonElement e : input.getAsJsonArray("mem")) {
			byte[] bytes = HEX.parseHex(e.getAsJsonObject().get("hex").getAsString());
			storage.store(hex(e.getAsJsonObject(), "addr"), bytes, 0, bytes.length);
		}
		storage.forEachFrame(a -> before.put(a, storage.bytes(a, PAGE)));
		int ops = 0;
		for (JsonElement e : input.getAsJsonArray("ops")) {
			if (++ops > OPS) {
				throw new IllegalArgumentException("more than " + OPS + " operations");
			}
			results.add(execute(e.getAsJsonObject()));
		}
	}

	private void attach(int number, JsonObject d) {
		String type = d.get("type").getAsString();
		String image = d.has("image") ? d.get("image").getAsString() : null;
		String words = d.has("opts") ? d.get("opts").getAsString() : "";
		if (type.equals("3390") && words.isEmpty()) {
			words = UNCHOSEN;
		}
		if (type.equals("3270")) {
			words = terminal.options();
		}
		int devno = Integer.parseInt(d.get("devno").getAsString(), 16);
		try {
			Device made = Devices.create(DeviceOptions.of(type, devno, image == null ? null : shelf.get(image), words));
			css.attach(number, devno, made);
			devices.add(made);
			images.add(image);
			papers.add(d.has("out") ? d.get("out").getAsString() : null);
		} catch (ImageException e) {
			throw new IllegalArgumentException(e.getMessage(), e);
		}
	}

	private OpResult execute(JsonObject op) {
		OpResult r = new OpResult();
		String name = op.get("op").getAsString();
		long address = number(op, "addr");
		long parameter = number(op, "param");
		int sid = 0x0001_0000 | (int) number(op, "sch");
		try {
			switch (name) {
			case "stsch" -> {
				r.cc(css.stsch(sid, address));
				r.schib = HEX.formatHex(storage.bytes(address, SCHIB));
			}
			case "msch" -> r.cc(css.msch(sid, address));
			case "ssch" -> r.cc(css.ssch(sid, address));
			case "tsch" -> {
				r.cc(css.tsch(sid, address));
				r.irb = HEX.formatHex(storage.bytes(address, IRB));
			}
			case "hsch" -> r.cc(css.hsch(sid));
			case "csch" -> r.cc(css.csch(sid));
			case "rsch" -> r.cc(css.rsch(sid));
			case "xsch" -> r.cc(css.xsch(sid));
			case "tpi" -> interruption(address, r);
			case "sal" -> {
				css.sal(parameter);
				r.cc(0);
			}
			case "waitf" -> {
				terminal.waited(devices);
				await(sid, address, bounded(parameter), r);
			}
			case "delay" -> {
				css.advance(bounded(parameter));
				r.cc(0);
			}
			case "sske" -> {
				storage.setKey(address, (int) parameter >>> 1 & 0x7F);
				r.cc(0);
			}
			case "iske" -> r.cc(storage.key(address) << 1);
			case "stb" -> {
				storage.store8(address, (int) parameter);
				r.cc(0);
			}
			case "stw" -> {
				storage.store32(address, parameter);
				r.cc(0);
			}
			default -> throw new IllegalArgumentException("no operation \"" + name + "\"");
			}
		} catch (ProgramInterruption e) {
			r.programInterruption = String.format("%04X", e.code());
		}
		return r;
	}

	private void interruption(long address, OpResult r) {
		byte[] code = new byte[12];
		r.cc(css.tpi(code));
		if (!r.cc.equals("0")) {
			storage.store(address, code, 0, code.length);
		}
		r.code = HEX.formatHex(storage.bytes(address, code.length));
	}

	/** Waits for interruptions and takes their status, until one ends what was started. */
	private void await(int sid, long address, long micros, OpResult r) {
		long until = css.now() + micros;
		for (int n = 0; n < IRBS;) {
			Subchannel s = css.subchannel(sid & 0xFFFF);
			boolean pending = s != null && (s.irb()[3] & 1) != 0;
			if (!pending) {
				long due = css.nextDue();
				if (due >= 0 && due <= until) {
					css.step();
					continue;
				}
				css.advance(until - css.now());
				int cc = css.tsch(sid, address);
				r.lastIrb = HEX.formatHex(storage.bytes(address, IRB));
				if (cc == 3) {
					r.cc(3);
				} else {
					r.timeout = true;
				}
				return;
			}
			long at = address + 0x80L * n++;
			r.cc(css.tsch(sid, at));
			byte[] irb = storage.bytes(at, IRB);
			r.irbs.add(HEX.formatHex(irb));
			int status = irb[3] & 0x1F;
			if ((status & 2) != 0 || (irb[3] & 0x20) != 0 || status == 0x11 || status == 1) {
				return;
			}
		}
	}

	/**
	 * What is not as recorded.
	 *
	 * @param counts whether residual counts are compared
	 */
	List<Verdict.Difference> differences(JsonObject expected, boolean counts) {
		List<Verdict.Difference> out = new ArrayList<>();
		int i = 0;
		for (JsonElement e : expected.getAsJsonArray("ops")) {
			if (i == results.size()) {
				out.add(new Verdict.Difference("ops[" + i + "]", e.toString(), "nothing"));
				break;
			}
			compare("ops[" + i + "]", e.getAsJsonObject(), results.get(i++), counts, out);
		}
		if (expected.has("mem_after")) {
			for (JsonElement e : expected.getAsJsonArray("mem_after")) {
				JsonObject m = e.getAsJsonObject();
				String hex = m.get("hex").getAsString();
				long at = hex(m, "addr");
				text("mem_after " + m.get("addr").getAsString(), hex,
						HEX.formatHex(storage.bytes(at, hex.length() / 2)), out);
			}
		}
		if (expected.has("changed")) {
			changes(expected, out);
		}
		if (expected.has("outputs")) {
			outputs(expected.getAsJsonObject("outputs"), out);
		}
		return out;
	}

	private static void compare(String op, JsonObject e, OpResult r, boolean counts, List<Verdict.Difference> out) {
		String interruption = e.has("program_interruption") ? e.get("program_interruption").getAsString() : "none";
		text(op + ".program_interruption", interruption,
				r.programInterruption == null ? "none" : r.programInterruption, out);
		text(op + ".cc", e.has("cc") && !e.get("cc").isJsonNull() ? e.get("cc").getAsString() : "null", r.cc, out);
		text(op + ".timeout", String.valueOf(e.has("timeout") && e.get("timeout").getAsBoolean()),
				String.valueOf(r.timeout), out);
		if (e.has("schib") && r.schib != null) {
			text(op + ".schib", masked(settled(e.get("schib").getAsString()), counts ? -1 : 38),
					masked(r.schib, counts ? -1 : 38), out);
		}
		block(op + ".irb", e, "irb", r.irb, counts ? -1 : 10, out);
		block(op + ".last_irb", e, "last_irb", r.lastIrb, counts ? -1 : 10, out);
		block(op + ".intcode", e, "intcode", r.code, -1, out);
		if (e.has("irbs")) {
			List<JsonElement> irbs = e.getAsJsonArray("irbs").asList();
			for (int k = 0; k < Math.max(irbs.size(), r.irbs.size()); k++) {
				String field = op + ".irbs[" + k + "]";
				String wanted = k < irbs.size() ? irbs.get(k).getAsString() : "nothing";
				String actual = k < r.irbs.size() ? r.irbs.get(k) : "nothing";
				text(field, masked(wanted, counts ? -1 : 10), masked(actual, counts ? -1 : 10), out);
			}
		}
	}

	/**
	 * The recorders keep intermediate status on while a subchannel is active; the architecture has it only
	 * where an interruption condition is (PoP, chapter 16, "Status Control"), and SCHIBs are not what they agree on.
	 */
	private static String settled(String schib) {
		int last = SCSW_WORD_0 + 6;
		int control = Integer.parseInt(schib, last, last + 2, 16);
		boolean active = (control & 0xE0) == 0xC0 && (control & 0x17) == 0;
		return active ? schib.substring(0, last) + String.format("%02x", control & ~0x08) + schib.substring(last + 2) : schib;
	}

	/** Where the first word of the SCSW stands in the hexadecimal text of a SCHIB. */
	private static final int SCSW_WORD_0 = 2 * 28;

	private static void block(String field, JsonObject e, String member, String actual, int count,
			List<Verdict.Difference> out) {
		if (e.has(member) && actual != null) {
			text(field, masked(e.get(member).getAsString(), count), masked(actual, count), out);
		}
	}

	/** Leaves the two bytes at {@code count} out of the comparison, if there is one to leave out. */
	private static String masked(String hex, int count) {
		return count < 0 || hex.length() < count * 2 + 4 ? hex
				: hex.substring(0, count * 2) + "...." + hex.substring(count * 2 + 4);
	}

	private static void text(String field, String expected, String actual, List<Verdict.Difference> out) {
		if (!expected.equalsIgnoreCase(actual)) {
			out.add(new Verdict.Difference(field, expected, actual));
		}
	}

	/** Lowest address at which changes of storage are recorded: below are the operands of the instructions. */
	private static final long OBSERVED = 0x8000;

	private void changes(JsonObject expected, List<Verdict.Difference> out) {
		Map<Long, byte[]> wanted = new LinkedHashMap<>();
		before.forEach((a, page) -> wanted.put(a, page.clone()));
		List<long[]> open = new ArrayList<>();
		for (JsonElement e : expected.getAsJsonArray("changed")) {
			JsonObject m = e.getAsJsonObject();
			// Long ranges are written down with their first bytes only.
			String hex = m.get("hex").getAsString().replaceFirst("[^0-9A-Fa-f].*$", "");
			byte[] bytes = HEX.parseHex(hex.substring(0, hex.length() & ~1));
			long at = hex(m, "addr");
			for (int i = 0; i < bytes.length; i++) {
				page(wanted, at + i)[(int) (at + i) & PAGE - 1] = bytes[i];
			}
			open.add(new long[] { at + bytes.length, at + m.get("len").getAsLong() });
		}
		storage.forEachFrame(a -> page(wanted, a));
		wanted.forEach((a, page) -> {
			byte[] actual = storage.bytes(a, PAGE);
			for (int i = 0; i < PAGE; i++) {
				long at = a + i;
				if (page[i] != actual[i] && at >= OBSERVED && open.stream().noneMatch(o -> at >= o[0] && at < o[1])) {
					out.add(new Verdict.Difference(String.format("changed %X", at), rest(page, i), rest(actual, i)));
					return;
				}
			}
		});
	}

	private static byte[] page(Map<Long, byte[]> pages, long address) {
		return pages.computeIfAbsent(address & AddressSpace.PAGE_MASK, a -> new byte[PAGE]);
	}

	private static String rest(byte[] page, int from) {
		return HEX.formatHex(page, from, Math.min(PAGE, from + 16)) + "…";
	}

	private void outputs(JsonObject expected, List<Verdict.Difference> out) {
		for (Map.Entry<String, JsonElement> e : expected.entrySet()) {
			String name = e.getKey();
			boolean image = name.endsWith(".diff");
			int n = image ? images.indexOf(name.substring(0, name.length() - 5)) : papers.indexOf(name);
			if (n < 0 || !(devices.get(n) instanceof MediumDevice d)) {
				out.add(new Verdict.Difference("outputs." + name, "a medium", "none"));
			} else if (image) {
				MediumCompare.diff(name, shelf.get(images.get(n)), e.getValue().getAsJsonArray(), d.medium(), out);
			} else {
				MediumCompare.whole(name, HEX.parseHex(e.getValue().getAsString()), d.medium(), out);
			}
		}
	}

	private static long bounded(long micros) {
		if (micros < 0 || micros > LONGEST_WAIT) {
			throw new IllegalArgumentException("a wait of " + micros + " microseconds; at most " + LONGEST_WAIT);
		}
		return micros;
	}

	private static long hex(JsonObject o, String member) {
		return Long.parseUnsignedLong(o.get(member).getAsString().replaceFirst("^0[xX]", ""), 16);
	}

	private static long number(JsonObject o, String member) {
		return o.has(member) && !o.get(member).isJsonNull() ? Long.decode(o.get(member).getAsString()) : 0;
	}
}
