// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.ccwbench.storage.AddressSpace;

/**
 * Walks through a recording without moving it, to find where something happens. On the way it learns which host
 * address stands for which of the guest, so that what the channel does to host storage can be told of the guest's.
 * <p>Only reads, so another thread may go to other positions meanwhile; if the recording is closed under it, it
 * finds nothing. One thread, one walk.
 */
public final class Search {
	/** What is looked for. */
	@FunctionalInterface
	public interface Condition {
		/** Whether this event is one of those. Must not keep the event. */
		boolean met(Event e, Search where);
	}

	private static final int ASK_EVERY = 1 << 14;
	private final Recording recording;
	private final Map<Long, Long> userOfHost = new HashMap<>();
	private final Map<Long, Long> guestOfUser = new HashMap<>();
	private final Map<Long, Long> guestOfHost = new HashMap<>();
	private final Map<Long, Long> guestCcws = new HashMap<>();
	private final Event event = new Event();

	Search(Recording recording) {
		this.recording = recording;
	}

	/** The first position after {@code from} that stands behind such an event; -1 if there is none. */
	public long forward(long from, Condition condition, BooleanSupplier cancelled) {
		return walk(from, Long.MAX_VALUE, true, condition, cancelled);
	}

	/** The last such position before {@code from}; -1 if there is none. */
	public long back(long from, Condition condition, BooleanSupplier cancelled) {
		return walk(0, from - 1, false, condition, cancelled);
	}

	private long walk(long from, long to, boolean first, Condition condition, BooleanSupplier cancelled) {
		long found = -1;
		try {
			long end = Math.min(to, recording.size());
			for (long n = 0; n < end; n++) {
				if (n % ASK_EVERY == 0 && cancelled.getAsBoolean()) {
					return -1;
				}
				recording.log.read(n, event);
				learn(event);
				if (n >= from && condition.met(event, this)) {
					found = n + 1;
					if (first) {
						return found;
					}
				}
			}
		} catch (IndexOutOfBoundsException e) {
			return -1;
		}
		return found;
	}

	private void learn(Event e) {
		switch (e.kind) {
			case LOOKUP, PINNED -> {
				if (e.address != -1 && e.value != -1) {
					guestOfUser.put(page(e.value), page(e.address));
				}
				if (e.value != -1 && e.other != -1) {
					userOfHost.put(page(e.other), page(e.value));
				}
				if (e.address != -1 && e.other != -1) {
					guestOfHost.put(page(e.other), page(e.address));
				}
			}
			case TRANSLATED -> {
				if (e.other != -1) {
					guestCcws.put(e.other, e.address);
				}
			}
			default -> { }
		}
	}

	private static long page(long address) {
		return address & AddressSpace.PAGE_MASK;
	}

	/** The guest's CCW behind one that the channel fetched: the same address if it was never translated. */
	public long guestCcw(long fetched) {
		Long guest = guestCcws.get(fetched);
		return guest != null ? guest : guestOfHost(fetched);
	}

	/** Guest absolute address of a host address that was looked up before; the address itself if none was. */
	public long guestOfHost(long host) {
		Long page = guestOfHost.get(page(host));
		if (page == null) {
			Long user = userOfHost.get(page(host));
			page = user == null ? null : guestOfUser.get(user);
		}
		return page == null ? host : page + (host & AddressSpace.PAGE_SIZE - 1);
	}

	/** Likewise for an address of the monitor. */
	public long guestOfUser(long user) {
		Long page = guestOfUser.get(page(user));
		return page == null ? user : page + (user & AddressSpace.PAGE_SIZE - 1);
	}

	/** An address of the monitor for a host address; the address itself if none is known. */
	public long userOfHost(long host) {
		Long page = userOfHost.get(page(host));
		return page == null ? host : page + (host & AddressSpace.PAGE_SIZE - 1);
	}
}
