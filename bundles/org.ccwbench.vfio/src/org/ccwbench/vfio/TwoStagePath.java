// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.List;
import org.ccwbench.storage.Bytes;

/**
 * The first vfio-ccw proposal (2016): the monitor translates the guest's program into a user-space program with
 * its own virtual addresses ({@link UserProgram}); the kernel copies that, translates it again to host addresses,
 * pins, runs it, and gives IRB and SCSW back from one blocking call.
 */
public final class TwoStagePath implements TranslationPath {
	private static final List<Stage> STAGES = List.of(
			new Stage("Q1", Side.MONITOR, "Intercept SSCH",
					"The guest's START SUBCHANNEL ends in the monitor, which takes the ORB out of guest storage.", -1),
			new Stage("Q2", Side.MONITOR, "Translate guest to user program",
					"The monitor looks every address up in its map and writes a program with its own virtual addresses.", -1),
			new Stage("Q3", Side.MONITOR, "CMD_REQUEST",
					"The monitor hands the program, ORB and SCSW to the kernel in one call that blocks until the end.", -1),
			new Stage("K1", Side.KERNEL, "Copy the user program", "The 4 KiB of the program go into kernel memory.", 2),
			new Stage("K2", Side.KERNEL, "Translate and pin",
					"Each user address becomes a list of host addresses; its pages are pinned.", 2),
			new Stage("K3", Side.KERNEL, "Issue the host ORB, wait",
					"START SUBCHANNEL with the translated program; the channel runs it out of host storage.", 2),
			new Stage("K4", Side.KERNEL, "Interruption handler", "TEST SUBCHANNEL takes the IRB and wakes the waiter.", 2),
			new Stage("K5", Side.KERNEL, "Update the user IRB",
					"The channel-program address becomes an offset in the user-space program.", 2),
			new Stage("K6", Side.KERNEL, "Copy out",
					"IRB and SCSW go back to the monitor; pages are unpinned and the program's copy is freed.", 2),
			new Stage("Q4", Side.MONITOR, "Update the guest's IRB",
					"The offset becomes the guest's CCW address; condition code, interruption and IRB go to the guest.", -1));

	@Override
	public String name() {
		return "two-stage";
	}

	@Override
	public String title() {
		return "Two stages: guest to user to host";
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
		private static final int Q3 = 2;
		private static final int K1 = 3;
		private static final int K2 = 4;
		private static final int K3 = 5;
		private static final int K4 = 6;
		private static final int K5 = 7;
		private static final int K6 = 8;
		private static final int Q4 = 9;

		private final Request request;
		private final UserProgram program;
		private final UserTranslation translation;
		private final byte[] result = new byte[Irb.LENGTH];
		private int ccws;
		private long buffer;

		Run(PathMachine m) {
			super(m);
			request = new Request(machine);
			program = new UserProgram(machine, new MonitorMap(machine, listener, statistics), listener, statistics);
			translation = new UserTranslation(machine, program, listener, statistics);
			stage(Q1, this::intercept);
			stage(Q2, this::write);
			opening(Q3, this::call);
			stage(K1, () -> translation.copy(buffer, ccws));
			stage(K2, this::translate);
			stage(K3, this::startAndWait);
			stage(K4, () -> handle(K3));
			stage(K5, this::update);
			stage(K6, this::copyOut);
			closing(Q3, () -> 0);
			always(Q4, this::result);
		}

		private int write() {
			int rc = program.make(orb);
			statistics.rewrites++;
			request.write(orb);
			request.program(UserProgram.ADDRESS, program.ccws());
			return rc;
		}

		private int call() {
			statistics.systemCalls++;
			listener.systemCall(VfioListener.SystemCall.CMD_REQUEST, Request.LENGTH_WITH_PROGRAM, 0);
			byte[] in = request.copyIn(Request.LENGTH_WITH_PROGRAM);
			System.arraycopy(in, Request.ORB, orb, 0, Orb.LENGTH);
			ccws = Bytes.get32(in, Request.CCWS);
			buffer = Bytes.get64(in, Request.PROGRAM);
			statistics.bytesCopied += Request.LENGTH_WITH_PROGRAM;
			listener.copied(VfioListener.Space.USER, Request.ADDRESS, VfioListener.Space.HOST, VfioListener.NONE_SUCH,
					Request.LENGTH_WITH_PROGRAM);
			return subchannel.enable();
		}

		private int translate() {
			int word1 = Bytes.get32(orb, 4);
			int rc = translation.translate(word1);
			statistics.rewrites++;
			int blocks = Orb.blocksOf2K(word1) ? Orb.IDAW_2K : 0;
			int paths = (word1 & Orb.LPM) == 0 ? subchannel.paths() << 8 & Orb.LPM : 0;
			byte[] hostOrb = subchannel.orb();
			Bytes.put32(hostOrb, 0, subchannel.parameter());
			Bytes.put32(hostOrb, 4, word1 | Orb.FORMAT1 | Orb.IDAW64 | blocks | paths);
			Bytes.put32(hostOrb, 8, (int) translation.cpa());
			return rc;
		}

		private int update() {
			Irb.cpa(irb, translation.userCpa(Irb.cpa(irb)));
			subchannel.irb(irb);
			return 0;
		}

		private int copyOut() {
			request.copyOut(irb);
			statistics.bytesCopied += Irb.LENGTH + Irb.SCSW;
			listener.copied(VfioListener.Space.HOST, subchannel.irbAddress(), VfioListener.Space.USER,
					Request.ADDRESS + Request.IRB, Irb.LENGTH);
			translation.free();
			return 0;
		}

		private int result() {
			translation.free();
			request.irb(result);
			if (returnCode() == 0) {
				Irb.cpa(result, program.guestCpa(Irb.cpa(result)));
			}
			return answer(result);
		}

		@Override
		void close() {
			translation.free();
		}
	}
}
