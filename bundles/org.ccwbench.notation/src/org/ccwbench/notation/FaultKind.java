// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The table of what a FAULT statement can let go wrong: names, keywords and what it is. */
public enum FaultKind {
	NOTREADY("the device is not ready: unit check, intervention required", true, "CMD", "NTH", "TIMES"),
	UNITCHECK("a command ends with unit check and these sense bytes", false, "SENSE", "UNIT", "CMD", "NTH", "TIMES"),
	EQUIPMENT("a command ends with unit check, equipment check", false, "CMD", "NTH", "TIMES"),
	DATACHECK("what is read cannot be read: unit check, data check", false, "RECORD", "CMD", "NTH", "TIMES"),
	BUSY("the device is busy when a program starts", false, "UNIT", "MICROS", "NTH", "TIMES"),
	SLOW("commands take so much longer", true, "MICROS", "CMD", "NTH", "TIMES"),
	NOCE("device end comes without channel end", false, "CMD", "NTH", "TIMES"),
	NOSTATUS("the device never presents ending status", false, "CMD", "NTH", "TIMES"),
	NOPATH("no channel path leads to the device", true, "LPM"),
	PATHLOST("a channel path is lost before a command", true, "LPM", "CMD", "NTH"),
	CDC("channel-data check", false, "CMD", "NTH", "TIMES"),
	CCC("channel-control check", false, "CMD", "NTH", "TIMES"),
	IFCC("interface-control check", false, "CMD", "NTH", "TIMES"),
	CHAIN("chaining check", false, "CMD", "NTH", "TIMES"),
	GONE("the device is taken away, before a command or at a stage", true, "AT", "CMD", "NTH"),
	CC("an I/O instruction ends with this condition code and is not executed", false, "OF", "CC", "NTH", "TIMES"),
	NOINT("an interruption is lost", false, "NTH", "TIMES"),
	LATEINT("an interruption comes late", false, "MICROS", "NTH", "TIMES"),
	UNMAP("a mapping is taken away, before a command or at a stage", true, "AREA", "AT", "CMD", "NTH"),
	UNPLUG("a memory slot is unplugged, before a command or at a stage", false, "AREA", "AT", "CMD", "NTH"),
	PLUG("a memory slot is plugged, before a command or at a stage", false, "AREA", "AT", "CMD", "NTH"),
	BALLOON("pages in a balloon are given back to the host, before a command or at a stage", false, "AREA", "AT", "CMD", "NTH"),
	NOPIN("a page cannot be pinned", false, "RC", "NTH", "TIMES"),
	MEMLOCK("no more than so many pages can be pinned at a time", true, "PAGES"),
	NONE("ends the faults of the device above that stand before this", true);

	private static final Map<String, FaultKind> BY_NAME = new HashMap<>();

	static {
		for (FaultKind k : values()) {
			BY_NAME.put(k.name(), k);
		}
	}

	private final String purpose;
	private final boolean lasting;
	private final List<String> keywords;

	FaultKind(String purpose, boolean lasting, String... keywords) {
		this.purpose = purpose;
		this.lasting = lasting;
		this.keywords = Arrays.asList(keywords);
	}

	/** The kind with that name, in either case; null if there is none. */
	public static FaultKind of(String name) {
		return name == null || name.length() > 16 ? null : BY_NAME.get(name.toUpperCase(Locale.ROOT));
	}

	/** What it is, one phrase. */
	public String purpose() {
		return purpose;
	}

	/** Whether it lasts unless TIMES says otherwise; others happen once. */
	public boolean lasting() {
		return lasting;
	}

	/** Names of the keywords that it takes. */
	public List<String> keywords() {
		return keywords;
	}
}
