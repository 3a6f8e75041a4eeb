// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.ccwbench.notation.Problem;
import org.ccwbench.run.History;
import org.ccwbench.run.Outcome;
import org.ccwbench.run.Session;
import org.ccwbench.run.StageState;

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

		/** A CCW was chosen, by its guest absolute address. */
		default void ccwSelected(long address) {}
	}

	private final List<Listener> listeners = new CopyOnWriteArrayList<>();
	private final Runnable moved = () -> tell(Listener::positionChanged);
	private Phase phase = Phase.NONE;
	private Program program;
	private String path;
	private RunJob job;
	private Session session;
	private History history;
	private Outcome outcome;
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
		release();
		program = what;
		path = by;
		phase = Phase.RUNNING;
		job = new RunJob(this, what, by, atStart);
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
		return history != null && grain.step(history, direction);
	}

	/** To a position; it is brought into range. */
	public void seek(long to) {
		if (history != null) {
			history.seek(Math.max(0, Math.min(to, history.size())));
		}
	}

	/** Shows a CCW in editor and views. */
	public void selectCcw(long address) {
		tell(l -> l.ccwSelected(address));
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
		if (session != null) {
			history.removeListener(moved);
			session.close();
		}
		session = null;
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
