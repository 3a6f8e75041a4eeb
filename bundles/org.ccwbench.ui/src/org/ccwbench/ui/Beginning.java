// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui;

import org.ccwbench.notation.Image;

/**
 * What the program of an editor begins with, and changes of that, which become changes of its text. An editor of programs
 * adapts to it. UI thread only.
 */
public interface Beginning {
	/** Name of the program, for people. */
	String name();

	/** What the text puts into the machine; null as long as it has errors or was not read yet. */
	Image image();

	/** Why nothing can be changed, one sentence; null if it can. */
	String refusal();

	/**
	 * Changes the text so that storage begins with these bytes, as one step of undo.
	 *
	 * @return why it was not done, one sentence; null if it was
	 */
	String put(long address, byte[] bytes);

	/** Takes the last change of the text back, or makes it again. */
	void undo(boolean again);

	/** Called after each change of the image. */
	void addListener(Runnable l);

	void removeListener(Runnable l);
}
