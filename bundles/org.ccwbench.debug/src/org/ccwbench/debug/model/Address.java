// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.model;

import java.util.Locale;

import org.ccwbench.notation.Image;
import org.ccwbench.notation.SourceMap;
import org.ccwbench.run.SpaceView;
import org.ccwbench.ui.ActiveRun;

/**
 * A place in an address space, as people write it: {@code LABEL}, {@code LABEL+8}, {@code 20000}, {@code X'20000'},
 * with {@code guest:}, {@code user:} or {@code host:} before it and a number of bytes behind a comma.
 *
 * @param length as written, else of what the text puts there, else 16; at most {@value #MOST}
 */
record Address(SpaceView space, long at, int length) {
	private static final int MOST = 4096;
	private static final int USUAL = 16;

	/**
	 * UI thread only.
	 *
	 * @return null if there is no history
	 * @throws IllegalArgumentException saying what is wrong with the words
	 */
	static Address read(ActiveRun run, String words) {
		if (run.history() == null) {
			return null;
		}
		String rest = words.strip();
		SpaceView space = run.history().spaces().get(0);
		int colon = rest.indexOf(':');
		if (colon >= 0) {
			String id = rest.substring(0, colon).strip();
			space = run.history().spaces().stream().filter(s -> s.id().equalsIgnoreCase(id)).findFirst()
					.orElseThrow(() -> new IllegalArgumentException("no address space " + id + "; there are "
							+ String.join(", ", run.history().spaces().stream().map(SpaceView::id).toList())));
			rest = rest.substring(colon + 1);
		}
		int comma = rest.indexOf(',');
		int length = -1;
		if (comma >= 0) {
			length = (int) Math.min(MOST, number(rest.substring(comma + 1).strip(), 10));
			rest = rest.substring(0, comma);
		}
		Image image = run.session().image();
		long at = sum(image, rest.strip());
		if (length < 0) {
			long end = image.sources().at(at).map(SourceMap.Piece::end).orElse(at + USUAL);
			length = (int) Math.min(Math.max(1, end - at), 256);
		}
		return new Address(space, at, length);
	}

	/** @param image null if there is none: no labels then */
	static long sum(Image image, String words) {
		int sign = Math.max(words.lastIndexOf('+'), words.lastIndexOf('-'));
		if (sign > 0) {
			long by = number(words.substring(sign + 1).strip(), 10);
			return Math.max(0, sum(image, words.substring(0, sign).strip()) + (words.charAt(sign) == '+' ? by : -by));
		}
		String name = words.toUpperCase(Locale.ROOT);
		Long known = image == null ? null : image.labels().get(name);
		known = known == null && image != null ? image.equates().get(name) : known;
		return known != null ? known : number(words, 16);
	}

	static long number(String words, int base) {
		String upper = words.toUpperCase(Locale.ROOT);
		boolean hex = upper.startsWith("X'") && upper.endsWith("'") && upper.length() > 3;
		String digits = hex ? upper.substring(2, upper.length() - 1) : upper.replaceFirst("^0X", "").replace("_", "");
		try {
			long value = Long.parseUnsignedLong(digits, hex || upper.startsWith("0X") ? 16 : base);
			if (value >= 0) {
				return value;
			}
		} catch (NumberFormatException e) {
			// Said below, for both.
		}
		throw new IllegalArgumentException(words + " is neither a label nor a number");
	}
}
