// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ccwbench.arch.Field;
import org.ccwbench.arch.Kind;
import org.ccwbench.arch.Orb;
import org.ccwbench.arch.Pmcw;

/**
 * A keyword operand of a statement.
 *
 * @param names the usual name first; then the letter that the architecture prints and other names for the same
 * @param type how its value is written
 * @param field the field of the ORB or PMCW that it sets; null if it sets none
 * @param help one phrase
 * @param choices values to offer; empty if any fits
 */
public record Keyword(List<String> names, Type type, Field field, String help, List<String> choices) {
	/** How a value is written. */
	public enum Type {
		/** An expression. */
		NUMBER,
		/** YES or NO, 1 or 0, or nothing for YES. */
		FLAG,
		/** A word or a text in apostrophes. */
		TEXT,
		/** A constant as in DC, such as X'0102' or C'VOL1'. */
		BYTES,
		/** An address and a constant in parentheses. */
		CONTENT,
		/** Expressions in parentheses. */
		LIST
	}

	private static final List<String> YES_NO = List.of("YES", "NO");
	private static final List<Keyword> NONE = List.of();
	private static final List<Keyword> DEVICE = List.of(
			text("device type", "TYPE", "3390", "3380", "9345", "9336", "3370", "3420", "3480", "3490", "3590", "3505", "3525",
					"1403", "3211", "3270", "3215", "CTCA"),
			text("model of the device", "MODEL"), text("control-unit type", "CU", "3990-6", "3990-3", "2107"),
			text("image of the volume, relative to this file", "IMAGE"), text("file for what is printed or punched, relative to this file", "OUT"),
			word("the deck is EBCDIC, 80 bytes a card", "EBCDIC"), word("the deck is text, a line a card", "ASCII"),
			word("the end of the deck is end of file, not an empty hopper", "EOF"), word("the tape is protected from writing", "NORING"),
			word("the display is off", "OFF"), word("the display knows no structured fields", "BASIC"));
	private static final List<Keyword> SUBCH = subchannel();
	private static final List<Keyword> STORAGE = List.of(number("first address", "BASE"));
	private static final List<Keyword> MAP = List.of(number("address in the monitor's virtual storage", "USER"),
			number("first host absolute address", "HOST"), text("permission of the mapping", "PERM", "RW", "RO"));
	private static final List<Keyword> ORB = orb();
	private static final List<Keyword> IDAL = List.of(
			new Keyword(List.of("FMT"), Type.NUMBER, null, "format of the words", List.of("1", "2")),
			new Keyword(List.of("BLK"), Type.NUMBER, null, "bytes of a block", List.of("2K", "4K")),
			number("start of the data", "DATA"), number("bytes of data", "LEN"));
	private static final List<Keyword> EXPECT = List.of(
			number("condition code of SSCH", "CC"), number("deferred condition code", "DCC"),
			number("device status: CE+DE", "UNIT"), number("subchannel status: IL, PGM ..", "CHAN"),
			number("residual count", "COUNT"), number("channel-program address", "CPA"),
			new Keyword(List.of("SENSE"), Type.BYTES, null, "how the sense data begin", List.of()),
			new Keyword(List.of("DATA"), Type.CONTENT, null, "bytes in guest storage: (address,constant)", List.of()),
			new Keyword(List.of("SCSW"), Type.BYTES, null, "the 12 bytes of the SCSW", List.of()),
			new Keyword(List.of("RC"), Type.NUMBER, null, "return code of the request, 0 or -EINVAL ..",
					List.of("0", "-EINVAL", "-EPERM", "-EOPNOTSUPP", "-EBUSY", "-ENODEV", "-EACCES", "-EFAULT")),
			number("pages pinned for the request", "PINS"), word("whether an interruption came", "IRB"),
			text("only on this path", "PATH", "two-stage", "mediated", "linux", "assignment", "noiommu", "direct"));

	private static final List<Keyword> FAULT = List.of(
			number("only commands with this code count", "CMD"),
			number("the n-th of what counts is the first that it happens to", "NTH"), number("how often it happens", "TIMES"),
			new Keyword(List.of("SENSE"), Type.BYTES, null, "sense bytes", List.of()),
			number("device status: CE+DE+UC", "UNIT"), number("simulated microseconds", "MICROS"),
			new Keyword(List.of("RECORD"), Type.LIST, null, "one record: (cylinder,head,record)", List.of()),
			number("channel paths, a mask", "LPM"),
			text("at the beginning of this stage", "AT", "Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "K1", "K2", "K3", "K4", "K5", "K6",
					"C1", "C2", "C3"),
			text("I/O instruction", "OF", "SSCH", "TSCH", "HSCH", "CSCH", "RSCH", "XSCH", "STSCH", "MSCH"),
			number("condition code", "CC"),
			new Keyword(List.of("AREA"), Type.LIST, null, "(guest,length) in whole pages", List.of()),
			number("pages", "PAGES"),
			new Keyword(List.of("RC"), Type.NUMBER, null, "error number", List.of("-EFAULT", "-ENOMEM", "-EINVAL")));
	private static final List<Keyword> INSTRUCTION = List.of(
			number("when the device has been given so many commands", "AFTER"),
			number("so many simulated microseconds after the start", "MICROS"),
			number("the condition code that it should end with", "CC"));

