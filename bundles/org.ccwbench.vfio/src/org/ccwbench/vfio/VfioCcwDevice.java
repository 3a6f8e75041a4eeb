// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.Storage;

/**
 * The device that the Linux driver vfio-ccw offers to a monitor: regions that are read and written, and the state
 * machine behind them. What a start request does can also be done part by part ({@link #begin}, {@link #copy},
 * {@link #translate}, {@link #start}, {@link #complete}), which is how a path shows it. The I/O region's bytes lie
 * in {@link PathMachine#registers()}. Results are counts of bytes or negative error numbers.
 */
public final class VfioCcwDevice {
	/** States with the numbers that the kernel's trace prints. */
	public enum State {
		NOT_OPER, STANDBY, IDLE, CP_PROCESSING, CP_PENDING
	}

	/** What VFIO_DEVICE_GET_INFO says: reset is there, and this is a channel I/O device. */
	public static final int FLAGS = 0x11;
	/** Interruptions: I/O, CRW, request to give the device back. */
	public static final int IRQS = 3;
	/** Command of the async region: HALT SUBCHANNEL. */
	public static final int HALT = 1;
	/** Command of the async region: CLEAR SUBCHANNEL. */
	public static final int CLEAR = 2;

	private static final int ORB = 0;
	private static final int SCSW = 12;
	private static final int IRB = 24;
	private static final int RETURN_CODE = 120;
	private static final int LENGTH = 124;
	private static final int START_FUNCTION = 0x4000;
	private static final int HALT_FUNCTION = 0x2000;
	private static final int CLEAR_FUNCTION = 0x1000;
	private static final int CRWS = 64;

	private final Storage registers;
	private final HostSubchannel subchannel;
	private final ChannelProgram program;
	private final byte[] orb = new byte[Orb.LENGTH];
	private final byte[] irb = new byte[Irb.LENGTH];
	private final byte[] command = new byte[8];
	private final byte[] schib = new byte[52];
	private final int[] crws = new int[CRWS];
	private int crwCount;
	private State state = State.STANDBY;
	private long signals;

	/** @param container what the guest's addresses are looked up in */
	public VfioCcwDevice(PathMachine machine, Container container, VfioListener listener) {
		this(machine, container, listener, new HostSubchannel(machine));
	}

	VfioCcwDevice(PathMachine machine, Container container, VfioListener listener, HostSubchannel subchannel) {
		registers = machine.registers();
		this.subchannel = subchannel;
		program = new ChannelProgram(machine.driver(), container, machine.machine().kernel(), machine.machine().host());
		program.listener(listener);
	}

	public State state() {
		return state;
	}

	/** How often the eventfd for I/O interruptions was signalled. */
	public long signals() {
		return signals;
	}

	/** The program in the driver's hands. */
	ChannelProgram program() {
		return program;
	}

	/** Opens the device: enables the subchannel; 0 or −EINVAL. */
	public int open() {
		if (subchannel.enable() != 0) {
			state = State.NOT_OPER;
			return -Errno.EINVAL;
		}
		state = State.IDLE;
		return 0;
	}

	/** Closes it: ends what is going on, disables, and frees the program. */
	public void close(Runnable wait) {
		if (subchannel.disable() == -Errno.EBUSY) {
			subchannel.clear();
			wait.run();
			if (subchannel.pending()) {
				subchannel.take();
			}
			subchannel.disable();
		}
		program.free();
		state = State.STANDBY;
	}

	/** VFIO_DEVICE_RESET: close and open. */
	public int reset(Runnable wait) {
		close(wait);
		return open();
	}

	/** Writes {@code length} bytes at a file offset; the count, or a negative error number. */
	public int write(long offset, byte[] from, int length) {
		int index = (int) Math.min(offset / Region.SPACING, Integer.MAX_VALUE);
		int at = (int) (offset % Region.SPACING);
		if (index >= Region.ALL.size() || (Region.ALL.get(index).flags() & 2) == 0 || at + length > Region.ALL.get(index).size()) {
			return -Errno.EINVAL;
		}
		int rc;
		if (index == Region.IO) {
			registers.store(PathMachine.IO_REGION + at, from, 0, length);
			rc = request();
		} else {
			System.arraycopy(from, 0, command, at, length);
			rc = async();
			Bytes.put32(command, 4, rc);
		}
		return rc != 0 ? rc : length;
	}

