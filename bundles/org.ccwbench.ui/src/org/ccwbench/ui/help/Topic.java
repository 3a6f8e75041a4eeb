// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.help;

import java.util.Locale;

/**
 * One page of help.
 *
 * @param id      unique: {@code command:eckd/06}, {@code field:scsw.dstat}, {@code statement:EXPECT}, {@code page:stages}
 * @param section what kind of thing it is about, for people: “Command of ECKD disks”
 * @param title   heading of the page
 * @param body    paragraphs; a line that begins with {@code ##} is a heading, with {@code -} an item of a list, text in
 *                back quotes is code, {@code [words](id)} leads to another page
 */
public record Topic(String id, String section, String title, String body) {
	/** Whether every word of {@code words} stands somewhere in the title, the section or the identifier. */
	boolean matches(String... words) {
		String all = (title + ' ' + section + ' ' + id).toLowerCase(Locale.ROOT);
		for (String word : words) {
			if (!all.contains(word)) {
				return false;
			}
		}
		return true;
	}
}
