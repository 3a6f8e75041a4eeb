// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.List;
import java.util.function.LongUnaryOperator;
import org.ccwbench.storage.AddressSpace;

/** Joins the pieces in which data came to the areas that they make up together. */
final class ReceivedAreas {
	private static final int MOST = 4096;

	private final LongUnaryOperator guestOf;
	private final DataAreas areas = new DataAreas();

	/** @param guestOf guest absolute address of an address that the channel stored at, or -1 */
	ReceivedAreas(LongUnaryOperator guestOf) {
		this.guestOf = guestOf;
	}

	/** Takes what an event says; it may span pages that lie apart in the guest. */
	void add(long address, int length) {
		for (long a = address; a < address + length && areas.size() < MOST;) {
			long next = Math.min(address + length, (a & AddressSpace.PAGE_MASK) + AddressSpace.PAGE_SIZE);
			long guest = guestOf.applyAsLong(a);
			if (guest != -1) {
				areas.add(guest, guest + (next - a));
			}
			a = next;
		}
	}

	List<DataArea> list() {
		return areas.list();
	}
}
