// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import org.ccwbench.run.Event;
import org.ccwbench.run.History;
import org.ccwbench.run.Place;
import org.ccwbench.run.SpaceView;

/** Which events of a recording are about what was selected: its page, its CCW, or its stage if it has neither. */
final class EventMatch {
	/** Events that are looked through on each side of the position. */
	private static final int NEAR = 50_000;
	private final History history;
	private final Place place;
	private final int guestSpace;
	private final int hostSpace;
	private final boolean translated;
	private final Event event = new Event();

	EventMatch(History history, Place place) {
		this.history = history;
		this.place = place;
		guestSpace = index(history, "guest");
		hostSpace = index(history, "host");
		translated = history.spaces().stream().anyMatch(s -> s.id().equals("host"));
	}

	private static int index(History history, String id) {
		return history.spaces().stream().filter(s -> s.id().equals(id)).map(SpaceView::index).findFirst().orElse(-1);
	}

	boolean test(long number) {
		if (number == place.event()) {
			return true;
		}
		history.recording().read(number, event);
		if (place.length() == 0) {
			return place.event() < 0 && place.stage() >= 0 && event.stage() == place.stage();
		}
		return switch (event.kind()) {
			case LOOKUP, PINNED, UNPINNED -> place.shares(event.address(), event.value(), event.other()) || place.ccws().contains(event.cause());
			case PIN_REFUSED -> place.shares(event.address(), event.value(), -1) || place.ccws().contains(event.cause());
			case TRANSLATED -> place.ccws().contains(event.address());
			case CCW, ENDED, INDIRECT, DATA -> within(translated ? -1 : event.address(), translated ? event.address() : -1, event.length());
			case STORE -> event.space() == guestSpace && guestSpace >= 0 ? within(event.address(), -1, event.length())
					: event.space() == hostSpace && hostSpace >= 0 && within(-1, event.address(), event.length());
			default -> false;
		};
	}

	/** Whether the bytes themselves meet, not only their pages. */
	private boolean within(long guest, long host, long length) {
		long l = Math.max(1, length);
		return guest != -1 && place.guest() != -1 && guest < place.guest() + place.length() && place.guest() < guest + l
				|| host != -1 && place.host() != -1 && host < place.host() + place.length() && place.host() < host + l;
	}

	/** The last such event before a position, or else the first one behind it; -1 if there is none near. */
	long nearest(long position) {
		for (long n = position - 1; n >= Math.max(0, position - NEAR); n--) {
			if (test(n)) {
				return n;
			}
		}
		for (long n = position; n < Math.min(history.size(), position + NEAR); n++) {
			if (test(n)) {
				return n;
			}
		}
		return -1;
	}
}
