// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui;

import java.nio.file.Path;

/**
 * A program as it is to be run: the text may be ahead of the file.
 *
 * @param file where names of images in the text are looked up from
 * @param name for people
 */
public record Program(Path file, String name, String text) {
	/** What an editor of programs adapts to. */
	public interface Source {
		/** The program as it stands at this moment. */
		Program program();

		/** The file of the program; does not need its text. */
		default Path programFile() {
			return program() == null ? null : program().file();
		}

		/** Equals the one before only if the text is the same as then; null if it is not known. */
		default Object stamp() {
			return null;
		}

		/** Puts the caret on a place of the text; both from 1. */
		void reveal(int line, int column);
	}
}
