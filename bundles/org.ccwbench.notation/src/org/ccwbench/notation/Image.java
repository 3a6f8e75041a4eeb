// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a text puts into a machine: storage, devices, DMA map, start functions and expected results.
 *
 * @param segments bytes by address, without overlap; where a text overwrites itself, the last one counts
 * @param sources which statement put which byte where
 * @param labels addresses of labels, in upper case
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
		SortedMap<String, Long> equates, List<DeviceSpec> devices,
		List<StorageRange> storage, List<KeySpec> keys, List<DmaStep> dma, List<Start> starts, List<FaultSpec> faults,
		List<Problem> problems, String text) {
	/** Whether no problem is an error. */
	public boolean ok() {
		return problems.stream().noneMatch(p -> p.severity() == Severity.ERROR);
	}

	/** The label whose address is nearest at or below {@code address} in the same piece, as LABEL or LABEL+n; else hex. */
	public String name(long address) {
		String best = null;
		long at = -1;
		for (Map.Entry<String, Long> e : labels.entrySet()) {
			long v = e.getValue();
			if (v <= address && v > at) {
				best = e.getKey();
				at = v;
			}
		}
		boolean near = best != null && address - at < 4096;
		return near ? at == address ? best : best + "+" + (address - at) : String.format("%08X", address);
	}
}
