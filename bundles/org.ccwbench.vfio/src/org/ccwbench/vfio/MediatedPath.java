// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.List;

/**
 * The answer to the first proposal: map and unmap calls only keep a database of guest absolute to monitor
 * virtual addresses; on a request the kernel goes from a guest address to a pinned host page in one step and
 * writes the program anew once. The translator is that of the chosen driver version.
 */
public final class MediatedPath implements TranslationPath {
	private static final List<Stage> STAGES = List.of(
			new Stage("Q1", Side.MONITOR, "Intercept SSCH",
					"The guest's START SUBCHANNEL ends in the monitor, which takes the ORB out of guest storage.", -1),
			new Stage("Q3", Side.MONITOR, "CMD_REQUEST",
					"The monitor hands ORB and SCSW to the kernel in one call that blocks until the program has ended.", -1),
			new Stage("K1", Side.KERNEL, "Copy the program",
					"The driver reads the guest's chains through the DMA map into kernel memory, following TICs.", 1),
			new Stage("K2", Side.KERNEL, "Translate and pin",
					"Each data address is looked up from guest to monitor to host, its page pinned, and a list of host "
							+ "addresses put in its place.", 1),
			new Stage("K3", Side.KERNEL, "Issue the host ORB, wait",
					"START SUBCHANNEL with the translated program; the channel runs it out of host storage.", 1),
			new Stage("K4", Side.KERNEL, "Interruption handler", "TEST SUBCHANNEL takes the IRB and wakes the waiter.", 1),
			new Stage("K5", Side.KERNEL, "Update the IRB",
					"The channel-program address in the IRB is mapped back to that of the guest's CCW.", 1),
			new Stage("K6", Side.KERNEL, "Copy out",
					"IRB and SCSW go back to the monitor; pages are unpinned and the program's copy is freed.", 1),
			new Stage("Q4", Side.MONITOR, "Update the guest's IRB",
					"The monitor makes the result the guest's: condition code, interruption, IRB.", -1));

	@Override
	public String name() {
		return "mediated";
	}

	@Override
	public String title() {
		return "Mediated: guest to host in one step";
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
		private static final int Q3 = 1;
		private static final int K1 = 2;
		private static final int K2 = 3;
		private static final int K3 = 4;
		private static final int K4 = 5;
		private static final int K5 = 6;
		private static final int K6 = 7;
		private static final int Q4 = 8;

		private final Request request;
		private final Type1Container container;
		private final ChannelProgram program;
		private final byte[] result = new byte[Irb.LENGTH];

		Run(PathMachine m) {
			super(m);
			request = new Request(machine);
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
			request.write(orb);
			statistics.systemCalls++;
			listener.systemCall(VfioListener.SystemCall.CMD_REQUEST, Request.LENGTH, 0);
			System.arraycopy(request.copyIn(Request.LENGTH), Request.ORB, orb, 0, Orb.LENGTH);
			statistics.bytesCopied += Request.LENGTH;
			listener.copied(VfioListener.Space.USER, Request.ADDRESS, VfioListener.Space.HOST, VfioListener.NONE_SUCH,
					Request.LENGTH);
			return subchannel.enable();
		}

		private int copy() {
			int rc = program.init(orb);
			for (int c = 0; rc == 0 && c < program.chains(); c++) {
				listener.copied(VfioListener.Space.GUEST, program.ccwAddress(c, 0), VfioListener.Space.HOST,
						program.hostAddress(c), program.length(c) * Ccw.SIZE);
			}
			return rc;
		}

		private int translate() {
			int rc = program.prefetch();
			statistics.rewrites++;
			for (int c = 0; c < program.chains(); c++) {
				statistics.ccwsTranslated += program.length(c);
			}
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

		private int copyOut() {
			request.copyOut(irb);
			statistics.bytesCopied += Irb.LENGTH + Irb.SCSW;
			listener.copied(VfioListener.Space.HOST, subchannel.irbAddress(), VfioListener.Space.USER,
					Request.ADDRESS + Request.IRB, Irb.LENGTH);
			program.free();
			return 0;
		}

		private int result() {
			program.free();
			request.irb(result);
			return answer(result);
		}

		@Override
		void close() {
			program.free();
		}
	}
}
