// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

import org.ccwbench.channel.ChannelSubsystem;
import org.ccwbench.channel.ProgramInterruption;
import org.ccwbench.channel.Scsw;
import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.Storage;
import org.ccwbench.vfio.Errno;
import org.ccwbench.vfio.KernelMemory;
import org.ccwbench.vfio.Machine;

/**
 * A subchannel in the hands of the host's common I/O layer: enabled and disabled with retries, its SCHIB kept up
 * to date, its usable paths known, I/O on it ended by cancel, halt and clear in turn. Results are 0 or negative
 * error numbers.
 */
final class CioSubchannel {
	private static final int BLOCK = 64;
	private static final int SCHIB = 52;
	private static final int FLAGS = 4;
	private static final int SUBCLASS = 0x3800_0000;
	private static final int ENABLED = 0x0080_0000;
	private static final int VALID = 0x0001_0000;
	private static final int CONCURRENT_SENSE = 1;
	private static final int LPUM = 10;
	private static final int PIM = 11;
	private static final int PAM = 15;
	private static final int CHPIDS = 16;
	private static final int LAST_PMCW_WORD = 24;
	private static final int SCSW = 28;
	/** Interruption subclass of the driver. */
	private static final int ISC = 3;
	private static final int COMMIT_RETRIES = 5;
	private static final int CHANGE_RETRIES = 3;
	private static final long RECOVERY_MICROS = 100;

	private final ChannelSubsystem channel;
	private final int sid;
	private final Storage host;
	private final KernelMemory kernel;
	private final long block;
	private final byte[] schib = new byte[SCHIB];
	private final byte[] scratch = new byte[SCHIB];
	private final byte[] discarded = new byte[96];
	private final byte[] orb = new byte[12];
	private int logicalPaths;
	private int operatingPaths = 0xFF;
	private int wantedFlags;

	/** How many more times a halt or clear is to be tried. */
	static final class Retries {
		int left = 255;
	}

	CioSubchannel(ChannelSubsystem channel, int sid, Machine machine) {
		this.channel = channel;
		this.sid = sid;
		host = machine.host();
		kernel = machine.kernel();
		block = kernel.allocate(BLOCK);
		update();
		logicalPaths = schib[PAM] & operatingPaths & 0xFF;
	}

	/** Gives the kernel's memory back. */
	void release() {
		kernel.free(block, BLOCK);
	}

	int sid() {
		return sid;
	}

	/** The SCHIB as it was last stored; this object's own. */
	byte[] schib() {
		return schib;
	}

	/** Stores the SCHIB anew; −ENODEV if the subchannel or its device is not there. */
	int update() {
		if (!store(scratch)) {
			return -Errno.ENODEV;
		}
		System.arraycopy(scratch, 0, schib, 0, SCHIB);
		return 0;
	}

	private boolean store(byte[] into) {
		return channel.stsch(sid, into) == 0 && (Bytes.get32(into, FLAGS) & VALID) != 0;
	}

	/** Whether the SCHIB that is at hand says enabled. */
	boolean enabled() {
		return (Bytes.get32(schib, FLAGS) & ENABLED) != 0;
	}

	int enable() {
		if (update() != 0) {
			return -Errno.ENODEV;
		}
		wantedFlags = ISC << 27 | ENABLED;
		return change();
	}

	int disable() {
		if (update() != 0) {
			return -Errno.ENODEV;
		}
		wantedFlags &= ~ENABLED;
		return change();
	}

	private int change() {
		int rc = -Errno.EBUSY;
		for (int i = 0; i < CHANGE_RETRIES && rc == -Errno.EBUSY; i++) {
			rc = commit();
			if (rc == -Errno.EBUSY && channel.tsch(sid, discarded) != 0) {
				break;
			}
		}
		return rc;
	}

	private int commit() {
		if (!store(scratch)) {
			return -Errno.ENODEV;
		}
		int rc = 0;
		for (int i = 0; i < COMMIT_RETRIES; i++) {
			Bytes.put32(scratch, 0, (int) block);
			Bytes.put32(scratch, FLAGS, Bytes.get32(scratch, FLAGS) & ~(SUBCLASS | ENABLED) | wantedFlags);
			Bytes.put32(scratch, LAST_PMCW_WORD, CONCURRENT_SENSE);
			int cc;
			try {
				cc = channel.msch(sid, scratch);
			} catch (ProgramInterruption e) {
				return -Errno.EIO;
			}
			switch (cc) {
				case 0 -> {
					if (!store(scratch)) {
						return -Errno.ENODEV;
					}
					if (isCommitted(scratch)) {
						System.arraycopy(scratch, 0, schib, 0, SCHIB);
						return 0;
					}
					rc = -Errno.EAGAIN;
				}
				case 1 -> {
					return -Errno.EBUSY;
				}
				case 2 -> {
					channel.advance(RECOVERY_MICROS);
					rc = -Errno.EBUSY;
				}
				default -> {
					return -Errno.ENODEV;
				}
			}
		}
		return rc;
	}

