// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device;

import java.util.List;

/** A device that puts something out for people to read: printed pages, punched cards, the paper of a console. */
public interface OutputDevice extends MediumDevice {
	/**
	 * A line of print, or a card.
	 *
	 * @param number  line of the form, from 1, which the carriage stood at; or number of the card
	 * @param channel channel of the carriage control that stops there, 1 to 12, or 0
	 * @param text    without blanks at the end
	 * @param over    what was printed over it without spacing, in order
	 */
	record Line(int number, int channel, String text, List<String> over) {}

	/** What is on the pages that came out since the device was made, at most the last 64 KiB of it; lines with nothing on them are left out. */
	List<List<Line>> pages();
}
