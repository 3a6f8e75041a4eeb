// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.path;

import java.util.List;
import org.ccwbench.channel.Subchannel;
import org.ccwbench.vfio.IommuDomain;
import org.ccwbench.vfio.Isolation;
import org.ccwbench.vfio.Orb;
import org.ccwbench.vfio.PathMachine;
import org.ccwbench.vfio.PathRun;
import org.ccwbench.vfio.ProgramAddresses;
import org.ccwbench.vfio.VfioListener;

/**
 * Classic device assignment, for comparison: an IOMMU gives the device all of the guest's storage by guest absolute
 * address, so that the guest's own program runs and nothing is translated for a request. Any page may be used at any
 * time, so all are pinned while the guest lives. No machine has an IOMMU for channel programs; this one is what one
 * would be.
 */
public final class AssignmentPath extends StagedPath {
	public AssignmentPath() {
		super("assignment", "Device assignment: an IOMMU maps all of the guest", List.of(
				monitor("Q1", "Map all of guest storage",
						"Once a guest, before its first START SUBCHANNEL: one MAP_DMA call for each range of its storage."),
				kernel("K1", 0, "Pin all, fill the IOMMU's table",
						"Every page is looked up, pinned and entered with its guest address: a device may use any at any time."),
				monitor("Q2", "Take the ORB",
						"The guest's ORB goes to the kernel as it is; its program stays where it is."),
				kernel("K2", -1, "Issue the guest's ORB, wait",
						"The channel fetches the guest's CCWs and moves data by guest address; the IOMMU's table leads to the frames."),
				kernel("K3", -1, "Interruption handler",
						"TEST SUBCHANNEL takes the IRB, whose addresses are the guest's."),
				monitor("Q3", "Give the guest its IRB", "The IRB goes to the guest as the device gave it."),
				monitor("Q4", "The guest ends",
						"One UNMAP_DMA call for each range: its pages leave the IOMMU's table and are unpinned.")));
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
	public PathRun begin(PathMachine machine) {
		return new Run(machine);
	}

	private static final class Run extends BlockingRun {
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
			System.arraycopy(guest.orb(), 0, subchannel.orb(), 0, Orb.LENGTH);
			call(Orb.LENGTH, Irb.LENGTH);
			return rc;
		}

		/** A device that could not be assigned is one that the guest does not have. */
		private int result() {
			if (!assigned) {
				guest.refuse(3);
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
				statistics.called();
				listener.systemCall(call, bytes, 0);
			});
		}

		@Override
		void free() {
			if (pathMachine.guestEnds() && domain.attached()) {
				release();
			}
		}
	}
}
