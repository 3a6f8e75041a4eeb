// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import org.ccwbench.channel.IoInstruction;
import org.ccwbench.vfio.VfioListener;

/** One line for people about an event. */
final class Describe {
	private static final IoInstruction[] INSTRUCTIONS = IoInstruction.values();

	private static final VfioListener.SystemCall[] CALLS = VfioListener.SystemCall.values();
	private static final String[] SPACES = {"guest", "user", "host"};

	private Describe() {}

	static String event(Recording r, Event e) {
		return switch (e.kind) {
			case STORE -> String.format("%s: %d bytes stored at %X", r.spaces().get(e.space).name(), e.length, e.address);
			case KEY -> String.format("%s: key of page %X from %02X to %02X", r.spaces().get(e.space).name(), e.address, e.value, e.other);
			case MAP -> String.format("%s: page %X to %s", r.tables().get(e.space).name(), e.address, address(e.other));
			case PIN -> String.format("%s: page %X pinned %s", r.pinTables().get(e.space).name(), e.address,
					e.value > 0 ? "once more" : "once less");
			case START -> "start function " + (e.detail + 1) + " begins";
			case STAGE -> "stage " + e.detail + " begins";
			case STAGE_LEFT -> e.value == 0 ? "stage " + e.detail + " is over" : "stage " + e.detail + " ends with error " + -e.value;
			case LOOKUP -> way(e) + " looked up for " + address(e.cause);
			case PINNED -> way(e) + " pinned for " + address(e.cause);
			case UNPINNED -> way(e) + " unpinned";
			case PIN_REFUSED -> String.format("page %s cannot be pinned for %s, error %d",
					address(e.address == -1 ? e.value : e.address), address(e.cause), -e.other);
			case DMA_MAP -> String.format("DMA map: %X, %X bytes, to user %s", e.address, e.other, address(e.value));
			case DMA_UNMAP -> String.format("DMA unmap: %X, %X bytes", e.address, e.other);
			case TRANSLATED -> String.format("CCW %X is %016X in its new form, %s", e.address, e.cause,
					e.other == -1 ? "at user " + address(e.value) : "at host " + address(e.other));
			case CALL -> String.format("call %s, %d bytes in, %d out", CALLS[e.detail], e.value, e.other);
			case COPIED -> String.format("%d bytes copied from %s %X to %s %X", e.other, SPACES[e.detail >> 4], e.address,
					SPACES[e.detail & 15], e.value);
			case STARTED -> String.format("program at host %X started, condition code %d", e.address, e.other);
			case MESSAGE -> r.text(e.detail);
			case CCW -> String.format("CCW %016X fetched from %X (format %d)", e.value, e.address, e.detail);
			case INDIRECT -> String.format("%s fetched from %X: data at %X", e.length == 16 ? "MIDAW" : "IDAW", e.address, e.value);
			case DATA -> String.format(e.detail == 1 ? "%d bytes from the device to %X" : "%d bytes to the device from %2$X", e.length, e.address);
			case COMMAND -> String.format("command %02X given to the device", e.detail);
			case ENDED -> String.format("command %02X ended: unit status %02X, channel status %02X, residual count %d", e.detail, e.value, e.other, e.length);
			case STATUS -> String.format("status pending, status control %02X", e.value);
			case INSTRUCTION -> String.format("%s ended with condition code %d", INSTRUCTIONS[e.detail], e.value);
			case REPORT -> String.format("channel-report word %08X for the guest", e.value);
			case RESULT -> String.format("the guest's IRB is stored at %X", e.address);
		};
	}

	/** The parts of guest → user → host that are known. */
	private static String way(Event e) {
		StringBuilder b = new StringBuilder();
		part(b, "guest ", e.address);
		part(b, "user ", e.value);
		part(b, "host ", e.other);
		return b.isEmpty() ? "an address that is nowhere" : b.toString();
	}

	private static void part(StringBuilder b, String space, long address) {
		if (address != -1) {
			b.append(b.isEmpty() ? "" : " → ").append(space).append(address(address));
		}
	}

	private static String address(long a) {
		return a == -1 ? "nowhere" : Long.toHexString(a).toUpperCase();
	}
}
