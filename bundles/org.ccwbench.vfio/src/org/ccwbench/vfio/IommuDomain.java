// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.HashMap;
import java.util.Map;
import org.ccwbench.storage.AddressSpace;
import org.ccwbench.storage.KeyedSpace;
import org.ccwbench.storage.PageTable;
import org.ccwbench.storage.PinTable;

/**
 * The IOMMU's table of a guest whose devices are assigned to it: every page of the container's map with its host
 * frame. A device may use any of them at any time and nobody knows which, so all are pinned from {@link #attach} to
 * {@link #detach}. In between the table follows the map: what is unmapped leaves it, what is mapped enters it.
 */
public final class IommuDomain implements DmaMap.Listener {
	/** Frames that a guest may have pinned: 1 GiB, the monitor's limit of locked memory. */
	static final long LIMIT = 1L << 18;
	private static final int PAGE = AddressSpace.PAGE_SIZE;

	private final Machine machine;
	private final PageTable table = new PageTable("IOMMU");
	private final PageTable readOnly = new PageTable("IOMMU, read only");
	private final KeyedSpace space;
	/** Where ranges that are in the table begin and end: what was refused is not among them, however large. */
	private final Map<Long, Long> entered = new HashMap<>();
	private Statistics statistics;
	private VfioListener listener = VfioListener.NONE;
	private long cause;
	private boolean attached;
	private long pages;
	private int failed;
	private long wanted;

	IommuDomain(Machine machine) {
		this.machine = machine;
		space = new IommuSpace(table, readOnly, machine.host());
	}

	/** What a device behind the IOMMU works in: guest absolute addresses. */
	public KeyedSpace space() {
		return space;
	}

	PageTable table() {
		return table;
	}

	PageTable readOnly() {
		return readOnly;
	}

	public boolean attached() {
		return attached;
	}

	/** Pages in the table, each with one pin. */
	public long pages() {
		return pages;
	}

	/** Says on whose account further work goes, and for the sake of which ORB. */
	public void account(Statistics to, VfioListener heard, long orb) {
		statistics = to;
		listener = heard;
		cause = orb;
	}

	/** Pins every page of the map and enters it: 0, or −EFAULT, −ENOMEM, and nothing is pinned. */
	public int attach() {
		failed = 0;
		wanted = 0;
		machine.dmaMap().forEach(this::count);
		if (failed == 0) {
			machine.dmaMap().forEach(this::enter);
		}
		if (failed != 0) {
			clear();
			return failed;
		}
		attached = true;
		machine.dmaMap().addListener(this);
		return 0;
	}

	/** Takes all out of the table and the pins off. */
	public void detach() {
		if (attached) {
			machine.dmaMap().removeListener(this);
			attached = false;
			clear();
		}
	}

	private void clear() {
		machine.dmaMap().forEach((iova, user, length, permissions) -> leaveRange(iova, user));
	}

	@Override
	public void mapping(long iova, long user, long length, int permissions) {
		failed = 0;
		enter(iova, user, length, permissions);
	}

	@Override
	public void unmapping(long iova, long user, long length, int permissions) {
		leaveRange(iova, user);
	}

	/** What would be pinned up to the limit would all come off again: it is refused beforehand. */
	private void count(long iova, long user, long length, int permissions) {
		wanted += length / PAGE;
		if (failed == 0 && wanted > machine.lockable(LIMIT)) {
			refuse(iova, user);
		}
	}

	private void refuse(long iova, long user) {
		failed = -Errno.ENOMEM;
		listener.pinRefused(iova, user, failed, cause);
	}

	private void enter(long iova, long user, long length, int permissions) {
		PinTable pins = machine.pins();
		if (pages + length / PAGE > machine.lockable(LIMIT)) {
			refuse(iova, user);
			return;
		}
		long at = 0;
		for (; at < length; at += PAGE) {
			statistics.lookUps++;
			long frame = machine.user().translate(user + at);
			int refused = machine.refusal(iova + at);
			failed = refused != 0 ? -refused : frame == PageTable.UNMAPPED ? -Errno.EFAULT : machine.beyondLimit(frame) ? -Errno.ENOMEM : 0;
			if (failed != 0) {
				listener.pinRefused(iova + at, user + at, failed, cause);
				break;
			}
			listener.lookedUp(iova + at, user + at, frame, cause);
			pins.pin(frame, iova + at);
			statistics.pinned(1);
			listener.pinned(iova + at, user + at, frame, cause);
			table.map(iova + at, frame);
			if ((permissions & DmaMap.WRITE) == 0) {
				readOnly.map(iova + at, frame);
			}
			pages++;
		}
		if (at > 0) {
			entered.put(iova, iova + at);
		}
	}

	/** The map neither splits nor joins ranges: what leaves is what was entered, as far as it was. */
	private void leaveRange(long iova, long user) {
		Long end = entered.remove(iova);
		for (long at = iova; end != null && at < end; at += PAGE) {
			leave(at, user + (at - iova));
		}
	}

	private void leave(long iova, long user) {
		long frame = table.target(iova);
		table.map(iova, PageTable.UNMAPPED);
		if (readOnly.target(iova) != PageTable.UNMAPPED) {
			readOnly.map(iova, PageTable.UNMAPPED);
		}
		machine.pins().unpin(frame, iova);
		statistics.unpinned(1);
		listener.unpinned(iova, user, frame, cause);
		pages--;
	}
}
