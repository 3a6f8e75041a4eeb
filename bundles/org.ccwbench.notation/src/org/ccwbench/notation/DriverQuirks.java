// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import static org.ccwbench.arch.Ccw.CC;
import static org.ccwbench.arch.Ccw.CD;
import static org.ccwbench.arch.Ccw.IDA;
import static org.ccwbench.arch.Ccw.MIDA;
import static org.ccwbench.arch.Ccw.NOP;
import static org.ccwbench.arch.Ccw.SKIP;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ccwbench.arch.Ccw;
import org.ccwbench.arch.Orb;

/**
 * Where a program is one that a version of the Linux driver vfio-ccw treats otherwise than a channel: a warning at the
 * CCW that names the quirk. Programs are followed from their ORBs.
 */
final class DriverQuirks {
	private static final String QUIRK = "quirk of vfio-ccw, ";
	/** Neither a CCW nor a word of a list. */
	private static final long NONE = -1;
	private static final int READ_BACKWARD = 0x0C;

	/** What an ORB says about the CCWs of its program. */
	private record Forms(boolean format1, boolean wide, boolean blocks2k, boolean midaws) {
		static Forms of(byte[] orb) {
			return new Forms(Orb.F.get(orb) != 0, Orb.H.get(orb) != 0, Orb.T.get(orb) != 0, Orb.D.get(orb) != 0);
		}
	}

	/** A CCW that is come to, with data chaining or without. */
	private record Step(long address, boolean chained) {}

	private final TreeMap<Long, byte[]> storage = new TreeMap<>();
	private final SourceMap sources;
	private final Problems problems;
	private final LinuxDriver driver;
	private final String linux;
	/** What was come to already, so that programs that share CCWs are not walked again. */
	private final Map<Forms, Set<Step>> known = new HashMap<>();
	private final Set<Long> told = new HashSet<>();

	DriverQuirks(LinuxDriver driver, List<Segment> segments, SourceMap sources, Problems problems) {
		this.driver = driver;
		linux = "Linux " + driver.number();
		segments.forEach(s -> storage.put(s.address(), s.bytes()));
		this.sources = sources;
		this.problems = problems;
	}

	void find(List<Start> starts) {
		starts.forEach(this::find);
	}

	private void find(Start start) {
		if (Orb.B.get(start.orb()) != 0) {
			return;
		}
		Forms forms = Forms.of(start.orb());
		Set<Step> seen = known.computeIfAbsent(forms, f -> new HashSet<>());
		Deque<Step> open = new ArrayDeque<>();
		follow(new Step(start.cpa(), false), seen, open);
		while (!open.isEmpty()) {
			Step now = open.pop();
			long ccw = ccw(now.address, forms.format1);
			if (ccw == NONE) {
				continue;
			}
			int flags = Ccw.flags(ccw, true);
			boolean tic = Ccw.isTic(ccw, true);
			if (tic) {
				behind(now, forms.format1);
				follow(new Step(Ccw.address(ccw, true), now.chained), seen, open);
			} else {
				look(now, ccw, forms);
			}
			// Behind a TIC goes on who skips it with status modifier.
			if (tic || (flags & (CD | CC)) != 0) {
				follow(new Step(now.address + Ccw.LENGTH, !tic && (flags & CD) != 0), seen, open);
			}
		}
	}

	private static void follow(Step to, Set<Step> seen, Deque<Step> open) {
		if (seen.add(to)) {
			open.push(to);
		}
	}

	/** To 4.19 every TIC goes on with what lies behind it (ccwchain_calc_length), where the channel never comes. */
	private void behind(Step tic, boolean format1) {
		long address = tic.address + Ccw.LENGTH;
		long raw = stored(address, Ccw.LENGTH);
		if (driver != LinuxDriver.V4_19 || raw == NONE || ccw(address, format1) != NONE) {
			return;
		}
		int command = Ccw.command(raw);
		int count = Ccw.count(raw, format1);
		if ((command & 0x0F) != 0 && command != NOP && count != 0) {
			warn(tic, "data behind a TIC: " + linux + " goes on copying there, takes the data for CCWs and refuses the program if they"
					+ " name what it cannot pin", "");
		}
	}

