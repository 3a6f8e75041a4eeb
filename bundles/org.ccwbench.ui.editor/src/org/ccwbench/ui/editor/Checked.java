// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.ccwbench.model.Document;
import org.ccwbench.notation.Finding;
import org.ccwbench.notation.Image;
import org.ccwbench.notation.Listing;
import org.ccwbench.notation.LinuxDriver;
import org.ccwbench.notation.Notation;
import org.ccwbench.notation.Review;
import org.ccwbench.notation.StatementEdits;
import org.ccwbench.ui.prefs.RunPreferences;

/** Model and image of a text as they were when it was checked last. Written by the checking thread, read by any. */
public final class Checked {
	/**
	 * One state; never null parts.
	 *
	 * @param name of the text
	 * @param driver that the image is for
	 * @param findings what the review of the program found; empty while the text has errors
	 * @param edits of this text
	 * @param listing every CCW
	 */
	public record State(String name, String driver, String text, Document document, Image image, List<Finding> findings, StatementEdits edits, List<Listing.Row> listing) {
		/** Whether the text has no error. */
		public boolean good() {
			return image.ok();
		}

		private boolean is(String asked, String of, String by) {
			return asked.equals(name) && by.equals(driver) && of.equals(text);
		}
	}

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private volatile State state;
	private volatile State good;

	/** The last state; null before the first check. */
	public State state() {
		return state;
	}

	/** The last state of a text without errors; null if there was none. */
	public State good() {
		return good;
	}

	/** The state of exactly this text for the driver that is preferred now, checking it if need be. */
	public State of(String name, String text) {
		String driver = RunPreferences.driver();
		State known = state;
		return known != null && known.is(name, text, driver) ? known : check(name, driver, text);
	}

	private synchronized State check(String name, String driver, String text) {
		State known = state;
		if (known != null && known.is(name, text, driver)) {
			// Another thread did it while this one waited.
			return known;
		}
		Document document = Notation.parse(name, text).document();
		Image image = Notation.assemble(document, LinuxDriver.of(driver));
		State fresh = new State(name, driver, text, document, image, Review.of(document, image), new StatementEdits(document), Listing.of(document, image));
		state = fresh;
		good = fresh.good() ? fresh : good;
		listeners.forEach(Runnable::run);
		return fresh;
	}

	/** Called on the thread that checks. */
	public void addListener(Runnable l) {
		listeners.add(l);
	}

	public void removeListener(Runnable l) {
		listeners.remove(l);
	}
}
