// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.compare;

import java.util.HashMap;
import java.util.Map;
import org.ccwbench.run.Event;
import org.ccwbench.run.EventKind;
import org.ccwbench.run.Recording;
import org.ccwbench.run.Session;

/**
 * The course of a session as far as it does not depend on the path: start functions, CCWs by guest address,
 * commands, how much data they moved and how they ended, status. Read event by event; nothing is kept but where the
 * guest's CCWs went.
 */
final class Course {
	private static final String OVER = "nothing more";

	private final Recording recording;
	private final Event event = new Event();
	private final Map<Long, Long> guestOf = new HashMap<>();
	private long next;
	/** The event that the last answer came from; -1 at the end. */
	private long at = -1;
	private int start = -1;

	private Course(Recording recording) {
		this.recording = recording;
	}

	/** Where two courses part; null if they are the same to the end. */
	static Difference parting(Session left, Session right) {
		Course l = new Course(left.recording());
		Course r = new Course(right.recording());
		while (true) {
			String a = l.step();
			String b = r.step();
			if (!a.equals(b)) {
				return Difference.of(Difference.Kind.COURSE, "first parting", a, b, Math.max(l.start, r.start), l.at, r.at);
			}
			if (a.equals(OVER)) {
				return null;
			}
		}
	}

	/** The next step in words. */
	private String step() {
		while (next < recording.size()) {
			recording.read(next, event);
			at = next++;
			String words = words();
			if (words != null) {
				return words;
			}
		}
		at = -1;
		return OVER;
	}

	private String words() {
		switch (event.kind()) {
			case START -> {
				start = event.detail();
				return "start function " + (start + 1);
			}
			case TRANSLATED -> {
				// A later program may have its copy where an earlier one had it.
				if (event.other() != -1) {
					guestOf.put(event.other(), event.address());
				}
				return null;
			}
			case CCW -> {
				return String.format("CCW at %X fetched", guestOf.getOrDefault(event.address(), event.address()));
			}
			case COMMAND -> {
				return String.format("command %02X given to the device", event.detail());
			}
			case DATA -> {
				return String.format(event.detail() == 1 ? "%d bytes from the device" : "%d bytes to the device", moved(event.detail()));
			}
			case ENDED -> {
				return String.format("command %02X ended: unit status %02X, channel status %02X, residual count %d", event.detail(),
						event.value(), event.other(), event.length());
			}
			case STATUS -> {
				return String.format("status pending, status control %02X", event.value());
			}
			default -> {
				return null;
			}
		}
	}

	/** Bytes of this piece and those that follow at once: where pages end is not the same everywhere. */
	private long moved(int direction) {
		long bytes = event.length();
		while (next < recording.size()) {
			recording.read(next, event);
			EventKind k = event.kind();
			if (k == EventKind.DATA && event.detail() == direction) {
				bytes += event.length();
			} else if (k != EventKind.STORE && k != EventKind.KEY && k != EventKind.INDIRECT && k != EventKind.MAP) {
				break;
			}
			next++;
		}
		return bytes;
	}
}
