// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.wizards;

/** The program that a new file begins with: reads the identification of a disk. */
final class Template {
	private static final String TEXT = """
			* A channel program. Run it with Ctrl+F11, step with F6, go back with Shift+F6.
			         DEVICE 0.0.0120,TYPE=3390
			         STORAGE 1M
			         ORB   CPA=PGM
			         ORG   X'1000'
			PGM      CCW1  SENSEID,BUF,SLI,64
			         ORG   X'2000'
			BUF      DS    XL64
			         EXPECT UNIT=CE+DE
			""";

	private Template() {}

	static String text() {
		return TEXT;
	}
}
