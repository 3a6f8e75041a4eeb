// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.compare;

/**
 * Something in which two sessions differ.
 *
 * @param what       a few words: "return code", "scsw.cpa", "storage 20000", "pins"
 * @param left       what the one has, in words
 * @param right      what the other has
 * @param start      index of the start function, from 0; -1 if it is about all
 * @param leftEvent  number of the event of the one's recording that it goes back to; -1 if to none
 * @param rightEvent the same of the other's
 * @param address    guest absolute address if {@link Kind#STORAGE}, else -1
 */
public record Difference(Kind kind, String what, String left, String right, int start, long leftEvent, long rightEvent,
		long address) {
	/** What it is about. */
	public enum Kind {
		/** The first event, of those that do not depend on the path, after which the two are not the same. */
		COURSE("course"),
		/** How START SUBCHANNEL, the request and the run ended. */
		STATUS("status"),
		/** A field of the guest's last interruption-response block. */
		IRB("interruption-response block"),
		/** Bytes of guest storage that a device sent data to. */
		STORAGE("storage"),
		/** A stage that both have, or one that failed. */
		STAGE("stage"),
		/** A {@link org.ccwbench.run.CostFigure}. */
		COST("cost");

		private final String title;

		Kind(String title) {
			this.title = title;
		}

		/** A word for people. */
		public String title() {
			return title;
		}
	}

	static Difference of(Kind kind, String what, Object left, Object right, int start, long leftEvent, long rightEvent) {
		return new Difference(kind, what, String.valueOf(left), String.valueOf(right), start, leftEvent, rightEvent, -1);
	}
}
