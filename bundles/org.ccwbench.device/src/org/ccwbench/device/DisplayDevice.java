// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device;

/**
 * A display station at which a person sits. Positions count from 0 at the upper left, row by row. The medium
 * holds the whole state of the screen, so that a view can show it at any position of a recording.
 */
public interface DisplayDevice extends MediumDevice {
	/** Attention identifier of the CLEAR key. */
	int CLEAR = 0x6D;

	/** The model, 2 to 5, which says the alternate size. */
	int model();

	int rows();

	int columns();

	/** The character at a position; a blank for a null or a field attribute. */
	char at(int position);

	/** The attribute of the field that a position is in, or -1 if the screen has no fields. */
	int attribute(int position);

	/** Whether a field attribute stands at the position itself. */
	boolean startsField(int position);

	/** Highlighting at a position: 0 or F0 none, F1 blinking, F2 reverse, F4 underscore, F8 intensified. */
	int highlighting(int position);

	/** Colour at a position: 0 default, F1 blue, F2 red, F3 pink, F4 green, F5 turquoise, F6 yellow, F7 white. */
	int colour(int position);

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

	/** Grows with every command that may have changed the screen. */
	long changes();

	/**
	 * The data stream that makes a terminal of the same model show the screen as it is, command byte first, as
	 * between a control unit and a remote terminal. It sounds the alarm if that sounded since the last call.
	 */
	byte[] show();

	/**
	 * Brings what a terminal sent into the screen and raises attention, as if a person had typed that here: attention
	 * identifier, cursor, and the fields that were modified.
	 *
	 * @return false if the keyboard is locked or it is no such record; nothing has changed then
	 */
	boolean answer(byte[] record);
}
