// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ccwbench.model.Ccw;
import org.ccwbench.model.Data;
import org.ccwbench.model.Device;
import org.ccwbench.model.Directive;
import org.ccwbench.model.Equ;
import org.ccwbench.model.Expectation;
import org.ccwbench.model.Fault;
import org.ccwbench.model.Idal;
import org.ccwbench.model.KeyedStatement;
import org.ccwbench.model.Mapping;
import org.ccwbench.model.Midal;
import org.ccwbench.model.MidalEntry;
import org.ccwbench.model.Option;
import org.ccwbench.model.Orb;
import org.ccwbench.model.Org;
import org.ccwbench.model.PinFailure;
import org.ccwbench.model.Statement;
import org.ccwbench.model.StorageArea;
import org.ccwbench.model.StorageKey;
import org.ccwbench.model.Subchannel;
import org.ccwbench.model.Unmapping;
import org.ccwbench.model.Word;

/** Operation and operands of a statement as its features say. */
final class OperandText {
	private OperandText() {}

	/** The operation as written if it still fits the features, else the usual name. */
	static String operation(Statement s) {
		String usual = switch (s) {
			case Ccw c -> c.getFormat() == 1 ? "CCW1" : "CCW0";
			case Data d -> d.isReserve() ? "DS" : "DC";
			case Device d -> "DEVICE";
			case Subchannel x -> "SUBCH";
			case StorageArea x -> "STORAGE";
			case StorageKey x -> "KEY";
			case Mapping x -> "MAP";
			case Unmapping x -> "UNMAP";
			case PinFailure x -> "NOPIN";
			case Orb x -> "ORB";
			case Idal x -> "IDAL";
			case Midal x -> "MIDAL";
			case Equ x -> "EQU";
			case Org x -> "ORG";
			case Expectation x -> "EXPECT";
			case Fault x -> "FAULT";
			case org.ccwbench.model.Instruction x -> "OPERATOR".equalsIgnoreCase(s.getOperation()) ? "OPERATOR" : "HSCH";
			default -> s.getOperation() == null ? "CSECT" : s.getOperation();
		};
		String given = s.getOperation();
		boolean fits = given != null && StatementKind.of(given) == StatementKind.of(usual);
		return fits ? given : usual;
	}

	/** The operands joined by commas; empty if there are none. */
	static String of(Statement s) {
		return switch (s) {
			case Device d -> join(list(d.getNumber() == null ? List.of() : d.getNumber(), options(d)));
			case Fault f -> join(list(f.getKind() == null ? List.of() : f.getKind(), options(f)));
			case KeyedStatement k -> join(options(k));
			case Ccw c -> positional(c.getCommand(), c.getAddress(), c.getFlags(), c.getCount());
			case StorageArea a -> join(list(text(a.getSize()), named("BASE", a.getBase())));
			case StorageKey k -> positional(k.getAddress(), k.getLength(), k.getKey(), k.isFetchProtected() ? "F" : null);
			case Mapping m -> join(list(positional(m.getGuest(), m.getLength()), named("USER", m.getUser()),
					named("HOST", m.getHost()), named("PERM", m.getPermission())));
			case Unmapping u -> positional(u.getGuest(), u.getLength());
			case PinFailure u -> positional(u.getGuest(), u.getLength());
			case Idal i -> idal(i);
			case Midal m -> join(m.getEntries().stream().map(OperandText::entry).toList());
			case Data d -> join(d.getConstants().stream().map(c -> text(c.getText())).toList());
			case Equ e -> positional(e.getValue(), e.getLength(), e.getType());
			case Org o -> text(o.getValue());
			case Directive d -> text(d.getOperands());
			default -> "";
		};
	}

	private static String idal(Idal i) {
		List<String> all = new ArrayList<>(list(named("FMT", i.getFormat()), named("BLK", i.getBlock()),
				named("DATA", i.getData()), named("LEN", i.getLength())));
		for (Word w : i.getWords()) {
			all.add(text(w.getAddress()));
		}
		return join(all);
	}

	private static String entry(MidalEntry e) {
		return e.getFlags() == null && e.getCount() == null ? text(e.getAddress())
				: "(" + text(e.getFlags()) + "," + text(e.getCount()) + "," + text(e.getAddress()) + ")";
	}

	private static List<String> options(KeyedStatement k) {
		List<String> all = new ArrayList<>();
		for (Option o : k.getOptions()) {
			all.add(o.getName() == null ? text(o.getValue()) : o.getName() + "=" + text(o.getValue()));
		}
		return all;
	}

	/** Operands up to the last one that is there. */
	private static String positional(String... operands) {
		int n = operands.length;
		while (n > 0 && operands[n - 1] == null) {
			n--;
		}
		return join(Arrays.stream(operands, 0, n).map(OperandText::text).toList());
	}

	private static List<String> named(String name, String value) {
		return value == null ? List.of() : List.of(name + "=" + value);
	}

	private static List<String> list(Object... parts) {
		List<String> all = new ArrayList<>();
		for (Object p : parts) {
			if (p instanceof List<?> l) {
				l.forEach(x -> all.add((String) x));
			} else {
				all.add((String) p);
			}
		}
		return all;
	}

	private static String join(List<String> parts) {
		return String.join(",", parts);
	}

	private static String text(String s) {
		return s == null ? "" : s;
	}
}
