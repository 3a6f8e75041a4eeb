// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.List;
import org.ccwbench.channel.Subchannel;

/**
 * Classic device assignment, for comparison: an IOMMU gives the device all of the guest's storage by guest absolute
 * address, so that the guest's own program runs and nothing is translated for a request. Any page may be used at any
 * time, so all are pinned while the guest lives. No machine has an IOMMU for channel programs; this one is what one
 * would be.
 */
public final class AssignmentPath implements TranslationPath {
	private static final List<Stage> STAGES = List.of(
			new Stage("Q1", Side.MONITOR, "Map all of guest storage",
					"Once a guest, before its first START SUBCHANNEL: one MAP_DMA call for each range of its storage.", -1),
			new Stage("K1", Side.KERNEL, "Pin all, fill the IOMMU's table",
					"Every page is looked up, pinned and entered with its guest address: a device may use any at any time.", 0),
			new Stage("Q2", Side.MONITOR, "Take the ORB",
					"The guest's ORB goes to the kernel as it is; its program stays where it is.", -1),
			new Stage("K2", Side.KERNEL, "Issue the guest's ORB, wait",
					"The channel fetches the guest's CCWs and moves data by guest address; the IOMMU's table leads to the frames.", -1),
			new Stage("K3", Side.KERNEL, "Interruption handler",
					"TEST SUBCHANNEL takes the IRB, whose addresses are the guest's.", -1),
			new Stage("Q3", Side.MONITOR, "Give the guest its IRB", "The IRB goes to the guest as the device gave it.", -1),
			new Stage("Q4", Side.MONITOR, "The guest ends",
					"One UNMAP_DMA call for each range: its pages leave the IOMMU's table and are unpinned.", -1));

	@Override
	public String name() {
		return "assignment";
	}

	@Override
	public String title() {
		return "Device assignment: an IOMMU maps all of the guest";
	}

	@Override
	public Isolation isolation() {
		return Isolation.HARDWARE;
	}

	@Override
	public ProgramAddresses addresses() {
		return ProgramAddresses.GUEST;
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
		private static final int K1 = 1;
		private static final int Q2 = 2;
		private static final int K2 = 3;
		private static final int K3 = 4;
		private static final int Q3 = 5;
		private static final int Q4 = 6;
		/** Bytes of the argument of MAP_DMA and of UNMAP_DMA. */
		private static final int MAP = 32;
		private static final int UNMAP = 24;

		private final IommuDomain domain;
		private final Subchannel device;
		private boolean assigned;

		Run(PathMachine m) {
			super(m);
			domain = machine.iommu();
			device = m.channel().subchannel(m.sid() & 0xFFFF);
			if (domain.attached()) {
				statistics.kept(domain.pages());
			}
			domain.account(statistics, listener, m.orb());
			opening(Q1, this::map);
			stage(K1, this::pin);
			closing(Q1, () -> 0);
			stage(Q2, this::take);
			stage(K2, this::startAndWait);
			stage(K3, () -> handle(K2));
			always(Q3, this::result);
			if (m.guestEnds()) {
				always(Q4, this::guestEnds);
			}
		}

		private int map() {
			if (!domain.attached()) {
				calls(VfioListener.SystemCall.MAP_DMA, MAP);
			}
			return 0;
		}

		private int pin() {
			int rc = domain.attached() ? 0 : domain.attach();
			if (rc != 0) {
				return rc;
			}
			assigned = true;
			rc = subchannel.enable();
			if (rc == 0 && device != null) {
				device.accessThrough(domain.space());
			}
			return rc;
		}

		private int take() {
			int rc = fetchOrb();
			System.arraycopy(orb, 0, subchannel.orb(), 0, Orb.LENGTH);
			statistics.systemCalls++;
			listener.systemCall(VfioListener.SystemCall.CMD_REQUEST, Orb.LENGTH, Irb.LENGTH);
			return rc;
		}

		/** A device that could not be assigned is one that the guest does not have. */
		private int result() {
			if (!assigned) {
				refuse(3);
				return 0;
			}
			return answer(irb);
		}

		private int guestEnds() {
			if (domain.attached()) {
				release();
			}
			return 0;
		}

		private void release() {
			calls(VfioListener.SystemCall.UNMAP_DMA, UNMAP);
			domain.detach();
		}

		private void calls(VfioListener.SystemCall call, int bytes) {
			machine.dmaMap().forEach((iova, user, length, permissions) -> {
				statistics.systemCalls++;
				listener.systemCall(call, bytes, 0);
			});
		}

		@Override
		void close() {
			if (pathMachine.guestEnds() && domain.attached()) {
				release();
			}
		}
	}
}