	/** Reads {@code length} bytes at a file offset; the count, or a negative error number. */
	public int read(long offset, byte[] into, int length) {
		int index = (int) Math.min(offset / Region.SPACING, Integer.MAX_VALUE);
		int at = (int) (offset % Region.SPACING);
		if (index >= Region.ALL.size() || at + length > Region.ALL.get(index).size()) {
			return -Errno.EINVAL;
		}
		switch (index) {
			case Region.IO -> registers.load(PathMachine.IO_REGION + at, into, 0, length);
			case Region.ASYNC -> System.arraycopy(command, at, into, 0, length);
			case Region.SCHIB -> {
				subchannel.schib(schib);
				System.arraycopy(schib, at, into, 0, length);
			}
			default -> {
				byte[] report = new byte[8];
				Bytes.put32(report, 0, crwCount == 0 ? 0 : crws[0]);
				if (crwCount > 0) {
					System.arraycopy(crws, 1, crws, 0, --crwCount);
				}
				System.arraycopy(report, at, into, 0, length);
			}
		}
		return length;
	}

	/** A channel-report word for the guest; beyond 64 that nobody read, the oldest stay. */
	public void report(int crw) {
		if (crwCount < CRWS) {
			crws[crwCount++] = crw;
		}
	}

	private int request() {
		int rc = begin();
		if (rc == 1) {
			rc = copy();
			rc = rc == 0 ? translate() : rc;
			rc = rc == 0 ? start() : rc;
			complete(rc);
		}
		return (int) registers.load32(PathMachine.IO_REGION + RETURN_CODE);
	}

	/**
	 * A write to the I/O region reached the driver: whether there is a program to start. If not, the return code is
	 * in the region.
	 *
	 * @return 1 if there is, 0 if not
	 */
	int begin() {
		switch (state) {
			case CP_PENDING -> returnCode(-Errno.EBUSY);
			case CP_PROCESSING -> returnCode(-Errno.EAGAIN);
			case NOT_OPER, STANDBY -> returnCode(-Errno.EIO);
			case IDLE -> {
				int scsw = (int) registers.load32(PathMachine.IO_REGION + SCSW);
				registers.load(PathMachine.IO_REGION + ORB, orb, 0, Orb.LENGTH);
				if ((scsw & START_FUNCTION) == 0) {
					if ((scsw & (HALT_FUNCTION | CLEAR_FUNCTION)) != 0) {
						returnCode(-Errno.EOPNOTSUPP);
					}
				} else if ((Bytes.get32(orb, 4) & Orb.TRANSPORT) != 0) {
					returnCode(-Errno.EOPNOTSUPP);
				} else {
					state = State.CP_PROCESSING;
					return 1;
				}
			}
		}
		return 0;
	}

	/** Copies the program. */
	int copy() {
		return program.init(orb);
	}

	/** Translates and pins it, and makes the host's ORB. */
	int translate() {
		int rc = program.prefetch();
		if (rc == 0) {
			program.orb(subchannel.orb(), subchannel.parameter(), subchannel.paths());
		}
		return rc;
	}

	/** Starts it. */
	int start() {
		return subchannel.start();
	}

	/** Ends the request with this result: the return code goes into the region; what failed is freed. */
	int complete(int rc) {
		returnCode(rc);
		state = rc == 0 ? State.CP_PENDING : State.IDLE;
		if (rc != 0) {
			program.free();
		}
		return rc;
	}

	/** The return code that the region shows. */
	int returnCode() {
		return (int) registers.load32(PathMachine.IO_REGION + RETURN_CODE);
	}

	private void returnCode(int rc) {
		registers.store32(PathMachine.IO_REGION + RETURN_CODE, rc);
	}

	private int async() {
		if (state != State.IDLE && state != State.CP_PENDING) {
			return state == State.CP_PROCESSING ? -Errno.EAGAIN : -Errno.EIO;
		}
		return switch (Bytes.get32(command, 0)) {
			case HALT -> subchannel.halt();
			case CLEAR -> subchannel.clear();
			default -> -Errno.EINVAL;
		};
	}

	/** Whether an interruption waits to be handled. */
	public boolean pending() {
		return subchannel.pending();
	}

	/**
	 * The interruption handler and its bottom half: takes the IRB, maps the program address back, frees a program that
	 * is over, puts the IRB into the region and signals.
	 *
	 * @return whether nothing goes on any more
	 */
	public boolean interrupt() {
		boolean over = toRegion();
		signal();
		return over;
	}

	/** The handler without the signal. */
	boolean toRegion() {
		System.arraycopy(subchannel.take(), 0, irb, 0, Irb.LENGTH);
		boolean over = Irb.isFinal(irb);
		if (Irb.isSolicited(irb)) {
			Irb.cpa(irb, program.guestCpa(Irb.cpa(irb)));
			if (over && state == State.CP_PENDING) {
				program.free();
				state = State.IDLE;
			}
		}
		registers.store(PathMachine.IO_REGION + IRB, irb, 0, Irb.LENGTH);
		return over;
	}

	void signal() {
		signals++;
	}

	/** Bytes of the I/O region. */
	static int ioLength() {
		return LENGTH;
	}
}
