// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.simulated;

import java.util.Map;
import java.util.TreeMap;
import org.ccwbench.vfio.Errno;
import org.ccwbench.vfio.Machine;

/** Memory of the process that makes the calls. It can be used once it is mapped into a container, and is then that container's machine's. */
final class SimulatedMemory {
	private static final long LARGEST = 1L << 39;
	private static final long PAGE = 4096;

	private static final class Area {
		final long length;
		Machine machine;

		Area(long length) {
			this.length = length;
		}
	}

	private final TreeMap<Long, Area> areas = new TreeMap<>();
	private long next;

	/** The address of new memory, or a negative error number. */
	long map(long length) {
		if (length <= 0) {
			return -Errno.EINVAL;
		}
		long bytes = length + PAGE - 1 & -PAGE;
		if (bytes > LARGEST - next) {
			return -Errno.ENOMEM;
		}
		long at = Machine.GUEST_BASE + next;
		next += bytes + PAGE;
		areas.put(at, new Area(bytes));
		return at;
	}

	int unmap(long address) {
		return areas.remove(address) == null ? -Errno.EINVAL : 0;
	}

	/** Makes memory that nobody has yet that of a machine; false if it is not all of what was mapped at once. */
	boolean give(long address, long length, Machine to) {
		Area mine = areas.get(address);
		if (mine == null || mine.length != length || mine.machine != null) {
			return false;
		}
		to.storage(address - Machine.GUEST_BASE, length);
		mine.machine = to;
		return true;
	}

	/** @throws IllegalArgumentException if there is no memory that a container knows */
	Machine machine(long address) {
		Map.Entry<Long, Area> e = areas.floorEntry(address);
		if (e == null || address >= e.getKey() + e.getValue().length || e.getValue().machine == null) {
			throw new IllegalArgumentException(String.format("no memory at %X that a container knows", address));
		}
		return e.getValue().machine;
	}

	/** Stretches that are mapped. */
	int size() {
		return areas.size();
	}
}
