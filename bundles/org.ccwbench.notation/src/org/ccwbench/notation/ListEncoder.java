// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ccwbench.arch.Ccw;
import org.ccwbench.arch.Midaw;

/** Bytes of CCWs, indirect-data-address lists and modified ones (PoP SA22-7832, chapter 15). */
final class ListEncoder {
	/** One word of a list and the operand that it comes from. */
	record Item(Operand operand, byte[] bytes) {}

	private final Evaluator ev;

	ListEncoder(Evaluator ev) {
		this.ev = ev;
	}

	/** The 8 bytes; fields that cannot be read are zero and have been reported. */
	byte[] ccw(Line line, String deviceType) {
		boolean format1 = line.kind() == StatementKind.CCW1;
		int command = command(line, deviceType);
		boolean tic = format1 ? command == Ccw.TIC : (command & 0x0F) == Ccw.TIC;
		long address = field(line.positional(1), Map.of(), format1 ? 0xFFFFFFFFL : 0xFFFFFF,
				format1 ? "the address of a format-1 CCW" : "the address of a format-0 CCW", 0);
		int flags = (int) field(line.positional(2), Names.ccwFlags(), 0xFF, "the flag byte", 0);
		int count = (int) field(line.positional(3), Map.of(), 0xFFFF, "the count", format1 || tic ? 0 : 1);
		if (format1 && address > 0x7FFFFFFFL) {
			ev.warning(line.positional(1), "bit 0 of the second word of a format-1 CCW must be zero", "at most X'7FFFFFFF'");
		}
		if (line.positional(1) != null) {
			list(line.positional(1), StatementKind.IDAL, flags, Ccw.IDA);
			list(line.positional(1), StatementKind.MIDAL, flags, Ccw.MIDA);
		}
		byte[] b = new byte[Ccw.LENGTH];
		Ccw.put(b, 0, format1 ? Ccw.format1(command, flags, count, (int) address)
				: Ccw.format0(command, (int) address, flags, count));
		return b;
	}

	/** A list whose flag is off is taken for data. */
	private void list(Operand address, StatementKind kind, int flags, int flag) {
		if (ev.labelled(address) == kind && (flags & flag) == 0) {
			String name = kind == StatementKind.IDAL ? "IDA" : "MIDA";
			ev.warning(address, address.text() + " is the label of " + kind + ", and the flag " + name + " is off", "the flag " + name);
		}
	}

	private int command(Line line, String deviceType) {
		Operand o = line.positional(0);
		if (o == null) {
			return 0;
		}
		return (int) field(o, Names.commands(deviceType), 0xFF, "the command code", 0);
	}

	private long field(Operand o, Map<String, Integer> names, long most, String what, long otherwise) {
		if (o == null) {
			return otherwise;
		}
		Long v = ev.between(o, names, 0, most, what);
		return v == null ? 0 : v;
	}

	/** 4 for format 1, 8 for format 2. */
	int wordSize(Line line) {
		Operand f = line.keyword("FMT");
		Long v = f == null ? null : ev.between(f, Map.of(), 1, 2, "the IDAW format");
		return v != null && v == 1 ? 4 : 8;
	}

	/** The words of an IDAL, as listed or computed from DATA and LEN. */
	List<Item> idal(Line line) {
		int size = wordSize(line);
		List<Item> items = new ArrayList<>();
		for (Operand o : line.operands()) {
			if (o.name() == null && !o.text().isEmpty()) {
				Long v = ev.between(o, Map.of(), size == 4 ? 0 : Long.MIN_VALUE, size == 4 ? 0xFFFFFFFFL : Long.MAX_VALUE,
						"the IDAW");
				items.add(item(o, size, v == null ? 0 : v));
			}
		}
		long block = block(line, size);
		Operand data = line.keyword("DATA");
		Operand length = line.keyword("LEN");
		if (data != null && !items.isEmpty()) {
			ev.error(data, "IDAL has either words or DATA=, not both", "");
		} else if (data != null && length == null) {
			ev.error(data, "DATA= wants LEN= as well", "LEN=bytes");
		} else if (data != null) {
			computed(items, data, length, block, size);
		} else if (length != null) {
			ev.error(length, "LEN= wants DATA= as well", "DATA=address");
		} else if (items.isEmpty() && !line.operands().isEmpty()) {
			ev.error(line.operands().get(0), "IDAL without words", "addresses, or DATA=address,LEN=bytes");
		}
		return items;
	}

	private long block(Line line, int size) {
		Operand o = line.keyword("BLK");
		Long v = o == null ? null : ev.between(o, Map.of(), 2048, 4096, "the block size");
		if (v != null && v != 2048 && (v != 4096 || size == 4)) {
			ev.error(o, "the block size is " + v, size == 4 ? "2K in format 1" : "2K or 4K");
			v = null;
		}
		return v == null ? size == 4 ? 2048 : 4096 : v;
	}

	private void computed(List<Item> items, Operand data, Operand length, long block, int size) {
		Long from = ev.value(data);
		Long bytes = ev.between(length, Map.of(), 1, Limits.WORDS * block, "the length");
		long start = from == null ? 0 : from;
		long left = bytes == null ? 1 : bytes;
		if (size == 4 && (start < 0 || start + left > 0x80000000L)) {
			ev.error(data, String.format("X'%X' and %d bytes are out of reach of format-1 IDAWs", start, left),
					"storage below 2G");
		}
		for (long a = start; left > 0 && items.size() <= Limits.WORDS; a = (a & -block) + block) {
			items.add(item(data, size, a));
			left -= block - (a & block - 1);
		}
	}

	/** The 16-byte words of a MIDAL; the last one gets the LAST flag. Zeros unless {@code evaluate}. */
	List<Item> midal(Line line, boolean evaluate) {
		List<Item> items = new ArrayList<>();
		for (int i = 0; i < line.operands().size(); i++) {
			Operand o = line.operands().get(i);
			List<Operand> parts = o.parts();
			byte[] b = new byte[Midaw.LENGTH];
			if (evaluate && parts.size() == 3) {
				int last = i == line.operands().size() - 1 ? Midaw.LAST : 0;
				long flags = field(parts.get(0), Names.midawFlags(), 0xFF, "the flag byte", 0) | last;
				long count = field(parts.get(1), Map.of(), 0xFFFF, "the count", 0);
				Long address = ev.value(parts.get(2));
				ConstantEncoder.put(b, 0, 8, Midaw.first((int) flags, (int) count));
				ConstantEncoder.put(b, 8, 8, address == null ? 0 : address);
			}
			items.add(new Item(o, b));
		}
		return items;
	}

	private static Item item(Operand o, int size, long value) {
		byte[] b = new byte[size];
		ConstantEncoder.put(b, 0, size, value);
		return new Item(o, b);
	}
}
