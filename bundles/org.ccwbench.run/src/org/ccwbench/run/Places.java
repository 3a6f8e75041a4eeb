// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.ccwbench.storage.AddressSpace;

/** Finds all names of what is pointed at, as they are at the position of a history. Each call looks through the program once. */
public final class Places {
	private static final int DOUBLEWORD = 8;
	private static final String[] SPACES = {"guest", "user", "host"};
	private final History history;
	/** Made when an address is looked up backwards for the first time. */
	private LongUnaryOperator guestOf;

	public Places(History history) {
		this.history = history;
	}

	/** A CCW, or a word of an indirect list, by its guest absolute address. */
	public Place ccw(long address) {
		CcwRow known = history.ccw(address);
		if (known != null) {
			return in(known, address, at(known.user()), at(known.host()), DOUBLEWORD, List.of(address));
		}
		for (CcwRow row : history.program()) {
			List<CcwRow.Indirect> words = row.guest().indirect();
			for (int i = 0; i < words.size(); i++) {
				if (words.get(i).address() == address) {
					return in(row, address, word(row.user(), i), word(row.host(), i), words.get(i).length(), List.of(address, row.guest().address()));
				}
			}
		}
		return bytes("guest", address, DOUBLEWORD);
	}

	/** A part of a CCW; of one that the channel takes as the guest has it, there is no form but the guest's. */
	private Place in(CcwRow row, long guest, long user, long host, int length, List<Long> ccws) {
		return row.host() == row.guest() ? with(mapped(guest, -1, -1, length, -1, -1), length, ccws) : new Place(guest, user, host, length, ccws, -1, -1);
	}

	private static long at(CcwRow.Form f) {
		return f == null ? -1 : f.address();
	}

	private static long word(CcwRow.Form f, int i) {
		return f == null || i >= f.indirect().size() ? -1 : f.indirect().get(i).address();
	}

	/** What was looked up, as far as its cause needs it in that page. */
	public Place lookedUp(TranslationRow row) {
		Place p = mapped(row.guest(), row.user(), row.host(), 1, row.stage(), -1);
		long any = p.guest() != -1 ? p.guest() : p.user() != -1 ? p.user() : p.host();
		long room = AddressSpace.PAGE_SIZE - (any & AddressSpace.PAGE_SIZE - 1);
		return with(p, Math.min(room, needed(row.cause(), p.guest())), row.cause() == -1 ? List.of() : List.of(row.cause()));
	}

	/** Bytes that a CCW or IDAW needs from an address on: its data, its list, or itself. */
	private long needed(long cause, long guest) {
		if (guest == -1) {
			return DOUBLEWORD;
		}
		for (CcwRow row : causing(cause)) {
			CcwRow.Form f = row.guest();
			if (guest >= f.address() && guest < f.address() + DOUBLEWORD) {
				return f.address() + DOUBLEWORD - guest;
			}
			for (long[] area : areas(f)) {
				if (guest >= area[0] && guest < area[0] + area[1]) {
					return area[0] + area[1] - guest;
				}
			}
		}
		return DOUBLEWORD;
	}

	/** The CCW, or those whose lists have the word. */
	private List<CcwRow> causing(long cause) {
		CcwRow known = history.ccw(cause);
		return known != null ? List.of(known)
				: history.program().stream().filter(r -> r.guest().indirect().stream().anyMatch(w -> w.address() == cause)).toList();
	}

	/** Lists and data of a CCW: address and length of each. */
	private static List<long[]> areas(CcwRow.Form f) {
		List<long[]> areas = new ArrayList<>();
		if (f.tic()) {
			return areas;
		}
		if (f.indirect().isEmpty()) {
			areas.add(new long[] {f.backward() ? f.data() - f.count() + 1 : f.data(), f.count()});
			return areas;
		}
		for (CcwRow.Indirect w : f.indirect()) {
			areas.add(new long[] {w.address(), w.length()});
			areas.add(new long[] {w.from(), w.bytes()});
		}
		return areas;
	}

	/** A pinned page. */
	public Place pinned(PinRow row) {
		return with(mapped(row.guest(), row.user(), row.host(), AddressSpace.PAGE_SIZE, -1, -1), AddressSpace.PAGE_SIZE, row.causes());
	}

