// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.ccwbench.notation.Problem;
import org.ccwbench.run.History;
import org.ccwbench.run.Outcome;
import org.ccwbench.run.Place;
import org.ccwbench.run.Places;
import org.ccwbench.run.Session;
import org.ccwbench.run.SessionOptions;
import org.ccwbench.run.StageState;
import org.ccwbench.ui.prefs.RunPreferences;

/**
 * The one run that editor, views and status line show, and the position in its recording. While no run is
 * {@link Phase#READY} there is no history. UI thread only; listeners are called on it.
 */
public final class ActiveRun {
	/** What there is to see. */
	public enum Phase { NONE, RUNNING, READY, FAILED, CANCELLED }

	/** Hears of changes. Each method is called after the fact. */
	public interface Listener {
		/** Another phase, or another run. */
		default void runChanged() {}

		/** Another position of the same run. */
		default void positionChanged() {}

		/** The text in the editor became another than the one that ran, or the same again. */
		default void textChanged() {}

		/** Something was selected in one view; all show it if they have it. */
		default void selected(Place place) {}
	}

	private final List<Listener> listeners = new CopyOnWriteArrayList<>();
	private final Runnable moved = () -> tell(Listener::positionChanged);
	private Phase phase = Phase.NONE;
	private Program program;
	private String path;
	private RunJob job;
	private SeekJob way;
	private EditWatch watch;
	private Session session;
	private History history;
	private Outcome outcome;
	private Place selected;
	private boolean selecting;
	private String failure = "";
	private List<Problem> problems = List.of();

	ActiveRun() {}

	public void addListener(Listener l) {
		listeners.add(l);
	}

	public void removeListener(Listener l) {
		listeners.remove(l);
	}

	public Phase phase() {
		return phase;
	}

	/** What runs or ran; null in phase NONE. */
	public Program program() {
		return program;
	}

	/** Name of the path; null in phase NONE. */
	public String path() {
		return path;
	}

	/** The session that ran; null unless READY. */
	public Session session() {
		return session;
	}

	/** The position; null unless READY. */
	public History history() {
		return history;
	}

	/** What came out; null unless READY. */
	public Outcome outcome() {
		return outcome;
	}

	/** Why there is no result, for people; empty unless FAILED. */
	public String failure() {
		return failure;
	}

	/** What is wrong with the text, if that is why it FAILED. */
	public List<Problem> problems() {
		return problems;
	}

	/** Type of the first device, "3390"; null if there is no run. */
	public String deviceType() {
		return session == null || session.image().devices().isEmpty() ? null : session.image().devices().get(0).type();
	}

	/**
	 * Runs a program from its beginning; an earlier run is given up.
	 *
	 * @param atStart whether to stand at the beginning afterwards, to step; else at the end, to see the result
	 */
	public void start(Program what, String by, boolean atStart) {
		start(what, RunPreferences.options(by), atStart);
	}

	/** As {@link #start(Program, String, boolean)}; there must be a recording. */
	public void start(Program what, SessionOptions how, boolean atStart) {
		release();
		program = what;
		path = how.path();
		watch = new EditWatch(this, what.file());
		phase = Phase.RUNNING;
		job = new RunJob(this, what, how.withRecording(true), atStart);
		tell(Listener::runChanged);
		job.schedule();
	}

	/** Ends a run that is under way; nothing happens if none is. */
	public void cancel() {
		if (job != null) {
			job.cancel();
		}
	}

	void finished(RunJob by, Session ran, Outcome came) {
		if (by != job) {
			ran.close();
			return;
		}
		job = null;
		session = ran;
		outcome = came;
		history = ran.history();
		history.addListener(moved);
		phase = Phase.READY;
		tell(Listener::runChanged);
	}

	void failed(RunJob by, String why, List<Problem> wrong) {
		if (by == job) {
			job = null;
			failure = why;
			problems = wrong;
			phase = Phase.FAILED;
			tell(Listener::runChanged);
		}
	}

	void cancelled(RunJob by) {
		if (by == job) {
			job = null;
			phase = Phase.CANCELLED;
			tell(Listener::runChanged);
		}
	}

	/** Moves one step; false if there is nothing that way. */
	public boolean step(Grain grain, int direction) {
		if (history == null) {
			return false;
		}
		long from = to();
		long to = grain.from(history, from, direction);
		if (to < 0 || to > history.size() || to == from) {
			return false;
		}
		seek(to);
		return true;
	}

	/**
	 * To a position; it is brought into range. A long way is gone piece by piece, with a progress that can be
	 * cancelled, so that the window stays alive; listeners hear of it when it is there.
	 */
	public void seek(long to) {
		if (history == null) {
			return;
		}
		long target = Math.max(0, Math.min(to, history.size()));
		if (way != null) {
			way.target(target);
		} else if (target == history.position()) {
			return;
		} else if (history.approach(target, SeekJob.PIECE)) {
			history.arrived();
		} else {
			way = new SeekJob(this, history, target);
			way.schedule();
		}
	}

	/** The position, or the one that it is on its way to. */
	public long to() {
		return history == null ? 0 : way != null ? way.target() : history.position();
	}

	/** Whether the position is on its way to one that is far away. */
	public boolean seeking() {
		return way != null;
	}

	/** Whether the text was edited after the run began: what is shown is that of the text as it was. */
	public boolean edited() {
		return watch != null && watch.edited();
	}

	EditWatch watch() {
		return watch;
	}

	void textChanged() {
		tell(Listener::textChanged);
	}

	void arrived(SeekJob by) {
		if (way == by) {
			way = null;
		}
	}

	/** Shows what was selected in one view in all of them, and in the editor. */
	public void select(Place what) {
		if (history != null && !selecting && !what.equals(selected)) {
			selected = what;
			selecting = true;
			try {
				tell(l -> l.selected(what));
			} finally {
				selecting = false;
			}
		}
	}

	/** As {@link #select}, a CCW or a word of a list by its guest absolute address. */
	public void selectCcw(long address) {
		if (history != null) {
			select(new Places(history).ccw(address));
		}
	}

	/** What was selected last; null if nothing was since the run began. */
	public Place selected() {
		return selected;
	}

	/** The stage at the position; null before the first, or if there is no run. */
	public StageState stage() {
		if (history == null) {
			return null;
		}
		int index = history.currentStage();
		return index < 0 ? null : history.stages().get(index);
	}

	/** Forgets the run and frees what it holds. */
	public void drop() {
		release();
		tell(Listener::runChanged);
	}

	private void release() {
		cancel();
		job = null;
		watch = null;
		if (way != null) {
			way.cancel();
			way = null;
		}
		if (session != null) {
			history.removeListener(moved);
			session.close();
		}
		session = null;
		selected = null;
		history = null;
		outcome = null;
		program = null;
		path = null;
		failure = "";
		problems = List.of();
		phase = Phase.NONE;
	}

	void dispose() {
		listeners.clear();
		release();
	}

	private void tell(Consumer<Listener> what) {
		for (Listener l : listeners) {
			try {
				what.accept(l);
			} catch (RuntimeException e) {
				// One view that breaks must not take the others with it.
				UiPlugin.log("A view could not show the run", e);
			}
		}
	}
}
