// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;

/**
 * A kind of recorded vectors: how to run one and what to compare. Found through {@link java.util.ServiceLoader};
 * a kind holds no state, a {@link Checker} may.
 */
public interface VectorKind {
	/** One word for people: "subchannel", "translation". */
	String name();

	/** Whether a vector is of this kind, by the members that it has. */
	boolean recognises(JsonObject vector);

	/** Whose results can be compared with, the default first; "agreed" stands for those that recorders agree on. */
	List<String> oracles();

	/**
	 * Begins a file.
	 *
	 * @param meta   the file's {@code meta}, empty if it has none
	 * @param folder where the file lies, for images that it names; they may lie in {@code images/} below it
	 * @param oracle one of {@link #oracles()}
	 */
	Checker open(JsonObject meta, Path folder, String oracle);

	/** Runs the vectors of one file, one after another, on one thread. */
	interface Checker extends AutoCloseable {
		/**
		 * Runs one vector. A member that is missing or malformed is told by an {@link IllegalArgumentException},
		 * {@link IllegalStateException}, {@link ClassCastException} or Gson's own; the caller names the vector.
		 */
		Verdict check(JsonObject vector);

		@Override
		default void close() {}
	}
}
