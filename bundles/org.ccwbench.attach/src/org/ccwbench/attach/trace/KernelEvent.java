// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.trace;

import java.util.Map;

/**
 * Something that the kernel tells of a subchannel.
 *
 * @param micros     when, by the clock of its source; only differences mean something
 * @param source     "tracefs", or the name of a log of the debug feature
 * @param name       "s390_cio_ssch", "vfio_ccw_fsm_event"; of the debug feature what was logged: "stIO", "IRQ"
 * @param subchannel bus id, "0.0.0004"
 * @param fields     such as cc=0, in the order of the line; values as they stand there
 */
public record KernelEvent(long micros, String source, String name, String subchannel, Map<String, String> fields) {
	/** Source of the events of tracefs. */
	public static final String TRACEFS = "tracefs";

	/** The number in a field, decimal or 0x…; {@code otherwise} if there is none. */
	public int number(String field, int otherwise) {
		String text = fields.get(field);
		if (text == null) {
			return otherwise;
		}
		try {
			return text.startsWith("0x") ? Integer.parseUnsignedInt(text.substring(2), 16) : Integer.parseInt(text);
		} catch (NumberFormatException none) {
			return otherwise;
		}
	}

	/** One line for people. */
	public String words() {
		StringBuilder words = new StringBuilder(name);
		fields.forEach((field, value) -> words.append(' ').append(field).append('=').append(value));
		return words.toString();
	}
}
