// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.ccwbench.storage.Bytes;
import org.ccwbench.vfio.Region;
import org.ccwbench.vfio.device.Ioctl;
import org.ccwbench.vfio.device.PathEvent;

/**
 * Calls to real vfio-ccw devices (Linux 6.12), made one after another to the same devices here and compared member
 * by member. What the kernel decides must be as recorded. What the recorder's emulated devices and channel have a
 * share in must be as well, unless the record has a caveat or they are known to be different; then a record that
 * is as recorded up to the device and not behind it counts as skipped. Records depend on earlier ones of the same
 * device: a file in which some are missing is run as if they were there ({@link GuestScript}).
 */
public final class GuestVectors implements VectorKind {
	private static final int REGION_INFO = 96;
	private static final int REGION_INFO_SHOWN = 48;
	private static final int IOMMU_INFO = 280;
	private static final HexFormat HEX = HexFormat.of();

	@Override
	public String name() {
		return "guest";
	}

	@Override
	public boolean recognises(JsonObject vector) {
		return vector.has("device") && vector.has("name") && !vector.has("input");
	}

	@Override
	public List<String> oracles() {
		return List.of("agreed", "linux612");
	}

	@Override
	public Checker open(JsonObject meta, Path folder, String oracle) {
		Map<String, GuestSession> sessions = new HashMap<>();
		return v -> check(v, sessions.computeIfAbsent(v.get("device").getAsString(), GuestSession::new));
	}

	private static Verdict check(JsonObject v, GuestSession s) {
		GuestResult r = new GuestResult(v);
		String name = v.get("name").getAsString();
		String op = v.has("op") ? v.get("op").getAsString() : name;
		if (v.has("caveat")) {
			r.doubt(v.get("caveat").getAsString());
		}
		if (name.equals("iommu-info")) {
			iommuInfo(s, r);
			return r.verdict();
		}
		s.machine().open();
		switch (name.replaceFirst("-[0-9]+$", "")) {
			case "device-info" -> deviceInfo(v, s, r);
			case "region-info" -> regionInfo(name, s, r);
			case "irq-info" -> irqInfo(name, s, r);
			case "set-irqs" -> {
				int rc = s.setTriggers(number(name, GuestSession.REQUEST));
				r.kernel("ret", rc < 0 ? -1 : rc);
				r.kernel("errno", Math.max(0, -rc));
			}
			default -> {
				s.before(name);
				if (!call(op, name, v, s, r)) {
					return Verdict.skipped("nothing does \"" + op + "\" here");
				}
			}
		}
		return r.verdict();
	}

	/** Makes a call that changes or reads the device's state; false if there is no such call. */
	private static boolean call(String op, String name, JsonObject v, GuestSession s, GuestResult r) {
		switch (op) {
			case "ssch" -> s.start(v, r);
			case "hsch", "csch", "async" -> s.async(v, r);
			case "wait-interrupt" -> s.await(v, r);
			case "pread" -> read(name, v, s, r);
			case "pwrite-raw" -> {
				int length = length(v);
				GuestSession.result("ret", s.machine().device().pwrite(new byte[length], length, position(name)), r);
			}
			case "ioctl VFIO_DEVICE_RESET" -> GuestSession.result("ret", s.reset(), r);
			case "ioctl UNMAP_DMA" -> {
				byte[] a = new byte[24];
				GuestSession.result("ret", s.machine().unmap(a), r);
				r.kernel("size", Bytes.get64(a, 16));
				s.machine().settle();
			}
			case "poll" -> poll(v, s, r);
			case "two CRWs injected before read" -> {
				s.machine().events(GuestSession.CRW).take();
				s.path(PathEvent.OFFLINE, s.machine().chpid());
				s.path(PathEvent.ONLINE, s.machine().chpid());
				r.kernel("crw_events", s.machine().events(GuestSession.CRW).take());
			}
			default -> {
				return host(op, s, r);
			}
		}
		return true;
	}

	/** What somebody does at the host: varies a channel path, or lets a channel report come. */
	private static boolean host(String op, GuestSession s, GuestResult r) {
		if (op.matches("echo (offline|online) > .*")) {
			String word = op.split(" ")[1];
			s.vary(word.equals("online"));
			r.kernel("ret", word.length());
			return true;
		}
		String line = op.startsWith("crw_inject ") && op.contains("= ") ? op.substring(op.indexOf("= ") + 2) : null;
		if (line == null) {
			return false;
		}
		String[] words = line.split(" ");
		int source = Integer.parseInt(words[3], 16);
		int recovery = Integer.parseInt(words[5], 16);
		boolean gone = recovery == 5 || recovery == 6;
		boolean come = recovery == 2 || recovery == 4;
		// The recorder could inject reports of channel paths only.
		boolean injected = source == 4 && (gone || come);
		s.machine().events(GuestSession.CRW).take();
		if (injected) {
			s.path(gone ? PathEvent.OFFLINE : PathEvent.ONLINE, Integer.parseInt(words[6], 16));
		}
		r.kernel("ret", injected ? line.length() : -1);
		r.kernel("crw_events", s.machine().events(GuestSession.CRW).take());
		return true;
	}

