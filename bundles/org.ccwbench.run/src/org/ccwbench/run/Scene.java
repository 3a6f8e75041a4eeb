// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.List;
import java.util.function.LongToIntFunction;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import org.ccwbench.storage.AddressSpace;
import org.ccwbench.storage.Storage;

/**
 * What a history needs to know of the rig whose recording it walks.
 *
 * @param guest  guest absolute storage, to look at
 * @param user   the monitor's virtual storage, or null
 * @param host   in which the channel runs; {@code guest} itself if it runs the guest's own program
 * @param guestAddresses whether the addresses that the channel works with are the guest's; or else the host's
 * @param guestOf gives for the present state: guest absolute address of a host absolute address, or -1
 * @param starts one for each start function of the image
 * @param line   source line of a guest absolute address, 0 if none
 */
public record Scene(List<StageInfo> stages, List<SpaceView> spaces, AddressSpace guest, AddressSpace user,
		AddressSpace host, boolean guestAddresses, Supplier<LongUnaryOperator> guestOf, List<Started> starts, LongToIntFunction line) {
	/**
	 * One start function.
	 *
	 * @param orb       word 1 of the ORB
	 * @param cpa       guest absolute address of the first CCW
	 * @param registers storage that holds the guest's SCHIB
	 * @param schib     its address there
	 */
	public record Started(int orb, long cpa, Storage registers, long schib) {
		OrbWord word() {
			return new OrbWord(orb);
		}
	}

	/** For a guest whose storage is the only one there is. */
	public Scene(List<StageInfo> stages, List<SpaceView> spaces, AddressSpace storage, List<Started> starts, LongToIntFunction line) {
		this(stages, spaces, storage, null, storage, true, () -> a -> a, starts, line);
	}

	/** Whether the channel fetches the guest's own program. */
	boolean direct() {
		return guest == host;
	}
}
