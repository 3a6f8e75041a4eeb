// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.virtio;

/**
 * What one kind of virtio device tells its driver through the control unit. Device-specific configuration is
 * big-endian for a driver of revision 0, which has the guest's own order, and little-endian for all others.
 */
interface VirtioModel {
	/** Features that every queue-based device has: any layout (27), indirect descriptors (28), event index (29). */
	int QUEUE_FEATURES = 0x3800_0000;
	/** Notification when the queue is empty (24), which only a driver of revision 0 sees. */
	int NOTIFY_ON_EMPTY = 0x0100_0000;

	/** Virtio device identifier; the control unit's model in SENSE ID. */
	int identifier();

	/** Feature bits 0 to 23. */
	int features();

	/** The largest number of buffers of a virtqueue, 0 if there is no such queue. */
	int queueSize(int queue);

	/** Bytes of device-specific configuration. */
	int configurationLength();

	/** Writes the configuration. */
	void configuration(byte[] into, boolean bigEndian);

	/** The driver wrote this much of the configuration, from its beginning. */
	void configured(byte[] from, int length);

	/** The driver reset the device. */
	void reset();
}
