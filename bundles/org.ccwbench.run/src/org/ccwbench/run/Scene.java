// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.List;
import java.util.function.LongToIntFunction;
import org.ccwbench.storage.AddressSpace;
import org.ccwbench.storage.Storage;

/**
 * What a history needs to know of the session whose recording it walks.
 *
 * @param guest    guest absolute storage, to look at
 * @param user     the monitor's, or null
 * @param host     in which the channel runs; {@code guest} if the guest has the channel to itself
 * @param cpa      guest absolute address of the first CCW
 * @param schib    storage and address of the guest's SCHIB
 * @param line     source line of a guest absolute address, 0 if none
 */
record Scene(List<StageInfo> stages, List<SpaceView> spaces, AddressSpace guest, AddressSpace user, AddressSpace host,
		OrbWord orb, long cpa, Storage registers, long schib, LongToIntFunction line) {
	boolean direct() {
		return guest == host;
	}
}
