// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.List;
import org.ccwbench.storage.Bytes;

/**
 * What Linux ships since 4.12: the mediated path behind an I/O region. The monitor writes ORB and SCSW into the
 * region; the driver copies, translates and starts within that write; an eventfd says that an IRB can be read.
 */
public final class LinuxPath implements TranslationPath {
	private static final List<Stage> STAGES = List.of(
			new Stage("Q1", Side.MONITOR, "Region info", "The monitor asks the device for its regions and opens it.", -1),
			new Stage("Q2", Side.MONITOR, "Event notifier", "It gives the kernel an eventfd for I/O interruptions.", -1),
			new Stage("Q3", Side.MONITOR, "Intercept SSCH",
					"The guest's START SUBCHANNEL ends in the monitor, which takes the ORB out of guest storage.", -1),
			new Stage("Q4", Side.MONITOR, "Write the I/O region",
					"ORB and SCSW are written into the region; the write returns when the program has been started.", -1),
			new Stage("K1", Side.KERNEL, "Copy the program",
					"The driver reads the guest's chains through the DMA map into kernel memory, following TICs.", 3),
			new Stage("K2", Side.KERNEL, "Translate and pin",
					"Each data address is looked up from guest to monitor to host, its page pinned, and a list of host "
							+ "addresses put in its place.", 3),
			new Stage("K3", Side.KERNEL, "Issue the host ORB",
					"START SUBCHANNEL with the translated program; the channel runs it out of host storage.", 3),
			new Stage("K4", Side.KERNEL, "Return the condition code",
					"It becomes the region's return code and the result of the write.", 3),
			new Stage("Q5", Side.MONITOR, "Condition code to the guest", "The guest's START SUBCHANNEL is over.", -1),
			new Stage("K5", Side.KERNEL, "Interruption to region",
					"TEST SUBCHANNEL takes the IRB; its program address is mapped back, the program freed and unpinned.", -1),
			new Stage("K6", Side.KERNEL, "Signal", "The eventfd wakes the monitor.", -1),
			new Stage("Q6", Side.MONITOR, "Read the result", "The monitor reads the I/O region.", -1),
			new Stage("Q7", Side.MONITOR, "Update the guest's IRB", "Interruption and IRB go to the guest.", -1));

	@Override
	public String name() {
		return "linux";
	}

	@Override
	public String title() {
		return "Linux: mediated, with an I/O region";
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
		private static final int Q4 = 3;
		private static final int K1 = 4;
		private static final int K2 = 5;
		private static final int K3 = 6;
		private static final int K4 = 7;
		private static final int Q5 = 8;
		private static final int K5 = 9;
		private static final int K6 = 10;
		private static final int Q6 = 11;
		private static final int Q7 = 12;
		private static final int IRB_IN_REGION = 24;

		private final VfioCcwDevice device;
		private final byte[] region = new byte[VfioCcwDevice.ioLength()];
		private boolean over;

		Run(PathMachine m) {
			super(m);
			Type1Container container = new Type1Container(machine, statistics);
			container.listener(listener);
			device = new VfioCcwDevice(m, container, listener, subchannel);
			stage(Q1, this::open);
			stage(Q2, () -> call(VfioListener.SystemCall.SET_IRQS, 24, 0));
			stage(Q3, this::intercept);
			opening(Q4, this::write);
			stage(K1, this::copy);
			stage(K2, this::translate);
			stage(K3, this::issue);
			alwaysWithin(Q4, K4, this::returnResult);
			closing(Q4, () -> 0);
			always(Q5, this::conditionCodeToGuest);
			stage(K5, this::interruption);
			stage(K6, this::signal);
			stage(Q6, this::read);
			stage(Q7, this::result);
		}

		private int call(VfioListener.SystemCall call, int in, int out) {
			statistics.systemCalls++;
			statistics.bytesCopied += in + out;
			listener.systemCall(call, in, out);
			return 0;
		}

		private int open() {
			for (int i = 0; i < Region.ALL.size(); i++) {
				call(VfioListener.SystemCall.REGION_INFO, 32, 32);
			}
			return device.open() == 0 ? 0 : -Errno.ENODEV;
		}

		private int write() {
			java.util.Arrays.fill(region, (byte) 0);
			System.arraycopy(orb, 0, region, 0, Orb.LENGTH);
			Bytes.put32(region, Orb.LENGTH, Irb.START_FUNCTION | Irb.START_PENDING);
			call(VfioListener.SystemCall.PWRITE, region.length, 0);
			pathMachine.registers().store(PathMachine.IO_REGION, region, 0, region.length);
			listener.copied(VfioListener.Space.USER, VfioListener.NONE_SUCH, VfioListener.Space.HOST, VfioListener.NONE_SUCH,
					region.length);
			return device.begin() == 1 ? 0 : device.returnCode();
		}

		private int copy() {
			int rc = device.copy();
			ChannelProgram p = device.program();
			for (int c = 0; rc == 0 && c < p.chains(); c++) {
				listener.copied(VfioListener.Space.GUEST, p.ccwAddress(c, 0), VfioListener.Space.HOST, p.hostAddress(c),
						p.length(c) * Ccw.SIZE);
			}
			return rc;
		}

		private int translate() {
			int rc = device.translate();
			statistics.rewrites++;
			for (int c = 0; c < device.program().chains(); c++) {
				statistics.ccwsTranslated += device.program().length(c);
			}
			return rc;
		}

		private int returnResult() {
			return device.complete(returnCode());
		}

		private int conditionCodeToGuest() {
			if (returnCode() < 0) {
				return answer(irb);
			}
			accepted();
			return 0;
		}

		private int interruption() {
			int rc = await();
			if (rc != 0) {
				return rc;
			}
			over = device.toRegion();
			return 0;
		}

		private int signal() {
			device.signal();
			listener.systemCall(VfioListener.SystemCall.EVENTFD, 8, 0);
			return 0;
		}

		private int read() {
			call(VfioListener.SystemCall.PREAD, 0, region.length);
			device.read(0, region, region.length);
			System.arraycopy(region, IRB_IN_REGION, irb, 0, Irb.LENGTH);
			return 0;
		}

		private int result() {
			present(irb);
			return over ? 0 : back(K5);
		}

		@Override
		void close() {
			device.program().free();
		}
	}
}
