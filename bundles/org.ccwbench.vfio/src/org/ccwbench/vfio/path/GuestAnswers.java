// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.path;

import org.ccwbench.channel.ProgramInterruption;
import org.ccwbench.storage.Bytes;
import org.ccwbench.vfio.Errno;
import org.ccwbench.vfio.Orb;
import org.ccwbench.vfio.PathMachine;
import org.ccwbench.vfio.Statistics;
import org.ccwbench.vfio.VfioListener;

/** One START SUBCHANNEL as its guest sees it: ORB in, condition code, interruption and IRB out, as QEMU gives them. */
final class GuestAnswers {
	private final PathMachine machine;
	private final Statistics statistics;
	private final VfioListener listener;
	private final GuestSubchannel subchannel;
	private final byte[] orb = new byte[Orb.LENGTH];
	private int conditionCode = -1;
	private int interruption;
	private byte[] irb;

	GuestAnswers(PathMachine machine, Statistics statistics) {
		this.machine = machine;
		this.statistics = statistics;
		listener = machine.listener();
		subchannel = new GuestSubchannel(machine);
	}

	GuestSubchannel subchannel() {
		return subchannel;
	}

	/** The guest's ORB, 12 bytes; this object's own, and may be changed. */
	byte[] orb() {
		return orb;
	}

	/** Fetches the ORB; false if the instruction is over with that, with a program interruption or a condition code. */
	boolean start() {
		try {
			int code = subchannel.start(orb);
			if (code != 0) {
				conditionCode = code;
				return false;
			}
		} catch (ProgramInterruption e) {
			interruption = e.code();
			return false;
		}
		statistics.copied(Orb.LENGTH);
		listener.copied(VfioListener.Space.GUEST, machine.orb(), VfioListener.Space.USER, VfioListener.NONE_SUCH, Orb.LENGTH);
		return true;
	}

	/** An ORB that does not allow prefetching is refused, −EOPNOTSUPP, unless the monitor is to force it. */
	int prefetch() {
		int word1 = Bytes.get32(orb, 4);
		if ((word1 & Orb.PREFETCH) != 0) {
			return 0;
		}
		if (!machine.forcePrefetch()) {
			listener.noted("monitor's warning: the ORB has no prefetch flag, which vfio-ccw requires");
			return -Errno.EOPNOTSUPP;
		}
		listener.noted("monitor's warning: the ORB has no prefetch flag, which is forced on; a program that changes itself may fail");
		Bytes.put32(orb, 4, word1 | Orb.PREFETCH);
		return 0;
	}

	/** The request ended: the return code becomes a condition code or a unit exception; the IRB if it went well. */
	void answer(int returnCode, byte[] result) {
		switch (-returnCode) {
			case 0 -> deliver(subchannel.end(result));
			case Errno.EBUSY -> refuse(2);
			case Errno.ENODEV, Errno.EACCES -> refuse(3);
			default -> deliver(subchannel.unitException(Bytes.get32(orb, 8) & 0xFFFF_FFFFL));
		}
	}

	void refuse(int cc) {
		conditionCode = cc;
		subchannel.notStarted();
	}

	/** The instruction is over with condition code 0 while the program runs on. */
	void accepted() {
		conditionCode = 0;
	}

	/** One interruption among possibly several: the guest gets its IRB. */
	void present(byte[] result) {
		deliver(subchannel.end(result));
	}

	/** The result could not be read: what the monitor makes of that. */
	void presentReadError(int error) {
		deliver(subchannel.readError(error));
	}

	private void deliver(byte[] delivered) {
		conditionCode = 0;
		irb = delivered.clone();
		if (subchannel.take() && machine.irb() != -1) {
			statistics.copied(Irb.LENGTH);
			listener.copied(VfioListener.Space.USER, VfioListener.NONE_SUCH, VfioListener.Space.GUEST, machine.irb(), Irb.LENGTH);
		}
	}

	int conditionCode() {
		return conditionCode;
	}

	int programInterruption() {
		return interruption;
	}

	/** A copy, or null. */
	byte[] irb() {
		return irb == null ? null : irb.clone();
	}
}
