// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Absolute storage: configured extents of 4K pages with bytes and storage keys, sparse. A page that was never
 * stored into costs nothing and reads as its source says, or as zeros. Addresses are unsigned 63-bit.
 * <p>Keys are the 7 bits of the architecture: access control (4), fetch protection, reference, change.
 * Storage does not check them: the channel does, with the key of the ORB.
 */
public final class Storage implements KeyedSpace {
	private static final byte[] ZEROS = new byte[PAGE_SIZE];
	private static final int REGION_SHIFT = PAGE_SHIFT + Regions.SHIFT;

	/** Where the first content of a page comes from, such as a device image. */
	public interface PageSource {
		/** Fills {@code page} with the 4,096 bytes at {@code address}; false if they are all zero. */
		boolean fill(long address, byte[] page);
	}

	/** Start and length in bytes of a configured stretch; both multiples of 4,096. */
	public record Extent(long start, long length) {}

	private static final class Region {
		final byte[][] frames = new byte[Regions.PAGES][];
		byte[] keys;
	}

	private final String name;
	private final List<Extent> extents = new ArrayList<>();
	private final Regions<Region> regions = new Regions<>();
	private final PageSource source;
	private Journal journal = Journal.NONE;
	private long framesInUse;
	/** The extent that was hit last, end exclusive; empty at first. */
	private long low;
	private long high;
	/** The page that was used last, and its bytes. */
	private long recentPage = -1;
	private byte[] recent;

	/** Storage of {@code size} bytes from address 0 (rounded up to pages); zero, to configure extents later. */
	public Storage(String name, long size) {
		this(name, size, null);
	}

	/** Storage whose pages begin as {@code source} fills them; null for zeros. */
	public Storage(String name, long size, PageSource source) {
		this.name = name;
		this.source = source;
		if (size > 0) {
			configure(0, size);
		}
	}

	@Override
	public String name() {
		return name;
	}

	public void journal(Journal to) {
		journal = to;
	}

	/** Whether a journal is kept, which must be told of every store. */
	public boolean journaled() {
		return journal != Journal.NONE;
	}

	/**
	 * Adds a stretch, rounded outwards to pages.
	 *
	 * @throws IllegalArgumentException if it is empty, overlaps one that is there, or is no range of addresses
	 */
	public void configure(long start, long length) {
		long from = start & PAGE_MASK;
		long to = start + length + PAGE_SIZE - 1 & PAGE_MASK;
		if (from < 0 || length <= 0 || to <= from) {
			throw new IllegalArgumentException(String.format("no storage extent: %X, length %X", start, length));
		}
		for (Extent e : extents) {
			if (from < e.start + e.length && e.start < to) {
				throw new IllegalArgumentException(String.format("%s: %X-%X overlaps %X-%X", name, from, to - 1,
						e.start, e.start + e.length - 1));
			}
		}
		extents.add(new Extent(from, to - from));
		extents.sort((a, b) -> Long.compare(a.start, b.start));
	}

	/**
	 * Removes the stretch that starts at {@code start}: its bytes and keys are gone, and a stretch configured there
	 * again begins as new. No journal is told.
	 *
	 * @return false if no stretch starts there
	 */
	public boolean deconfigure(long start) {
		for (Extent e : extents) {
			if (e.start == start) {
				extents.remove(e);
				low = 0;
				high = 0;
				recentPage = -1;
				regions.forEach((number, r) -> drop(r, number << Regions.SHIFT, e));
				return true;
			}
		}
		return false;
	}

	private void drop(Region r, long firstPage, Extent e) {
		long from = Math.max(firstPage, e.start >>> PAGE_SHIFT);
		long to = Math.min(firstPage + Regions.PAGES, e.start + e.length >>> PAGE_SHIFT);
		for (long page = from; page < to; page++) {
			int i = (int) page & Regions.PAGES - 1;
			framesInUse -= r.frames[i] == null || r.frames[i] == ZEROS ? 0 : 1;
			r.frames[i] = null;
			if (r.keys != null) {
				r.keys[i] = 0;
			}
		}
	}

