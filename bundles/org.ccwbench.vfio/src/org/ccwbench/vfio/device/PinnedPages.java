// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

import org.ccwbench.vfio.ChannelProgram;

/** The pages that a program in the driver's hands has pinned, one by one. */
final class PinnedPages {
	private static final long PAGE_MASK = -4096L;

	private PinnedPages() {}

	/** Whether one of them lies in the range. */
	static boolean anyWithin(ChannelProgram program, long iova, long length) {
		for (int c = 0; program.initialized() && c < program.chains(); c++) {
			for (int i = 0; i < program.length(c); i++) {
				for (int n = 0; n < program.pinCount(c, i); n++) {
					long page = program.pinnedIova(c, i, n) & PAGE_MASK;
					if (page >= iova && page < iova + length) {
						return true;
					}
				}
			}
		}
		return false;
	}
}
