// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ccwbench.vfio.Region;
import org.ccwbench.vfio.VfioCcwDevice;

/**
 * Calls to a real vfio-ccw device (Linux 6.12), one after another as a monitor made them: writes and reads of its
 * regions, information, reset, unmapping. Compared is what the driver decides: results, return codes, signals,
 * what it leaves of the blocks; status and storage only for commands that {@link GenericDevice} answers as the
 * recorded devices did, and never where the recording says that its emulated device is wrong. Of the
 * subchannel-status word the function, activity and status control, the program address and the two status bytes
 * count: the emulated channel sets no other bits and no residual counts.
 */
public final class GuestVectors implements VectorKind {
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
		return List.of("linux612");
	}

	@Override
	public Checker open(JsonObject meta, Path folder, String oracle) {
		Map<String, GuestRig> rigs = new HashMap<>();
		return vector -> check(vector, rigs.computeIfAbsent(vector.get("device").getAsString(), GuestRig::new));
	}

	private static Verdict check(JsonObject v, GuestRig rig) {
		String op = v.has("op") ? v.get("op").getAsString() : "";
		String device = v.get("device").getAsString();
		if (device.equals("unplug") && !op.isEmpty() && !op.startsWith("ioctl")) {
			return v.get("name").getAsString().startsWith("unplug") ? Verdict.skipped("devices cannot be unplugged here")
					: rig.call(op, v);
		}
		return op.isEmpty() ? information(v) : rig.call(op, v);
	}

	private static Verdict information(JsonObject v) {
		List<Verdict.Difference> d = new ArrayList<>();
		String name = v.get("name").getAsString();
		if (name.startsWith("device-info")) {
			compare(v, "flags", VfioCcwDevice.FLAGS, d);
			compare(v, "num_regions", Region.ALL.size(), d);
			compare(v, "num_irqs", VfioCcwDevice.IRQS, d);
		} else if (name.startsWith("irq-info")) {
			compare(v, "ret", 0, d);
			compare(v, "flags", 1, d);
			compare(v, "count", 1, d);
		} else {
			return Verdict.skipped("nothing answers " + name + " here");
		}
		return Verdict.of(d);
	}

	static void compare(JsonObject v, String field, Object actual, List<Verdict.Difference> into) {
		if (v.has(field) && !v.get(field).getAsString().equals(actual.toString())) {
			into.add(new Verdict.Difference(field, v.get(field).getAsString(), actual.toString()));
		}
	}
}