	/** The configured stretches, ascending; a copy. */
	public List<Extent> extents() {
		return List.copyOf(extents);
	}

	/** Pages that hold bytes of their own. */
	public long framesInUse() {
		return framesInUse;
	}

	@Override
	public boolean contains(long address, long length) {
		return address >= low && length >= 0 && address <= high - length || search(address, length);
	}

	private boolean search(long address, long length) {
		if (address < 0 || length < 0 || address + length < 0) {
			return false;
		}
		long from = address;
		long end = address + length;
		for (int i = 0; i < extents.size(); i++) {
			Extent e = extents.get(i);
			if (from >= e.start && from < e.start + e.length) {
				low = e.start;
				high = e.start + e.length;
				if (end <= high) {
					return true;
				}
				from = high;
			}
		}
		return length == 0;
	}

	@Override
	public void load(long address, byte[] into, int offset, int length) {
		check(address, length);
		long a = address;
		int o = offset;
		int left = length;
		while (left > 0) {
			int in = (int) a & PAGE_SIZE - 1;
			int n = Math.min(left, PAGE_SIZE - in);
			System.arraycopy(frame(a), in, into, o, n);
			a += n;
			o += n;
			left -= n;
		}
	}

	@Override
	public void store(long address, byte[] from, int offset, int length) {
		check(address, length);
		long a = address;
		int o = offset;
		int left = length;
		while (left > 0) {
			int in = (int) a & PAGE_SIZE - 1;
			int n = Math.min(left, PAGE_SIZE - in);
			byte[] f = own(a);
			journal.storing(this, a, f, in, n);
			System.arraycopy(from, o, f, in, n);
			a += n;
			o += n;
			left -= n;
		}
	}

	/**
	 * The 4,096 bytes of the page of {@code address}, to be read at once: the next store may put others in their place.
	 *
	 * @throws AddressingException if there is no such page
	 */
	public byte[] page(long address) {
		check(address, 1);
		return frame(address);
	}

	/**
	 * The same to be written to, for a loop that fills a page; null if a journal is kept, which must be told of every
	 * store.
	 *
	 * @throws AddressingException if there is no such page
	 */
	public byte[] pageToFill(long address) {
		if (journal != Journal.NONE) {
			return null;
		}
		check(address, 1);
		return own(address);
	}

	/** Exchanges bytes with {@code swap} and tells no journal: how a recording goes back and forth. */
	public void exchange(long address, byte[] swap, int offset, int length) {
		check(address, length);
		for (int done = 0; done < length;) {
			byte[] f = own(address + done);
			int in = (int) (address + done) & PAGE_SIZE - 1;
			int n = Math.min(length - done, PAGE_SIZE - in);
			for (int i = 0; i < n; i++) {
				byte b = f[in + i];
				f[in + i] = swap[offset + done + i];
				swap[offset + done + i] = b;
			}
			done += n;
		}
	}

	@Override
	public long load64(long address) {
		int in = (int) address & PAGE_SIZE - 1;
		check(address, 8);
		if (in > PAGE_SIZE - 8) {
			return load32(address) << 32 | load32(address + 4);
		}
		return Bytes.get64(frame(address), in);
	}

	@Override
	public long load32(long address) {
		int in = (int) address & PAGE_SIZE - 1;
		check(address, 4);
		if (in > PAGE_SIZE - 4) {
			return (long) load8(address) << 24 | (long) load8(address + 1) << 16 | (long) load8(address + 2) << 8
					| load8(address + 3);
		}
		return Bytes.get32(frame(address), in) & 0xFFFF_FFFFL;
	}

	@Override
	public int load8(long address) {
		check(address, 1);
		return frame(address)[(int) address & PAGE_SIZE - 1] & 0xFF;
	}

	@Override
	public void store64(long address, long value) {
		int in = (int) address & PAGE_SIZE - 1;
		if (in > PAGE_SIZE - 8) {
			check(address, 8);
			store32(address, value >>> 32);
			store32(address + 4, value);
			return;
		}
		check(address, 8);
		byte[] f = own(address);
		journal.storing(this, address, f, in, 8);
		Bytes.put64(f, in, value);
	}

