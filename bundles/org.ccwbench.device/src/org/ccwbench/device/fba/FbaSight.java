// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.fba;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.ccwbench.device.DeviceSight;
import org.ccwbench.device.DeviceSight.Fact;
import org.ccwbench.device.DeviceSight.Kind;
import org.ccwbench.device.DeviceSight.Passed;
import org.ccwbench.device.DeviceSight.Piece;
import org.ccwbench.device.Medium;

/** The blocks around the one that comes next, as people see them. */
final class FbaSight {
	private static final int AROUND = 32;

	private FbaSight() {}

	static DeviceSight of(Medium medium, long blocks, ByteBuffer from, List<Fact> facts) {
		boolean extent = from.get() != 0;
		int mask = from.get() & 0xFF;
		long start = from.getLong();
		long first = from.getLong();
		long last = from.getLong();
		from.get();
		int count = from.getInt();
		long next = from.getLong() / FbaModel.BLOCK;
		facts.add(new Fact("Disk", String.format("%,d blocks of %d bytes, %s", blocks, FbaModel.BLOCK, medium.name())));
		facts.add(new Fact("Position", next == 0 ? "at the first block" : String.format("behind block %,d", next - 1)));
		facts.add(new Fact("Extent", !extent ? "none: DEFINE EXTENT has to come first" : String.format("%,d blocks from block %,d on; the program calls them %,d to %,d",
				last - first + 1, start, first, last)));
		if (extent) {
			facts.add(new Fact("File mask", String.format("%02X: %s", mask, (mask & 0xC0) == 0x40 ? "no writing" : (mask & 0xC0) == 0 ? "no formatting" : "all writing")));
		}
		if (count > 0) {
			facts.add(new Fact("LOCATE", String.format("%,d block%s to come", count, count == 1 ? "" : "s")));
		}
		List<Piece> pieces = new ArrayList<>();
		long low = Math.max(0, next - AROUND);
		long high = Math.min(blocks, next + AROUND);
		pieces.add(end(low == 0 ? Kind.BEGINNING : Kind.MORE, low == 0 ? "|" : "…", low == 0 ? "beginning of the disk" : "blocks before these"));
		int under = 0;
		for (long b = low; b < high; b++) {
			under = b < next ? pieces.size() : under;
			long block = b;
			boolean open = extent && b >= start && b <= start + last - first;
			String place = open ? String.format("block %,d of the extent", b - start + first) : extent ? "outside of the extent" : "";
			pieces.add(new Piece(Kind.DATA, Long.toString(b), place, 0, FbaModel.BLOCK, open || !extent, () -> medium.bytes(block * FbaModel.BLOCK, FbaModel.BLOCK)));
		}
		pieces.add(end(high == blocks ? Kind.END : Kind.MORE, high == blocks ? "end" : "…", high == blocks ? "end of the disk" : "blocks behind these"));
		return new DeviceSight.Strip(facts, "Block", List.copyOf(pieces), under, Passed.ALL);
	}

	private static Piece end(Kind kind, String name, String place) {
		return new Piece(kind, name, place, 0, 0, true, () -> new byte[0]);
	}
}