	private boolean isCommitted(byte[] stored) {
		return Bytes.get32(stored, 0) == (int) block
				&& (Bytes.get32(stored, FLAGS) & (SUBCLASS | ENABLED)) == wantedFlags
				&& Bytes.get32(stored, LAST_PMCW_WORD) == CONCURRENT_SENSE;
	}

	// --- functions -----------------------------------------------------------------------------------------------

	/** The parameter by which the host knows the subchannel: where its block lies. */
	int parameter() {
		return (int) block;
	}

	/** Paths that a start without a logical-path mask uses. */
	int logicalPaths() {
		return logicalPaths;
	}

	/** Where the next ORB is to be put: 12 bytes. */
	byte[] orb() {
		return orb;
	}

	/** Starts with {@link #orb}: −EBUSY, −EACCES (no such path, others are left), −ENODEV (none), −EIO (an ORB that is none). */
	int start() {
		host.store(block, orb, 0, orb.length);
		int cc;
		try {
			cc = channel.ssch(sid, block);
		} catch (ProgramInterruption e) {
			return -Errno.EIO;
		}
		switch (cc) {
			case 0 -> {
				return 0;
			}
			case 1, 2 -> {
				return -Errno.EBUSY;
			}
			default -> {
				int mask = Bytes.get32(orb, 4) >>> 8 & 0xFF;
				logicalPaths &= mask != 0 ? ~mask : 0;
				return update() != 0 || logicalPaths == 0 ? -Errno.ENODEV : -Errno.EACCES;
			}
		}
	}

	int halt() {
		return switch (channel.hsch(sid)) {
			case 0 -> 0;
			case 1, 2 -> -Errno.EBUSY;
			default -> -Errno.ENODEV;
		};
	}

	int clear() {
		return channel.csch(sid) == 0 ? 0 : -Errno.ENODEV;
	}

	/**
	 * One attempt to end what is going on: cancel, then halt up to three times, then clear.
	 *
	 * @return 0 if nothing goes on any more; −EBUSY if an interruption is to be waited for; −ENODEV; −EIO if
	 *         everything was tried
	 */
	int cancelHaltClear(Retries retries) {
		if (update() != 0) {
			return -Errno.ENODEV;
		}
		if (!enabled()) {
			return 0;
		}
		int activity = Bytes.get32(schib, SCSW);
		if ((activity & (Scsw.HALT_PENDING | Scsw.CLEAR_PENDING)) == 0) {
			switch (channel.xsch(sid)) {
				case 0 -> {
					return update();
				}
				case 1 -> {
					return -Errno.EBUSY;
				}
				case 2 -> retries.left = 3;
				default -> {
					return -Errno.ENODEV;
				}
			}
		}
		if ((activity & Scsw.CLEAR_PENDING) == 0) {
			if (retries.left > 0) {
				retries.left--;
				int rc = halt();
				if (rc != -Errno.EBUSY) {
					return rc == 0 ? -Errno.EBUSY : rc;
				}
			}
			retries.left = 255;
		}
		if (retries.left > 0) {
			retries.left--;
			int rc = clear();
			return rc == 0 ? -Errno.EBUSY : rc;
		}
		return -Errno.EIO;
	}

	// --- channel paths -------------------------------------------------------------------------------------------

	/** The paths, as a mask, that lead over a channel path; 0 if none of this subchannel does. */
	int pathsOver(int chpid) {
		int mask = 0;
		for (int i = 0; i < 8; i++) {
			int bit = 0x80 >> i;
			if ((schib[PIM] & bit) != 0 && (schib[CHPIDS + i] & 0xFF) == chpid) {
				mask |= bit;
			}
		}
		return mask;
	}

	/** Whether one of the paths was the last that was used. */
	boolean lastUsed(int mask) {
		return (schib[LPUM] & mask) != 0;
	}

	/** The operator takes paths out of use. */
	void varyOff(int mask) {
		operatingPaths &= ~mask;
		logicalPaths &= ~mask;
	}

	/** The operator lets paths be used again. */
	void varyOn(int mask) {
		operatingPaths |= mask;
		logicalPaths |= mask;
	}

	/** Paths became available: those that the operator has not taken out of use are used again. */
	void available(int mask) {
		logicalPaths |= mask & operatingPaths;
	}
}