	@Override
	public void store32(long address, long value) {
		check(address, 4);
		int in = (int) address & PAGE_SIZE - 1;
		if (in > PAGE_SIZE - 4) {
			for (int i = 0; i < 4; i++) {
				store8(address + i, (int) (value >>> 24 - 8 * i));
			}
			return;
		}
		byte[] f = own(address);
		journal.storing(this, address, f, in, 4);
		Bytes.put32(f, in, (int) value);
	}

	@Override
	public void store8(long address, int value) {
		check(address, 1);
		int in = (int) address & PAGE_SIZE - 1;
		byte[] f = own(address);
		journal.storing(this, address, f, in, 1);
		f[in] = (byte) value;
	}

	@Override
	public int key(long address) {
		check(address, 1);
		Region r = regions.get(address >>> REGION_SHIFT);
		return r == null || r.keys == null ? 0 : r.keys[index(address)];
	}

	public void setKey(long address, int key) {
		check(address, 1);
		journal.keying(this, address & PAGE_MASK, key(address), key);
		restoreKey(address, key);
	}

	@Override
	public void refer(long address, boolean changed) {
		int bits = changed ? 3 : 2;
		Region r = regions.get(address >>> REGION_SHIFT);
		int old = r == null || r.keys == null ? 0 : r.keys[index(address)];
		if ((old & bits) != bits) {
			setKey(address, old | bits);
		}
	}

	/** Sets a key and tells no journal. */
	public void restoreKey(long address, int key) {
		Region r = region(address);
		if (r.keys == null) {
			r.keys = new byte[Regions.PAGES];
		}
		r.keys[index(address)] = (byte) (key & 0x7F);
	}

	/** Calls {@code visit} with the address of every page that holds bytes of its own, unordered. */
	public void forEachFrame(LongConsumer visit) {
		regions.forEach((number, r) -> {
			long first = number << Regions.SHIFT;
			for (int i = 0; i < Regions.PAGES; i++) {
				if (r.frames[i] != null && r.frames[i] != ZEROS) {
					visit.accept(first + i << PAGE_SHIFT);
				}
			}
		});
	}

	private void check(long address, int length) {
		if (!contains(address, length)) {
			throw new AddressingException(this, firstMissing(address, length));
		}
	}

	private long firstMissing(long address, int length) {
		long a = address;
		while (a - address < length && contains(a, 1)) {
			a = (a & PAGE_MASK) + PAGE_SIZE;
		}
		return a;
	}

	private static int index(long address) {
		return (int) (address >>> PAGE_SHIFT) & Regions.PAGES - 1;
	}

	private Region region(long address) {
		Region r = regions.get(address >>> REGION_SHIFT);
		if (r == null) {
			r = new Region();
			regions.put(address >>> REGION_SHIFT, r);
		}
		return r;
	}

	private byte[] frame(long address) {
		return address >>> PAGE_SHIFT == recentPage ? recent : find(address);
	}

	private byte[] find(long address) {
		byte[] found = look(address);
		recentPage = address >>> PAGE_SHIFT;
		recent = found;
		return found;
	}

	private byte[] look(long address) {
		Region r = regions.get(address >>> REGION_SHIFT);
		byte[] f = r == null ? null : r.frames[index(address)];
		if (f != null) {
			return f;
		}
		if (source != null) {
			byte[] fresh = new byte[PAGE_SIZE];
			boolean content = source.fill(address & PAGE_MASK, fresh);
			// A page of zeros is remembered too, so that the source is asked once.
			region(address).frames[index(address)] = content ? fresh : ZEROS;
			framesInUse += content ? 1 : 0;
			return content ? fresh : ZEROS;
		}
		return ZEROS;
	}

	private byte[] own(long address) {
		byte[] f = frame(address);
		if (f == ZEROS) {
			f = new byte[PAGE_SIZE];
			region(address).frames[index(address)] = f;
			recentPage = address >>> PAGE_SHIFT;
			recent = f;
			framesInUse++;
		}
		return f;
	}
}
