// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.ArrayList;
import java.util.List;
import org.ccwbench.run.CcwRow.Form;
import org.ccwbench.run.CcwRow.Indirect;
import org.ccwbench.storage.AddressSpace;
import org.ccwbench.storage.Bytes;

/** Reads CCWs and the lists that they name out of a space (PoP SA22-7832, chapter 15). */
final class CcwForms {
	static final int FLAG_CD = 0x80;
	static final int FLAG_CC = 0x40;
	static final int FLAG_IDA = 0x04;
	static final int FLAG_MIDA = 0x01;
	/** More words than a list of 65,535 bytes in 2K blocks can have. */
	private static final int MOST_WORDS = 65;
	private static final int MIDAW_LAST = 0x80;

	private CcwForms() {}

	/** The CCW as it stands in the space; {@code otherwise} if there is no storage. */
	static Form read(AddressSpace space, long address, long otherwise, OrbWord orb) {
		long ccw = space.contains(address, 8) ? space.load64(address) : otherwise;
		Form bare = new Form(address, ccw, orb.format1(), List.of());
		if (bare.tic()) {
			return bare;
		}
		List<Indirect> words = List.of();
		if ((bare.flags() & FLAG_IDA) != 0) {
			words = idaws(space, bare, orb);
		} else if ((bare.flags() & FLAG_MIDA) != 0 && orb.midaw()) {
			words = midaws(space, bare);
		}
		return words.isEmpty() ? bare : new Form(address, ccw, orb.format1(), words);
	}

	private static List<Indirect> idaws(AddressSpace space, Form f, OrbWord orb) {
		int size = orb.format2Idaws() ? 8 : 4;
		int block = orb.block();
		List<Indirect> list = new ArrayList<>();
		int needed = 1;
		int left = f.count();
		for (int i = 0; i < needed && i < MOST_WORDS; i++) {
			long at = f.data() + (long) i * size;
			if (!space.contains(at, size)) {
				break;
			}
			long word = size == 8 ? space.load64(at) : space.load32(at);
			int in = (int) word & block - 1;
			int n = Math.min(left, f.backward() ? in + 1 : block - in);
			list.add(new Indirect(at, size, word, 0, -1, f.backward() ? word - n + 1 : word, n));
			left -= n;
			if (i == 0) {
				needed = Math.max(1, ((f.backward() ? block - 1 - in : in) + f.count() + block - 1) / block);
			}
		}
		return list;
	}

	private static List<Indirect> midaws(AddressSpace space, Form f) {
		List<Indirect> list = new ArrayList<>();
		int left = f.count();
		byte[] w = new byte[16];
		for (int i = 0; i < MOST_WORDS * 4 && left > 0; i++) {
			long at = f.data() + 16L * i;
			if (!space.contains(at, 16)) {
				break;
			}
			space.load(at, w, 0, 16);
			int flags = w[5] & 0xFF;
			int count = Bytes.get16(w, 6);
			long data = Bytes.get64(w, 8);
			list.add(new Indirect(at, 16, data, flags, count, f.backward() ? data - count + 1 : data, count));
			left -= count;
			if ((flags & MIDAW_LAST) != 0 || count == 0) {
				break;
			}
		}
		return list;
	}
}
