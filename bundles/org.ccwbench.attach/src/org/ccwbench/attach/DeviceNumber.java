// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of a device or subchannel as Linux writes it, "0.0.1234": channel subsystem, subchannel set, number. */
public record DeviceNumber(int channelSubsystem, int set, int number) {
	private static final Pattern FORM = Pattern.compile("(?:([0-9a-f]{1,2})\\.([0-3])\\.)?([0-9a-f]{1,4})");

	/**
	 * Reads "0.0.1234", or "1234" for one in the first set.
	 *
	 * @throws AttachException if it is none
	 */
	public static DeviceNumber of(String text) throws AttachException {
		Matcher m = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
		if (!m.matches()) {
			throw new AttachException("\"" + text + "\" is no device number; they look like 0.0.1234");
		}
		return new DeviceNumber(m.group(1) == null ? 0 : Integer.parseInt(m.group(1), 16),
				m.group(2) == null ? 0 : Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3), 16));
	}

	@Override
	public String toString() {
		return String.format("%x.%x.%04x", channelSubsystem, set, number);
	}
}
