// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import org.ccwbench.storage.KeyedSpace;
import org.ccwbench.storage.MappedSpace;
import org.ccwbench.storage.PageTable;
import org.ccwbench.storage.Storage;

/**
 * Host storage as a device sees it through an IOMMU's table of guest pages to frames: what is not in the table is
 * not there, and what the map lets devices only read is protected. Keys are those of the frames. Allocates nothing.
 */
final class IommuSpace implements KeyedSpace {
	private final PageTable table;
	private final PageTable readOnly;
	private final Storage host;
	private final MappedSpace pages;

	/** @param readOnly has an entry for each page of the table that a device may not store into */
	IommuSpace(PageTable table, PageTable readOnly, Storage host) {
		this.table = table;
		this.readOnly = readOnly;
		this.host = host;
		pages = new MappedSpace("guest absolute, by the IOMMU", table, host, null);
	}

	private long frame(long address) {
		return table.target(address) | address & PAGE_SIZE - 1;
	}

	/** Whether an access of a few bytes lies in one page that is there, as nearly all do. */
	private boolean near(long address, long length) {
		return (address & PAGE_SIZE - 1) + length <= PAGE_SIZE && table.target(address) != PageTable.UNMAPPED;
	}

	@Override
	public String name() {
		return pages.name();
	}

	@Override
	public boolean contains(long address, long length) {
		return length >= 0 && near(address, length) || pages.contains(address, length);
	}

	@Override
	public boolean permits(long address, boolean storing) {
		return !storing || readOnly.target(address) == PageTable.UNMAPPED;
	}

	@Override
	public int key(long address) {
		return host.key(frame(address));
	}

	@Override
	public void refer(long address, boolean changed) {
		host.refer(frame(address), changed);
	}

	@Override
	public void load(long address, byte[] into, int offset, int length) {
		pages.load(address, into, offset, length);
	}

	@Override
	public void store(long address, byte[] from, int offset, int length) {
		pages.store(address, from, offset, length);
	}

	@Override
	public long load64(long address) {
		return near(address, 8) ? host.load64(frame(address)) : pages.load64(address);
	}

	@Override
	public long load32(long address) {
		return near(address, 4) ? host.load32(frame(address)) : pages.load32(address);
	}

	@Override
	public int load8(long address) {
		return pages.load8(address);
	}

	@Override
	public void store64(long address, long value) {
		pages.store64(address, value);
	}

	@Override
	public void store32(long address, long value) {
		pages.store32(address, value);
	}

	@Override
	public void store8(long address, int value) {
		pages.store8(address, value);
	}
}