	private void look(Step at, long ccw, Forms forms) {
		int command = Ccw.command(ccw);
		int flags = Ccw.flags(ccw, true);
		int count = Ccw.count(ccw, true);
		boolean left = driver == LinuxDriver.V4_19 && (command == NOP || (command & 0x0F) == 0);
		boolean refused = (flags & IDA) != 0 && (!forms.wide || forms.blocks2k);
		if (refused && driver != LinuxDriver.V6_12) {
			warn(at, "list that is refused: " + linux + " takes lists of 64-bit words for 4K blocks only, and answers the others with"
					+ " -EOPNOTSUPP", "");
		} else if ((flags & MIDA) != 0 && forms.midaws && !left) {
			warn(at, "list of MIDAWs taken for data: " + linux + " does not know the flag, makes a list for the MIDAWs themselves and turns"
					+ " IDA on beside it; the host's channel answers with program check", "");
		} else if (at.chained && left) {
			warn(at, (command == NOP ? "NOP in a data chain" : "test in a data chain") + ": the channel ignores this command byte, " + linux
					+ " takes it for a command without data and leaves the CCW alone; the device gets the guest's address",
					"any other command byte, such as 2");
		} else if (at.chained && command == NOP) {
			warn(at, "NOP in a data chain: the channel ignores this command byte, " + linux + " takes it for a NOP, which has no data;"
					+ " nothing is pinned and the device gets " + (driver == LinuxDriver.V5_17 && (flags & IDA) == 0
							? "an address in the host's page 0" : "the guest's address"), "any other command byte, such as 0");
		} else if ((flags & IDA) != 0 && !moves(command, flags, count)) {
			untranslated(at, forms.wide);
		} else if ((command & 0x0F) == READ_BACKWARD && moves(command, flags, count)) {
			backward(at, Ccw.address(ccw, true), (flags & IDA) != 0, count, forms);
		}
	}

	/**
	 * Lists are made and counted upward, whatever the command. Backward, the bytes lie below the first address, and all
	 * words but the first name the last byte of a block.
	 */
	private void backward(Step at, long address, boolean listed, int count, Forms forms) {
		int block = driver == LinuxDriver.V6_12 && (!forms.wide || forms.blocks2k) ? 2048 : 4096;
		long first = listed ? stored(address, forms.wide ? 8 : 4) : address;
		if (first == NONE) {
			return;
		}
		int in = (int) first & block - 1;
		int upward = (in + count + block - 1) / block;
		int downward = (block - 1 - in + count + block - 1) / block;
		if (!listed && downward > 1) {
			warn(at, "reading backward across a block: " + linux + " pins what lies above the address and lists it upward; the host's"
					+ " channel ends at the beginning of the block with program check", "");
		} else if (listed && downward > 1 && driver != LinuxDriver.V6_12) {
			warn(at, "list for reading backward: " + linux + " keeps the place in its page of the first word only; the host's channel"
					+ " ends at the second with program check", "");
		} else if (listed && upward != downward) {
			warn(at, "list for reading backward: " + linux + " counts its words upward and takes " + upward + ", where the channel takes "
					+ downward, "");
		}
	}

	/** A number that statements put into storage, or NONE. */
	private long stored(long address, int length) {
		Map.Entry<Long, byte[]> s = storage.floorEntry(address);
		return s == null || address + length > s.getKey() + s.getValue().length ? NONE
				: number(s.getValue(), (int) (address - s.getKey()), length);
	}

	private void untranslated(Step at, boolean wide) {
		if (driver == LinuxDriver.V4_19) {
			warn(at, "list of untranslated addresses: no data move, so " + linux + " leaves the guest's list to the host's channel", "");
		} else {
			warn(at, wide ? "list of untranslated addresses: no data move, so " + linux + " leaves the guest's addresses in the list of"
					+ " the host" : "format-1 list of a NOP: no data move, so " + linux + " leaves the guest's 31-bit words in a list"
					+ " of the host whose words have 64", "");
		}
	}

	/** Whether bytes move, as the driver judges; that of 4.19 does not look at SKIP. */
	private boolean moves(int command, int flags, int count) {
		boolean takes = (command & 0x03) == 0x02 || (command & 0x0F) == READ_BACKWARD || (command & 0x0F) == 0x04;
		boolean skips = driver != LinuxDriver.V4_19 && (flags & SKIP) != 0 && takes;
		return count != 0 && command != NOP && !skips;
	}

	private void warn(Step at, String quirk, String expected) {
		SourceMap.Piece p = sources.at(at.address).orElseThrow();
		if (told.add(at.address)) {
			problems.warning(p.offset(), p.textLength(), QUIRK + quirk, expected);
		}
	}

	/** The CCW that a statement put there, in format 1; NONE if none did. */
	private long ccw(long address, boolean format1) {
		SourceMap.Piece p = sources.at(address).orElse(null);
		if (p == null || !(p.statement() instanceof org.ccwbench.model.Ccw) || p.address() != address) {
			return NONE;
		}
		long raw = stored(address, Ccw.LENGTH);
		return raw == NONE || format1 ? raw : Ccw.toFormat1(raw);
	}

	private static long number(byte[] b, int at, int length) {
		long n = 0;
		for (int i = 0; i < length; i++) {
			n = n << 8 | b[at + i] & 0xFF;
		}
		return n;
	}
}
