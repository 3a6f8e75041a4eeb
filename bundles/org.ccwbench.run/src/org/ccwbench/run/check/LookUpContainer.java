// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import org.ccwbench.storage.MappedSpace;
import org.ccwbench.storage.PageTable;
import org.ccwbench.vfio.Container;
import org.ccwbench.vfio.DmaMap;
import org.ccwbench.vfio.Errno;
import org.ccwbench.vfio.Machine;

/** A container whose pins are look-ups only and are not counted, as in the measurement that the benchmark compares with. */
final class LookUpContainer implements Container {
	private final DmaMap map;
	private final PageTable pages;
	private final MappedSpace space;
	private final Container reader;

	/** @param reader reads for it */
	LookUpContainer(Machine machine, Container reader) {
		this.map = machine.dmaMap();
		this.pages = machine.userPages();
		this.space = machine.user();
		this.reader = reader;
	}

	@Override
	public int read(long iova, byte[] into, int offset, int length, long cause) {
		return reader.read(iova, into, offset, length, cause);
	}

	@Override
	public int pin(long[] iovas, int offset, int n, long[] frames, long cause, long stride) {
		for (int i = offset; i < offset + n; i++) {
			long page = iovas[i] & -4096L;
			if (!map.find(page)) {
				return -Errno.EINVAL;
			}
			long user = map.user(page);
			long frame = pages.target(user);
			frames[i] = frame == PageTable.UNMAPPED ? space.translate(user) : frame;
		}
		return n;
	}

	@Override
	public void unpin(long[] iovas, int offset, int n, long[] frames, long cause) {}

	@Override
	public int pinRuns(long[] iovas, int offset, int n, long[] frames, long cause, long stride, boolean single) {
		return pin(iovas, offset, n, frames, cause, stride);
	}

	@Override
	public void unpinRuns(long[] iovas, int offset, int n, long[] frames, long cause, boolean single) {}
}
