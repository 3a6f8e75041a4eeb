// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.diagram;

import org.ccwbench.run.Progress;

/** The colours of a diagram on a light or a dark ground; the strong ones have a contrast of at least 7 to it. */
record Colours(int ground, int ink, int faint, int frame, int selected, int problem, boolean dark, boolean strong) {
	private static final Colours LIGHT = new Colours(0xFFFFFF, 0x1B1F24, 0x59636E, 0x8C959F, 0x0969DA, 0xC9510C, false, false);
	private static final Colours DARK = new Colours(0x1E1F22, 0xE6E6E6, 0xA9B1BA, 0x6E7681, 0x4C9BFF, 0xF0883E, true, false);
	private static final Colours STRONG_LIGHT = new Colours(0xFFFFFF, 0x000000, 0x404040, 0x000000, 0x0000C0, 0x8A3300, false, true);
	private static final Colours STRONG_DARK = new Colours(0x000000, 0xFFFFFF, 0xD2D6DA, 0xFFFFFF, 0x9CCBFF, 0xFFB27A, true, true);

	/** For a ground of some brightness, 0 to 255. */
	static Colours on(int brightness, boolean strong) {
		return strong ? brightness < 128 ? STRONG_DARK : STRONG_LIGHT : brightness < 128 ? DARK : LIGHT;
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
			case START -> of(0x9A6700, 0xD4A72C, 0x6B4700, 0xFFD75E);
			case COMMAND -> of(0x24292F, 0xC9D1D9, 0x000000, 0xFFFFFF);
			case DATA_CHAIN -> of(0x0550AE, 0x58A6FF, 0x00408A, 0x9CCBFF);
			case TIC -> of(0xBC4C00, 0xF0883E, 0x8A3300, 0xFFB27A);
			case INDIRECT -> of(0x8250DF, 0xBC8CFF, 0x5B21B6, 0xD9BFFF);
			case DATA -> of(0x2C7A3F, 0x56D364, 0x0B5A22, 0x8AF09A);
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
			case DONE -> of(0x1A7F37, 0x3FB950, 0x0B5A22, 0x8AF09A);
			case FAILED -> of(0xCF222E, 0xF85149, 0x8C0000, 0xFFAAA0);
		};
	}

	private int of(int onLight, int onDark, int strongOnLight, int strongOnDark) {
		return dark ? strong ? strongOnDark : onDark : strong ? strongOnLight : onLight;
	}
}
