// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.path;

import java.util.List;
import org.ccwbench.vfio.Isolation;
import org.ccwbench.vfio.Orb;
import org.ccwbench.vfio.PathMachine;
import org.ccwbench.vfio.PathRun;
import org.ccwbench.vfio.ProgramAddresses;

/**
 * VFIO without an IOMMU, for comparison: nothing translates and nothing isolates. The channel takes the addresses in
 * the guest's program for host absolute addresses, so that the program must carry such, and can reach any page of
 * the host. Nothing is pinned either: that the pages stay where they are is the guest's luck.
 */
public final class NoiommuPath extends StagedPath {
	public NoiommuPath() {
		super("noiommu", "No IOMMU: host addresses, no isolation", List.of(
				monitor("Q1", "Take the ORB", "The guest's ORB is taken out of its storage."),
				monitor("Q2", "CMD_REQUEST", "The monitor hands the ORB to the kernel as it is and waits."),
				kernel("K1", 1, "Issue the ORB as it is, wait",
						"The channel takes every address in the program for a host absolute address, whosever page is there."),
				kernel("K2", 1, "Interruption handler", "TEST SUBCHANNEL takes the IRB."),
				monitor("Q3", "Give the guest its IRB", "The IRB goes to the guest as the device gave it.")));
	}

	@Override
	public Isolation isolation() {
		return Isolation.NONE;
	}

	@Override
	public ProgramAddresses addresses() {
		return ProgramAddresses.HOST;
	}

	@Override
	public PathRun begin(PathMachine machine) {
		return new Run(machine);
	}

	private static final class Run extends BlockingRun {
		private static final int Q1 = 0;
		private static final int Q2 = 1;
		private static final int K1 = 2;
		private static final int K2 = 3;
		private static final int Q3 = 4;

		Run(PathMachine m) {
			super(m);
			stage(Q1, this::fetchOrb);
			opening(Q2, this::call);
			stage(K1, this::startAndWait);
			stage(K2, () -> handle(K1));
			closing(Q2, () -> 0);
			always(Q3, () -> answer(irb));
		}

		private int call() {
			System.arraycopy(guest.orb(), 0, subchannel.orb(), 0, Orb.LENGTH);
			call(Orb.LENGTH, Irb.LENGTH);
			return subchannel.enable();
		}

		/** There is no map. */
		@Override
		public void unmap(long address, long length) {}

		@Override
		void free() {}
	}
}
