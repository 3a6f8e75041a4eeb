// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.List;

/**
 * One operand of DC or DS.
 *
 * @param operand where it stands
 * @param duplication null for 1
 * @param type upper case: C, CA, CE, X, B, F, FD, H, A, AD, Y, P, Z, and E, D, L with their suffixes
 * @param length length modifier in bytes; null if there is none
 * @param nominal characters between the apostrophes as written; null for address constants and for none
 * @param nominalAt index of the value in the operand field
 * @param addresses expressions of an address constant
 */
record DataConstant(Operand operand, Expression duplication, String type, Expression length, String nominal,
		int nominalAt, List<Expression> addresses) {

	/** What the boundary must be a multiple of. */
	int alignment() {
		return length != null ? 1 : ConstantReader.alignment(type);
	}

	boolean isAddress() {
		return !addresses.isEmpty();
	}

	/** Duplication factor; null if it has no value yet. Negative values are reported and count as 0. */
	Long times(Evaluator ev) {
		Long n = duplication == null ? Long.valueOf(1) : ev.value(duplication);
		if (n != null && n < 0) {
			ev.error(duplication, "the duplication factor is negative", "0 or more");
			return 0L;
		}
		return n;
	}

	/** The values as text; one empty value if nothing is written. */
	List<String> values() {
		if (nominal == null) {
			return List.of("");
		}
		if (type.startsWith("C")) {
			return List.of(nominal.replace("''", "'").replace("&&", "&"));
		}
		List<String> list = new ArrayList<>();
		int from = 0;
		for (int comma = nominal.indexOf(','); comma >= 0; comma = nominal.indexOf(',', from)) {
			list.add(nominal.substring(from, comma).replace(" ", ""));
			from = comma + 1;
		}
		list.add(nominal.substring(from).replace(" ", ""));
		return list;
	}

	/** Bytes of one value. */
	int lengthOf(String value, Evaluator ev) {
		if (length != null) {
			Long n = ev.value(length);
			int most = type.matches("[CXB]|CA|CE") ? 65535 : type.matches("[PZ]") ? 16 : 8;
			if (n != null && (n < 1 || n > most)) {
				ev.error(length, "the length " + n + " does not fit type " + type, "1 to " + most);
			}
			return n == null || n < 1 || n > most ? 1 : (int) (long) n;
		}
		return switch (type) {
			case "C", "CA", "CE" -> Math.max(1, value.length());
			case "X" -> Math.max(1, (value.length() + 1) / 2);
			case "B" -> Math.max(1, (value.length() + 7) / 8);
			case "P" -> digits(value) / 2 + 1;
			case "Z" -> Math.max(1, digits(value));
			case "H", "Y" -> 2;
			case "F", "A", "E", "EH", "EB" -> 4;
			case "L", "LH", "LB", "LD", "LQ" -> 16;
			default -> 8;
		};
	}

	/** Bytes of one round through all values. */
	long round(Evaluator ev) {
		if (isAddress()) {
			return (long) addresses.size() * lengthOf("", ev);
		}
		long sum = 0;
		for (String v : values()) {
			sum += lengthOf(v, ev);
		}
		return sum;
	}

	private static int digits(String value) {
		return (int) value.chars().filter(c -> c >= '0' && c <= '9').count();
	}
}
