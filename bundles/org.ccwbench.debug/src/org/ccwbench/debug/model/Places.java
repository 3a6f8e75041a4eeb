// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.model;

import org.ccwbench.notation.Image;
import org.ccwbench.notation.SourceMap;
import org.ccwbench.ui.ActiveRun;

/** Ranges of storage as people write them. */
public final class Places {
	/** @param length bytes */
	public record Range(long from, long length) {}

	private Places() {}

	/**
	 * @param from   a label of the program that runs, or an address in hexadecimal
	 * @param length bytes; empty for what the text puts at the label
	 * @throws IllegalArgumentException saying what is wrong with the words
	 */
	public static Range range(ActiveRun run, String from, String length) {
		Image image = run.session() == null ? null : run.session().image();
		long at = Address.sum(image, from.strip());
		if (!length.isBlank()) {
			return new Range(at, Address.number(length.strip(), 10));
		}
		long end = image == null ? at + 1 : image.sources().at(at).map(SourceMap.Piece::end).orElse(at + 1);
		return new Range(at, end - at);
	}
}
