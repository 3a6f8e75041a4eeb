// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.util.ArrayList;
import java.util.List;
import org.ccwbench.storage.Bytes;

/**
 * Lets only those channel programs pass that cannot change the medium of their device, decided by the commands that
 * they can come to and by the data of these. It looks at the very bytes that the driver is about to copy. What a
 * program that goes on could still store into is known too, so that it cannot change what was looked at.
 */
final class Guard {
	private static final int TRANSPORT = 0x0004_0000;
	/** What nobody stores into. */
	private static final Ranges NONE = new Ranges();

	private final String type;
	private final GuestBytes guest;
	private Ranges going = NONE;

	/** @param type of the device, null if it is not known */
	Guard(String type, GuestBytes guest) {
		this.type = type;
		this.guest = guest;
	}

	/**
	 * Looks at a program.
	 *
	 * @param armed whether commands may change the medium
	 * @return what its commands can store into
	 * @throws RefusedException if it must not pass
	 */
	Ranges check(String device, byte[] orb, boolean armed) throws RefusedException {
		List<Refusal> refusals = new ArrayList<>();
		if ((Bytes.get32(orb, 4) & TRANSPORT) != 0) {
			refuse(device, armed, List.of(new Refusal(Bytes.get32(orb, 8) & 0xFFFF_FFFFL, 0,
					"stands in a transport-mode program, which cannot be looked into", false)));
			return new Ranges();
		}
		GuardTable table = GuardTable.of(type);
		ProgramScan scan = new ProgramScan(guest, orb, table);
		Ranges taken = new Ranges();
		for (ProgramScan.Step s : scan.steps()) {
			Refusal r = GuardTable.refusal(type, s.address, s.command, s.data);
			if (r != null) {
				refusals.add(r);
			}
			if (table.needs(s.command) > 0) {
				s.taken.stretches().forEach(t -> taken.add(t[0], t[1]));
			}
		}
		structure(scan, taken, orb, refusals);
		refuse(device, armed, refusals);
		return scan.stores();
	}

	/** What makes looking at the commands worth nothing. */
	private void structure(ProgramScan scan, Ranges taken, byte[] orb, List<Refusal> refusals) {
		refusals.addAll(scan.untranslated());
		long cpa = Bytes.get32(orb, 8) & 0x7FFF_FFFFL;
		if (!scan.complete()) {
			refusals.add(new Refusal(cpa, 0, "begins a program of more than " + ProgramScan.MOST + " CCWs, too many to look at", false));
		}
		if (scan.modifiedIndirect()) {
			refusals.add(new Refusal(cpa, 0, "begins a program with modified indirect addressing, which the driver does not understand", false));
		}
		if (taken.meets(scan.stores())) {
			refusals.add(new Refusal(cpa, 0, "begins a program that reads into the parameters of one of its own commands", false));
		}
		if (going.meets(scan.code()) || going.meets(taken)) {
			refusals.add(new Refusal(cpa, 0, "begins a program that the one that is going on can still change", false));
		}
	}

	private static void refuse(String device, boolean armed, List<Refusal> refusals) throws RefusedException {
		List<Refusal> counting = armed ? refusals.stream().filter(Refusal::always).toList() : refusals;
		if (!counting.isEmpty()) {
			throw new RefusedException(device, counting);
		}
	}

	/** A program was started that can store there. */
	void begun(Ranges stores) {
		Ranges all = new Ranges();
		going.stretches().forEach(s -> all.add(s[0], s[1]));
		stores.stretches().forEach(s -> all.add(s[0], s[1]));
		going = all;
	}

	/** Nothing goes on any more. */
	void ended() {
		going = NONE;
	}
}
