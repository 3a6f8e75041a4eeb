// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects what the statements put into storage. */
final class ImageBuilder {
	private record Write(long address, byte[] bytes) {}

	private final Problems problems;
	private final SourceMap sources = new SourceMap();
	private final List<Write> writes = new ArrayList<>();
	private long bytes;
	private int pieces;

	ImageBuilder(Problems problems) {
		this.problems = problems;
	}

	SourceMap sources() {
		return sources;
	}

	/** Whether so many more bytes may be stored. */
	boolean hasRoomFor(long more) {
		return more <= Limits.BYTES - bytes;
	}

	/** Stores bytes that operand-field indexes {@code from} to {@code to} of {@code line} stand for. */
	void store(Line line, int part, int from, int to, long address, byte[] b) {
		bytes += b.length;
		SourceMap.Piece hit = piece(line, part, from, to, address, b.length, true);
		if (b.length > 0 && pieces <= Limits.PIECES) {
			writes.add(new Write(address, b));
		}
		if (hit != null) {
			Card card = line.card();
			problems.warning(card.offset(from), card.length(from, to),
					String.format("puts bytes at X'%X' over those of line %d", Math.max(address, hit.address()), hit.line()), "");
		}
	}

	/** Notes room without bytes. */
	void reserve(Line line, int part, int from, int to, long address, long length) {
		piece(line, part, from, to, address, length, false);
	}

	/** The bytes without overlap, neighbours joined. */
	List<Segment> segments() {
		TreeMap<Long, byte[]> areas = new TreeMap<>();
		long begin = 0;
		long end = -1;
		for (SourceMap.Piece p : sources.pieces()) {
			if (p.stored()) {
				if (p.address() != end) {
					open(areas, begin, end);
					begin = p.address();
				}
				end = p.end();
			}
		}
		open(areas, begin, end);
		for (Write w : writes) {
			Map.Entry<Long, byte[]> area = areas.floorEntry(w.address);
			System.arraycopy(w.bytes, 0, area.getValue(), (int) (w.address - area.getKey()), w.bytes.length);
		}
		return areas.entrySet().stream().map(e -> new Segment(e.getKey(), e.getValue())).toList();
	}

	private static void open(TreeMap<Long, byte[]> areas, long begin, long end) {
		if (end > begin) {
			areas.put(begin, new byte[(int) (end - begin)]);
		}
	}

	private SourceMap.Piece piece(Line line, int part, int from, int to, long address, long length, boolean stored) {
		Card card = line.card();
		if (++pieces > Limits.PIECES) {
			problems.error(card.begin, 1, "the text makes more than " + Limits.PIECES + " pieces of storage", "");
			return null;
		}
		int offset = card.offset(from);
		return sources.add(new SourceMap.Piece(address, length, line.statement(), part, stored, problems.line(offset),
				offset, card.length(from, to)));
	}
}
