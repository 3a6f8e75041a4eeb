// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.path;

import org.ccwbench.storage.Bytes;
import org.ccwbench.vfio.MonitorMap;
import org.ccwbench.vfio.Orb;
import org.ccwbench.vfio.PathMachine;
import org.ccwbench.vfio.PathRun;
import org.ccwbench.vfio.UserProgram;
import org.ccwbench.vfio.UserTranslation;

/**
 * The first vfio-ccw proposal (2016): the monitor translates the guest's program into a user-space program with
 * its own virtual addresses ({@link UserProgram}); the kernel copies that, translates it again to host addresses,
 * pins, runs it, and gives IRB and SCSW back from one blocking call.
 */
public final class TwoStagePath extends StagedPath {
	public TwoStagePath() {
		super("two-stage", "Two stages: guest to user to host", list(
				intercept("Q1"),
				monitor("Q2", "Translate guest to user program",
						"The monitor looks every address up in its map and writes a program with its own virtual addresses."),
				monitor("Q3", "CMD_REQUEST",
						"The monitor hands the program, ORB and SCSW to the kernel in one call that blocks until the end."),
				kernel("K1", 2, "Copy the user program", "The 4 KiB of the program go into kernel memory."),
				kernel("K2", 2, "Translate and pin", "Each user address becomes a list of host addresses; its pages are pinned."),
				startAndHandle(2),
				kernel("K5", 2, "Update the user IRB",
						"The channel-program address becomes an offset in the user-space program."),
				copyOut(2),
				monitor("Q4", "Update the guest's IRB",
						"The offset becomes the guest's CCW address; condition code, interruption and IRB go to the guest.")));
	}

	@Override
	public PathRun begin(PathMachine machine) {
		return new Run(machine);
	}

	private static final class Run extends RequestRun {
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

		private final UserProgram program;
		private final UserTranslation translation;
		private int ccws;
		private long buffer;

		Run(PathMachine m) {
			super(m);
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
			int rc = program.make(guest.orb());
			statistics.rewritten();
			request.write(guest.orb());
			request.program(UserProgram.ADDRESS, program.ccws());
			return rc;
		}

		private int call() {
			byte[] in = copyIn(Request.LENGTH_WITH_PROGRAM);
			ccws = Bytes.get32(in, Request.CCWS);
			buffer = Bytes.get64(in, Request.PROGRAM);
			return subchannel.enable();
		}

		private int translate() {
			int word1 = Bytes.get32(guest.orb(), 4);
			int rc = translation.translate(word1);
			statistics.rewritten();
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

		private int result() {
			translation.free();
			request.irb(result);
			if (returnCode() == 0) {
				Irb.cpa(result, program.guestCpa(Irb.cpa(result)));
			}
			return answer(result);
		}

		@Override
		public void unmap(long address, long length) {
			new MemoryListener(machine.dmaMap(), new MemoryListener.Own(machine.dmaMap())).remove(address, length);
		}

		@Override
		void free() {
			translation.free();
		}
	}
}
