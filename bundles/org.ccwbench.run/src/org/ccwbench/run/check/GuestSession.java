// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.HexFormat;
import org.ccwbench.channel.Scsw;
import org.ccwbench.device.DisplayDevice;
import org.ccwbench.storage.Bytes;
import org.ccwbench.vfio.Errno;
import org.ccwbench.vfio.Region;
import org.ccwbench.vfio.device.Ioctl;
import org.ccwbench.vfio.device.PathEvent;

/** One recorded device: its calls that start, end and await I/O, made here and compared. */
final class GuestSession {
	static final int IO = 0;
	static final int CRW = 1;
	static final int REQUEST = 2;
	private static final int IO_LENGTH = 124;
	private static final int SCSW = 12;
	private static final int IRB = 24;
	private static final int RETURN_CODE = 120;
	private static final int IRB_LENGTH = 96;
	private static final long PROGRAM = 0x11000;
	private static final long PATIENCE = 3_000_000;
	private static final int ENTER = 0x7D;
	private static final String SHORT = "write-short-";
	private static final String OTHER_DISPLAY = "the emulated 3270 control unit answers otherwise than a 3274";
	private static final HexFormat HEX = HexFormat.of();

	private final GuestMachine machine;
	private final GuestScript script;
	private final boolean display;
	private boolean begun;
	private int triggers;

	GuestSession(String device) {
		machine = new GuestMachine(device);
		script = new GuestScript(device);
		display = device.equals("3270");
	}

	GuestMachine machine() {
		return machine;
	}

	/** Sets the eventfds up to that of this index, in order. */
	int setTriggers(int upTo) {
		machine.open();
		int rc = 0;
		for (; triggers <= upTo; triggers++) {
			rc = machine.setTrigger(triggers);
		}
		return rc;
	}

	/** Before a recorded call: makes those that came before it and have no record. */
	void before(String name) {
		setTriggers(REQUEST);
		for (GuestScript.Step s : script.skippedBefore(name)) {
			s.calls().forEach(this::unrecorded);
		}
	}

	private void unrecorded(String call) {
		String[] words = call.split(" ");
		switch (words[0]) {
			case "start" -> {
				machine.clear();
				machine.store(PROGRAM, HEX.parseHex(words[3]));
				write(HEX.parseHex("cafe0001" + words[1] + "00011000"), HEX.parseHex(words[2]), IO_LENGTH);
			}
			case "orb" -> write(HEX.parseHex("cafe000100c2800000011000"), new byte[SCSW], SCSW);
			case "halt" -> command(new byte[] {0, 0, 0, 1, 0, 0, 0, 0});
			case "clear" -> command(new byte[] {0, 0, 0, 2, 0, 0, 0, 0});
			case "reset" -> reset();
			case "unmap" -> machine.unmap(new byte[24]);
			case "unplug" -> machine.unplug();
			case "vary-off" -> vary(false);
			case "vary-on" -> vary(true);
			case "offline" -> path(PathEvent.OFFLINE, Integer.parseInt(words[1], 16));
			case "online" -> path(PathEvent.ONLINE, Integer.parseInt(words[1], 16));
			case "events" -> machine.events(CRW).take();
			case "report" -> machine.device().pread(new byte[8], 8, Region.ALL.get(Region.CRW).offset());
			default -> throw new IllegalStateException("no call " + call);
		}
		machine.settle();
	}

	int reset() {
		int rc = machine.device().ioctl(Ioctl.DEVICE_RESET, null);
		machine.settle();
		return rc;
	}

	void vary(boolean on) {
		path(on ? PathEvent.VARY_ON : PathEvent.VARY_OFF, machine.chpid());
	}

	void path(PathEvent event, int chpid) {
		machine.device().pathEvent(event, chpid);
		machine.settle();
	}

	private int write(byte[] orb, byte[] scsw, int length) {
		byte[] region = new byte[IO_LENGTH];
		System.arraycopy(orb, 0, region, 0, orb.length);
		System.arraycopy(scsw, 0, region, SCSW, scsw.length);
		begun = true;
		return machine.device().pwrite(region, length, 0);
	}

	private int command(byte[] region) {
		begun = true;
		return machine.device().pwrite(region, region.length, Region.ALL.get(Region.ASYNC).offset());
	}

	private byte[] region() {
		byte[] region = new byte[IO_LENGTH];
		machine.device().pread(region, IO_LENGTH, 0);
		return region;
	}

	// --- recorded calls ----------------------------------------------------------------------------------------

