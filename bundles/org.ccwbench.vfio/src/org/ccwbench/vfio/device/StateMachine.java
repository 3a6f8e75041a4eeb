// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

import static org.ccwbench.vfio.device.DeviceState.CP_PENDING;
import static org.ccwbench.vfio.device.DeviceState.CP_PROCESSING;
import static org.ccwbench.vfio.device.DeviceState.IDLE;
import static org.ccwbench.vfio.device.DeviceState.NOT_OPER;
import static org.ccwbench.vfio.device.DeviceState.STANDBY;

import org.ccwbench.channel.Scsw;
import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.Storage;
import org.ccwbench.vfio.ChannelProgram;
import org.ccwbench.vfio.DriverVersion;
import org.ccwbench.vfio.Errno;

/**
 * The driver's state machine: what each event does in each state. Requests leave their return code in their
 * region. The interruption handler and its deferred part are one step here: nothing comes between them.
 * <p>Versions differ: opening and closing are events since 6.0 only, and what is before that is in {@link
 * EarlyLife}; an interruption in standby is taken before 6.0, and disables the subchannel since; 4.19 frees the
 * program and is idle after whatever last interruption comes, where later ones do so only if a program is pending.
 */
final class StateMachine {
	private static final int TRANSPORT_MODE = 0x0004_0000;
	private static final int HALT_COMMAND = 1;
	private static final int CLEAR_COMMAND = 2;
	private static final long QUIESCE_MICROS = 3_000_000;

	/** What one event does in one state. */
	private interface Action {
		void perform(StateMachine m);
	}

	private static final Action IGNORE = m -> {};
	private static final Action GONE = StateMachine::notOperational;
	private static final Action IO_ERROR = m -> m.ioResult(-Errno.EIO);
	private static final Action ASYNC_ERROR = m -> m.asyncResult(-Errno.EIO);
	private static final Action DISABLE = m -> m.subchannel.disable();
	private static final Action INTERRUPTION = StateMachine::interruption;
	private static final Action ASYNC = StateMachine::asyncRequest;
	private static final Action CLOSE = StateMachine::close;

	/** Rows are states, columns are {@link DeviceEvent}s: not operational, I/O, interruption, async, open, close. */
	private static final Action[][] TABLE = {
		/* NOT_OPER      */ {IGNORE, IO_ERROR, DISABLE, ASYNC_ERROR, IGNORE, IGNORE},
		/* STANDBY       */ {GONE, IO_ERROR, DISABLE, ASYNC_ERROR, StateMachine::open, GONE},
		/* IDLE          */ {GONE, StateMachine::ioRequest, INTERRUPTION, ASYNC, GONE, CLOSE},
		/* CP_PROCESSING */ {GONE, m -> m.ioResult(-Errno.EAGAIN), INTERRUPTION, m -> m.asyncResult(-Errno.EAGAIN), GONE, CLOSE},
		/* CP_PENDING    */ {GONE, m -> m.ioResult(-Errno.EBUSY), INTERRUPTION, ASYNC, GONE, CLOSE},
	};

	private final DriverVersion version;
	private final CioSubchannel subchannel;
	private final ChannelProgram program;
	private final HostInterruptions host;
	private final Storage regions;
	private final Runnable signal;
	private final Runnable unregister;
	private final byte[] orb = new byte[12];
	private final byte[] irb = new byte[96];
	private DriverWork work = DriverWork.NONE;
	private DeviceState state = STANDBY;
	private boolean interrupted;

	/**
	 * @param regions    the device's regions as they lie in its file
	 * @param signal     tells user space of an I/O interruption
	 * @param unregister asks user space to give the device back, because the subchannel is gone
	 */
	StateMachine(DriverVersion version, CioSubchannel subchannel, ChannelProgram program, HostInterruptions host,
			Storage regions, Runnable signal, Runnable unregister) {
		this.version = version;
		this.subchannel = subchannel;
		this.program = program;
		this.host = host;
		this.regions = regions;
		this.signal = signal;
		this.unregister = unregister;
	}

	DeviceState state() {
		return state;
	}

	void work(DriverWork to) {
		work = to;
	}

	/** Puts the device into a state, as the drivers before 6.0 do outside of their table. */
	void enter(DeviceState to) {
		state = to;
	}

	void event(DeviceEvent e) {
		boolean taken = state == STANDBY && e == DeviceEvent.INTERRUPT && version.beforeSix();
		(taken ? INTERRUPTION : TABLE[state.ordinal()][e.ordinal()]).perform(this);
	}

	/** An interruption came in with this IRB. */
	void interruption(byte[] taken) {
		System.arraycopy(taken, 0, irb, 0, irb.length);
		event(DeviceEvent.INTERRUPT);
	}

	private void ioResult(int code) {
		regions.store32(RegionBytes.IO_RETURN_CODE, code);
	}

