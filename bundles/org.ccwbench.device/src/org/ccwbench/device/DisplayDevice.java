// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device;

/**
 * A display station at which a person sits. Positions count from 0 at the upper left, row by row. The medium
 * holds the whole state of the screen, so that a view can show it at any position of a recording.
 */
public interface DisplayDevice extends MediumDevice {
	int rows();

	int columns();

	/** The character at a position; a blank for a null or a field attribute. */
	char at(int position);

	/** The attribute of the field that a position is in, or -1 if the screen has no fields. */
	int attribute(int position);

	/** Whether a field attribute stands at the position itself. */
	boolean startsField(int position);

	int cursor();

	/** Whether the keyboard is locked until the program restores it. */
	boolean locked();

	/** Moves the cursor; does nothing for a position that is not on the screen. */
	void move(int position);

	/**
	 * Types characters at the cursor, which follows.
	 *
	 * @return how many were entered before a locked keyboard or a protected field stopped it
	 */
	int type(String text);

	/** Presses a key that calls the program: 0x7D ENTER, 0xF1 PF1, 0x6C PA1, 0x6D CLEAR, … False if the keyboard is locked. */
	boolean press(int attentionIdentifier);
}
