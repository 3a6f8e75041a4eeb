// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import org.ccwbench.channel.Device;
import org.ccwbench.device.DisplayDevice;

/**
 * The terminal that was connected to a display while a case was recorded. It knew no structured fields; when the
 * guest waited for the second time it pressed a key, and with ENTER sent a fixed text that no screen holds.
 */
final class Terminal {
	private static final String ENTER = "tn3270-enter";
	private static final String CLEAR = "tn3270-clear";
	private final String helper;
	private int waits;

	/** @param helper the helper of the case, or null */
	Terminal(JsonElement helper) {
		this.helper = helper == null || helper.isJsonNull() ? "" : helper.getAsString();
	}

	/** Whether a helper is a terminal that can be stood in for. */
	static boolean known(String helper) {
		return helper.equals(ENTER) || helper.equals(CLEAR);
	}

	/** Whether the outcome depends on the fixed text. */
	static boolean answers(String helper, JsonObject input) {
		int waits = 0;
		for (JsonElement op : input.getAsJsonArray("ops")) {
			waits += op.getAsJsonObject().get("op").getAsString().equals("waitf") ? 1 : 0;
		}
		return helper.equals(ENTER) && waits > 1;
	}

	/** Options of the display: what the terminal lacks, or that there is none. */
	String options() {
		return helper.isEmpty() ? "off" : "basic";
	}

	/** The guest is about to wait. */
	void waited(List<Device> devices) {
		if (++waits == 2 && helper.equals(CLEAR)) {
			for (Device d : devices) {
				if (d instanceof DisplayDevice display) {
					display.press(DisplayDevice.CLEAR);
				}
			}
		}
	}
}
