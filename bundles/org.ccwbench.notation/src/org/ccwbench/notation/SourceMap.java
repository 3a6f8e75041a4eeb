// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.ccwbench.model.Statement;

/** Which statement put which byte where. Where bytes were overwritten, the last one counts. */
public final class SourceMap {
	/**
	 * One piece of storage and where it comes from.
	 *
	 * @param address first byte
	 * @param length bytes
	 * @param statement that put it there
	 * @param part number of the operand, list word or constant within the statement, from 0
	 * @param stored false for room that DS left
	 * @param line of the text in the printed document, from 1
	 * @param offset of the text that made it, in the printed document
	 * @param textLength of that text
	 */
	public record Piece(long address, long length, Statement statement, int part, boolean stored, int line, int offset,
			int textLength) {
		/** Address after the last byte. */
		public long end() {
			return address + length;
		}

		private Piece cut(long from, long to) {
			return new Piece(from, to - from, statement, part, stored, line, offset, textLength);
		}
	}

	private final NavigableMap<Long, Piece> stored = new TreeMap<>();
	private final NavigableMap<Long, Piece> room = new TreeMap<>();
	private final Map<Statement, List<Piece>> byStatement = new IdentityHashMap<>();

	SourceMap() {}

	/** What lies at an address: what was stored there, else the room that was left there. */
	public Optional<Piece> at(long address) {
		Piece p = find(stored, address);
		return Optional.ofNullable(p != null ? p : find(room, address));
	}

	/** Everything that the statement put into storage or left room for, overwritten or not, in order. */
	public List<Piece> of(Statement statement) {
		return List.copyOf(byStatement.getOrDefault(statement, List.of()));
	}

	/** All pieces that can be seen, by address; stored bytes first where both lie. */
	public List<Piece> pieces() {
		List<Piece> all = new ArrayList<>(stored.values());
		all.addAll(room.values());
		all.sort(Comparator.comparingLong(Piece::address));
		return all;
	}

	/** Enters a piece; gives back one that it overwrites, or null. */
	Piece add(Piece p) {
		byStatement.computeIfAbsent(p.statement(), s -> new ArrayList<>(1)).add(p);
		return p.length() == 0 ? null : put(p.stored() ? stored : room, p);
	}

	private static Piece find(NavigableMap<Long, Piece> map, long address) {
		Map.Entry<Long, Piece> e = map.floorEntry(address);
		return e != null && address < e.getValue().end() ? e.getValue() : null;
	}

	private static Piece put(NavigableMap<Long, Piece> map, Piece p) {
		Piece hit = null;
		Map.Entry<Long, Piece> before = map.lowerEntry(p.address());
		if (before != null && before.getValue().end() > p.address()) {
			hit = before.getValue();
			map.put(hit.address(), hit.cut(hit.address(), p.address()));
			if (hit.end() > p.end()) {
				map.put(p.end(), hit.cut(p.end(), hit.end()));
			}
		}
		Map.Entry<Long, Piece> next = map.ceilingEntry(p.address());
		while (next != null && next.getKey() < p.end()) {
			Piece n = next.getValue();
			hit = n;
			map.remove(next.getKey());
			if (n.end() > p.end()) {
				map.put(p.end(), n.cut(p.end(), n.end()));
			}
			next = map.ceilingEntry(p.address());
		}
		map.put(p.address(), p);
		return hit;
	}
}
