// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

import org.ccwbench.vfio.ChannelProgram;
import org.ccwbench.vfio.Errno;

/** As 6.12 does it: the subchannel is enabled while the device is open; a reset is a closing and an opening. */
final class LateLife implements Lifecycle {
	private final StateMachine machine;
	private final ChannelProgram program;

	LateLife(StateMachine machine, ChannelProgram program) {
		this.machine = machine;
		this.program = program;
	}

	@Override
	public int open() {
		if (machine.state() != DeviceState.NOT_OPER) {
			machine.event(DeviceEvent.OPEN);
		}
		return machine.state() == DeviceState.NOT_OPER ? -Errno.EINVAL : 0;
	}

	@Override
	public void close() {
		machine.event(DeviceEvent.CLOSE);
	}

	@Override
	public int reset() {
		machine.event(DeviceEvent.CLOSE);
		machine.event(DeviceEvent.OPEN);
		return machine.state() == DeviceState.NOT_OPER ? -Errno.EINVAL : 0;
	}

	@Override
	public void release() {
		reset();
	}

	@Override
	public void present() {
		// A subchannel that was gone does not come back to this device.
	}

	@Override
	public void unbind() {
		program.free();
	}
}
