// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.function.LongToIntFunction;
import org.ccwbench.notation.Image;
import org.ccwbench.notation.SourceMap;

/** Source lines by address. */
public final class Lines {
	private Lines() {}

	/** The line, from 1, of the statement that put a byte there; 0 if none did. */
	public static LongToIntFunction of(Image image) {
		return address -> image.sources().at(address).map(SourceMap.Piece::line).orElse(0);
	}
}
