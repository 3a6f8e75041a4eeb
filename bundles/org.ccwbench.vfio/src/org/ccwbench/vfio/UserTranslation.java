// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import org.ccwbench.storage.AddressSpace;
import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.MappedSpace;
import org.ccwbench.storage.PageTable;
import org.ccwbench.storage.PinTable;
import org.ccwbench.storage.Storage;

/**
 * The kernel's half of the two-stage path: copies a user-space program (see {@link UserProgram}) into kernel
 * memory and translates it in place from the monitor's virtual addresses to host addresses, pinning each page.
 * It knows nothing of the guest.
 */
public final class UserTranslation {
	private static final int PAGE = AddressSpace.PAGE_SIZE;

	private final Machine machine;
	private final MappedSpace user;
	private final Storage host;
	private final KernelMemory kernel;
	private final PinTable pinTable;
	private final VfioListener listener;
	private final Statistics statistics;
	private final UserProgram origin;
	private final byte[] buffer = new byte[UserProgram.LENGTH];
	private final byte[] words = new byte[CcwTranslation.MOST_WORDS * 8];
	private final int[] list = new int[Chains.LONGEST];
	private final Pins pins = new Pins();
	private long at = -1;
	private int ccws;

	/** @param origin names the guest's CCWs for the listener, which the kernel could not */
	public UserTranslation(Machine machine, UserProgram origin, VfioListener listener, Statistics statistics) {
		this.machine = machine;
		this.user = machine.user();
		this.host = machine.host();
		this.kernel = machine.kernel();
		this.pinTable = machine.pins();
		this.origin = origin;
		this.listener = listener;
		this.statistics = statistics;
	}

	/** Copies the buffer in; 0, −EINVAL for none or more than 256 CCWs, −EFAULT, −ENOMEM. */
	public int copy(long userAddress, int n) {
		if (n <= 0 || n > Chains.LONGEST) {
			return -Errno.EINVAL;
		}
		if (!user.contains(userAddress, UserProgram.LENGTH)) {
			return -Errno.EFAULT;
		}
		at = kernel.allocate(UserProgram.LENGTH);
		if (at < 0) {
			return -Errno.ENOMEM;
		}
		ccws = n;
		java.util.Arrays.fill(list, 0, n, 0);
		user.load(userAddress, buffer, 0, UserProgram.LENGTH);
		host.store(at, buffer, 0, UserProgram.LENGTH);
		statistics.bytesCopied += UserProgram.LENGTH;
		listener.copied(VfioListener.Space.USER, userAddress, VfioListener.Space.HOST, at, UserProgram.LENGTH);
		return 0;
	}

	/** Translates and pins; 0, −EINVAL, −EFAULT, −ENOMEM. What was pinned stays so until {@link #free}. */
	public int translate(int orbWord1) {
		for (int k = 0; k < ccws; k++) {
			long ccw = Bytes.get64(buffer, k * Ccw.SIZE);
			long made = Ccw.tic(ccw) ? transfer(ccw) : data(k, ccw, orbWord1);
			if (made < 0 && made >= -Errno.EOPNOTSUPP) {
				return (int) made;
			}
			host.store64(at + (long) k * Ccw.SIZE, made);
			statistics.ccwsTranslated++;
			listener.ccwTranslated(origin.guestAddress(k), UserProgram.ADDRESS + (long) k * Ccw.SIZE,
					at + (long) k * Ccw.SIZE, made);
		}
		return 0;
	}

	/** Address of the first CCW in host storage. */
	public long cpa() {
		return at;
	}

	/** The offset in the user-space program for an address that the channel gave; any other address as it is. */
	public long userCpa(long cpa) {
		return cpa >= at && cpa <= at + (long) ccws * Ccw.SIZE ? cpa - at : cpa;
	}

	/** Unpins and gives back everything. */
	public void free() {
		if (at < 0) {
			return;
		}
		for (int p = 0; p < pins.used; p++) {
			pinTable.unpin(pins.frame[p], pins.iova[p] & -PAGE);
			listener.unpinned(VfioListener.NONE_SUCH, pins.iova[p] & -PAGE, pins.frame[p], VfioListener.NONE_SUCH);
		}
		statistics.unpinned(pins.used);
		pins.used = 0;
		for (int k = 0; k < ccws; k++) {
			if (list[k] > 0) {
				kernel.free(host.load32(at + (long) k * Ccw.SIZE + 4), list[k]);
			}
		}
		kernel.free(at, UserProgram.LENGTH);
		at = -1;
	}

	private long transfer(long ccw) {
		return Ccw.address(ccw) >= UserProgram.DOUBLEWORDS ? -Errno.EINVAL : Ccw.withAddress(ccw, at + Ccw.address(ccw));
	}

	private long data(int k, long ccw, int word1) {
		long offset = Ccw.address(ccw);
		if (offset >= UserProgram.DOUBLEWORDS) {
			return -Errno.EINVAL;
		}
		long address = Bytes.get64(buffer, UserProgram.DOUBLEWORDS + (int) offset);
		if (address == 0) {
			return Ccw.withoutIda(Ccw.withAddress(ccw, 0));
		}
		int shift = Orb.blocksOf2K(word1) ? 11 : 12;
		boolean ida = Ccw.ida(ccw);
		long first = address;
		if (ida) {
			if (!user.contains(address, 8)) {
				return -Errno.EFAULT;
			}
			first = user.load64(address);
		}
		int n = CcwTranslation.wordsFor(first, Ccw.count(ccw), shift);
		if (ida && !user.contains(address, n * 8L)) {
			return -Errno.EFAULT;
		}
		long made = kernel.allocate(n * 8);
		if (made < 0) {
			return -Errno.ENOMEM;
		}
		list[k] = n * 8;
		// Freed by way of the CCW, also when a page after this cannot be pinned.
		host.store32(at + (long) k * Ccw.SIZE + 4, made);
		if (ida) {
			user.load(address, words, 0, n * 8);
			statistics.bytesCopied += n * 8;
			listener.copied(VfioListener.Space.USER, address, VfioListener.Space.HOST, made, n * 8);
		}
		long next = first;
		for (int w = 0; w < n; w++) {
			long byteAddress = ida ? Bytes.get64(words, w * 8) : next;
			long frame = pin(byteAddress, origin.guestAddress(k));
			if (frame < 0) {
				return frame;
			}
			Bytes.put64(words, w * 8, frame + (byteAddress & PAGE - 1));
			next = (next & -(1L << shift)) + (1L << shift);
		}
		host.store(made, words, 0, n * 8);
		return Ccw.withAddress(Ccw.withIda(ccw), made);
	}

	private long pin(long address, long cause) {
		long page = address & -PAGE;
		statistics.lookUps++;
		int refusal = machine.userRefusal(page);
		long frame = refusal != 0 ? PageTable.UNMAPPED : user.translate(page);
		listener.lookedUp(VfioListener.NONE_SUCH, address, frame, cause);
		boolean tooMany = frame != PageTable.UNMAPPED && machine.beyondLimit(frame);
		if (frame == PageTable.UNMAPPED || tooMany) {
			int error = refusal != 0 ? -refusal : tooMany ? -Errno.ENOMEM : -Errno.EFAULT;
			listener.pinRefused(VfioListener.NONE_SUCH, page, error, cause);
			return error;
		}
		int p = pins.room(1);
		pins.iova[p] = page;
		pins.frame[p] = frame;
		pins.used = p + 1;
		pinTable.pin(frame, page);
		statistics.pinned(1);
		listener.pinned(VfioListener.NONE_SUCH, page, frame, cause);
		return frame;
	}
}
