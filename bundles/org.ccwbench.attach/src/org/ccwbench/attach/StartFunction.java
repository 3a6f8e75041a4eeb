// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One start function of a local subchannel, from the guard to its ending status and what it left in storage. */
final class StartFunction {
	/** Bytes that are compared with what was there before; areas beyond it are given back as they are. */
	private static final long MOST_BYTES = 8L << 20;
	/** How long a poll may last, so that cancelling is heard. */
	private static final int ATTENTIVE_MILLIS = 100;
	private static final int GRACE_MILLIS = 1000;
	/** Bytes that are alike between two changes and cost less than a further piece. */
	private static final int GAP = 32;

	private record Before(long address, byte[] bytes) {}

	private final LocalSubchannel subchannel;
	private final GuestMemory memory;
	private final byte[] orb;
	private final List<Before> before = new ArrayList<>();
	private final List<byte[]> irbs = new ArrayList<>();
	private final List<byte[]> unsolicited = new ArrayList<>();
	private final List<String> notes = new ArrayList<>();
	private Execution.End end = Execution.End.ENDED;

	StartFunction(LocalSubchannel subchannel, GuestMemory memory, byte[] orb) {
		this.subchannel = subchannel;
		this.memory = memory;
		this.orb = orb;
	}

	Execution run(int milliseconds, BooleanSupplier cancelled) throws AttachException {
		Ranges stores = subchannel.check(orb);
		remember(stores);
		late();
		long began = System.nanoTime();
		int rc = subchannel.send(orb, stores);
		if (rc == 0 && !ends(milliseconds, cancelled)) {
			give(cancelled.getAsBoolean());
		}
		long nanos = System.nanoTime() - began;
		return new Execution(rc, irbs, unsolicited, changed(), end, nanos, notes);
	}

	private void remember(Ranges stores) {
		long left = MOST_BYTES;
		for (long[] s : stores.stretches()) {
			int n = (int) Math.min(s[1], left);
			byte[] b = new byte[n];
			if (n > 0 && memory.load(s[0], b, 0, n)) {
				before.add(new Before(s[0], b));
				left -= n;
			}
			if (n < s[1]) {
				notes.add("the program can store into more than " + (MOST_BYTES >> 20) + " MiB; what is beyond is not shown");
				return;
			}
		}
	}

	/** Interruptions that came before this start function belong to none. */
	private void late() throws AttachException {
		for (Interruption i = subchannel.await(0); i != null; i = subchannel.await(0)) {
			unsolicited.add(i.irb());
		}
	}

	/** Awaits ending status; false if it did not come in time. */
	private boolean ends(int milliseconds, BooleanSupplier cancelled) throws AttachException {
		long until = System.nanoTime() + milliseconds * 1_000_000L;
		boolean wanted = false;
		while (true) {
			long left = (until - System.nanoTime() + 999_999L) / 1_000_000L;
			if (left <= 0 || cancelled.getAsBoolean() || subchannel.closing()) {
				return false;
			}
			Interruption i = subchannel.await((int) Math.min(left, ATTENTIVE_MILLIS));
			if (i != null && took(i)) {
				return true;
			}
			if (!wanted && subchannel.releaseRequested()) {
				wanted = true;
				until = Math.min(until, System.nanoTime() + GRACE_MILLIS * 1_000_000L);
				notes.add("the host wants the device back: it is gone, or its driver is being taken off");
			}
		}
	}

	/** Takes an interruption; true if nothing is left to come. */
	private boolean took(Interruption i) {
		if (i.unsolicited()) {
			unsolicited.add(i.irb());
			return false;
		}
		irbs.add(i.irb());
		if (i.suspended()) {
			end = Execution.End.SUSPENDED;
			notes.add("the program is suspended, and vfio-ccw has no RESUME SUBCHANNEL");
			return true;
		}
		return i.last();
	}

	/** Ends what has not ended by itself. */
	private void give(boolean cancelled) throws AttachException {
		end = subchannel.closing() || cancelled ? Execution.End.CANCELLED
				: subchannel.releaseRequested() ? Execution.End.GONE : Execution.End.TIME_OVER;
		String[] names = {"HALT SUBCHANNEL", "CLEAR SUBCHANNEL"};
		for (int k = 0; k < names.length; k++) {
			int rc = k == 0 ? subchannel.halt() : subchannel.clear();
			notes.add((cancelled ? "cancelled: " : "the program had not ended in time: ") + names[k]
					+ (rc == 0 ? "" : " ends with " + ErrorNumber.name(-rc)));
			if (rc == 0 && ends(GRACE_MILLIS, () -> false)) {
				return;
			}
		}
		notes.add("neither ended it; the device is reset");
		subchannel.reset();
	}

	private List<StoredBytes> changed() {
		List<StoredBytes> changed = new ArrayList<>();
		for (Before b : before) {
			byte[] now = new byte[b.bytes.length];
			memory.load(b.address, now, 0, now.length);
			differences(b, now, changed);
		}
		return changed;
	}

	private static void differences(Before before, byte[] now, List<StoredBytes> into) {
		int at = java.util.Arrays.mismatch(before.bytes, now);
		while (at >= 0) {
			int end = at + 1;
			for (int i = end; i < now.length && i - end <= GAP; i++) {
				if (now[i] != before.bytes[i]) {
					end = i + 1;
				}
			}
			into.add(new StoredBytes(before.address + at, java.util.Arrays.copyOfRange(now, at, end)));
			int next = java.util.Arrays.mismatch(before.bytes, end, now.length, now, end, now.length);
			at = next < 0 ? -1 : end + next;
		}
	}
}
