// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.path;

import org.ccwbench.channel.IoInstruction;
import org.ccwbench.channel.ProgramInterruption;
import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.MappedSpace;
import org.ccwbench.storage.Storage;
import org.ccwbench.vfio.Ccw;
import org.ccwbench.vfio.Errno;
import org.ccwbench.vfio.Orb;
import org.ccwbench.vfio.PathMachine;

/**
 * The guest's subchannel as its monitor keeps it, and the guest's side of the I/O: the ORB out of guest storage,
 * the IRB into it. The bytes lie in {@link PathMachine#registers()}.
 */
final class GuestSubchannel {
	private static final int SCSW_IN_SCHIB = 28;
	private static final long CODE = 0xB8;
	private static final int RESERVED = 0x3E;
	private static final int EXTENSION = 0x01;
	/** Word of the registers that says that there is no device any more. */
	private static final long UNPLUGGED = 240;

	private final PathMachine machine;
	private final MappedSpace guest;
	private final Storage registers;
	private final byte[] irb = new byte[Irb.LENGTH];
	private int parameter;

	GuestSubchannel(PathMachine machine) {
		this.machine = machine;
		this.guest = machine.machine().guest();
		this.registers = machine.registers();
	}

	/**
	 * Fetches the ORB that START SUBCHANNEL designates and begins the start function.
	 *
	 * @return the condition code that the monitor gives at once: 1 if status is pending, 2 if a function goes on, 3 if
	 *         the device was unplugged; 0 if the request goes to the kernel
	 * @throws ProgramInterruption specification for an address that is no multiple of 4, addressing where there is no
	 *                             storage, operand for an ORB that must not be
	 */
	int start(byte[] orb) {
		long at = machine.orb();
		if ((at & 3) != 0) {
			throw new ProgramInterruption(ProgramInterruption.SPECIFICATION);
		}
		if (!guest.contains(at, Orb.LENGTH)) {
			throw new ProgramInterruption(ProgramInterruption.ADDRESSING);
		}
		guest.load(at, orb, 0, Orb.LENGTH);
		int word1 = Bytes.get32(orb, 4);
		if ((word1 & RESERVED) != 0 || (word1 & Orb.TRANSPORT) != 0 || Bytes.get32(orb, 8) < 0) {
			throw new ProgramInterruption(ProgramInterruption.OPERAND);
		}
		if ((word1 & EXTENSION) != 0 && !guest.contains(at, 32)) {
			throw new ProgramInterruption(ProgramInterruption.ADDRESSING);
		}
		int code = decides(IoInstruction.SSCH);
		if (code >= 0) {
			return code;
		}
		parameter = Bytes.get32(orb, 0);
		registers.store32(4, parameter);
		registers.store32(SCSW_IN_SCHIB, Irb.START_FUNCTION | Irb.START_PENDING);
		return 0;
	}

	private int control() {
		return (int) registers.load32(SCSW_IN_SCHIB);
	}

	private void control(int word0) {
		registers.store32(SCSW_IN_SCHIB, word0);
	}

	/**
	 * What the monitor answers by itself, out of what it keeps of the subchannel (QEMU's css_do_ssch, css_do_rsch …);
	 * -1 if the function is carried out. CANCEL SUBCHANNEL never is: the device hears nothing of it, and the program
	 * runs on.
	 */
	int decides(IoInstruction instruction) {
		int now = control();
		boolean pending = (now & Irb.STATUS_PENDING) != 0;
		if (unplugged()) {
			return 3;
		}
		return switch (instruction) {
			case SSCH -> pending ? 1 : (now & Irb.FUNCTIONS) != 0 ? 2 : -1;
			case RSCH -> pending ? 1 : (now & Irb.FUNCTIONS) != Irb.START_FUNCTION || (now & Irb.RESUME_PENDING) != 0
					|| (now & Irb.SUSPENDED) == 0 ? 2 : -1;
			case HSCH -> (now & 0x1F) == Irb.STATUS_PENDING || (now & (Irb.ALERT | Irb.PRIMARY | Irb.SECONDARY)) != 0 ? 1
					: (now & (Irb.HALT_FUNCTION | Irb.CLEAR_FUNCTION)) != 0 ? 2 : -1;
			case CSCH -> -1;
			case XSCH -> {
				if ((now & Irb.FUNCTIONS) != Irb.START_FUNCTION || (now & Irb.SUBCHANNEL_ACTIVE) != 0
						|| (now & (Irb.START_PENDING | Irb.RESUME_PENDING | Irb.SUSPENDED)) == 0) {
					yield 2;
				}
				if ((now & 0x1F) != 0) {
					yield 1;
				}
				control(now & ~(Irb.START_FUNCTION | Irb.START_PENDING | Irb.RESUME_PENDING | Irb.SUSPENDED));
				machine.listener().noted("the monitor cancels in its own books only: the device hears nothing of CANCEL SUBCHANNEL");
				yield 0;
			}
			default -> 2;
		};
	}

