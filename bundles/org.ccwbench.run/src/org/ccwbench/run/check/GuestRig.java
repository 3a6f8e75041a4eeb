// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.ccwbench.channel.ChannelSubsystem;
import org.ccwbench.storage.Bytes;
import org.ccwbench.vfio.DmaMap;
import org.ccwbench.vfio.Machine;
import org.ccwbench.vfio.PathMachine;
import org.ccwbench.vfio.Region;
import org.ccwbench.vfio.Statistics;
import org.ccwbench.vfio.Type1Container;
import org.ccwbench.vfio.VfioCcwDevice;
import org.ccwbench.vfio.VfioListener;

/** One recorded vfio-ccw device with its monitor's mappings, and the calls that are made to it. */
final class GuestRig {
	private static final int SID = 0x0001_0000;
	private static final int RW = DmaMap.READ | DmaMap.WRITE;
	private static final int IO_LENGTH = 124;
	private static final String SHORT = "write-short-";
	private static final int STEPS = 100_000;
	private static final HexFormat HEX = HexFormat.of();

	private final Machine machine = new Machine();
	private final ChannelSubsystem channel = new ChannelSubsystem(machine.host());
	private final VfioCcwDevice device;

	/** @param name of the recorded device */
	GuestRig(String name) {
		machine.mapping(0x10000, 0x40000, Machine.ANY, Machine.ANY, RW);
		machine.mapping(0x1_2345_0000L, 0x10000, Machine.ANY, Machine.ANY, RW);
		machine.mapping(0x80_0000, 0x4000, Machine.ANY, Machine.ANY, DmaMap.READ);
		channel.attach(0, 0, new GenericDevice(name));
		PathMachine path = new PathMachine(machine, channel, SID);
		device = new VfioCcwDevice(path, new Type1Container(machine, new Statistics()), VfioListener.NONE);
		device.open();
	}

	Verdict call(String op, JsonObject v) {
		List<Verdict.Difference> d = new ArrayList<>();
		switch (op) {
			case "ssch" -> start(v, d);
			case "hsch", "csch" -> async(op, v, d);
			case "pread" -> {
				if (v.get("device").getAsString().equals("crw") && v.get("name").getAsString().startsWith("crw")) {
					return Verdict.skipped("channel paths cannot be varied and no channel reports injected here");
				}
				read(v, d);
			}
			case "pwrite-raw" -> {
				int rc = device.write(offset(v), new byte[v.get("len").getAsInt()], v.get("len").getAsInt());
				result("ret", rc, v, d);
			}
			case "ioctl VFIO_DEVICE_RESET" -> result("ret", device.reset(() -> settle(true)), v, d);
			case "ioctl GET_REGION_INFO" -> region(v, d);
			case "ioctl UNMAP_DMA" -> {
				GuestVectors.compare(v, "ret", 0, d);
				GuestVectors.compare(v, "size", machine.dmaMap().unmap(0x10000, 0x40000), d);
			}
			default -> {
				return Verdict.skipped("nothing does \"" + op + "\" here");
			}
		}
		return Verdict.of(d);
	}

	private void start(JsonObject v, List<Verdict.Difference> d) {
		JsonArray before = v.getAsJsonArray("mem_before");
		for (JsonElement e : before) {
			byte[] bytes = HEX.parseHex(e.getAsJsonObject().get("hex").getAsString());
			long at = Machine.GUEST_BASE + address(e);
			if (machine.user().contains(at, bytes.length)) {
				machine.user().store(at, bytes, 0, bytes.length);
			}
		}
		byte[] region = new byte[IO_LENGTH];
		byte[] orb = HEX.parseHex(v.get("orb").getAsString());
		byte[] scsw = HEX.parseHex(v.get("scsw_in").getAsString());
		System.arraycopy(orb, 0, region, 0, 12);
		System.arraycopy(scsw, 0, region, 12, 12);
		String name = v.get("name").getAsString();
		// How much a short write wrote stands nowhere else.
		int length = name.startsWith(SHORT) ? Integer.parseInt(name.substring(SHORT.length())) : IO_LENGTH;
		long signals = device.signals();
		int rc = device.write(0, region, length);
		boolean doubted = v.has("caveat");
		settle(false);
		result("pwrite", rc, v, d);
		device.read(0, region, IO_LENGTH);
		GuestVectors.compare(v, "ret_code", Bytes.get32(region, 120), d);
		GuestVectors.compare(v, "orb_area_after", HEX.formatHex(region, 0, 12), d);
		GuestVectors.compare(v, "scsw_area_after", HEX.formatHex(region, 12, 24), d);
		if (!doubted) {
			GuestVectors.compare(v, "io_events", device.signals() - signals, d);
		}
		if (!doubted && rc == IO_LENGTH && generic(before, orb)) {
			status(v, region, d);
			storage(v, d);
		}
	}

