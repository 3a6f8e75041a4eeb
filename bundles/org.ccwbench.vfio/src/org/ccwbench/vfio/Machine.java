// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.ccwbench.storage.AddressSpace;
import org.ccwbench.storage.MappedSpace;
import org.ccwbench.storage.PageTable;
import org.ccwbench.storage.PinTable;
import org.ccwbench.storage.Storage;

/**
 * A guest, its monitor and their host: guest absolute storage as pages of the monitor's virtual memory, that as
 * pages of host storage, and the container's {@link DmaMap}. Bytes exist once, in host storage; a page gets its
 * frame at first touch. Set up with {@link #storage}, {@link #mapping} or {@link #mapAll}, {@link #hole} and
 * {@link #refusePins}, in this order. Not thread-safe.
 */
public final class Machine {
	/** Bytes of host storage: 2^45. */
	public static final long HOST_SIZE = 1L << 45;
	/** Where the storage of the largest guest ends: 16 TiB. */
	public static final long HIGHEST = 1L << 44;
	/** Where the monitor puts guest storage unless told otherwise: guest address 0 lies here. */
	public static final long GUEST_BASE = 0x3E0_0000_0000L;
	/** The monitor's own memory, for its programs and request blocks. */
	public static final long HEAP = 0x2AA_0000_0000L;
	private static final long HEAP_LENGTH = 0x1000_0000L;
	/** Lets {@link #mapping} choose an address. */
	public static final long ANY = -1;

	private record Stretch(long length, long user) {}

	private final Storage host = new Storage("host absolute", HOST_SIZE);
	private final PageTable userPages = new PageTable("monitor to host");
	private final PageTable guestPages = new PageTable("guest to monitor");
	private final HostFrames frames = new HostFrames();
	private final TreeMap<Long, Long> areas = new TreeMap<>();
	private final TreeMap<Long, Stretch> guestAreas = new TreeMap<>();
	private final TreeMap<Long, Stretch> placed = new TreeMap<>();
	/** The same by the monitor's address, with the guest's. */
	private final TreeMap<Long, Stretch> placedAt = new TreeMap<>();
	private final MappedSpace user = new MappedSpace("monitor virtual", userPages, host, this::frameFor);
	private final MappedSpace guest = new MappedSpace("guest absolute", guestPages, user, this::memoryFor);
	private final PinTable pins = new PinTable("host frames");
	private final KernelMemory kernel = new KernelMemory();
	private final IommuDomain iommu;
	private boolean real;
	private final DmaMap dmaMap;
	private final TreeMap<Long, Refusal> refusals = new TreeMap<>();
	private boolean refuses;
	private final MemorySlots slots = new MemorySlots(this, frames);
	private long lockedLimit = Long.MAX_VALUE;
	private boolean limited;
	private final Map<Class<?>, Object> kept = new HashMap<>();
	private IntSupplier pinFaults;
	/** The same pages by the monitor's address; null if it must be found anew. */
	private TreeMap<Long, Refusal> userRefusals;

	/** Pages that cannot be pinned, and the (positive) error number. */
	private record Refusal(long end, int error) {}

	public Machine() {
		this(new DmaMap());
	}

	public Machine(DmaMap dmaMap) {
		this.dmaMap = dmaMap;
		areas.put(HEAP, HEAP + HEAP_LENGTH);
		iommu = new IommuDomain(this);
	}

	/** What somebody keeps with this for as long as it lives: made at the first time. */
	public <T> T kept(Class<T> type, Supplier<T> maker) {
		Object there = kept.get(type);
		if (there == null) {
			there = maker.get();
			kept.put(type, there);
		}
		return type.cast(there);
	}

	/** Gives the guest a stretch of absolute storage, at the address of the monitor that it chooses itself. */
	public void storage(long start, long length) {
		long from = start & AddressSpace.PAGE_MASK;
		long to = start + length + AddressSpace.PAGE_SIZE - 1 & AddressSpace.PAGE_MASK;
		if (start < 0 || length <= 0 || to <= from || to > HIGHEST) {
			throw new IllegalArgumentException(String.format("no guest storage: %X, length %X", start, length));
		}
		guestAreas.put(from, new Stretch(to - from, GUEST_BASE + from));
		area(GUEST_BASE + from, to - from);
	}

	/**
	 * Lays guest storage where its own addresses are in host storage, as for a virtual=real guest: for guests whose
	 * programs reach the channel as they are. Frames that a mapping names, and where the kernel has its own memory,
	 * stay where they are. To be said before anything is touched.
	 */
	public void real() {
		real = true;
	}

