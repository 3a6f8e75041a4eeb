// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

import org.ccwbench.vfio.ChannelProgram;
import org.ccwbench.vfio.Errno;

/**
 * As 5.17 and 4.19 do it: the subchannel is enabled from the moment at which the driver has it, and the device idle
 * from the moment at which it is made. Closing leaves it in standby, and opening does not change that: it takes a
 * reset to be idle again. A reset alone does not free a program, which is left to the interruption that ends it.
 */
final class EarlyLife implements Lifecycle {
	private final StateMachine machine;
	private final CioSubchannel subchannel;
	private final ChannelProgram program;
	private final boolean bound;

	EarlyLife(StateMachine machine, CioSubchannel subchannel, ChannelProgram program) {
		this.machine = machine;
		this.subchannel = subchannel;
		this.program = program;
		bound = subchannel.enable() == 0;
		machine.enter(bound ? DeviceState.IDLE : DeviceState.NOT_OPER);
	}

	/** −ENODEV if there is no device, because the driver could not enable the subchannel; else 0 in whatever state. */
	@Override
	public int open() {
		return bound ? 0 : -Errno.ENODEV;
	}

	@Override
	public void close() {
		if (machine.state() != DeviceState.NOT_OPER && machine.state() != DeviceState.STANDBY && reset() == 0) {
			machine.enter(DeviceState.STANDBY);
		}
		program.free();
	}

	@Override
	public int reset() {
		int rc = quiet();
		if (rc != 0) {
			return rc;
		}
		rc = subchannel.enable();
		if (rc == 0) {
			machine.enter(DeviceState.IDLE);
		}
		return rc;
	}

	/** Ends what goes on and disables the subchannel; not operational afterwards, whether it could or not. */
	private int quiet() {
		int rc = subchannel.enabled() ? subchannel.disable() : 0;
		if (rc == -Errno.EBUSY) {
			rc = machine.quiesce();
		}
		machine.enter(DeviceState.NOT_OPER);
		return rc;
	}

	/** If the reset fails, the pages stay pinned. */
	@Override
	public void release() {
		if (reset() == 0) {
			program.free();
		}
	}

	@Override
	public void present() {
		if (machine.state() == DeviceState.NOT_OPER) {
			machine.enter(DeviceState.IDLE);
		}
	}

	@Override
	public void unbind() {
		quiet();
		program.free();
	}
}