	private static final List<Keyword> OPERATOR = List.of(
			text("what is typed", "TEXT"), text("the key that is pressed then", "KEY", "ENTER", "CLEAR", "PA1", "PA2", "PF1", "PF3"),
			INSTRUCTION.get(0), INSTRUCTION.get(1));

	/** The usual name. */
	public String name() {
		return names.get(0);
	}

	/** The keywords that {@code kind} knows. */
	public static List<Keyword> of(StatementKind kind) {
		return switch (kind) {
			case DEVICE -> DEVICE;
			case SUBCH -> SUBCH;
			case STORAGE -> STORAGE;
			case MAP -> MAP;
			case ORB -> ORB;
			case IDAL -> IDAL;
			case EXPECT -> EXPECT;
			case FAULT -> FAULT;
			case INSTRUCTION -> INSTRUCTION;
			case OPERATOR -> OPERATOR;
			default -> NONE;
		};
	}

	/** The keyword of {@code kind} called {@code name}, in either case; null if there is none. */
	public static Keyword find(StatementKind kind, String name) {
		String n = name.toUpperCase(Locale.ROOT);
		for (Keyword k : of(kind)) {
			if (k.names.contains(n)) {
				return k;
			}
		}
		return null;
	}

	/** Every name of every keyword of {@code kind}. */
	static List<String> allNames(StatementKind kind) {
		List<String> all = new ArrayList<>();
		of(kind).forEach(k -> all.addAll(k.names));
		return all;
	}

	private static Keyword word(String help, String name) {
		return new Keyword(List.of(name), Type.FLAG, null, help, List.of());
	}

	private static List<Keyword> orb() {
		return List.of(number("address of the first CCW", Orb.CPA, "CPA"),
				number("interruption parameter", Orb.INTPARM, "INTPARM"), number("storage key", Orb.KEY, "KEY"),
				number("CCW format; that of the first CCW if left out", Orb.F, "FMT", "F"),
				flag(Orb.P, "PFCH", "P"), flag(Orb.S, "SUSPEND", "S"), flag(Orb.I, "ISIC", "I"), flag(Orb.A, "ALCC", "A"),
				flag(Orb.U, "SSIC", "U"), flag(Orb.H, "IDA2", "H"), flag(Orb.T, "IDA2K", "T"), flag(Orb.L, "ILS", "L"),
				flag(Orb.D, "MIDA", "D"), flag(Orb.C, "STREAM", "C"), flag(Orb.M, "MODIFY", "M"), flag(Orb.Y, "SYNC", "Y"),
				flag(Orb.B, "TRANSPORT", "B"), flag(Orb.X, "EXTENDED", "X"),
				number("logical-path mask", Orb.LPM, "LPM"),
				number("channel-subsystem priority", Orb.CSS_PRIORITY, "CSSPRI"),
				number("control-unit priority", Orb.CU_PRIORITY, "CUPRI"),
				number("where the ORB itself lies in storage", "AT"));
	}

	private static List<Keyword> subchannel() {
		List<Keyword> all = new ArrayList<>();
		for (Field f : Pmcw.BLOCK.fields()) {
			String n = f.name().toUpperCase(Locale.ROOT);
			if (!f.kind().reserved() && !n.equals("DEVNO")) {
				String[] names = n.equals("E") ? new String[] { "ENABLE", n } : n.equals("S") ? new String[] { "SENSE", n }
						: new String[] { n };
				all.add(f.kind() == Kind.FLAG ? flag(f, names) : number(f.title(), f, names));
			}
		}
		all.add(number("subchannel number", "NUMBER"));
		all.add(number("address limit", "LIMIT"));
		return List.copyOf(all);
	}

	private static Keyword flag(Field field, String... names) {
		return new Keyword(List.of(names), Type.FLAG, field, field.title(), YES_NO);
	}

	private static Keyword number(String help, String name) {
		return new Keyword(List.of(name), Type.NUMBER, null, help, List.of());
	}

	private static Keyword number(String help, Field field, String... names) {
		return new Keyword(List.of(names), Type.NUMBER, field, help, List.of());
	}

	private static Keyword text(String help, String name, String... choices) {
		return new Keyword(List.of(name), Type.TEXT, null, help, Arrays.asList(choices));
	}
}