	/** Whether the program consists of commands that every recorded device answered alike. */
	private boolean generic(JsonArray before, byte[] orb) {
		long cpa = Bytes.get32(orb, 8);
		for (JsonElement e : before) {
			byte[] bytes = HEX.parseHex(e.getAsJsonObject().get("hex").getAsString());
			boolean program = bytes.length == 8 || address(e) == cpa;
			int command = bytes.length == 0 ? 0 : bytes[0] & 0xFF;
			boolean known = command == GenericDevice.NOP || command == GenericDevice.SENSE || command == GenericDevice.SENSE_ID
					|| command == 0x08;
			if (program && address(e) < 0x12000 && !known) {
				return false;
			}
		}
		return !before.isEmpty();
	}

	private static void status(JsonObject v, byte[] region, List<Verdict.Difference> d) {
		byte[] recorded = HEX.parseHex(v.get("scsw").getAsString());
		boolean same = Bytes.get16(recorded, 2) == Bytes.get16(region, 26) && Bytes.get32(recorded, 4) == Bytes.get32(region, 28)
				&& Bytes.get16(recorded, 8) == Bytes.get16(region, 32);
		if (!same) {
			d.add(new Verdict.Difference("scsw", v.get("scsw").getAsString(), HEX.formatHex(region, 24, 36)));
		}
	}

	private void storage(JsonObject v, List<Verdict.Difference> d) {
		for (JsonElement e : v.getAsJsonArray("mem_after")) {
			String recorded = e.getAsJsonObject().get("hex").getAsString();
			String actual = HEX.formatHex(machine.user().bytes(Machine.GUEST_BASE + address(e), recorded.length() / 2));
			if (!recorded.equals(actual)) {
				d.add(new Verdict.Difference("mem_after " + Long.toHexString(address(e)), recorded, actual));
			}
		}
	}

	private void async(String op, JsonObject v, List<Verdict.Difference> d) {
		byte[] command = HEX.parseHex(v.get("cmd_region_in").getAsString());
		long signals = device.signals();
		int rc = device.write(Region.SPACING, command, command.length);
		settle(false);
		result("pwrite", rc, v, d);
		device.read(Region.SPACING, command, command.length);
		GuestVectors.compare(v, "cmd_region_after", HEX.formatHex(command), d);
		GuestVectors.compare(v, "io_events", device.signals() - signals, d);
		byte[] irb = new byte[12];
		device.read(24, irb, 12);
		int function = op.equals("hsch") ? 0x2001 : 0x1001;
		if ((Bytes.get32(irb, 0) & function) != function) {
			d.add(new Verdict.Difference("scsw", v.get("scsw").getAsString(), HEX.formatHex(irb)));
		}
	}

	private void read(JsonObject v, List<Verdict.Difference> d) {
		int length = v.get("len").getAsInt();
		byte[] into = new byte[length];
		result("ret", device.read(offset(v), into, length), v, d);
		if (length == 8) {
			GuestVectors.compare(v, "hex", HEX.formatHex(into), d);
		}
	}

	private static void region(JsonObject v, List<Verdict.Difference> d) {
		Region r = Region.ALL.get(Character.getNumericValue(v.get("name").getAsString().charAt("region-info-".length())));
		GuestVectors.compare(v, "ret", 0, d);
		GuestVectors.compare(v, "flags", r.flags(), d);
		GuestVectors.compare(v, "size", r.size(), d);
		GuestVectors.compare(v, "offset", r.offset(), d);
		GuestVectors.compare(v, "cap_type", r.type(), d);
		GuestVectors.compare(v, "cap_subtype", r.subtype(), d);
	}

	/** A result as a system call gives it: the count, or -1 and the error number. */
	private static void result(String field, int rc, JsonObject v, List<Verdict.Difference> d) {
		GuestVectors.compare(v, field, rc < 0 ? -1 : rc, d);
		GuestVectors.compare(v, "errno", rc < 0 ? -rc : 0, d);
	}

	/** The file offset that a recorded read or write went to, which its name and length tell. */
	private static long offset(JsonObject v) {
		String name = v.get("name").getAsString();
		int length = v.get("len").getAsInt();
		return name.contains("schib") || length == 52 ? 2 * Region.SPACING : length == 8 ? 3 * Region.SPACING : 0;
	}

	/** Lets the channel come to rest, with the driver handling interruptions unless it is being closed. */
	private void settle(boolean closing) {
		for (int i = 0; i < STEPS; i++) {
			if (!closing && device.pending()) {
				device.interrupt();
			} else if (!channel.step()) {
				return;
			}
		}
	}

	private static long address(JsonElement e) {
		return Long.parseUnsignedLong(e.getAsJsonObject().get("iova").getAsString().replaceFirst("^0x", ""), 16);
	}
}
