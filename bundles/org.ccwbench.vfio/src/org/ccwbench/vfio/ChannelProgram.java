// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.Storage;

/**
 * A guest's channel program in the hands of the driver vfio-ccw: copied chain by chain into kernel memory
 * ({@link #init}), translated in place with its data pinned ({@link #prefetch}), given to the channel
 * ({@link #orb}), and freed. One object serves one program after another and allocates nothing once it is warm.
 * Results are 0 or negative error numbers. Not thread-safe.
 * <p>Follows drivers/s390/cio/vfio_ccw_cp.c of the chosen version in everything that can be seen from outside.
 */
public final class ChannelProgram {
	private final DriverVersion version;
	private final Container container;
	private final Storage host;
	private final KernelMemory kernel;
	private final Chains chains = new Chains();
	private final Pins pins = new Pins();
	private final DriverReader reader;
	private final ChainCopy copy;
	private final CcwTranslation translation;
	private VfioListener listener = VfioListener.NONE;
	private boolean initialized;
	private boolean warned;
	private int intparm;
	private int word1;

	/**
	 * @param container what the guest's addresses are looked up in
	 * @param kernel    where programs and lists are put, addresses of {@code host}
	 */
	public ChannelProgram(DriverVersion version, Container container, KernelMemory kernel, Storage host) {
		this.version = version;
		this.container = container;
		this.host = host;
		this.kernel = kernel;
		reader = new DriverReader(version, container, host);
		copy = new ChainCopy(version, chains, kernel, host);
		translation = switch (version) {
			case LINUX_6_12 -> new WordTranslation(chains, pins, container, kernel, host);
			case LINUX_5_17 -> new PageTranslation(chains, pins, container, kernel, host);
			case LINUX_4_19 -> new ArrayTranslation(chains, pins, container, kernel, host);
		};
	}

	public void listener(VfioListener to) {
		listener = to;
	}

	/**
	 * Copies the chains of the program that a guest's ORB (command mode, 12 bytes) designates.
	 *
	 * @return 0; −EBUSY if there is a program (4.19 does not ask); −EOPNOTSUPP for what the version refuses; −EINVAL for a chain of more
	 *         than 256 CCWs, more than 16 chains (6.12), or 2 KiB from a CCW address that are not all mapped; −ENOMEM
	 */
	public int init(byte[] orb) {
		warned = false;
		if (initialized && version == DriverVersion.LINUX_4_19) {
			listener.noted("Linux 4.19 forgets a program that a reset has left behind: the host's kernel would keep its pages pinned for"
					+ " good; they are given back instead");
			free();
		}
		if (initialized) {
			return -Errno.EBUSY;
		}
		int w = Bytes.get32(orb, 4);
		if ((w & Orb.PREFETCH) == 0) {
			if (version == DriverVersion.LINUX_4_19) {
				return -Errno.EOPNOTSUPP;
			}
			warned = true;
		}
		intparm = Bytes.get32(orb, 0);
		word1 = w;
		long cpa = Bytes.get32(orb, 8) & 0xFFFF_FFFFL;
		int rc = copy.copy(cpa, w, reader, cpa, !heard());
		if (rc != 0) {
			int lost = copy.abandon();
			if (lost > 0) {
				listener.noted("Linux 5.17 forgets chains that were copied when a later one cannot be: kernel memory of " + lost
						+ " is lost");
			}
			return rc;
		}
		initialized = true;
		if (version != DriverVersion.LINUX_6_12) {
			word1 |= Orb.IDAW64;
		}
		return 0;
	}

	/** Whether the last {@link #init} was of an ORB without prefetch, which the driver only warns of. */
	public boolean warned() {
		return warned;
	}

	/**
	 * Translates the copied program in place. If it fails, chains are cut to what was translated; what was pinned
	 * until then stays pinned until {@link #free}.
	 *
	 * @return 0; −EINVAL if nothing was copied, or data, a list or a word is not mapped; −EPERM, −EFAULT, −ENOMEM
	 */
	public int prefetch() {
		if (!initialized) {
			return -Errno.EINVAL;
		}
		translation.orbWord1 = word1;
		pins.used = 0;
		if (!heard() && translation.all()) {
			copy.store();
			return 0;
		}
		copy.catchUp();
		for (int c = 0; c < chains.count; c++) {
			byte[] program = host.pageToFill(chains.host[c]);
			for (int i = 0; i < chains.length[c]; i++) {
				int rc = translation.translate(c, i, program);
				if (listener != VfioListener.NONE) {
					listener.ccwTranslated(ccwAddress(c, i), VfioListener.NONE_SUCH, chains.host[c] + (long) i * Ccw.SIZE,
							ccw(c, i));
				}
				if (rc != 0) {
					chains.translated[c] = i;
					for (int later = c + 1; later < chains.count; later++) {
						chains.translated[later] = 0;
					}
					return rc;
				}
			}
		}
		return 0;
	}

