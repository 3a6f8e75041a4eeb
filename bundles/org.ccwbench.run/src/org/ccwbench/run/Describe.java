// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import org.ccwbench.channel.IoInstruction;

/** One line for people about an event. */
final class Describe {
	private static final IoInstruction[] INSTRUCTIONS = IoInstruction.values();

	private Describe() {}

	static String event(Recording r, Event e) {
		return switch (e.kind) {
			case STORE -> String.format("%s: %d bytes stored at %X", r.spaces().get(e.space).name(), e.length, e.address);
			case KEY -> String.format("%s: key of page %X from %02X to %02X", r.spaces().get(e.space).name(), e.address, e.value, e.other);
			case MAP -> String.format("%s: page %X to %s", r.tables().get(e.space).name(), e.address, address(e.other));
			case PIN -> String.format("%s: page %X pinned %s", r.pinTables().get(e.space).name(), e.address,
					e.value > 0 ? "once more" : "once less");
			case STAGE -> "stage " + e.detail + " entered";
			case LOOKUP -> String.format("%X looked up for %s: user %s, host %s", e.address, address(e.cause), address(e.value), address(e.other));
			case PINNED -> e.other < 0 ? String.format("page %X could not be pinned, for %s", e.address, address(e.cause))
					: String.format("page %X pinned at host %X for %s", e.address, e.other, address(e.cause));
			case UNPINNED -> String.format("page %X unpinned from host %s", e.address, address(e.other));
			case DMA_MAP -> String.format("DMA map: %X, %X bytes, to user %s, %s", e.address, e.other, address(e.value),
					e.detail == 1 ? "read and write" : "read only");
			case DMA_UNMAP -> String.format("DMA unmap: %X, %X bytes", e.address, e.other);
			case TRANSLATED -> String.format("CCW %X: %s form %016X at %X", e.address, e.detail == EventKind.USER ? "user" : "host", e.other, e.value);
			case CALL -> String.format("%s, %d bytes, returns %d", r.text(e.detail), e.length, e.value);
			case COPIED -> String.format("%d bytes copied: %s", e.length, r.text(e.detail));
			case MESSAGE -> r.text(e.detail);
			case CCW -> String.format("CCW %016X fetched from %X (format %d)", e.value, e.address, e.detail);
			case INDIRECT -> String.format("%s fetched from %X: data at %X", e.length == 16 ? "MIDAW" : "IDAW", e.address, e.value);
			case DATA -> String.format(e.detail == 1 ? "%d bytes from the device to %X" : "%d bytes to the device from %2$X", e.length, e.address);
			case COMMAND -> String.format("command %02X given to the device", e.detail);
			case ENDED -> String.format("command %02X ended: unit status %02X, channel status %02X, residual count %d", e.detail, e.value, e.other, e.length);
			case STATUS -> String.format("status pending, status control %02X", e.value);
			case INSTRUCTION -> String.format("%s ended with condition code %d", INSTRUCTIONS[e.detail], e.value);
			case RESULT -> String.format("the guest's IRB is stored at %X", e.address);
		};
	}

	private static String address(long a) {
		return a == -1 ? "nowhere" : Long.toHexString(a).toUpperCase();
	}
}
