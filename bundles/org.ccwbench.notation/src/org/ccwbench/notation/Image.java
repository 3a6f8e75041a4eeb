// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;

/**
 * What a text puts into a machine: storage, devices, DMA map, start functions and expected results.
 *
 * @param segments bytes by address, without overlap; where a text overwrites itself, the last one counts
 * @param sources which statement put which byte where
 * @param labels addresses of labels, in upper case
 * @param names labels by address, the first of those with the same
 * @param equates values of EQU names, in upper case
 * @param devices in the order of the text; one 3390 at 0120 without an image if the text has none
 * @param storage ranges of guest storage; 16M from 0 if the text has none
 * @param keys storage keys to set, in order
 * @param dma steps of the DMA map in order; empty if all storage is to be mapped
 * @param starts start functions in order
 * @param faults what goes wrong, in order
 * @param problems everything that is wrong with the text, in its order, those of its form included
 * @param text the printed document that lines and offsets refer to
 */
public record Image(List<Segment> segments, SourceMap sources, SortedMap<String, Long> labels,
		NavigableMap<Long, String> names, SortedMap<String, Long> equates, List<DeviceSpec> devices,
		List<StorageRange> storage, List<KeySpec> keys, List<DmaStep> dma, List<Start> starts, List<FaultSpec> faults,
		List<Problem> problems, String text) {
	/** Whether no problem is an error. */
	public boolean ok() {
		return problems.stream().noneMatch(p -> p.severity() == Severity.ERROR);
	}

	/** What the storage begins with from {@code at} on: {@code length} bytes; those that no segment holds are zeros. */
	public byte[] bytes(long at, int length) {
		byte[] found = new byte[length];
		for (int i = firstBehind(at); i < segments.size() && segments.get(i).address() < at + length; i++) {
			Segment s = segments.get(i);
			long from = Math.max(at, s.address());
			System.arraycopy(s.bytes(), (int) (from - s.address()), found, (int) (from - at), (int) (Math.min(at + length, s.end()) - from));
		}
		return found;
	}

	/** Number of the first segment that ends behind an address. */
	private int firstBehind(long at) {
		int low = 0;
		int high = segments.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (segments.get(middle).end() <= at) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low;
	}

	/** The label whose address is nearest at or below {@code address} in the same piece, as LABEL or LABEL+n; else hex. */
	public String name(long address) {
		Map.Entry<Long, String> best = names.floorEntry(address);
		if (best == null || best.getKey() < 0 || address - best.getKey() >= 4096) {
			return String.format("%08X", address);
		}
		return best.getKey() == address ? best.getValue() : best.getValue() + "+" + (address - best.getKey());
	}
}
