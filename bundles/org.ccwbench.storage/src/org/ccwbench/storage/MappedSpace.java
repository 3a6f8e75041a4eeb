// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.storage;

/**
 * A space whose pages are pages of another: the guest's absolute storage as pages of its monitor's virtual
 * memory, the monitor's as pages of host storage. A page that the table lacks is asked of {@code fault}, as an
 * operating system does at first touch.
 */
public final class MappedSpace implements AddressSpace {
	/** Answers for a page that has no entry: where it is now, or {@link PageTable#UNMAPPED}. */
	public interface Fault {
		long resolve(long page);
	}

	private final String name;
	private final PageTable table;
	private final AddressSpace under;
	private final Fault fault;

	/**
	 * @param fault may be null: what is not in the table is not there. It answers without changing the table;
	 *              an answer is entered into it when the page is read or written.
	 */
	public MappedSpace(String name, PageTable table, AddressSpace under, Fault fault) {
		this.name = name;
		this.table = table;
		this.under = under;
		this.fault = fault;
	}

	@Override
	public String name() {
		return name;
	}

	public PageTable table() {
		return table;
	}

	public AddressSpace under() {
		return under;
	}

	/** The address in the space below, or {@link PageTable#UNMAPPED}; maps the page at first touch. */
	public long translate(long address) {
		long t = table.target(address);
		if (t == PageTable.UNMAPPED) {
			t = fault(address);
			if (t == PageTable.UNMAPPED) {
				return t;
			}
			table.map(address, t);
		}
		return t & PAGE_MASK | address & PAGE_SIZE - 1;
	}

	private long fault(long address) {
		return address < 0 || fault == null ? PageTable.UNMAPPED : fault.resolve(address & PAGE_MASK);
	}

	@Override
	public boolean contains(long address, long length) {
		if (address < 0 || length < 0 || address + length < 0) {
			return false;
		}
		for (long a = address; a < address + length; a = (a & PAGE_MASK) + PAGE_SIZE) {
			// Asking whether a page is there is no touch: nothing is entered into the table.
			long t = table.target(a);
			t = t == PageTable.UNMAPPED ? fault(a) : t;
			if (t == PageTable.UNMAPPED || !under.contains(t, 1)) {
				return false;
			}
		}
		return true;
	}

	@Override
	public void load(long address, byte[] into, int offset, int length) {
		check(address, length);
		for (int done = 0; done < length;) {
			long a = address + done;
			int n = Math.min(length - done, PAGE_SIZE - ((int) a & PAGE_SIZE - 1));
			under.load(translate(a), into, offset + done, n);
			done += n;
		}
	}

	@Override
	public void store(long address, byte[] from, int offset, int length) {
		check(address, length);
		for (int done = 0; done < length;) {
			long a = address + done;
			int n = Math.min(length - done, PAGE_SIZE - ((int) a & PAGE_SIZE - 1));
			under.store(translate(a), from, offset + done, n);
			done += n;
		}
	}

	@Override
	public long load64(long address) {
		return crosses(address, 8) ? load32(address) << 32 | load32(address + 4) : under.load64(at(address));
	}

	@Override
	public long load32(long address) {
		if (crosses(address, 4)) {
			return Bytes.get32(bytes(address, 4), 0) & 0xFFFF_FFFFL;
		}
		return under.load32(at(address));
	}

	@Override
	public int load8(long address) {
		return under.load8(at(address));
	}

	@Override
	public void store64(long address, long value) {
		if (crosses(address, 8)) {
			byte[] b = new byte[8];
			Bytes.put64(b, 0, value);
			store(address, b, 0, 8);
			return;
		}
		under.store64(at(address), value);
	}

	@Override
	public void store32(long address, long value) {
		if (crosses(address, 4)) {
			byte[] b = new byte[4];
			Bytes.put32(b, 0, (int) value);
			store(address, b, 0, 4);
			return;
		}
		under.store32(at(address), value);
	}

	@Override
	public void store8(long address, int value) {
		under.store8(at(address), value);
	}

	private static boolean crosses(long address, int length) {
		return ((int) address & PAGE_SIZE - 1) > PAGE_SIZE - length;
	}

	private long at(long address) {
		long t = translate(address);
		if (t == PageTable.UNMAPPED) {
			throw new AddressingException(this, address);
		}
		return t;
	}

	private void check(long address, int length) {
		if (address + length < address) {
			throw new AddressingException(this, address);
		}
		for (long a = address; a < address + length; a = (a & PAGE_MASK) + PAGE_SIZE) {
			at(a);
		}
	}
}
