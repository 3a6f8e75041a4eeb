// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import org.ccwbench.storage.AddressSpace;
import org.ccwbench.storage.AddressingException;
import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.PageTable;

/**
 * A mapped space as a view may read it: a page that nobody has touched reads as zeros if it exists, and stays
 * untouched. Storing is refused.
 */
final class PeekSpace implements AddressSpace {
	private final String name;
	private final PageTable table;
	private final AddressSpace under;
	private final LongPredicate exists;
	private final LongUnaryOperator otherwise;

	/**
	 * @param exists    whether an address that leads nowhere yet is there all the same, and zero
	 * @param otherwise where a page lies that the table lacks, or {@link PageTable#UNMAPPED}
	 */
	PeekSpace(String name, PageTable table, AddressSpace under, LongPredicate exists, LongUnaryOperator otherwise) {
		this.name = name;
		this.table = table;
		this.under = under;
		this.exists = exists;
		this.otherwise = otherwise;
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public boolean contains(long address, long length) {
		if (address < 0 || length < 0 || address + length < 0) {
			return false;
		}
		for (long a = address; a < address + length; a = (a & PAGE_MASK) + PAGE_SIZE) {
			if (!backed(target(a)) && !exists.test(a)) {
				return false;
			}
		}
		return true;
	}

	@Override
	public void load(long address, byte[] into, int offset, int length) {
		if (!contains(address, length)) {
			long a = address;
			while (contains(a, 1)) {
				a = (a & PAGE_MASK) + PAGE_SIZE;
			}
			throw new AddressingException(this, a);
		}
		for (int done = 0; done < length;) {
			long a = address + done;
			int in = (int) a & PAGE_SIZE - 1;
			int n = Math.min(length - done, PAGE_SIZE - in);
			long t = target(a);
			if (!backed(t)) {
				java.util.Arrays.fill(into, offset + done, offset + done + n, (byte) 0);
			} else {
				under.load(t + in, into, offset + done, n);
			}
			done += n;
		}
	}

	/** The address in the space below that an address is mapped to; -1 if it is not. */
	long under(long address) {
		long t = target(address);
		return t == PageTable.UNMAPPED ? -1 : t + (address & PAGE_SIZE - 1);
	}

	private long target(long address) {
		long t = table.target(address);
		return t == PageTable.UNMAPPED ? otherwise.applyAsLong(address & PAGE_MASK) : t;
	}

	private boolean backed(long target) {
		return target != PageTable.UNMAPPED && under.contains(target, 1);
	}

	@Override
	public long load64(long address) {
		return Bytes.get64(bytes(address, 8), 0);
	}

	@Override
	public long load32(long address) {
		return Bytes.get32(bytes(address, 4), 0) & 0xFFFF_FFFFL;
	}

	@Override
	public int load8(long address) {
		return bytes(address, 1)[0] & 0xFF;
	}

	@Override
	public void store(long address, byte[] from, int offset, int length) {
		throw readOnly();
	}

	@Override
	public void store64(long address, long value) {
		throw readOnly();
	}

	@Override
	public void store32(long address, long value) {
		throw readOnly();
	}

	@Override
	public void store8(long address, int value) {
		throw readOnly();
	}

	private static IllegalStateException readOnly() {
		return new IllegalStateException("the past is not changed by looking at it");
	}
}
