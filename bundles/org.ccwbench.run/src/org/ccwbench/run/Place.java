// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.List;
import org.ccwbench.storage.AddressSpace;

/**
 * Something in a run that one can point at, named in every way that it has: a CCW, bytes, a page, an event or a stage.
 *
 * @param guest  guest absolute address; -1 if it has none
 * @param user   address in the monitor's virtual storage, or -1
 * @param host   host absolute address, or -1
 * @param length bytes that are meant from each address on, 0 if no storage is meant
 * @param ccws   guest absolute addresses of the CCWs and IDAWs that it is, or that need it; the most direct first
 * @param stage  index of the stage, or -1
 * @param event  number of the event, or -1
 */
public record Place(long guest, long user, long host, long length, List<Long> ccws, int stage, long event) {
	public Place {
		ccws = List.copyOf(ccws);
	}

	/** The address in a space by its id, "guest", "user" or "host"; -1 if it has none there. */
	public long in(String space) {
		return switch (space) {
			case "guest" -> guest;
			case "user" -> user;
			case "host" -> host;
			default -> -1;
		};
	}

	/** Whether it lies in the same page as one of three addresses of guest, user and host; -1 is none. */
	public boolean shares(long guestAddress, long userAddress, long hostAddress) {
		return length > 0 && (page(guest, guestAddress) || page(user, userAddress) || page(host, hostAddress));
	}

	private boolean page(long mine, long other) {
		return mine != -1 && other != -1 && other <= (mine + length - 1 | AddressSpace.PAGE_SIZE - 1) && other >= (mine & AddressSpace.PAGE_MASK);
	}

	/** Whether it is what a look-up is about, or what the look-up is needed for. */
	public boolean concerns(TranslationRow row) {
		return shares(row.guest(), row.user(), row.host()) || ccws.contains(row.cause());
	}

	/** Whether it lies in a pinned page, or is what that is pinned for. */
	public boolean concerns(PinRow row) {
		return shares(row.guest(), row.user(), row.host()) || row.causes().stream().anyMatch(ccws::contains);
	}
}
