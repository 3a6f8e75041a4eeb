// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.path;

import org.ccwbench.vfio.ChannelProgram;
import org.ccwbench.vfio.PathMachine;
import org.ccwbench.vfio.PathRun;
import org.ccwbench.vfio.Type1Container;

/**
 * The answer to the first proposal: map and unmap calls only keep a database of guest absolute to monitor
 * virtual addresses; on a request the kernel goes from a guest address to a pinned host page in one step and
 * writes the program anew once. The translator is that of the chosen driver version.
 */
public final class MediatedPath extends StagedPath {
	public MediatedPath() {
		super("mediated", "Mediated: guest to host in one step", list(
				intercept("Q1"),
				monitor("Q3", "CMD_REQUEST",
						"The monitor hands ORB and SCSW to the kernel in one call that blocks until the program has ended."),
				copyFromGuest(1),
				translateFromGuest(1),
				startAndHandle(1),
				kernel("K5", 1, "Update the IRB",
						"The channel-program address in the IRB is mapped back to that of the guest's CCW."),
				copyOut(1),
				monitor("Q4", "Update the guest's IRB",
						"The monitor makes the result the guest's: condition code, interruption, IRB.")));
	}

	@Override
	public PathRun begin(PathMachine machine) {
		return new Run(machine);
	}

	private static final class Run extends RequestRun {
		private static final int Q1 = 0;
		private static final int Q3 = 1;
		private static final int K1 = 2;
		private static final int K2 = 3;
		private static final int K3 = 4;
		private static final int K4 = 5;
		private static final int K5 = 6;
		private static final int K6 = 7;
		private static final int Q4 = 8;

		private final Type1Container container;
		private final ChannelProgram program;

		Run(PathMachine m) {
			super(m);
			container = new Type1Container(machine, statistics);
			container.listener(listener);
			program = new ChannelProgram(m.driver(), container, machine.kernel(), machine.host());
			program.listener(listener);
			stage(Q1, this::intercept);
			opening(Q3, this::call);
			stage(K1, this::copy);
			stage(K2, this::translate);
			stage(K3, this::startAndWait);
			stage(K4, () -> handle(K3));
			stage(K5, this::update);
			stage(K6, this::copyOut);
			closing(Q3, () -> 0);
			always(Q4, this::result);
		}

		private int call() {
			request.write(guest.orb());
			copyIn(Request.LENGTH);
			return subchannel.enable();
		}

		private int copy() {
			int rc = program.init(guest.orb());
			if (rc == 0) {
				copied(program);
			}
			return rc;
		}

		private int translate() {
			int rc = program.prefetch();
			statistics.rewritten(program);
			if (rc == 0) {
				program.orb(subchannel.orb(), subchannel.parameter(), subchannel.paths());
			}
			return rc;
		}

		private int update() {
			Irb.cpa(irb, program.guestCpa(Irb.cpa(irb)));
			subchannel.irb(irb);
			return 0;
		}

		private int result() {
			program.free();
			request.irb(result);
			return answer(result);
		}

		@Override
		void free() {
			program.free();
		}
	}
}
