// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Guest storage as memory of this process that the device reaches by IOVA: each stretch is mapped into memory and
 * into the container, at its guest absolute address. A mediated device pins nothing until a program wants it, and
 * memory takes room where it is touched, so a large guest costs what it uses.
 */
final class GuestMemory implements GuestBytes, AutoCloseable {
	private record Area(StorageStretch stretch, long memory) {}

	private final Calls calls;
	private final int container;
	private final List<Area> areas = new CopyOnWriteArrayList<>();

	GuestMemory(Calls calls, int container) {
		this.calls = calls;
		this.container = container;
	}

	/** Adds a stretch, all zeros. */
	void add(StorageStretch s) throws AttachException {
		for (Area a : areas) {
			if (s.address() < a.stretch.end() && a.stretch.address() < s.end()) {
				throw new AttachException(String.format("Guest storage at %X is wanted twice.", Math.max(s.address(), a.stretch.address())));
			}
		}
		long memory = calls.mmap(s.length());
		ByteBuffer map = calls.structure(32);
		map.putInt(4, VfioRequest.MAP_READ | (s.writable() ? VfioRequest.MAP_WRITE : 0));
		map.putLong(8, memory).putLong(16, s.address()).putLong(24, s.length());
		boolean mapped = false;
		try {
			calls.ioctl(String.format("VFIO_IOMMU_MAP_DMA of %X bytes at %X", s.length(), s.address()), container, VfioRequest.IOMMU_MAP_DMA, map);
			mapped = true;
		} finally {
			if (!mapped) {
				calls.raw().munmap(memory, s.length());
			}
		}
		areas.add(new Area(s, memory));
	}

	/** Takes a stretch away again. */
	void remove(StorageStretch s) {
		for (int i = areas.size() - 1; i >= 0; i--) {
			if (areas.get(i).stretch.equals(s)) {
				release(areas.remove(i));
			}
		}
	}

	private void release(Area a) {
		ByteBuffer unmap = calls.structure(24);
		unmap.putLong(8, a.stretch.address()).putLong(16, a.stretch.length());
		calls.raw().ioctl(container, VfioRequest.IOMMU_UNMAP_DMA, unmap.array());
		calls.raw().munmap(a.memory, a.stretch.length());
	}

	/** A page of addresses below 2 GiB that no stretch uses, highest first. */
	long free() throws AttachException {
		long page = 0x7FFF_F000L;
		for (int i = 0; i <= areas.size(); i++) {
			long at = page;
			Area in = areas.stream().filter(a -> at < a.stretch.end() && a.stretch.address() < at + 4096).findFirst().orElse(null);
			if (in == null) {
				return page;
			}
			page = in.stretch.address() - 4096;
			if (page < 0) {
				break;
			}
		}
		throw new AttachException("Guest storage fills all addresses below 2 GiB; one page must be left for the SENSE ID that tells what the device is.");
	}

	@Override
	public boolean load(long address, byte[] into, int offset, int length) {
		return copy(address, into, offset, length, false);
	}

	/** Copies bytes in; false, and nothing copied, if the guest has no storage there. */
	boolean store(long address, byte[] from) {
		return copy(address, from, 0, from.length, true);
	}

	boolean contains(long address, long length) {
		long at = address;
		long end = address + length;
		while (at < end) {
			Area a = area(at);
			if (a == null) {
				return false;
			}
			at = a.stretch.end();
		}
		return end >= address && length >= 0;
	}

	private boolean copy(long address, byte[] bytes, int offset, int length, boolean in) {
		if (!contains(address, length)) {
			return false;
		}
		int done = 0;
		while (done < length) {
			Area a = area(address + done);
			long within = address + done - a.stretch.address();
			int n = (int) Math.min(length - done, a.stretch.length() - within);
			if (in) {
				calls.raw().store(a.memory + within, bytes, offset + done, n);
			} else {
				calls.raw().load(a.memory + within, bytes, offset + done, n);
			}
			done += n;
		}
		return true;
	}

	private Area area(long address) {
		for (Area a : areas) {
			if (address >= a.stretch.address() && address < a.stretch.end()) {
				return a;
			}
		}
		return null;
	}

	@Override
	public void close() {
		areas.forEach(this::release);
		areas.clear();
	}
}