	/** A write of the I/O region with a channel program in storage. */
	void start(JsonObject v, GuestResult r) {
		machine.clear();
		for (JsonElement m : v.getAsJsonArray("mem_before")) {
			machine.store(iova(m), hex(m.getAsJsonObject(), "hex"));
		}
		byte[] recorded = hex(v, "scsw");
		machine.events(IO).take();
		String name = v.get("name").getAsString();
		// How much a short write was to write stands nowhere else.
		int length = name.startsWith(SHORT) ? Integer.parseInt(name.substring(SHORT.length())) : IO_LENGTH;
		if (length > IO_LENGTH) {
			throw new IllegalArgumentException(name + ": the region has " + IO_LENGTH + " bytes");
		}
		int rc = write(hex(v, "orb"), hex(v, "scsw_in"), length);
		if (GuestStatus.refusedLate(recorded)) {
			// Without a usable path a channel gives condition code 3 at once, and the kernel one of these.
			if (rc != -Errno.EACCES && rc != -Errno.ENODEV) {
				r.kernelDiffers("pwrite", "EACCES or ENODEV", Errno.text(rc));
			}
			r.deviceDiffers("pwrite", v.get("pwrite").getAsString(), Errno.text(rc));
			r.doubt("the emulated channel takes a start for which there is no path and refuses it later");
			return;
		}
		machine.pass(PATIENCE);
		result("pwrite", rc, r);
		if (rc >= 0 && display) {
			r.doubt(OTHER_DISPLAY);
		}
		after(v, r);
		for (JsonElement m : v.getAsJsonArray("mem_after")) {
			byte[] expected = hex(m.getAsJsonObject(), "hex");
			byte[] actual = machine.load(iova(m), expected.length);
			if (!Arrays.equals(expected, actual)) {
				r.deviceDiffers("mem_after " + m.getAsJsonObject().get("iova").getAsString(), HEX.formatHex(expected), HEX.formatHex(actual));
			}
		}
	}

	/** A write of the async region. */
	void async(JsonObject v, GuestResult r) {
		byte[] region = hex(v, "cmd_region_in");
		machine.events(IO).take();
		int rc = command(region);
		machine.pass(PATIENCE);
		result("pwrite", rc, r);
		machine.device().pread(region, region.length, Region.ALL.get(Region.ASYNC).offset());
		r.kernel("cmd_region_after", HEX.formatHex(region));
		r.kernel("async_ret_code", Bytes.get32(region, 4));
		after(v, r);
	}

	/** Waiting for an interruption that nobody asked for: somebody presses a key, if one came. */
	void await(JsonObject v, GuestResult r) {
		if (!begun) {
			left(v);
		}
		machine.events(IO).take();
		if (v.get("io_events").getAsInt() > 0 && (!(machine.attached() instanceof DisplayDevice d) || !d.press(ENTER))) {
			r.deviceDiffers("io_events", v.get("io_events").getAsString(), "0");
			r.doubt("nobody can press a key at a " + machine.attached().type() + " just now");
			return;
		}
		machine.pass(PATIENCE);
		result("pwrite", 0, r);
		after(v, r);
	}

	/** Whoever had the device before left his region behind: the driver does not clear it. */
	private void left(JsonObject v) {
		begun = true;
		byte[] region = new byte[IO_LENGTH];
		System.arraycopy(hex(v, "orb_area_after"), 0, region, 0, SCSW);
		System.arraycopy(hex(v, "scsw_area_after"), 0, region, SCSW, SCSW);
		System.arraycopy(hex(v, "irb"), 0, region, IRB, IRB_LENGTH);
		Bytes.put32(region, RETURN_CODE, v.get("ret_code").getAsInt());
		machine.device().regions().store(0, region, 0, IO_LENGTH);
	}

	private void after(JsonObject v, GuestResult r) {
		int recorded = Bytes.get32(hex(v, "scsw"), 0);
		if ((recorded & (Scsw.SUSPENDED | Scsw.START)) == Scsw.SUSPENDED) {
			r.doubt("the emulated channel forgets the start function when it halts a suspended program");
		}
		byte[] region = region();
		r.kernel("ret_code", Bytes.get32(region, RETURN_CODE));
		r.kernel("orb_area_after", HEX.formatHex(region, 0, SCSW));
		r.kernel("scsw_area_after", HEX.formatHex(region, SCSW, IRB));
		r.device("io_events", machine.events(IO).take());
		GuestStatus.compare(hex(v, "scsw"), hex(v, "irb"), Arrays.copyOfRange(region, IRB, RETURN_CODE),
				machine.moved(), r);
		machine.settle();
	}

	/** A result as a system call gives it: the count, or −1 and the error number with its name. */
	static void result(String member, int rc, GuestResult r) {
		r.kernel(member, rc < 0 ? -1 : rc);
		r.kernel("errno", rc < 0 ? -rc : 0);
		r.kernel("errname", rc < 0 ? Errno.text(-rc) : "OK");
	}

	static byte[] hex(JsonObject v, String member) {
		byte[] bytes = HEX.parseHex(v.get(member).getAsString());
		int least = switch (member) {
			case "orb", "scsw_in", "scsw", "orb_area_after", "scsw_area_after" -> SCSW;
			case "irb" -> IRB_LENGTH;
			case "cmd_region_in" -> 8;
			default -> bytes.length;
		};
		if (bytes.length != least) {
			throw new IllegalArgumentException(member + ": " + least + " bytes, not " + bytes.length);
		}
		return bytes;
	}

	private static long iova(JsonElement m) {
		return Long.parseUnsignedLong(m.getAsJsonObject().get("iova").getAsString().replaceFirst("^0x", ""), 16);
	}
}
