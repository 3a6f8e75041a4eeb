// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** A page of the editor beside the source. */
public interface Page extends ProgramText.Listener {
	/** For the tab. */
	String title();

	/** Called once, before anything else. */
	Control create(Composite parent, ProgramText text);

	/** It came to the front, or went. While it is behind it need not follow. */
	void visible(boolean front);

	void setFocus();

	/** What is selected, as .ccw text; empty if nothing is. */
	String copied();

	/** Puts a text in behind what is selected: .ccw statements, or CCWs in hexadecimal. */
	void paste(String text);

	void delete();

	void selectAll();

	/** What has the keyboard while the page is in front. */
	Control control();

	/** Lower left corner of what is selected, in the points of {@link #control()}. */
	Point place();

	/** Prints; does nothing where there is nothing of its own to print. */
	default void print() {}

	void dispose();
}
