// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.List;
import org.ccwbench.notation.Image;
import org.ccwbench.notation.SourceMap;
import org.ccwbench.notation.Start;
import org.ccwbench.notation.StorageRange;
import org.ccwbench.storage.AddressSpace;

/**
 * Where in guest storage the ORBs lie that the text places nowhere, and the IRB: in pages at the end of the
 * first range of storage that no statement uses.
 */
public final class ControlPage {
	private static final int ORB = 32;
	private static final int IRB = 128;

	private final long base;
	private final List<Start> starts;

	/** @throws SessionException if no page is free */
	public ControlPage(Image image) throws SessionException {
		starts = image.starts();
		long bytes = (long) starts.size() * ORB + IRB + AddressSpace.PAGE_SIZE - 1 & AddressSpace.PAGE_MASK;
		base = free(image, bytes);
	}

	private static long free(Image image, long bytes) throws SessionException {
		StorageRange r = image.storage().get(0);
		long top = r.base() + r.length() & AddressSpace.PAGE_MASK;
		List<SourceMap.Piece> pieces = image.sources().pieces();
		// Pieces ascend and do not overlap much: walking them from the last finds the highest gap.
		for (int i = pieces.size() - 1; i >= 0 && top - bytes >= r.base(); i--) {
			SourceMap.Piece p = pieces.get(i);
			if (p.end() <= top - bytes) {
				continue;
			}
			if (p.address() < top) {
				top = p.address() & AddressSpace.PAGE_MASK;
			}
		}
		if (top - bytes < r.base()) {
			throw new SessionException("guest storage has no free page for the ORB and the IRB");
		}
		return top - bytes;
	}

	/** Guest absolute address of the ORB of a start function. */
	public long orb(int start) {
		Start s = starts.get(start);
		return s.address() >= 0 ? s.address() : base + (long) start * ORB;
	}

	/** Guest absolute address of the IRB. */
	public long irb() {
		return base + (long) starts.size() * ORB + IRB - 1 & -IRB;
	}

	/** Puts the ORBs there that the text places nowhere. */
	public void store(AddressSpace guest) {
		for (int i = 0; i < starts.size(); i++) {
			if (starts.get(i).address() < 0) {
				byte[] orb = starts.get(i).orb();
				guest.store(orb(i), orb, 0, orb.length);
			}
		}
	}
}
