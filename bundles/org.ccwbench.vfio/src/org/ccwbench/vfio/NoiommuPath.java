// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.List;

/**
 * VFIO without an IOMMU, for comparison: nothing translates and nothing isolates. The channel takes the addresses in
 * the guest's program for host absolute addresses, so that the program must carry such, and can reach any page of
 * the host. Nothing is pinned either: that the pages stay where they are is the guest's luck.
 */
public final class NoiommuPath implements TranslationPath {
	private static final List<Stage> STAGES = List.of(
			new Stage("Q1", Side.MONITOR, "Take the ORB", "The guest's ORB is taken out of its storage.", -1),
			new Stage("Q2", Side.MONITOR, "CMD_REQUEST", "The monitor hands the ORB to the kernel as it is and waits.", -1),
			new Stage("K1", Side.KERNEL, "Issue the ORB as it is, wait",
					"The channel takes every address in the program for a host absolute address, whosever page is there.", 1),
			new Stage("K2", Side.KERNEL, "Interruption handler", "TEST SUBCHANNEL takes the IRB.", 1),
			new Stage("Q3", Side.MONITOR, "Give the guest its IRB", "The IRB goes to the guest as the device gave it.", -1));

	@Override
	public String name() {
		return "noiommu";
	}

	@Override
	public String title() {
		return "No IOMMU: host addresses, no isolation";
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
	public List<Stage> stages() {
		return STAGES;
	}

	@Override
	public PathRun begin(PathMachine machine) {
		return new Run(machine);
	}

	private static final class Run extends StagedRun {
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
			System.arraycopy(orb, 0, subchannel.orb(), 0, Orb.LENGTH);
			statistics.systemCalls++;
			listener.systemCall(VfioListener.SystemCall.CMD_REQUEST, Orb.LENGTH, Irb.LENGTH);
			return subchannel.enable();
		}

		@Override
		void close() {}
	}
}
