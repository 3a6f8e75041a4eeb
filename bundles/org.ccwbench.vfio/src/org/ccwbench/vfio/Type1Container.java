// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.HashMap;
import java.util.Map;
import org.ccwbench.storage.AddressSpace;
import org.ccwbench.storage.PageTable;
import org.ccwbench.storage.PinTable;
import org.ccwbench.storage.Storage;

/**
 * The container of a {@link Machine}: look-ups in its DMA map, pages of the monitor through its page table,
 * pins counted by host frame. Allocates nothing. Not thread-safe.
 */
public final class Type1Container implements Container {
	private static final long PAGE_MASK = AddressSpace.PAGE_MASK;
	private static final int PAGE = AddressSpace.PAGE_SIZE;

	private final Machine machine;
	private final DmaMap map;
	private final PageTable userPages;
	private final Storage host;
	private final PinTable pins;
	private Statistics statistics;
	private VfioListener listener = VfioListener.NONE;
	private boolean heard;
	private boolean byOverlap;
	/** What Linux counts as locked memory, if there is ever a limit to it: addresses as they were pinned, a page for each. */
	private final Map<Long, Integer> locked = new HashMap<>();

	public Type1Container(Machine machine, Statistics statistics) {
		this.machine = machine;
		this.map = machine.dmaMap();
		this.userPages = machine.userPages();
		this.host = machine.host();
		this.pins = machine.pins();
		this.statistics = statistics;
	}

	/** From now on look-ups and pins are counted there. */
	public void account(Statistics to) {
		statistics = to;
	}

	public void listener(VfioListener to) {
		listener = to;
		heard = to != VfioListener.NONE;
	}

	/**
	 * From now on finds what is to be pinned as vfio_iommu_type1 does: by the 4 KiB from the IOVA on. One that is no
	 * multiple of 4,096, in the page before a mapping, is found to be in that mapping, and the monitor's page before it is
	 * pinned. Two addresses in one page are two pages to the limit of locked memory.
	 */
	public void findByOverlap() {
		byOverlap = true;
	}

	@Override
	public int read(long iova, byte[] into, int offset, int length, long cause) {
		long at = iova;
		int o = offset;
		int left = length;
		while (left > 0) {
			statistics.lookUps++;
			if (!map.find(at)) {
				return -Errno.EINVAL;
			}
			if ((map.permissions() & DmaMap.READ) == 0) {
				return -Errno.EPERM;
			}
			long user = map.user(at);
			long frame = frame(user & PAGE_MASK);
			if (heard) {
				listener.lookedUp(at, user, frame == PageTable.UNMAPPED ? VfioListener.NONE_SUCH : frame + (at & PAGE - 1), cause);
			}
			if (frame == PageTable.UNMAPPED) {
				return -Errno.EFAULT;
			}
			int in = (int) at & PAGE - 1;
			int n = Math.min(left, PAGE - in);
			host.load(frame + in, into, o, n);
			at += n;
			o += n;
			left -= n;
		}
		statistics.bytesCopied += length;
		return 0;
	}

	@Override
	public int pin(long[] iovas, int offset, int n, long[] frames, long cause, long stride) {
		if (pinAll(iovas, offset, n, frames)) {
			return n;
		}
		for (int i = 0; i < n; i++) {
			long page = iovas[offset + i] & PAGE_MASK;
			int error = find(page, iovas[offset + i]) ? pinPage(page, iovas[offset + i], frames, offset + i, cause + i * stride) : -Errno.EINVAL;
			if (error != 0) {
				statistics.lookUps += i + 1;
				statistics.pinned(i);
				if (heard) {
					listener.pinRefused(page, error == -Errno.EINVAL ? VfioListener.NONE_SUCH : map.user(page), error,
							cause + i * stride);
				}
				unpin(iovas, offset, i, frames, cause);
				return error;
			}
		}
		statistics.lookUps += n;
		statistics.pinned(n);
		return n;
	}

	@Override
	public byte[] page(long iova, int length) {
		int in = (int) iova & PAGE - 1;
		if (heard || in + length > PAGE || !map.find(iova) || (map.permissions() & DmaMap.READ) == 0) {
			return null;
		}
		long frame = userPages.target(map.user(iova));
		if (frame == PageTable.UNMAPPED) {
			return null;
		}
		return host.page(frame);
	}

