// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

/**
 * What was done within a stage, or in all, until a position.
 *
 * @param bytesCopied program and blocks copied between spaces
 * @param bytesMoved  data between device and storage
 */
public record Tally(long lookUps, long pins, long unpins, long refused, long calls, long bytesCopied,
		long ccwsTranslated, long ccwsFetched, long bytesMoved) {
	static final int KINDS = 9;

	static Tally of(long[] t) {
		return new Tally(t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7], t[8]);
	}
}