	/** A function was asked of the kernel, which answered 0 or a negative error number: the condition code. */
	int carriedOut(IoInstruction instruction, int result) {
		if (result == -Errno.EBUSY) {
			return 2;
		}
		if (result == -Errno.ENODEV || result == -Errno.EACCES) {
			return 3;
		}
		int now = control();
		if (result == -Errno.ENOSYS) {
			return pretended(instruction, now);
		}
		switch (instruction) {
			case HSCH -> control(now & ~Irb.START_FUNCTION | Irb.HALT_FUNCTION | Irb.HALT_PENDING);
			case CSCH -> control(Irb.CLEAR_FUNCTION | Irb.CLEAR_PENDING);
			case RSCH -> control(now | Irb.RESUME_PENDING);
			default -> control(now | Irb.START_FUNCTION | Irb.START_PENDING);
		}
		return 0;
	}

	/**
	 * The driver has no halt and no clear function: the monitor's own subchannel has ended them at once, with nothing but
	 * status pending and without an interruption (QEMU's sch_handle_halt_func, sch_handle_clear_func).
	 */
	private int pretended(IoInstruction instruction, int now) {
		machine.listener().noted("the driver cannot halt or clear: the monitor pretends to its guest that it did, and the program runs on");
		control(instruction == IoInstruction.HSCH ? now & ~Irb.START_FUNCTION | Irb.HALT_FUNCTION | Irb.STATUS_PENDING
				: Irb.CLEAR_FUNCTION | Irb.STATUS_PENDING);
		return 0;
	}

	/** The monitor takes the device away: the guest finds no subchannel from now on. */
	void unplug() {
		registers.store32(UNPLUGGED, 1);
	}

	boolean unplugged() {
		return registers.load32(UNPLUGGED) != 0;
	}

	/** START SUBCHANNEL ended with another condition code than 0: nothing was started. */
	void notStarted() {
		control(0);
	}

	/** The device's IRB, with guest addresses in it, becomes the guest's. */
	byte[] end(byte[] from) {
		System.arraycopy(from, 0, irb, 0, Irb.LENGTH);
		return interrupt();
	}

	/** What the monitor shows when the request failed: unit exception, as if the first CCW had ended with it. */
	byte[] unitException(long cpa) {
		java.util.Arrays.fill(irb, (byte) 0);
		Bytes.put32(irb, 0, Irb.START_FUNCTION | Irb.ALERT | Irb.PRIMARY | Irb.SECONDARY | Irb.STATUS_PENDING);
		Bytes.put32(irb, 4, (int) cpa + Ccw.SIZE);
		Bytes.put32(irb, 8, Irb.UNIT_EXCEPTION);
		return interrupt();
	}

	/**
	 * What the monitor shows when it could not read the result: deferred condition code 3 for −ENODEV, channel-data
	 * check for −EFAULT, channel-control check for anything else, a short read among it.
	 */
	byte[] readError(int error) {
		java.util.Arrays.fill(irb, (byte) 0);
		int functions = control() & Irb.FUNCTIONS;
		if (error == -Errno.ENODEV) {
			Bytes.put32(irb, 0, Irb.DEFERRED_CODE | functions | Irb.START_PENDING | Irb.ALERT | Irb.STATUS_PENDING);
		} else {
			Bytes.put32(irb, 0, functions | Irb.ALERT | Irb.PRIMARY | Irb.SECONDARY | Irb.STATUS_PENDING);
			Bytes.put32(irb, 8, error == -Errno.EFAULT ? Irb.CHANNEL_DATA_CHECK : Irb.CHANNEL_CONTROL_CHECK);
		}
		return interrupt();
	}

	private byte[] interrupt() {
		registers.store(SCSW_IN_SCHIB, irb, 0, Irb.SCSW);
		registers.store(PathMachine.IRB, irb, 0, Irb.LENGTH);
		if (machine.interruptionCode() && guest.contains(CODE, 12)) {
			guest.store32(CODE, machine.sid());
			guest.store32(CODE + 4, parameter);
			guest.store32(CODE + 8, 0);
		}
		return irb;
	}

	/**
	 * The guest takes the IRB with TEST SUBCHANNEL, if it was said where to. The subchannel is idle then, unless the
	 * status was intermediate.
	 *
	 * @return false if the IRB could not be stored there
	 */
	boolean take() {
		long at = machine.irb();
		boolean goesOn = (control() & 0x1F) == (Irb.INTERMEDIATE | Irb.STATUS_PENDING);
		control(goesOn ? control() & ~(0x1F | Irb.RESUME_PENDING) : 0);
		if (at == -1) {
			return true;
		}
		if ((at & 3) != 0 || !guest.contains(at, Irb.LENGTH)) {
			return false;
		}
		guest.store(at, irb, 0, Irb.LENGTH);
		return true;
	}
}
