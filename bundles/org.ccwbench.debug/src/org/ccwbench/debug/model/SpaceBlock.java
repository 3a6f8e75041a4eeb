// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.model;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

import org.ccwbench.run.SpaceView;
import org.ccwbench.storage.AddressSpace;
import org.ccwbench.ui.ActiveRun;
import org.ccwbench.ui.UiPlugin;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IMemoryBlockExtension;
import org.eclipse.debug.core.model.IMemoryBlockRetrieval;
import org.eclipse.debug.core.model.MemoryByte;

/** One address space at the position, to look at; it knows which of its bytes the last change of position changed. */
public final class SpaceBlock extends Element implements IMemoryBlockExtension {
	private static final int PAGE = AddressSpace.PAGE_SIZE;
	/** Pages whose bytes are kept to compare with. */
	private static final int KEPT = 256;
	private final RunTarget target;
	private final String id;
	private final String title;
	private volatile long base;
	private Map<Long, byte[]> before = new HashMap<>();
	private Map<Long, byte[]> now = new HashMap<>();

	SpaceBlock(RunTarget target, String id, String title, long base) {
		super(target);
		this.target = target;
		this.id = id;
		this.title = title;
		this.base = base;
	}

	/** The position is another: what was read so far is what it was before. UI thread only, as all that reads. */
	void moved() {
		before = now;
		now = new HashMap<>();
	}

	@Override
	public MemoryByte[] getBytesFromAddress(BigInteger address, long units) {
		return OnUi.ask(() -> read(address.longValue(), (int) Math.min(units, 1 << 20)), new MemoryByte[0]);
	}

	private MemoryByte[] read(long from, int length) {
		ActiveRun run = UiPlugin.activeRun();
		SpaceView view = run.history() == null || !target.isReady() ? null
				: run.history().spaces().stream().filter(s -> s.id().equals(id)).findFirst().orElse(null);
		MemoryByte[] bytes = new MemoryByte[length];
		for (int i = 0; i < length;) {
			long page = from + i & AddressSpace.PAGE_MASK;
			byte[] old = before.get(page);
			byte[] found = page(view, page);
			for (; i < length && (from + i & AddressSpace.PAGE_MASK) == page; i++) {
				int in = (int) (from + i - page);
				byte flags = MemoryByte.ENDIANESS_KNOWN | MemoryByte.BIG_ENDIAN;
				if (found != null) {
					flags |= MemoryByte.READABLE;
				}
				if (found != null && old != null) {
					flags |= MemoryByte.HISTORY_KNOWN;
					flags |= old[in] == found[in] ? 0 : MemoryByte.CHANGED;
				}
				bytes[i] = new MemoryByte(found == null ? 0 : found[in], flags);
			}
		}
		return bytes;
	}

	private byte[] page(SpaceView view, long page) {
		if (view == null || page < 0) {
			return null;
		}
		byte[] known = now.get(page);
		if (known == null && view.space().contains(page, PAGE)) {
			known = view.space().bytes(page, PAGE);
			if (now.size() < KEPT) {
				now.put(page, known);
			}
		}
		return known;
	}

	@Override
	public MemoryByte[] getBytesFromOffset(BigInteger offset, long units) {
		return getBytesFromAddress(getBigBaseAddress().add(offset), units);
	}

	@Override
	public byte[] getBytes() {
		MemoryByte[] read = getBytesFromAddress(getBigBaseAddress(), getLength());
		byte[] bytes = new byte[read.length];
		for (int i = 0; i < read.length; i++) {
			bytes[i] = read[i].getValue();
		}
		return bytes;
	}

	@Override
	public String getExpression() {
		return title + " (" + id + ")";
	}

	@Override
	public BigInteger getBigBaseAddress() {
		return BigInteger.valueOf(base);
	}

	@Override
	public BigInteger getMemoryBlockStartAddress() {
		return BigInteger.ZERO;
	}

	@Override
	public BigInteger getMemoryBlockEndAddress() {
		return BigInteger.valueOf(getAddressSize() == 4 ? Integer.MAX_VALUE : Long.MAX_VALUE);
	}

	@Override
	public BigInteger getBigLength() {
		return getMemoryBlockEndAddress();
	}

	/** Guests of channel programs have 31 bits; what the monitor and the host have does not fit into four bytes. */
	@Override
	public int getAddressSize() {
		return id.equals("user") || id.equals("host") ? 8 : 4;
	}

	@Override
	public boolean supportBaseAddressModification() {
		return true;
	}

	@Override
	public void setBaseAddress(BigInteger address) {
		base = address.longValue();
	}

	@Override
	public boolean supportsChangeManagement() {
		return true;
	}

	@Override
	public boolean supportsValueModification() {
		return false;
	}

	@Override
	public void setValue(BigInteger offset, byte[] bytes) throws DebugException {
		throw refused("what was recorded cannot be changed; change the text and run it again");
	}

	@Override
	public void setValue(long offset, byte[] bytes) throws DebugException {
		setValue(BigInteger.valueOf(offset), bytes);
	}

	@Override
	public void connect(Object client) {}

	@Override
	public void disconnect(Object client) {}

	@Override
	public Object[] getConnections() {
		return new Object[0];
	}

	@Override
	public void dispose() {
		target.forget(this);
	}

	@Override
	public IMemoryBlockRetrieval getMemoryBlockRetrieval() {
		return target;
	}

	@Override
	public int getAddressableSize() {
		return 1;
	}

	@Override
	public long getStartAddress() {
		return base;
	}

	@Override
	public long getLength() {
		return PAGE;
	}
}
