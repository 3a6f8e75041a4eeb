// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import java.util.ArrayList;
import java.util.List;

/**
 * The subchannels whose I/O interruption is pending: the most urgent subclass first, in each of them first come first
 * served (PoP SA22-7832, chapter 16, "Priority of Interruptions"). Subclass 0 is the leftmost of eight mask bits.
 */
final class Interruptions {
	private static final int SUBCLASSES = 8;
	private static final int ALL = 0xFF;
	private static final int LEFTMOST = 0x80;

	private final List<List<Subchannel>> pending = new ArrayList<>();
	private int count;
	private int mask = ALL;

	Interruptions() {
		for (int i = 0; i < SUBCLASSES; i++) {
			pending.add(new ArrayList<>());
		}
	}

	/** Takes interruptions from these subclasses only. */
	void mask(int subclasses) {
		mask = subclasses & ALL;
	}

	/** Makes the interruption of a subchannel pending, in the subclass that it has now. */
	void add(Subchannel s) {
		s.interruptionPending(true);
		pending.get(s.interruptionSubclass()).add(s);
		count++;
	}

	/** It is no longer pending, if it was. */
	void remove(Subchannel s) {
		if (s.interruptionPending()) {
			s.interruptionPending(false);
			pending.get(s.interruptionSubclass()).remove(s);
			count--;
		}
	}

	/** Whether one is pending that is not masked off. */
	boolean any() {
		return count > 0 && (mask == ALL || first() != null);
	}

	/** The subchannel whose turn it is, or null. */
	Subchannel first() {
		if (count > 0) {
			for (int subclass = 0; subclass < SUBCLASSES; subclass++) {
				if ((mask << subclass & LEFTMOST) != 0 && !pending.get(subclass).isEmpty()) {
					return pending.get(subclass).get(0);
				}
			}
		}
		return null;
	}
}