	/** Bytes of a space, and the CCWs that they are part of or that need them. */
	public Place bytes(String space, long address, long length) {
		Place p = mapped(space.equals(SPACES[0]) ? address : -1, space.equals(SPACES[1]) ? address : -1, space.equals(SPACES[2]) ? address : -1, length, -1, -1);
		return with(p, length, needing(p.guest(), length));
	}

	private List<Long> needing(long guest, long length) {
		List<Long> found = new ArrayList<>();
		if (guest == -1) {
			return found;
		}
		for (CcwRow row : history.program()) {
			CcwRow.Form f = row.guest();
			if (meet(f.address(), DOUBLEWORD, guest, length)) {
				found.add(0, f.address());
				continue;
			}
			f.indirect().stream().filter(w -> meet(w.address(), w.length(), guest, length)).forEach(w -> found.add(w.address()));
			if (areas(f).stream().anyMatch(a -> meet(a[0], a[1], guest, length))) {
				found.add(f.address());
			}
		}
		return found;
	}

	private static boolean meet(long a, long aLength, long b, long bLength) {
		return a < b + bLength && b < a + aLength;
	}

	/** A stage by its index. */
	public static Place stage(int index) {
		return new Place(-1, -1, -1, 0, List.of(), index, -1);
	}

	/** An event, with the addresses that it names. */
	public Place event(long number) {
		Event e = new Event();
		history.recording().read(number, e);
		int stage = e.kind() == EventKind.STAGE || e.kind() == EventKind.STAGE_LEFT ? e.detail() : e.stage();
		Place p = switch (e.kind()) {
			case LOOKUP, PINNED, UNPINNED -> with(mapped(e.address(), e.value(), e.other(), DOUBLEWORD, stage, number), DOUBLEWORD, cause(e.cause()));
			case PIN_REFUSED -> with(mapped(e.address(), e.value(), -1, DOUBLEWORD, stage, number), DOUBLEWORD, cause(e.cause()));
			case TRANSLATED -> ccw(e.address());
			case CCW, ENDED -> executed(e.address());
			case INDIRECT -> channel(e.address(), e.length());
			case DATA -> channel(e.address(), e.length());
			case COPIED -> bytes(SPACES[e.detail() >> 4], e.address(), Math.max(1, e.other()));
			case STORE, RESULT -> stored(e);
			default -> stage(stage);
		};
		return new Place(p.guest(), p.user(), p.host(), p.length(), p.ccws(), stage, number);
	}

	private static List<Long> cause(long address) {
		return address == -1 ? List.of() : List.of(address);
	}

	/** A CCW by the address from which the channel fetched it. */
	private Place executed(long address) {
		long guest = history.guestCcw(address);
		return history.ccw(guest) != null ? ccw(guest) : channel(address, DOUBLEWORD);
	}

	/** Bytes by the address with which the channel works. */
	private Place channel(long address, int length) {
		return bytes(history.guestAddresses() ? SPACES[0] : SPACES[2], address, Math.max(1, length));
	}

	private Place stored(Event e) {
		for (SpaceView s : history.spaces()) {
			if (s.index() == e.space() && s.index() >= 0 && (s.id().equals(SPACES[0]) || s.id().equals(SPACES[2]))) {
				return bytes(s.id(), e.address(), Math.max(1, e.length()));
			}
		}
		return stage(e.stage());
	}

	private static Place with(Place p, long length, List<Long> ccws) {
		return new Place(p.guest(), p.user(), p.host(), length, ccws, p.stage(), p.event());
	}

	/** Adds the addresses that follow from those that are known. */
	private Place mapped(long guest, long user, long host, long length, int stage, long event) {
		long g = guest;
		long u = user;
		long h = host;
		if (h == -1 && u == -1 && g != -1) {
			u = under(SPACES[0], g);
		}
		if (h == -1 && u != -1) {
			h = under(SPACES[1], u);
		}
		if (g == -1 && h != -1) {
			guestOf = guestOf == null ? history.guestOf() : guestOf;
			g = guestOf.applyAsLong(h);
		}
		if (u == -1 && g != -1) {
			u = under(SPACES[0], g);
		}
		return new Place(g, u, h, length, List.of(), stage, event);
	}

	private long under(String space, long address) {
		for (SpaceView s : history.spaces()) {
			if (s.id().equals(space)) {
				return history.under(s, address);
			}
		}
		return -1;
	}
}