	/**
	 * Sets up one DMA mapping: the monitor's memory for it, that memory as guest storage where the guest has
	 * storage, its host frames, and the entry in the map.
	 *
	 * @param iova        guest absolute address; this and the length are multiples of 4,096
	 * @param userAddress in the monitor's virtual memory, or {@link #ANY}
	 * @param hostAddress of contiguous frames, or {@link #ANY}
	 * @return 0 or what {@link DmaMap#map} says
	 * @throws IllegalArgumentException if the frames cannot be given
	 */
	public int mapping(long iova, long length, long userAddress, long hostAddress, int permissions) {
		boolean fixed = hostAddress != ANY;
		if (fixed && (hostAddress < 0 || (hostAddress & AddressSpace.PAGE_SIZE - 1) != 0 || length > HOST_SIZE - hostAddress)) {
			throw new IllegalArgumentException(String.format("no host frames: %X, length %X", hostAddress, length));
		}
		long u = userAddress == ANY ? userOf(iova) : userAddress;
		int result = dmaMap.map(iova, u, length, permissions);
		if (result != 0) {
			return result;
		}
		userRefusals = null;
		area(u, length);
		if (fixed) {
			frames.fix(u, hostAddress, length);
		}
		if (userAddress != ANY) {
			placed.put(iova, new Stretch(length, u));
			placedAt.put(u, new Stretch(length, iova));
		}
		return 0;
	}

	/** Maps all guest storage for reading and writing, as a monitor's memory listener does. */
	public void mapAll() {
		for (Map.Entry<Long, Stretch> e : guestAreas.entrySet()) {
			mapping(e.getKey(), e.getValue().length, ANY, ANY, DmaMap.READ | DmaMap.WRITE);
		}
	}

	/** Takes a stretch out of the map; ranges that it cuts are mapped again without it. */
	public void hole(long iova, long length) {
		for (long at = iova; dmaMap.findNext(at) && dmaMap.start() < iova + length;) {
			long start = dmaMap.start();
			long end = dmaMap.end();
			long u = dmaMap.user(start);
			int p = dmaMap.permissions();
			dmaMap.unmap(start, end - start);
			if (start < iova) {
				dmaMap.map(start, u, iova - start, p);
			}
			if (end > iova + length) {
				dmaMap.map(iova + length, u + (iova + length - start), end - iova - length, p);
			}
			at = end;
		}
	}

	/** Pages by IOVA that are mapped and cannot be pinned; {@code error} is a (positive) error number, usually EFAULT. */
	public void refusePins(long iova, long length, int error) {
		refuses = true;
		refusals.put(iova, new Refusal(iova + length, error));
		userRefusals = null;
	}

	/** The same for a page of the monitor. */
	int userRefusal(long userPage) {
		int fault = pinFault();
		if (fault != 0 || !refuses) {
			return fault;
		}
		if (userRefusals == null) {
			userRefusals = new TreeMap<>();
			refusals.forEach(this::refuseUserPages);
		}
		return refusal(userRefusals, userPage);
	}

	private void refuseUserPages(long iova, Refusal r) {
		for (long at = iova; at < r.end && dmaMap.findNext(at) && dmaMap.start() < r.end;) {
			at = Math.max(at, dmaMap.start());
			long end = Math.min(dmaMap.end(), r.end);
			userRefusals.put(dmaMap.user(at), new Refusal(dmaMap.user(at) + (end - at), r.error));
			at = end;
		}
	}

	/**
	 * Asked for each page that is about to be pinned: the (positive) error number with which that fails, 0 if it does
	 * not. Null, as at first, for no such thing.
	 */
	public void pinFaults(IntSupplier each) {
		pinFaults = each;
	}

	private int pinFault() {
		return pinFaults == null ? 0 : pinFaults.getAsInt();
	}

	/** What happens to the guest's storage while it runs. */
	public MemorySlots slots() {
		return slots;
	}

	/** How many frames may be pinned at a time, the monitor's limit of locked memory; {@link Long#MAX_VALUE} for no limit. */
	public void lockedLimit(long frameCount) {
		lockedLimit = frameCount;
		limited |= frameCount != Long.MAX_VALUE;
	}

	/** A limit of locked memory will come: pins made before are to be counted for it. */
	public void willBeLimited() {
		limited = true;
	}

	/** Whether there is, was or will be a limit of locked memory. */
	boolean limited() {
		return limited;
	}

	/** How many frames may be pinned at a time where there are no more than {@code most} anyway. */
	long lockable(long most) {
		return Math.min(most, lockedLimit);
	}

	/** Whether one more frame would be beyond the limit of locked memory; one that is pinned already is not. */
	boolean beyondLimit(long frame) {
		return pins.pages() >= lockedLimit && pins.count(frame) == 0;
	}

	/** Whether it is to be asked for each page whether it can be pinned. */
	boolean refuses() {
		return refuses || pinFaults != null || limited;
	}

	/** The (positive) error number with which pinning the page fails, 0 if it does not. */
	int refusal(long iova) {
		int fault = pinFault();
		return fault != 0 ? fault : refuses ? refusal(refusals, iova) : 0;
	}

	private static int refusal(TreeMap<Long, Refusal> all, long page) {
		Map.Entry<Long, Refusal> r = all.floorEntry(page);
		return r != null && page < r.getValue().end ? r.getValue().error : 0;
	}

	/** Sets the storage key of a guest page: that of the frame behind it, as a host that runs guests keeps it. */
	public void setKey(long guestAddress, int key) {
		long frame = frame(guestAddress);
		if (frame != PageTable.UNMAPPED) {
			host.setKey(frame, key);
		}
	}