	@Override
	public void countReads(int reads, int bytes) {
		statistics.lookUps += reads;
		statistics.bytesCopied += bytes;
	}

	@Override
	public boolean heard() {
		return heard;
	}

	/** In one go if all is plain; who listens hears the driver's calls. */
	@Override
	public int pinRuns(long[] iovas, int offset, int n, long[] frames, long cause, long stride, boolean single) {
		return pinAll(iovas, offset, n, frames) ? n : Container.super.pinRuns(iovas, offset, n, frames, cause, stride, single);
	}

	@Override
	public void unpinRuns(long[] iovas, int offset, int n, long[] frames, long cause, boolean single) {
		unpin(iovas, offset, n, frames, cause);
	}

	@Override
	public boolean pinAll(long[] iovas, int offset, int n, long[] frames) {
		if (heard || machine.refuses()) {
			return false;
		}
		for (int i = offset, end = offset + n; i < end;) {
			if (!map.find(iovas[i]) || map.permissions() != (DmaMap.READ | DmaMap.WRITE)) {
				return false;
			}
			int done = userPages.targets(iovas, i, end - i, map.start(), map.end(), map.user(map.start()), frames);
			if (done == 0) {
				return false;
			}
			i += done;
		}
		pins.pin(frames, offset, n, iovas);
		statistics.lookUps += n;
		statistics.pinned(n);
		return true;
	}

	private boolean tooMany(long iova, long frame) {
		return byOverlap ? locked.size() >= machine.lockable(Long.MAX_VALUE) && !locked.containsKey(iova) : machine.beyondLimit(frame);
	}

	private boolean find(long page, long iova) {
		if (map.find(page)) {
			return true;
		}
		boolean behind = byOverlap && iova != page && page + PAGE != 0 && map.find(page + PAGE);
		if (behind) {
			listener.noted(String.format("%X is not mapped, but the page behind it is: Linux takes 4 KiB from there on for a part of"
					+ " that mapping, and pins the page before it in the monitor's memory", iova));
		}
		return behind;
	}

	private int pinPage(long page, long iova, long[] frames, int at, long cause) {
		if (map.permissions() != (DmaMap.READ | DmaMap.WRITE)) {
			return -Errno.EPERM;
		}
		int refusal = machine.refusal(page);
		if (refusal != 0) {
			return -refusal;
		}
		long user = map.user(page);
		long frame = frame(user);
		if (heard) {
			listener.lookedUp(page, user, frame == PageTable.UNMAPPED ? VfioListener.NONE_SUCH : frame, cause);
		}
		if (frame == PageTable.UNMAPPED) {
			return -Errno.EFAULT;
		}
		if (tooMany(iova, frame)) {
			return -Errno.ENOMEM;
		}
		if (byOverlap && machine.limited()) {
			locked.merge(iova, 1, Integer::sum);
		}
		pins.pin(frame, page);
		frames[at] = frame;
		if (heard) {
			listener.pinned(page, user, frame, cause);
		}
		return 0;
	}

	@Override
	public void unpin(long[] iovas, int offset, int n, long[] frames, long cause) {
		pins.unpin(frames, offset, n, iovas);
		statistics.unpinned(n);
		for (int i = offset; !locked.isEmpty() && i < offset + n; i++) {
			locked.computeIfPresent(iovas[i], (iova, count) -> count == 1 ? null : count - 1);
		}
		for (int i = offset; heard && i < offset + n; i++) {
			long page = iovas[i] & PAGE_MASK;
			listener.unpinned(page, map.find(page) ? map.user(page) : VfioListener.NONE_SUCH, frames[i], cause);
		}
	}

	@Override
	public void unpinNothing(long[] iovas, int offset, int n, long cause) {
		listener.noted(String.format("Linux 5.17 unpins %d pages from %X that it has not pinned: the list behind its first word"
				+ " cannot be read", n, iovas[offset]));
	}

	private long frame(long userPage) {
		long frame = userPages.target(userPage);
		return frame == PageTable.UNMAPPED ? machine.user().translate(userPage) : frame;
	}
}
