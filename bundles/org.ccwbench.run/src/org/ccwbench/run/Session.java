// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.BooleanSupplier;
import org.ccwbench.notation.Image;
import org.ccwbench.notation.Notation;
import org.ccwbench.notation.Problem;
import org.ccwbench.notation.Severity;
import org.ccwbench.notation.Start;
import org.ccwbench.storage.Bytes;

/**
 * A machine as a text describes it, a backend that runs its start functions, and a recording of what happens.
 * Open it, {@link #run} it once, then look at its {@link #history()}.
 * <p>Belongs to one thread at a time: a session may run in the background and be looked at in the foreground
 * afterwards, if the hand-over itself is safe. While it runs, another thread may ask {@link #progress()} only.
 */
public final class Session implements AutoCloseable {
	private final Image image;
	private final SessionOptions options;
	private final Recording recording;
	private final Backend.Rig rig;
	private History history;
	private Outcome outcome;

	private Session(Image image, SessionOptions options, Recording recording, Backend.Rig rig) {
		this.image = image;
		this.options = options;
		this.recording = recording;
		this.rig = rig;
	}

	/**
	 * Sets a machine up.
	 *
	 * @param file where the text comes from: names of device images are relative to its folder; messages name it
	 * @throws SessionException if the text has errors or what it describes cannot be set up
	 */
	public static Session open(Path file, String text, SessionOptions options) throws SessionException {
		return open(file, Notation.assemble(file.toString(), text), options);
	}

	/** As {@link #open(Path, String, SessionOptions)}, for a text that is assembled already. */
	public static Session open(Path file, Image image, SessionOptions options) throws SessionException {
		return open(file, image, options, backend(options.backend()));
	}

	/** As {@link #open(Path, Image, SessionOptions)}, on a backend that the caller has made itself. */
	public static Session open(Path file, Image image, SessionOptions options, Backend backend) throws SessionException {
		List<Problem> errors = image.problems().stream().filter(p -> p.severity() == Severity.ERROR).toList();
		if (!errors.isEmpty()) {
			throw new SessionException(image.problems());
		}
		if (image.starts().isEmpty()) {
			throw new SessionException(file + ": has neither an ORB nor a CCW, so there is nothing to start");
		}
		if (!backend.paths().contains(options.path())) {
			throw new SessionException("no path " + options.path() + "; " + backend.name() + " has " + String.join(", ", backend.paths()));
		}
		Recording recording = options.recording() ? new Recording(options.recordingLimit()) : null;
		Path folder = file.toAbsolutePath().getParent();
		boolean open = false;
		try {
			Session s = new Session(image, options, recording, backend.open(image, folder, options, recording));
			open = true;
			return s;
		} finally {
			if (!open && recording != null) {
				recording.close();
			}
		}
	}

	/** The backends that are installed. */
	public static List<Backend> backends() {
		List<Backend> all = new ArrayList<>();
		ServiceLoader.load(Backend.class, Backend.class.getClassLoader()).forEach(all::add);
		return all;
	}

	private static Backend backend(String name) throws SessionException {
		StringBuilder known = new StringBuilder();
		for (Backend b : backends()) {
			if (b.serves(name)) {
				return b;
			}
			known.append(known.isEmpty() ? "" : ", ").append(b.name());
		}
		throw new SessionException("no backend " + name + "; known are " + known);
	}

	/**
	 * Executes every start function of the text, one after another, each to its end or until it is beyond the
	 * limits of the options. Once.
	 *
	 * @param cancelled asked now and then; what was done until then is kept
	 */
	public Outcome run(BooleanSupplier cancelled) {
		if (outcome != null) {
			throw new IllegalStateException("a session runs once");
		}
		Expectations expectations = new Expectations(image, rig.scene().guest(), options.path());
		List<StartOutcome> done = new ArrayList<>();
		for (int i = 0; i < image.starts().size(); i++) {
			Start start = image.starts().get(i);
			Delivered d = rig.start(i, cancelled);
			done.add(new StartOutcome(i, new OrbWord(Bytes.get32(start.orb(), 4)).irb(), image.devices().get(start.device()).type(), d, expectations.check(start, d),
					start.expectations().isEmpty()));
			if (d.ending() == Ending.CANCELLED || d.ending() == Ending.RECORDING_FULL) {
				break;
			}
		}
		outcome = new Outcome(done);
		if (recording != null) {
			recording.stop();
			history = new History(recording, rig.scene());
		}
		return outcome;
	}

	/** About how many events were recorded so far; may be asked by any thread. */
	public long progress() {
		return recording == null ? 0 : recording.progress();
	}

	/** What came, or null before {@link #run}. */
	public Outcome outcome() {
		return outcome;
	}

	/** The recording; null if recording is off. */
	public Recording recording() {
		return recording;
	}

	/** The state at a position, at first the beginning; null before {@link #run} or if recording is off. */
	public History history() {
		return history;
	}

	/** The image that the machine was set up from. */
	public Image image() {
		return image;
	}

	public SessionOptions options() {
		return options;
	}

	/** The simulated devices, in the order of the text. */
	public List<MachineDevice> devices() {
		return rig.devices();
	}

	/** What views look at; without a recording its state is that after the run. */
	public Scene scene() {
		return rig.scene();
	}

	@Override
	public void close() {
		rig.close();
		if (recording != null) {
			recording.close();
		}
	}
}
