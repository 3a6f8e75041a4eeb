// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.ccwbench.storage.AddressSpace;
import org.ccwbench.storage.PageTable;

/**
 * What happens to a guest's memory slots while it runs: one is unplugged, one is plugged, and pages in a balloon are
 * given back to the host. Ranges are guest absolute addresses in whole pages. It costs what is touched, however
 * large a slot is.
 */
public final class MemorySlots {
	private static final int PAGE = AddressSpace.PAGE_SIZE;
	private static final byte[] ZEROS = new byte[PAGE];

	private final Machine machine;
	private final HostFrames frames;
	/** Start and end of what was unplugged. */
	private final TreeMap<Long, Long> unplugged = new TreeMap<>();

	MemorySlots(Machine machine, HostFrames frames) {
		this.machine = machine;
		this.frames = frames;
	}

	/** Whether guest storage that was there is unplugged now. */
	boolean unplugged(long address) {
		Map.Entry<Long, Long> e = unplugged.floorEntry(address);
		return e != null && address < e.getValue();
	}

	/** Where the unplugged stretch ends in which an address lies. */
	long end(long address) {
		return unplugged.floorEntry(address).getValue();
	}

	/**
	 * Takes storage away: the monitor unmaps it for devices and frees its memory. What is pinned keeps its frames, which
	 * are the guest's no more.
	 */
	public void unplug(long start, long length) {
		machine.hole(start, length);
		drop(start, length);
		long[] gone = pages(machine.guestPages(), page -> page >= start && page < start + length);
		for (long page : gone) {
			machine.guestPages().map(page, PageTable.UNMAPPED);
		}
		plugged(start, length);
		unplugged.put(start, start + length);
	}

	/**
	 * Gives the guest storage, new or once unplugged, and maps it for reading and writing.
	 *
	 * @return 0; −EEXIST if there is some already; −EINVAL for no range below 16 TiB; what {@link DmaMap#map} says
	 */
	public int plug(long start, long length) {
		if (start < 0 || length <= 0 || length > Machine.HIGHEST - start) {
			return -Errno.EINVAL;
		}
		if (machine.hasStorage(start, length)) {
			return -Errno.EEXIST;
		}
		plugged(start, length);
		machine.fillStorage(start, length);
		return machine.mapping(start, length, Machine.ANY, Machine.ANY, DmaMap.READ | DmaMap.WRITE);
	}

	/** Takes the frames of a stretch for the host: the mappings stay, and the next touch finds a frame of zeros. */
	public void balloon(long start, long length) {
		drop(start, length);
	}

	private void plugged(long start, long length) {
		long end = start + length;
		for (Map.Entry<Long, Long> e = unplugged.lowerEntry(end); e != null && e.getValue() > start; e = unplugged.lowerEntry(end)) {
			unplugged.remove(e.getKey());
			if (e.getKey() < start) {
				unplugged.put(e.getKey(), start);
			}
			if (e.getValue() > end) {
				unplugged.put(end, e.getValue());
			}
		}
	}

	private void drop(long start, long length) {
		PageTable users = machine.userPages();
		long[] touched = pages(users, user -> {
			long guest = machine.guestOf(user);
			return guest >= start && guest < start + length;
		});
		for (long user : touched) {
			long frame = users.target(user);
			users.map(user, PageTable.UNMAPPED);
			if (machine.pins().count(frame) > 0 || machine.isLaidOutReal()) {
				// A device may still store into it: no guest page may lie there again.
				frames.abandon(frame);
			} else {
				machine.host().store(frame, ZEROS, 0, PAGE);
			}
		}
	}

	private static long[] pages(PageTable table, LongPredicate wanted) {
		long[][] list = {new long[16]};
		int[] n = {0};
		table.forEach((page, target) -> {
			if (wanted.test(page)) {
				if (n[0] == list[0].length) {
					list[0] = java.util.Arrays.copyOf(list[0], n[0] * 2);
				}
				list[0][n[0]++] = page;
			}
		});
		long[] sorted = java.util.Arrays.copyOf(list[0], n[0]);
		java.util.Arrays.sort(sorted);
		return sorted;
	}
}