	private boolean heard() {
		return listener != VfioListener.NONE || container.heard() || host.journaled();
	}

	/**
	 * The ORB for the host's subchannel, 12 bytes into {@code into}: format 1, 64-bit IDAWs, the program's copy; the
	 * guest's key in 6.12, else 0.
	 *
	 * @param parameter interruption parameter of the driver
	 * @param paths     logical-path mask if the guest gave none
	 * @return whether there is a program
	 */
	public boolean orb(byte[] into, int parameter, int paths) {
		if (!initialized) {
			return false;
		}
		int w = word1 | Orb.FORMAT1;
		if ((w & Orb.IDAW64) == 0) {
			w |= Orb.IDAW_2K | Orb.IDAW64;
		}
		if (version != DriverVersion.LINUX_6_12) {
			w &= ~Orb.KEY;
		}
		if ((w & Orb.LPM) == 0) {
			w |= paths << 8 & Orb.LPM;
		}
		Bytes.put32(into, 0, parameter);
		Bytes.put32(into, 4, w);
		Bytes.put32(into, 8, (int) chains.host[0]);
		return true;
	}

	/** Interruption parameter of the guest's ORB. */
	public int parameter() {
		return intparm;
	}

	/**
	 * The guest address for a channel-program address that the host's subchannel gave: that of a CCW of a copied
	 * chain or (not in 4.19) the address after its last. Any other comes back as it is.
	 */
	public long guestCpa(long cpa) {
		if (!initialized) {
			return cpa;
		}
		int beyond = version == DriverVersion.LINUX_4_19 ? 0 : 1;
		for (int c = 0; c < chains.count; c++) {
			if (Chains.within(cpa, chains.host[c], chains.translated[c] + beyond)) {
				return cpa - chains.host[c] + chains.guest[c] & 0xFFFF_FFFFL;
			}
		}
		return cpa;
	}

	/** Whether a page of the range (before 6.0: the page of {@code iova}) is pinned for the program. */
	public boolean pinned(long iova, long length) {
		if (!initialized) {
			return false;
		}
		long from = iova >>> 12;
		long to = version == DriverVersion.LINUX_6_12 ? iova + length - 1 >>> 12 : from;
		for (int c = 0; c < chains.count; c++) {
			for (int i = 0; i < chains.translated[c]; i++) {
				int at = chains.first[c] + i;
				for (int p = chains.pinFirst[at], end = p + chains.pinCount[at]; p < end; p++) {
					long page = pins.iova[p] >>> 12;
					if (page >= from && page <= to) {
						return true;
					}
				}
			}
		}
		return false;
	}

	/** Unpins and gives back everything; nothing if there is no program. */
	public void free() {
		if (!initialized) {
			return;
		}
		initialized = false;
		boolean one = !container.heard();
		if (one) {
			container.unpin(pins.iova, 0, pins.used, pins.frame, chains.guest[0]);
		}
		for (int c = 0; c < chains.count; c++) {
			for (int i = 0; i < chains.translated[c]; i++) {
				int at = chains.first[c] + i;
				if (!one && chains.pinCount[at] > 0) {
					translation.unpin(at, ccwAddress(c, i));
				}
				if (chains.list[at] > 0) {
					kernel.free(Ccw.address(chains.ccw[at]), chains.list[at]);
				}
			}
		}
		copy.free();
		pins.used = 0;
	}

	/** Whether a program was copied and not freed. */
	public boolean initialized() {
		return initialized;
	}

	/** How many chains were copied. */
	public int chains() {
		return chains.count;
	}

	/** CCWs of chain {@code c} that count: all, or after a failed translation those that were translated. */
	public int length(int c) {
		return chains.translated[c];
	}

	/** Guest address of CCW {@code i} of chain {@code c}. */
	public long ccwAddress(int c, int i) {
		return chains.guest[c] + (long) i * Ccw.SIZE;
	}

	/** Host address of the first CCW of chain {@code c}. */
	public long hostAddress(int c) {
		return chains.host[c];
	}

	/** CCW {@code i} of chain {@code c} as it is now, format 1. */
	public long ccw(int c, int i) {
		return chains.ccw[chains.first[c] + i];
	}

	/** Words of the list that was made for a CCW, 0 if none was; the list lies where the CCW points. */
	public int listWords(int c, int i) {
		return chains.list[chains.first[c] + i] / 8;
	}

	/** How many pages are pinned for a CCW. */
	public int pinCount(int c, int i) {
		return chains.pinCount[chains.first[c] + i];
	}

	/** IOVA of the {@code n}th page pinned for a CCW, as it was asked for. */
	public long pinnedIova(int c, int i, int n) {
		return pins.iova[chains.pinFirst[chains.first[c] + i] + n];
	}
}