	private static void poll(JsonObject v, GuestSession s, GuestResult r) {
		if (!v.has("req")) {
			r.kernel("crw_events", s.machine().events(GuestSession.CRW).take());
			return;
		}
		for (int i = 0; i <= GuestSession.REQUEST; i++) {
			s.machine().events(i).take();
		}
		s.machine().unplug();
		long io = s.machine().events(GuestSession.IO).take();
		long crw = s.machine().events(GuestSession.CRW).take();
		long request = s.machine().events(GuestSession.REQUEST).take();
		r.kernel("ret", Math.min(io, 1) + Math.min(crw, 1) + Math.min(request, 1));
		r.kernel("io", Math.min(io, 1));
		r.kernel("crw", Math.min(crw, 1));
		r.kernel("req", Math.min(request, 1));
	}

	private static void read(String name, JsonObject v, GuestSession s, GuestResult r) {
		byte[] into = new byte[length(v)];
		int rc = s.machine().device().pread(into, into.length, position(name));
		GuestSession.result("ret", rc, r);
		byte[] recorded = HEX.parseHex(v.get("hex").getAsString());
		if (rc > 0 && name.contains("schib") && rc == recorded.length && rc == Region.ALL.get(Region.SCHIB).size()) {
			GuestStatus.compareSchib(recorded, into, r);
		} else {
			r.kernel("hex", HEX.formatHex(into, 0, Math.max(rc, 0)));
		}
	}

	private static int length(JsonObject v) {
		int length = v.get("len").getAsInt();
		if (length < 0 || length > 4096) {
			throw new IllegalArgumentException("len " + length + ": 0 to 4096 are taken here");
		}
		return length;
	}

	/** The file offset that a read or write went to; only its name tells. */
	private static long position(String name) {
		int region = name.contains("schib") ? Region.SCHIB : name.contains("crw") ? Region.CRW
				: name.contains("unknown") ? 9 : Region.IO;
		return (long) region * Region.SPACING;
	}

	// --- information -------------------------------------------------------------------------------------------

	private static int number(String name, int most) {
		String digits = name.substring(name.lastIndexOf('-') + 1);
		int n = digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : -1;
		if (n < 0 || n > most) {
			throw new IllegalArgumentException(name + ": 0 to " + most + " are possible");
		}
		return n;
	}

	private static void iommuInfo(GuestSession s, GuestResult r) {
		byte[] a = new byte[IOMMU_INFO];
		Bytes.put32(a, 0, a.length);
		r.kernel("api", s.machine().container().ioctl(Ioctl.GET_API_VERSION, null));
		r.kernel("type1v2", s.machine().container().checkExtension(Ioctl.TYPE1_V2));
		r.kernel("group_flags", s.machine().groupFlags());
		r.kernel("ret", s.machine().container().ioctl(Ioctl.IOMMU_GET_INFO, a));
		r.kernel("argsz", Bytes.get32(a, 0));
		r.kernel("flags", Bytes.get32(a, 4));
		r.kernel("pgsizes", "0x" + Long.toHexString(Bytes.get64(a, 8)));
		r.kernel("cap_offset", Bytes.get32(a, 16));
		r.kernel("raw", HEX.formatHex(a));
	}

	private static void deviceInfo(JsonObject v, GuestSession s, GuestResult r) {
		byte[] a = new byte[24];
		Bytes.put32(a, 0, v.get("argsz").getAsInt());
		int rc = s.machine().device().ioctl(Ioctl.DEVICE_GET_INFO, a);
		r.kernel("argsz", Bytes.get32(a, 0));
		r.kernel("flags", rc == 0 ? Bytes.get32(a, 4) : rc);
		r.kernel("num_regions", Bytes.get32(a, 8));
		r.kernel("num_irqs", Bytes.get32(a, 12));
	}

	private static void regionInfo(String name, GuestSession s, GuestResult r) {
		byte[] a = new byte[REGION_INFO];
		Bytes.put32(a, 0, a.length);
		Bytes.put32(a, 8, number(name, 255));
		int rc = s.machine().device().ioctl(Ioctl.DEVICE_GET_REGION_INFO, a);
		r.kernel("ret", rc < 0 ? -1 : rc);
		r.kernel("errno", Math.max(0, -rc));
		r.kernel("argsz", Bytes.get32(a, 0));
		r.kernel("flags", Bytes.get32(a, 4));
		r.kernel("size", Bytes.get64(a, 16));
		r.kernel("offset", Bytes.get64(a, 24));
		int at = Bytes.get32(a, 12);
		r.kernel("cap_type", at == 0 ? 0 : Bytes.get32(a, at + 8));
		r.kernel("cap_subtype", at == 0 ? 0 : Bytes.get32(a, at + 12));
		r.kernel("raw", HEX.formatHex(a, 0, REGION_INFO_SHOWN));
	}

	private static void irqInfo(String name, GuestSession s, GuestResult r) {
		byte[] a = new byte[16];
		Bytes.put32(a, 0, a.length);
		Bytes.put32(a, 8, number(name, 255));
		int rc = s.machine().device().ioctl(Ioctl.DEVICE_GET_IRQ_INFO, a);
		r.kernel("ret", rc < 0 ? -1 : rc);
		r.kernel("errno", Math.max(0, -rc));
		r.kernel("flags", Bytes.get32(a, 4));
		r.kernel("count", Bytes.get32(a, 12));
	}
}
