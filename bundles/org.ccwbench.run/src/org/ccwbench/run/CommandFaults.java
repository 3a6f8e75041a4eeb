// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.List;
import org.ccwbench.device.SenseCondition;
import org.ccwbench.device.fault.DeviceFault;
import org.ccwbench.device.fault.DeviceFaults;
import org.ccwbench.device.fault.FaultyDevice;
import org.ccwbench.notation.Failure;

/** What goes wrong with the commands of one device. */
final class CommandFaults implements DeviceFaults {
	private static final int SENSE = 0x04;

	private final List<Fault> faults;

	CommandFaults(List<Fault> faults) {
		this.faults = faults;
	}

	@Override
	public DeviceFault next(int command, boolean chained) {
		for (Fault f : faults) {
			DeviceFault what = of(f.spec.what(), command, chained);
			if (what != null && f.happensTo(command)) {
				return what;
			}
		}
		return null;
	}

	/** What it is for this command, if it can happen to it; null if not. */
	private static DeviceFault of(Failure what, int command, boolean chained) {
		return switch (what) {
			case Failure.NotReady f -> FaultyDevice.needsReadiness(command) ? new DeviceFault.NotReady() : null;
			case Failure.UnitCheck f -> new DeviceFault.Check(f.sense(), f.status());
			case Failure.EquipmentCheck f -> new DeviceFault.Broken(SenseCondition.EQUIPMENT);
			case Failure.DataCheck f -> !f.ofRecord() && reads(command) ? new DeviceFault.BadData() : null;
			case Failure.Busy f -> chained ? null : new DeviceFault.Busy(f.micros(), f.status());
			case Failure.NoChannelEnd f -> new DeviceFault.NoChannelEnd();
			case Failure.NoStatus f -> new DeviceFault.NoStatus();
			default -> null;
		};
	}

	/** Whether a command reads the medium, forward or backward (SA22-7204: xx10 and 1100, but for SENSE). */
	private static boolean reads(int command) {
		return (command & 0x03) == 0x02 || (command & 0x0F) == 0x0C && command != SENSE;
	}

	@Override
	public long delay(int command) {
		long micros = 0;
		for (Fault f : faults) {
			if (f.spec.what() instanceof Failure.Slow s && f.happensTo(command)) {
				micros += s.micros();
			}
		}
		return micros;
	}

	@Override
	public boolean unreadable(int cylinder, int head, int record) {
		for (Fault f : faults) {
			if (f.spec.what() instanceof Failure.DataCheck d && d.cylinder() == cylinder && d.head() == head && d.record() == record
					&& f.happens()) {
				return true;
			}
		}
		return false;
	}
}
