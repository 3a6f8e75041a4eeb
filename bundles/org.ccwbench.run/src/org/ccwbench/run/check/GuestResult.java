// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * What differs from one record, in two parts: what the kernel alone decides, and what the emulated device and
 * channel have a share in. Only the first counts where that share is doubtful.
 */
final class GuestResult {
	private final JsonObject record;
	private final List<Verdict.Difference> kernel = new ArrayList<>();
	private final List<Verdict.Difference> device = new ArrayList<>();
	private String doubt;

	GuestResult(JsonObject record) {
		this.record = record;
	}

	/** Says why what the device has a share in may differ; the first reason stays. */
	void doubt(String why) {
		doubt = doubt == null ? why : doubt;
	}

	/** Compares a member that the kernel decides; one that was not recorded is not compared. */
	void kernel(String member, Object actual) {
		compare(member, actual, kernel);
	}

	/** Compares a member that the device has a share in. */
	void device(String member, Object actual) {
		compare(member, actual, device);
	}

	private void compare(String member, Object actual, List<Verdict.Difference> into) {
		JsonElement e = record.get(member);
		if (e != null && !e.getAsString().equals(actual.toString())) {
			into.add(new Verdict.Difference(member, e.getAsString(), actual.toString()));
		}
	}

	/** Adds a difference that the kernel decides. */
	void kernelDiffers(String member, String expected, String actual) {
		kernel.add(new Verdict.Difference(member, expected, actual));
	}

	/** Adds a difference that the device has a share in. */
	void deviceDiffers(String member, String expected, String actual) {
		device.add(new Verdict.Difference(member, expected, actual));
	}

	Verdict verdict() {
		if (kernel.isEmpty() && (device.isEmpty() || doubt != null)) {
			return device.isEmpty() ? Verdict.of(List.of()) : Verdict.skipped("as recorded up to the device; the rest is not: " + doubt);
		}
		List<Verdict.Difference> all = new ArrayList<>(kernel);
		if (doubt == null) {
			all.addAll(device);
		}
		return Verdict.of(all);
	}
}
