// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

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
	private final Statistics statistics;
	private VfioListener listener = VfioListener.NONE;
	private boolean heard;
	private long limit = Long.MAX_VALUE;

	public Type1Container(Machine machine, Statistics statistics) {
		this.machine = machine;
		this.map = machine.dmaMap();
		this.userPages = machine.userPages();
		this.host = machine.host();
		this.pins = machine.pins();
		this.statistics = statistics;
	}

	public void listener(VfioListener to) {
		listener = to;
		heard = to != VfioListener.NONE;
	}

	/** How many frames may be pinned at a time (the monitor's limit of locked memory); none by default. */
	public void limit(long frames) {
		limit = frames;
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
		int done = heard || limit != Long.MAX_VALUE || machine.refuses() ? 0 : pinPlain(iovas, offset, n, frames);
		for (int i = done; i < n; i++) {
			long page = iovas[offset + i] & PAGE_MASK;
			int error = map.find(page) ? pinPage(page, frames, offset + i, cause + i * stride) : -Errno.EINVAL;
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

	/** In one go if all is plain; who listens hears the driver's calls. */
	@Override
	public int pinRuns(long[] iovas, int offset, int n, long[] frames, long cause, long stride, boolean single) {
		if (!heard && limit == Long.MAX_VALUE && !machine.refuses()) {
			int done = pinPlain(iovas, offset, n, frames);
			if (done == n) {
				statistics.lookUps += n;
				statistics.pinned(n);
				return n;
			}
			for (int i = offset; i < offset + done; i++) {
				pins.unpin(frames[i], iovas[i] & PAGE_MASK);
			}
		}
		return Container.super.pinRuns(iovas, offset, n, frames, cause, stride, single);
	}

	@Override
	public void unpinRuns(long[] iovas, int offset, int n, long[] frames, long cause, boolean single) {
		unpin(iovas, offset, n, frames, cause);
	}

	/** Pins pages as long as nothing is out of the ordinary; returns how many it did. */
	private int pinPlain(long[] iovas, int offset, int n, long[] frames) {
		long start = 0;
		long end = 0;
		long toUser = 0;
		for (int i = 0; i < n; i++) {
			long page = iovas[offset + i] & PAGE_MASK;
			if (page < start || page >= end) {
				if (!map.find(page) || map.permissions() != (DmaMap.READ | DmaMap.WRITE)) {
					return i;
				}
				start = map.start();
				end = map.end();
				toUser = map.user(page) - page;
			}
			long frame = userPages.target(page + toUser);
			if (frame == PageTable.UNMAPPED) {
				return i;
			}
			pins.pin(frame, page);
			frames[offset + i] = frame;
		}
		return n;
	}

	private int pinPage(long page, long[] frames, int at, long cause) {
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
		if (pins.pages() >= limit && pins.count(frame) == 0) {
			return -Errno.ENOMEM;
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
		for (int i = offset; i < offset + n; i++) {
			pins.unpin(frames[i], iovas[i] & PAGE_MASK);
		}
		statistics.unpinned(n);
		for (int i = offset; heard && i < offset + n; i++) {
			long page = iovas[i] & PAGE_MASK;
			listener.unpinned(page, map.find(page) ? map.user(page) : VfioListener.NONE_SUCH, frames[i], cause);
		}
	}

	private long frame(long userPage) {
		long frame = userPages.target(userPage);
		return frame == PageTable.UNMAPPED ? machine.user().translate(userPage) : frame;
	}
}
