// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.display;

/** Attributes that a position or a field has beside the field attribute, in the order of their pages in the screen's medium. */
final class ExtendedAttribute {
	/** Attribute types as the data stream has them; the first five belong to characters too. */
	private static final int[] TYPES = {0x41, 0x42, 0x43, 0x45, 0x46, 0xC1, 0xC2};
	static final int HIGHLIGHTING = 0;
	static final int COLOUR = 1;
	static final int CHARACTER_SET = 2;
	/** How many of them a character has. */
	static final int OF_CHARACTERS = 5;
	static final int COUNT = TYPES.length;

	private ExtendedAttribute() {}

	/** The attribute type of a page. */
	static int type(int index) {
		return TYPES[index];
	}

	/** The page of an attribute type, or -1 if there is no such attribute. */
	static int index(int type) {
		for (int i = 0; i < COUNT; i++) {
			if (TYPES[i] == type) {
				return i;
			}
		}
		return -1;
	}
}
