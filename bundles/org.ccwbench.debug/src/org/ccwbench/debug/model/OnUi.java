// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.model;

import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** The debug platform asks on threads of its own; a run belongs to the UI thread. */
public final class OnUi {
	private OnUi() {}

	/** What the UI thread answers; {@code otherwise} if the window is gone. Nobody may ask who holds a lock that the UI thread wants. */
	public static <T> T ask(Supplier<T> what, T otherwise) {
		Display display = display();
		if (display == null) {
			return otherwise;
		}
		if (display.getThread() == Thread.currentThread()) {
			return what.get();
		}
		Object[] answer = {otherwise};
		try {
			display.syncExec(() -> answer[0] = what.get());
		} catch (SWTException e) {
			// The window may go while one waits for it; what broke on the way to an answer is told.
			if (e.code != SWT.ERROR_DEVICE_DISPOSED) {
				throw e;
			}
		}
		@SuppressWarnings("unchecked")
		T given = (T) answer[0];
		return given;
	}

	/** Does it on the UI thread, now or a little later; not at all if the window is gone. */
	public static void run(Runnable what) {
		Display display = display();
		if (display == null) {
			return;
		}
		if (display.getThread() == Thread.currentThread()) {
			what.run();
		} else {
			display.asyncExec(what);
		}
	}

	private static Display display() {
		if (!PlatformUI.isWorkbenchRunning()) {
			return null;
		}
		Display display = PlatformUI.getWorkbench().getDisplay();
		return display.isDisposed() ? null : display;
	}
}