	/** The host frame (with the byte offset) behind a guest address, touching it; {@link PageTable#UNMAPPED} if there is none. */
	public long frame(long guestAddress) {
		long u = guest.translate(guestAddress);
		return u == PageTable.UNMAPPED ? u : user.translate(u);
	}

	/** The host frame that a page of the monitor has or will have at first touch; {@link PageTable#UNMAPPED} if none. */
	public long frameOf(long userPage) {
		long frame = userPages.target(userPage);
		return frame == PageTable.UNMAPPED ? frameFor(userPage & AddressSpace.PAGE_MASK) : frame;
	}

	/** Whether a guest page lies at the host page with the same address, see {@link #real}. */
	public boolean isReal(long page) {
		return real && guestStorage(page) && frameOf(memoryFor(page)) == page;
	}

	/** Whether the guest has storage there. */
	public boolean guestStorage(long address) {
		return everStorage(address) && !slots.unplugged(address);
	}

	/** Whether the guest has, or had before it was unplugged, storage there. */
	public boolean everStorage(long address) {
		return within(guestAreas, address) != PageTable.UNMAPPED;
	}

	/** Whether the guest has storage anywhere in the range. */
	boolean hasStorage(long start, long length) {
		for (long at = start; at < start + length;) {
			Map.Entry<Long, Stretch> e = guestAreas.floorEntry(at);
			if (e == null || at >= e.getKey() + e.getValue().length) {
				e = guestAreas.higherEntry(at);
			}
			if (e == null || e.getKey() >= start + length) {
				return false;
			}
			at = Math.max(at, e.getKey());
			if (!slots.unplugged(at)) {
				return true;
			}
			at = Math.min(slots.end(at), e.getKey() + e.getValue().length);
		}
		return false;
	}

	/** Adds storage wherever in the range there never was any. */
	void fillStorage(long start, long length) {
		for (long at = start; at < start + length;) {
			Map.Entry<Long, Stretch> e = guestAreas.floorEntry(at);
			if (e != null && at < e.getKey() + e.getValue().length) {
				at = e.getKey() + e.getValue().length;
				continue;
			}
			Long next = guestAreas.higherKey(at);
			long end = next == null ? start + length : Math.min(next, start + length);
			storage(at, end - at);
			at = end;
		}
	}

	/** Whether guest storage lies at its own addresses in host storage. */
	boolean isLaidOutReal() {
		return real;
	}

	public MappedSpace guest() {
		return guest;
	}

	public MappedSpace user() {
		return user;
	}

	public Storage host() {
		return host;
	}

	/** Guest pages to monitor pages, as far as they were touched. */
	public PageTable guestPages() {
		return guestPages;
	}

	/** Monitor pages to host frames, as far as they were touched. */
	public PageTable userPages() {
		return userPages;
	}

	/** Counts of pinned host frames; the owner given to a journal is the IOVA, or the monitor's address. */
	public PinTable pins() {
		return pins;
	}

	public DmaMap dmaMap() {
		return dmaMap;
	}

	/** Guest pages to host frames as an IOMMU has them for assigned devices; empty on other paths. */
	public PageTable iommuPages() {
		return iommu.table();
	}

	/** Those of them that a device may not store into. */
	public PageTable iommuReadOnly() {
		return iommu.readOnly();
	}

	/** The table of an IOMMU, for assigned devices. */
	public IommuDomain iommu() {
		return iommu;
	}

	public KernelMemory kernel() {
		return kernel;
	}

	private long userOf(long guestAddress) {
		return GUEST_BASE + guestAddress;
	}

	private void area(long start, long length) {
		long from = start;
		long to = start + length;
		Map.Entry<Long, Long> e = areas.floorEntry(to);
		while (e != null && e.getValue() >= from) {
			from = Math.min(from, e.getKey());
			to = Math.max(to, e.getValue());
			areas.remove(e.getKey());
			e = areas.floorEntry(to);
		}
		areas.put(from, to);
	}

	private long frameFor(long page) {
		Map.Entry<Long, Long> e = areas.floorEntry(page);
		if (e == null || page >= e.getValue() || slots.unplugged(guestOf(page))) {
			return PageTable.UNMAPPED;
		}
		return real ? frames.choose(page, guestOf(page)) : frames.choose(page);
	}

	/** The guest page behind a page of the monitor, or {@link PageTable#UNMAPPED}. */
	long guestOf(long page) {
		long at = within(placedAt, page);
		if (at != PageTable.UNMAPPED) {
			return at;
		}
		return everStorage(page - GUEST_BASE) ? page - GUEST_BASE : PageTable.UNMAPPED;
	}

	private long memoryFor(long page) {
		if (!guestStorage(page)) {
			return PageTable.UNMAPPED;
		}
		long at = within(placed, page);
		return at == PageTable.UNMAPPED ? within(guestAreas, page) : at;
	}

	private static long within(TreeMap<Long, Stretch> stretches, long page) {
		Map.Entry<Long, Stretch> e = stretches.floorEntry(page);
		return e != null && page < e.getKey() + e.getValue().length ? e.getValue().user + (page - e.getKey())
				: PageTable.UNMAPPED;
	}
}
