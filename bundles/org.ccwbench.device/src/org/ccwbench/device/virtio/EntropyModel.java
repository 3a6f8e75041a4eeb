// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.virtio;

/** An entropy device (virtio 1.2, 5.4): one queue of eight buffers, no configuration. */
final class EntropyModel implements VirtioModel {
	@Override
	public int identifier() {
		return 4;
	}

	@Override
	public int features() {
		return 0;
	}

	@Override
	public int queueSize(int queue) {
		return queue == 0 ? 8 : 0;
	}

	@Override
	public int configurationLength() {
		return 0;
	}

	@Override
	public void configuration(byte[] into, boolean bigEndian) {}

	@Override
	public void configured(byte[] from, int length) {}

	@Override
	public void reset() {}
}
