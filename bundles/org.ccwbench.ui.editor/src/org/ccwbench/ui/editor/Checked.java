// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.ccwbench.model.Document;
import org.ccwbench.notation.Image;
import org.ccwbench.notation.Notation;

/** Model and image of a text as they were when it was checked last. Written by the checking thread, read by any. */
final class Checked {
	/** One state; never null parts. */
	record State(String text, Document document, Image image) {}

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private volatile State state;

	/** The last state; null before the first check. */
	State state() {
		return state;
	}

	/** The state of exactly this text, checking it now if need be. */
	State of(String name, String text) {
		State known = state;
		return known != null && known.text.equals(text) ? known : check(name, text);
	}

	State check(String name, String text) {
		Document document = Notation.parse(name, text).document();
		State fresh = new State(text, document, Notation.assemble(document));
		state = fresh;
		listeners.forEach(Runnable::run);
		return fresh;
	}

	/** Called on the thread that checks. */
	void addListener(Runnable l) {
		listeners.add(l);
	}

	void removeListener(Runnable l) {
		listeners.remove(l);
	}
}
