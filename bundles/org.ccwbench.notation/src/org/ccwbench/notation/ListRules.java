// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import static org.ccwbench.arch.Ccw.IDA;
import static org.ccwbench.arch.Ccw.MIDA;

import java.util.List;
import java.util.Optional;
import org.ccwbench.arch.Orb;
import org.ccwbench.model.Idal;
import org.ccwbench.model.Midal;
import org.ccwbench.model.Statement;

/** Rules for lists of indirect data addresses, as the ORB of the program sets them. */
final class ListRules {
	private static final int PAGE = 4096;
	private final Reviewed text;
	private final boolean format2;
	private final int block;
	private final boolean midaws;

	ListRules(Reviewed text, byte[] orb) {
		this.text = text;
		format2 = Orb.H.get(orb) != 0;
		block = !format2 || Orb.T.get(orb) != 0 ? 2048 : PAGE;
		midaws = Orb.D.get(orb) != 0;
	}

	void check(Listing.Row row) {
		if ((row.flags() & org.ccwbench.arch.Ccw.SKIP) != 0 || row.count() == 0) {
			return;
		}
		if ((row.flags() & MIDA) != 0) {
			midaws(row);
		} else if ((row.flags() & IDA) != 0) {
			idaws(row);
		}
	}

	private void idaws(Listing.Row row) {
		int size = format2 ? 8 : 4;
		if (row.address() % size != 0) {
			text.warn(row.index(), 1, "the list does not lie on a " + (size == 8 ? "doubleword" : "word") + " boundary: program check");
			return;
		}
		long at = row.address();
		int left = row.count();
		for (int i = 0; left > 0 && i < Limits.WORDS; i++, at += size) {
			Optional<SourceMap.Piece> piece = text.image.sources().at(at);
			if (piece.isEmpty() || !(piece.get().statement() instanceof Idal list)) {
				return;
			}
			long word = Listing.doubleword(text.image, at);
			word = size == 4 ? word >>> 32 : word;
			if (i > 0 && word % block != 0) {
				misaligned(list, piece.get().part(), i, word);
				return;
			}
			left -= block - (int) (word & block - 1);
		}
	}

	private void misaligned(Idal list, int part, int number, long word) {
		int index = text.number(list);
		long down = word & -block;
		Fix round = list.getWords().isEmpty() || part >= list.getWords().size() ? null
				: Fix.of(String.format("Round the word down to X'%X'", down),
						text.edits.change(index, s -> ((Idal) s).getWords().get(part).setAddress(HexCcws.place(down, text.image))));
		text.warn(index, operand(index, part), String.format("word %d of the list is X'%X', not on a %dK boundary: program check when it is needed (Linux does not check it)",
				number + 1, word, block / 1024), aligned(word), round);
	}

	/** Puts the area that the word names onto a boundary, if a labelled statement begins there. */
	private Fix aligned(long word) {
		Optional<SourceMap.Piece> area = text.image.sources().at(word);
		if (area.isEmpty() || area.get().address() != word || area.get().statement().getLabel() == null) {
			return null;
		}
		Statement s = area.get().statement();
		String boundary = block == PAGE ? "4K" : "2K";
		return Fix.of("Align " + s.getLabel() + " on a " + boundary + " boundary",
				text.edits.insert(text.number(s), String.format("         ORG   (*+%d)/%d*%d", block - 1, block, block)));
	}

	private void midaws(Listing.Row row) {
		if (!midaws) {
			text.warn(row.index(), 2, "MIDA is on, and the ORB does not allow it (MIDA=NO): program check");
			return;
		}
		Optional<SourceMap.Piece> piece = text.image.sources().at(row.address());
		if (piece.isEmpty() || !(piece.get().statement() instanceof Midal list)) {
			return;
		}
		int index = text.number(list);
		List<SourceMap.Piece> words = text.image.sources().of(list);
		for (int i = 0; i < words.size(); i++) {
			long first = Listing.doubleword(text.image, words.get(i).address());
			long address = Listing.doubleword(text.image, words.get(i).address() + 8);
			int count = (int) (first & 0xFFFF);
			if (count == 0) {
				text.warn(index, i, "a MIDAW with count 0: program check");
			} else if (count > Splitting.room(address)) {
				text.warn(index, i, "the area of this MIDAW goes over a page boundary: program check", new Splitting(text).entry(index, i, address, count));
			}
		}
	}

	/** Number of the operand that holds word {@code part}: keywords may stand before it. */
	private int operand(int index, int part) {
		List<Operand> operands = text.operands(index);
		int words = 0;
		for (int i = 0; i < operands.size(); i++) {
			if (operands.get(i).name() == null && words++ == part) {
				return i;
			}
		}
		return 0;
	}
}
