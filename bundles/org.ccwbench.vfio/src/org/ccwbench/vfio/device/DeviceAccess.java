// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

import java.util.function.BooleanSupplier;
import org.ccwbench.vfio.Container;
import org.ccwbench.vfio.Errno;
import org.ccwbench.vfio.Type1Container;

/** What a device can do with its container's pages, call by call: pin them only where the container lets it. */
final class DeviceAccess implements Container {
	private final Type1Container pages;
	private final BooleanSupplier pins;

	DeviceAccess(Type1Container pages, BooleanSupplier pins) {
		this.pages = pages;
		this.pins = pins;
	}

	@Override
	public int read(long iova, byte[] into, int offset, int length, long cause) {
		return pages.read(iova, into, offset, length, cause);
	}

	@Override
	public int pin(long[] iovas, int offset, int n, long[] frames, long cause, long stride) {
		return pins.getAsBoolean() ? pages.pin(iovas, offset, n, frames, cause, stride) : -Errno.EACCES;
	}

	@Override
	public boolean heard() {
		return pages.heard();
	}

	@Override
	public byte[] page(long iova, int length) {
		return pages.page(iova, length);
	}

	@Override
	public void countReads(int reads, int bytes) {
		pages.countReads(reads, bytes);
	}

	@Override
	public boolean pinAll(long[] iovas, int offset, int n, long[] frames) {
		return pins.getAsBoolean() && pages.pinAll(iovas, offset, n, frames);
	}

	@Override
	public int pinRuns(long[] iovas, int offset, int n, long[] frames, long cause, long stride, boolean single) {
		return pins.getAsBoolean() ? pages.pinRuns(iovas, offset, n, frames, cause, stride, single) : -Errno.EACCES;
	}

	@Override
	public void unpin(long[] iovas, int offset, int n, long[] frames, long cause) {
		pages.unpin(iovas, offset, n, frames, cause);
	}

	@Override
	public void unpinRuns(long[] iovas, int offset, int n, long[] frames, long cause, boolean single) {
		pages.unpinRuns(iovas, offset, n, frames, cause, single);
	}

	@Override
	public void unpinNothing(long[] iovas, int offset, int n, long cause) {
		pages.unpinNothing(iovas, offset, n, cause);
	}
}
