// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.wizards;

/** What a new file begins with. */
final class Template {
	/** Two lines on a printer, because that needs no image. */
	private static final String LINES = """
			* What the program does.
			*
			* Run it with Ctrl+F11, or step through it with F6, back with Shift+F6.
			* Ctrl+Space proposes what can stand where the caret is.
			*
			         DEVICE 0.0.000E,TYPE=1403
			         STORAGE 1M
			*
			         ORG   X'10000'
			PROG     CCW1  WR1,FIRST,CC,L'FIRST   prints a line
			LAST     CCW1  WR1,SECOND,0,L'SECOND  and another one
			*
			         ORG   X'20000'
			FIRST    DC    C'HELLO, CHANNEL'
			SECOND   DC    C'GOOD-BYE'
			*
			         ORB   CPA=PROG
			         EXPECT CC=0,UNIT=CE+DE,CHAN=0,COUNT=0,CPA=LAST+8
			""";
	private static final String EMPTY = """
			* What the program does.
			*
			         DEVICE 0.0.0120,TYPE=%s
			         STORAGE 1M
			*
			         ORG   X'10000'
			""";

	private Template() {}

	/** @param device type of the device of a program without a CCW; null for one that prints two lines */
	static String text(String device) {
		return device == null ? LINES : EMPTY.formatted(device);
	}
}
