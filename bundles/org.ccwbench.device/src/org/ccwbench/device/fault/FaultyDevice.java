// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.fault;

import org.ccwbench.arch.UnitStatus;
import org.ccwbench.channel.DevicePort;
import org.ccwbench.channel.Transfer;
import org.ccwbench.channel.TransportDevice;
import org.ccwbench.device.BasicDevice;
import org.ccwbench.device.RecordDevice;
import org.ccwbench.device.SenseCondition;

/**
 * A device that fails as {@link DeviceFaults} say and is the wrapped device otherwise. It stands between the
 * channel and the device in both directions; sense bytes are kept by the device itself, in its own form, so that
 * SENSE, concurrent sense and what resets them are as ever.
 */
public final class FaultyDevice implements TransportDevice {
	private static final int ENDED = UnitStatus.CE | UnitStatus.DE;
	private static final int NO_OPERATION = 0x03;
	private static final int SENSE = 0x04;
	private static final int SENSE_ID = 0xE4;

	private final BasicDevice device;
	private final DeviceFaults faults;
	private DevicePort port;
	/** Of the device-command word being executed; the first is -1 for a CCW. */
	private int controlLength = -1;
	private long dataCount;
	/** Counts what makes earlier plans void: a new command, a halt, a reset. */
	private int turn;
	private boolean unreadable;
	private boolean silent;
	private boolean withoutChannelEnd;
	/** Status that is held back, 0 if none is. */
	private int late;

	public FaultyDevice(BasicDevice device, DeviceFaults faults) {
		this.device = device;
		this.faults = faults;
		if (device instanceof RecordDevice records) {
			records.recordListener((cylinder, head, record) -> unreadable |= faults.unreadable(cylinder, head, record));
		}
	}

	/** Whether a device that is not ready refuses the command: all but no-operation, SENSE and SENSE ID. */
	public static boolean needsReadiness(int command) {
		return command != NO_OPERATION && command != SENSE && command != SENSE_ID;
	}

	@Override
	public String type() {
		return device.type();
	}

	@Override
	public void attached(DevicePort to) {
		port = to;
		device.attached(new DevicePort() {
			@Override
			public void present(int unitStatus) {
				presented(unitStatus);
			}

			@Override
			public void after(long micros, Runnable action) {
				to.after(micros, action);
			}

			@Override
			public long now() {
				return to.now();
			}
		});
	}

	@Override
	public boolean transports() {
		return device instanceof TransportDevice t && t.transports();
	}

	@Override
	public int execute(int command, int control, long count, Transfer transfer) {
		controlLength = control;
		dataCount = count;
		try {
			return execute(command, transfer);
		} finally {
			controlLength = -1;
		}
	}

	@Override
	public int execute(int command, Transfer transfer) {
		begin();
		DeviceFault fault = faults.next(command, transfer.chained());
		if (fault instanceof DeviceFault.Busy busy) {
			return busy(busy.micros(), busy.status());
		}
		long micros = faults.delay(command);
		int status = status(fault, command, transfer);
		return micros > 0 && status != 0 ? later(status, micros) : status;
	}

	private int busy(long micros, int status) {
		if (status == UnitStatus.BUSY) {
			port.after(micros, () -> port.present(UnitStatus.DE));
		} else if (status == (UnitStatus.BUSY | UnitStatus.SM)) {
			port.after(micros, () -> port.present(UnitStatus.CUE));
		}
		return status;
	}

	private int status(DeviceFault fault, int command, Transfer transfer) {
		return switch (fault) {
			case null -> executed(command, transfer);
			case DeviceFault.NotReady f -> {
				device.sense(SenseCondition.NOT_READY);
				yield UnitStatus.UC;
			}
			case DeviceFault.Check f -> {
				device.sense(f.sense());
				yield f.status();
			}
			case DeviceFault.Broken f -> {
				device.sense(f.condition());
				yield ENDED | UnitStatus.UC;
			}
			case DeviceFault.BadData f -> {
				unreadable = true;
				yield executed(command, transfer);
			}
			case DeviceFault.Busy f -> f.status();
			case DeviceFault.NoChannelEnd f -> {
				withoutChannelEnd = true;
				yield executed(command, transfer);
			}
			case DeviceFault.NoStatus f -> {
				silent = true;
				executed(command, transfer);
				yield 0;
			}
		};
	}

	private int executed(int command, Transfer transfer) {
		int status = controlLength < 0 ? device.execute(command, transfer)
				: ((TransportDevice) device).execute(command, controlLength, dataCount, transfer);
		return status == 0 ? 0 : ending(status);
	}

	/** The ending status as it leaves the device. */
	private int ending(int status) {
		if (unreadable && (status & UnitStatus.UC) == 0) {
			unreadable = false;
			device.sense(SenseCondition.DATA);
			return ENDED | UnitStatus.UC;
		}
		if (withoutChannelEnd) {
			withoutChannelEnd = false;
			return status & ~UnitStatus.CE | UnitStatus.DE;
		}
		return status;
	}

	private int later(int status, long micros) {
		late = status;
		int mine = turn;
		port.after(micros, () -> {
			if (mine == turn) {
				int all = late;
				late = 0;
				port.present(all);
			}
		});
		return 0;
	}

	/** The device presents status by itself: nothing, or what it is held back with, or what is left of it. */
	private void presented(int status) {
		if (silent) {
			return;
		}
		if (late != 0 && (status & UnitStatus.DE) != 0) {
			late |= status;
			return;
		}
		boolean ends = (status & (UnitStatus.CE | UnitStatus.UC)) != 0;
		port.present(ends ? ending(status) : status);
	}

	private void begin() {
		turn++;
		unreadable = false;
		silent = false;
		withoutChannelEnd = false;
		late = 0;
	}

	@Override
	public int takeSense(byte[] into) {
		return device.takeSense(into);
	}

	@Override
	public int peekSense(byte[] into) {
		return device.peekSense(into);
	}

	@Override
	public void reset() {
		begin();
		device.reset();
	}

	@Override
	public void halted() {
		begin();
		device.halted();
	}

	@Override
	public void chainEnded() {
		device.chainEnded();
	}

	@Override
	public void disabled() {
		device.disabled();
	}
}
