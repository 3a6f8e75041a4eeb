// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.diagram;

import org.ccwbench.run.Progress;

/** The colours of a diagram on a light or a dark ground. */
record Colours(int ground, int ink, int faint, int frame, int selected, int problem, boolean dark) {
	private static final Colours LIGHT = new Colours(0xFFFFFF, 0x1B1F24, 0x59636E, 0x8C959F, 0x0969DA, 0xC9510C, false);
	private static final Colours DARK = new Colours(0x1E1F22, 0xE6E6E6, 0xA9B1BA, 0x6E7681, 0x4C9BFF, 0xF0883E, true);

	/** For a ground of some brightness, 0 to 255. */
	static Colours on(int brightness) {
		return brightness < 128 ? DARK : LIGHT;
	}

	static Colours paper() {
		return LIGHT;
	}

	int fill(Figure.Kind kind) {
		return switch (kind) {
			case ORB -> dark ? 0x3A3323 : 0xFFF4D6;
			case CCW -> dark ? 0x243447 : 0xE8F1FB;
			case TIC -> dark ? 0x42301F : 0xFDEBDC;
			case IDAL, MIDAL -> dark ? 0x352A45 : 0xF3EAFB;
			case DATA -> dark ? 0x21392C : 0xE7F5EC;
		};
	}

	int line(Link.Kind kind) {
		return switch (kind) {
			case START -> dark ? 0xD4A72C : 0x9A6700;
			case COMMAND -> dark ? 0xC9D1D9 : 0x24292F;
			case DATA_CHAIN -> dark ? 0x58A6FF : 0x0550AE;
			case TIC -> dark ? 0xF0883E : 0xBC4C00;
			case INDIRECT -> dark ? 0xBC8CFF : 0x8250DF;
			case DATA -> dark ? 0x56D364 : 0x2C7A3F;
		};
	}

	static double[] dashes(Link.Kind kind) {
		return switch (kind) {
			case DATA_CHAIN -> new double[] { 8, 4 };
			case TIC -> new double[] { 10, 3, 2, 3 };
			case INDIRECT -> new double[] { 3, 3 };
			default -> new double[0];
		};
	}

	/** Of the stripe that says how far a run is; the frame's if it says nothing. */
	int progress(Progress p) {
		return switch (p) {
			case PENDING -> frame;
			case CURRENT -> selected;
			case DONE -> dark ? 0x3FB950 : 0x1A7F37;
			case FAILED -> dark ? 0xF85149 : 0xCF222E;
		};
	}
}
