// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.ccwbench.arch.Scsw;
import org.ccwbench.run.StageState;
import org.ccwbench.vfio.Errno;

/**
 * A unit exception that no unit has reported: a monitor, QEMU for one, gives it to the guest when the driver refuses a
 * request with an error that has no condition code of its own.
 */
final class Refusal {
	private static final int UNIT_EXCEPTION = 0x01;

	private Refusal() {}

	/** Who refused the request and what the guest's IRB is then; empty if the IRB came from the device. */
	static Optional<String> of(List<StageState> stages, byte[] irb) {
		if (Scsw.BLOCK.field("dstat").get(irb) != UNIT_EXCEPTION) {
			return Optional.empty();
		}
		// Of stages within one another the inner one names the error first; the outer one hands it on.
		Comparator<StageState> inner = Comparator.comparing(s -> s.stage().within() < 0);
		return stages.stream().filter(s -> s.result() < 0).min(inner)
				.map(s -> "The " + s.stage().side() + " refused the request in " + s.stage().id() + " with " + Errno.text(s.result())
						+ "; the device has not seen it. The unit exception is what the monitor makes of that for the guest.");
	}
}
