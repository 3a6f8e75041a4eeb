// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ccwbench.run.CcwRow.Form;
import org.ccwbench.storage.AddressSpace;

/** Finds the CCWs of a program as it lies in storage before it runs. */
final class ProgramWalk {
	private static final int MOST = 8192;

	private ProgramWalk() {}

	/**
	 * Addresses of the CCWs from {@code cpa} on in the order of the chain. A TIC leads on; behind one that leads
	 * back the chain goes on too, since a device may skip it with status modifier.
	 */
	static List<Long> addresses(AddressSpace space, long cpa, OrbWord orb) {
		List<Long> found = new ArrayList<>();
		Set<Long> seen = new HashSet<>();
		long at = cpa;
		while (found.size() < MOST && space.contains(at, 8) && seen.add(at)) {
			found.add(at);
			Form f = new Form(at, space.load64(at), orb.format1(), List.of());
			if (f.tic()) {
				at = seen.contains(f.data()) ? at + 8 : f.data();
			} else if ((f.flags() & (CcwForms.FLAG_CC | CcwForms.FLAG_CD)) != 0) {
				at += 8;
			} else {
				break;
			}
		}
		return found;
	}
}
