// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import java.util.Objects;

/**
 * What one value (of a {@link Kind#CODE}, {@link Kind#FLAG}) or one mask (of {@link Kind#BITS}) means.
 *
 * @param value the value or mask, right-aligned in the field
 * @param symbol short name as the manuals print it, such as {@code CE}; empty if there is none
 * @param words the meaning, in lower case, without a full stop
 */
public record Value(long value, String symbol, String words) {
    public Value {
        Objects.requireNonNull(symbol);
        Objects.requireNonNull(words);
    }
}
