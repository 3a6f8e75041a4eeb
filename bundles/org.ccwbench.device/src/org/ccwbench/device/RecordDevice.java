// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device;

import org.ccwbench.channel.Device;

/** A device whose data lie in records that have a cylinder, a head and a record number. */
public interface RecordDevice extends Device {
	/** Hears of records. */
	interface RecordListener {
		/** Data of a record, perhaps with its key, are being read from the medium. */
		void dataRead(int cylinder, int head, int record);
	}

	/** Sets who hears; null for nobody. */
	void recordListener(RecordListener listener);
}
