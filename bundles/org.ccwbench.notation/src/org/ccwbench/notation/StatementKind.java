// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The table of statements: names, whether HLASM has it, operands in short, and what it is for. */
public enum StatementKind {
	DEVICE(false, "number,TYPE=3390[,MODEL=..][,CU=..][,IMAGE='..'][,option=..]", "a device, and the start of what belongs to it", "DEVICE"),
	SUBCH(false, "[LPM=..][,PIM=..][,ISC=..][,E=YES|NO] ..", "the path-management-control word of the device above", "SUBCH"),
	STORAGE(false, "size[,BASE=address]", "guest absolute storage", "STORAGE"),
	KEY(false, "address,length,key[,F]", "storage keys", "KEY"),
	MAP(false, "guest,length[,USER=..][,HOST=..][,PERM=RW|RO]", "one DMA mapping of the container", "MAP"),
	UNMAP(false, "guest,length", "a hole in the DMA mappings", "UNMAP"),
	NOPIN(false, "guest,length", "pages that are mapped and cannot be pinned", "NOPIN"),
	ORB(false, "CPA=label[,KEY=..][,PFCH=YES|NO] ..", "the operation-request block of a start function", "ORB"),
	IDAL(false, "[FMT=1|2][,BLK=2K|4K],address,.. or DATA=address,LEN=n", "an indirect-data-address list", "IDAL"),
	MIDAL(false, "(flags,count,address),..", "a modified-indirect-data-address list", "MIDAL"),
	FAULT(false, "kind[,keyword=..]", "what goes wrong from the next start function on", "FAULT"),
	INSTRUCTION(false, "[AFTER=commands][,MICROS=n][,CC=..]", "an instruction issued while the start function above goes on",
			"HSCH", "CSCH", "RSCH", "XSCH", "SSCH"),
	OPERATOR(false, "[TEXT='..'][,KEY=ENTER|PF1..][,AFTER=commands][,MICROS=n]", "what is typed at the console or display meanwhile", "OPERATOR"),
	EXPECT(false, "[CC=..][,UNIT=..][,CHAN=..][,COUNT=..][,DATA=(address,value)] ..", "what the start function above should lead to", "EXPECT"),
	CODEPAGE(false, "1047|037", "the EBCDIC code page of C constants from here on", "CODEPAGE"),
	CCW(true, "command,address,flags,count", "a channel-command word, format 0", "CCW", "CCW0"),
	CCW1(true, "command,address,flags,count", "a channel-command word, format 1", "CCW1"),
	DC(true, "[dup]type[Ln]'value' or (address),..", "constants", "DC"),
	DS(true, "[dup]type[Ln],..", "room in storage", "DS"),
	EQU(true, "value[,length[,type]]", "a name for a value", "EQU"),
	ORG(true, "[address]", "sets the location counter", "ORG"),
	START(true, "[address]", "begins the section at an address", "START"),
	SECTION(true, "", "goes on with the bytes at the next doubleword", "CSECT", "RSECT"),
	DSECT(true, "", "a layout: labels with offsets, no bytes", "DSECT"),
	IGNORED(true, "", "accepted and without effect", "END", "USING", "DROP", "PRINT", "TITLE", "SPACE", "EJECT",
			"CEJECT", "AMODE", "RMODE", "ENTRY", "EXTRN", "WXTRN", "PUSH", "POP", "LTORG", "ALIAS", "ICTL", "ISEQ",
			"SYSSTATE", "YREGS", "REGEQU");

	private static final Map<String, StatementKind> BY_NAME = new HashMap<>();
	private static final List<String> NAMES = new ArrayList<>();

	static {
		for (StatementKind k : values()) {
			for (String n : k.names) {
				BY_NAME.put(n, k);
				NAMES.add(n);
			}
		}
	}

	private final boolean hlasm;
	private final String operands;
	private final String purpose;
	private final List<String> names;

	StatementKind(boolean hlasm, String operands, String purpose, String... names) {
		this.hlasm = hlasm;
		this.operands = operands;
		this.purpose = purpose;
		this.names = Arrays.asList(names);
	}

	/** The kind that an operation field names, in either case; null if it is none. */
	public static StatementKind of(String operation) {
		return operation == null || operation.length() > 16 ? null : BY_NAME.get(operation.toUpperCase(Locale.ROOT));
	}

	/** Every operation name. */
	public static List<String> allNames() {
		return NAMES;
	}

	/** Whether this is HLASM's own; the others may also be continued by a comma at the end of a line. */
	public boolean hlasm() {
		return hlasm;
	}

	/** Operands in short, for help. */
	public String operands() {
		return operands;
	}

	/** What it is for, one phrase. */
	public String purpose() {
		return purpose;
	}

	/** Operation names, the usual one first. */
	public List<String> names() {
		return names;
	}
}
