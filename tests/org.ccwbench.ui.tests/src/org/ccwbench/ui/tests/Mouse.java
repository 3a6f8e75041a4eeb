// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;

/**
 * The mouse of the display, moved and pressed through the X server's XTEST extension, as if somebody had it in the
 * hand: grabs, focus and what lies on top are as for people.
 */
final class Mouse {
	static final long ENTER = 0xFF0D;
	static final long ESCAPE = 0xFF1B;
	static final long DELETE = 0xFFFF;

	private interface X extends Library {
		Pointer XOpenDisplay(String name);

		int XFlush(Pointer display);

		byte XKeysymToKeycode(Pointer display, NativeLong symbol);
	}

	private interface Xtst extends Library {
		int XTestFakeMotionEvent(Pointer display, int screen, int x, int y, NativeLong delay);

		int XTestFakeKeyEvent(Pointer display, int key, int press, NativeLong delay);

		int XTestFakeButtonEvent(Pointer display, int button, int press, NativeLong delay);
	}

	private static final X X11 = Native.load("X11", X.class);
	private static final Xtst XTST = Native.load("Xtst", Xtst.class);
	private static final Pointer DISPLAY = X11.XOpenDisplay(null);
	private static final NativeLong NOW = new NativeLong(0);
	private static final int CURRENT_SCREEN = -1;
	private static final int PARTS = 6;
	private static final long CONTROL = 0xFFE3;

	private Mouse() {}

	private static void to(Point at) {
		XTST.XTestFakeMotionEvent(DISPLAY, CURRENT_SCREEN, at.x, at.y, NOW);
		X11.XFlush(DISPLAY);
		Bench.pause(40);
	}

	private static void button(int number, boolean down) {
		XTST.XTestFakeButtonEvent(DISPLAY, number, down ? 1 : 0, NOW);
		X11.XFlush(DISPLAY);
		Bench.pause(40);
	}

	/** On the screen. */
	static Point on(Control control, Point at) {
		return Bench.ui(() -> control.toDisplay(at));
	}

	static Point middle(Control control) {
		return on(control, Bench.ui(() -> new Point(control.getSize().x / 2, control.getSize().y / 2)));
	}

	static void click(Point at) {
		click(at, 1);
	}

	static void click(Point at, int number) {
		to(at);
		button(number, true);
		button(number, false);
	}

	static void doubleClick(Point at) {
		click(at);
		button(1, true);
		button(1, false);
	}

	static void drag(Point from, Point to) {
		to(from);
		button(1, true);
		for (int i = 1; i <= PARTS; i++) {
			to(new Point(from.x + (to.x - from.x) * i / PARTS, from.y + (to.y - from.y) * i / PARTS));
		}
		button(1, false);
	}

	/** Turns the wheel by some notches; away from oneself is up. With Ctrl held down if {@code control}. */
	static void wheel(Point at, int notches, boolean control) {
		to(at);
		if (control) {
			key(CONTROL, true);
		}
		for (int i = 0; i < Math.abs(notches); i++) {
			button(notches > 0 ? 4 : 5, true);
			button(notches > 0 ? 4 : 5, false);
		}
		if (control) {
			key(CONTROL, false);
		}
	}

	private static void key(long symbol, boolean down) {
		XTST.XTestFakeKeyEvent(DISPLAY, X11.XKeysymToKeycode(DISPLAY, new NativeLong(symbol)) & 0xFF, down ? 1 : 0, NOW);
		X11.XFlush(DISPLAY);
		Bench.pause(40);
	}

	/** Presses a key, by its X symbol, and lets it go; also in dialogs that are not the workbench's own. */
	static void strike(long symbol) {
		key(symbol, true);
		key(symbol, false);
	}
}