	private void asyncResult(int code) {
		regions.store32(RegionBytes.ASYNC_RETURN_CODE, code);
	}

	private void ioRequest() {
		state = CP_PROCESSING;
		int functions = (int) regions.load32(RegionBytes.SCSW);
		if ((functions & Scsw.START) != 0) {
			int rc = start();
			answer(rc);
			if (rc == 0) {
				return;
			}
		} else if ((functions & (Scsw.HALT | Scsw.CLEAR)) != 0) {
			answer(-Errno.EOPNOTSUPP);
		}
		state = IDLE;
	}

	private int start() {
		regions.load(RegionBytes.ORB, orb, 0, orb.length);
		if ((Bytes.get32(orb, 4) & TRANSPORT_MODE) != 0) {
			return -Errno.EOPNOTSUPP;
		}
		work.begins(DriverWork.Part.COPY);
		int rc = program.init(orb);
		work.ends(DriverWork.Part.COPY, rc);
		if (rc != 0) {
			return rc;
		}
		work.begins(DriverWork.Part.TRANSLATE);
		rc = program.prefetch();
		work.ends(DriverWork.Part.TRANSLATE, rc);
		rc = rc == 0 ? issue() : rc;
		if (rc == 0) {
			state = CP_PENDING;
		} else {
			program.free();
		}
		return rc;
	}

	/** −EIO if somebody has reset the device meanwhile, so that there is no program any more. */
	private int issue() {
		work.begins(DriverWork.Part.ISSUE);
		boolean there = program.orb(subchannel.orb(), subchannel.parameter(), subchannel.logicalPaths());
		int rc = there ? subchannel.start() : -Errno.EIO;
		work.ends(DriverWork.Part.ISSUE, rc);
		return rc;
	}

	private void answer(int rc) {
		work.begins(DriverWork.Part.ANSWER);
		ioResult(rc);
		work.ends(DriverWork.Part.ANSWER, rc);
	}

	private void asyncRequest() {
		asyncResult(switch ((int) regions.load32(RegionBytes.ASYNC_COMMAND)) {
			case HALT_COMMAND -> subchannel.halt();
			case CLEAR_COMMAND -> subchannel.clear();
			default -> -Errno.EINVAL;
		});
	}

	private void interruption() {
		work.begins(DriverWork.Part.INTERRUPTION);
		interrupted = true;
		int word0 = Bytes.get32(irb, 0);
		boolean solicited = (word0 & Scsw.DEFERRED_CC_3) != 0 || (word0 & Scsw.STATUS) != (Scsw.ALERT | Scsw.PENDING);
		boolean last = (word0 & (Scsw.SUBCHANNEL_ACTIVE | Scsw.DEVICE_ACTIVE)) == 0;
		boolean first = version == DriverVersion.LINUX_4_19;
		if (solicited) {
			Bytes.put32(irb, 4, (int) program.guestCpa(Bytes.get32(irb, 4) & 0xFFFF_FFFFL));
		}
		boolean over = solicited && last && (first || state == CP_PENDING);
		if (over) {
			program.free();
		}
		if (first ? last : over) {
			state = IDLE;
		}
		regions.store(RegionBytes.IRB, irb, 0, irb.length);
		work.ends(DriverWork.Part.INTERRUPTION, 0);
		work.begins(DriverWork.Part.SIGNAL);
		signal.run();
		work.ends(DriverWork.Part.SIGNAL, 0);
	}

	private void open() {
		if (subchannel.enable() == 0) {
			state = IDLE;
		} else {
			event(DeviceEvent.NOT_OPER);
		}
	}

	private void close() {
		int rc = subchannel.enabled() ? subchannel.disable() : -Errno.ENODEV;
		if (rc == -Errno.EBUSY) {
			rc = quiesce();
		}
		if (rc == 0) {
			state = STANDBY;
			program.free();
		} else {
			event(DeviceEvent.NOT_OPER);
		}
	}

	/** Ends what goes on at the subchannel, waiting for interruptions, until it can be disabled. */
	int quiesce() {
		CioSubchannel.Retries retries = new CioSubchannel.Retries();
		int rc;
		do {
			rc = subchannel.cancelHaltClear(retries);
			if (rc == -Errno.EIO) {
				return rc;
			}
			if (rc == -Errno.EBUSY) {
				await();
			}
			rc = subchannel.disable();
		} while (rc == -Errno.EBUSY);
		return rc;
	}

	private void await() {
		interrupted = false;
		long until = host.channel().now() + QUIESCE_MICROS;
		host.deliver();
		while (!interrupted && host.channel().nextDue() >= 0 && host.channel().nextDue() <= until) {
			host.step();
		}
	}

	/** Before 6.0 the program keeps its pages until the device is closed. */
	private void notOperational() {
		state = NOT_OPER;
		if (!version.beforeSix()) {
			program.free();
		}
		unregister.run();
	}
}
