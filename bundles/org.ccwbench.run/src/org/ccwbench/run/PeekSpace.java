// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.function.LongPredicate;
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

	/** @param exists answers for a page that the table lacks */
	PeekSpace(String name, PageTable table, AddressSpace under, LongPredicate exists) {
		this.name = name;
		this.table = table;
		this.under = under;
		this.exists = exists;
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
			long t = table.target(a);
			if (t == PageTable.UNMAPPED ? !exists.test(a) : !under.contains(t, 1) && !exists.test(a)) {
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
			long t = table.target(a);
			if (t == PageTable.UNMAPPED || !under.contains(t, 1)) {
				java.util.Arrays.fill(into, offset + done, offset + done + n, (byte) 0);
			} else {
				under.load(t + in, into, offset + done, n);
			}
			done += n;
		}
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
