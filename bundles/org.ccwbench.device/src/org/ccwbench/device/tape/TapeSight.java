// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tape;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ccwbench.device.DeviceSight;
import org.ccwbench.device.DeviceSight.Fact;
import org.ccwbench.device.DeviceSight.Kind;
import org.ccwbench.device.DeviceSight.Passed;
import org.ccwbench.device.DeviceSight.Piece;
import org.ccwbench.device.Medium;

/** The stretch of tape around the head as people see it: blocks, tape marks, the load point and the end of what is written. */
final class TapeSight {
	/** Blocks that are shown on each side of the head. */
	private static final int AROUND = 60;

	private final Medium medium;
	private final AwsTape tape;
	private final ByteBuffer where = ByteBuffer.allocate(32);
	private final List<Piece> pieces = new ArrayList<>();
	private final long at;
	private final long block;
	private final long file;
	private int under;
	/** Blocks of the file until the piece that was added last; -1 if that is not known. */
	private long inFile;

	private TapeSight(Medium medium, ByteBuffer from) {
		this.medium = medium;
		tape = AwsTape.onlooker(medium, from);
		at = tape.here();
		block = tape.blockNumber();
		file = tape.marks() + 1;
	}

	static DeviceSight of(Medium medium, ByteBuffer from, long mark, boolean guarded, List<Fact> facts) {
		return new TapeSight(medium, from).sight(mark, guarded, facts);
	}

	private DeviceSight sight(long mark, boolean guarded, List<Fact> facts) {
		back();
		forwards();
		facts.add(new Fact("Tape", String.format("%s, %,d bytes%s", medium.name(), medium.length(), guarded ? ", protected from writing" : "")));
		facts.add(new Fact("Position", at == 0 ? "at the load point" : "behind " + pieces.get(under).place()));
		facts.add(new Fact("Passed", String.format("%,d blocks and marks, %,d bytes", block, at)));
		facts.add(new Fact("File", Long.toString(file)));
		if (mark <= medium.length() + (1L << 32)) {
			facts.add(new Fact("End of tape", String.format("the mark is at %,d bytes%s", mark, at > mark ? ", and has passed" : "")));
		}
		return new DeviceSight.Strip(facts, "Block", List.copyOf(pieces), under, Passed.ALL);
	}

	/** To the place from which is shown. */
	private void back() {
		int n = 0;
		int answer = 0;
		while (n < AROUND && (answer == 0 || answer == AwsTape.TAPE_MARK) && tape.here() > 0) {
			answer = tape.backward();
			n++;
		}
		boolean all = tape.here() == 0;
		inFile = all ? 0 : -1;
		pieces.add(all ? piece(Kind.BEGINNING, "BOT", "load point", 0) : piece(Kind.MORE, "…", "blocks before these", -1));
	}

	private void forwards() {
		for (int behind = 0; behind <= AROUND; behind += tape.here() > at ? 1 : 0) {
			if (tape.here() == at) {
				under = pieces.size() - 1;
			}
			byte[] here = where();
			long number = tape.blockNumber();
			long in = tape.marks() + 1;
			int answer = tape.forward(null);
			if (answer == AwsTape.TAPE_MARK) {
				inFile = 0;
				pieces.add(piece(Kind.MARK, "TM", String.format("mark behind file %,d", in), 0));
			} else if (answer >= 0) {
				inFile += inFile < 0 ? 0 : 1;
				String place = inFile < 0 ? "block number " + number : String.format("block %,d of file %,d", inFile, in);
				pieces.add(new Piece(Kind.DATA, Long.toString(number), place, 0, tape.compressed() ? -1 : answer, true, () -> content(here)));
			} else {
				pieces.add(answer == AwsTape.END_OF_DATA ? piece(Kind.END, "end", "end of what is written", 0)
						: piece(Kind.END, "?", "nothing that can be read", 0));
				return;
			}
		}
		pieces.add(piece(Kind.MORE, "…", "blocks behind these", -1));
	}

	private byte[] where() {
		tape.keep(where.clear());
		return Arrays.copyOf(where.array(), where.position());
	}

	private byte[] content(byte[] place) {
		byte[] buffer = new byte[AwsTape.LARGEST_BLOCK + 1];
		return Arrays.copyOf(buffer, Math.max(0, AwsTape.onlooker(medium, ByteBuffer.wrap(place)).forward(buffer)));
	}

	private static Piece piece(Kind kind, String name, String place, int length) {
		return new Piece(kind, name, place, 0, length, true, () -> new byte[0]);
	}
}
