// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ccwbench.notation.Failure;
import org.ccwbench.notation.FaultSpec;
import org.ccwbench.notation.Image;
import org.ccwbench.run.DataArea;
import org.ccwbench.run.Event;
import org.ccwbench.run.EventKind;
import org.ccwbench.run.Recording;
import org.ccwbench.run.Session;
import org.ccwbench.run.SessionException;
import org.ccwbench.run.SessionOptions;
import org.ccwbench.storage.PinTable;
import org.ccwbench.vfio.Errno;

/**
 * A program run along several paths with one thing after another going wrong: which path survives what. The faults
 * are those of the text's own FAULT statements, and one more in its place.
 */
public final class FaultTrials {
	/** Long enough for every fault that ends, short enough for those that do not. */
	private static final long MICROS = 2_000_000;
	private static final long STEPS = 20_000;
	private static final long LATE = 10_000;
	private static final long SLOW = 2000;
	private static final int PAGE = 4096;

	/**
	 * What came of one fault on one path.
	 *
	 * @param same   whether it made no difference to the guest
	 * @param seen   what the guest saw, in a few words
	 * @param leaked host pages that were still pinned when all was over
	 */
	public record Result(boolean same, String seen, long leaked) {}

	/** One fault on all paths, by the path's name. */
	public record Trial(String fault, String meaning, Map<String, Result> results) {}

	private record Case(Failure what, int nth, String text, String meaning) {}

	private final Path file;
	private final Image image;
	private final SessionOptions options;

	/** @param options for every session but for the path */
	public FaultTrials(Path file, Image image, SessionOptions options) {
		this.file = file;
		this.image = image;
		this.options = options.withLimits(MICROS, STEPS);
	}

	/** Runs them all: at most 20 sessions a path. @throws SessionException if the machine cannot be set up */
	public List<Trial> run(List<String> paths) throws SessionException {
		List<Session> plain = new ArrayList<>();
		try {
			for (String path : paths) {
				plain.add(session(path, image));
			}
			List<Trial> trials = new ArrayList<>();
			for (Case c : cases(plain.get(0))) {
				Map<String, Result> results = new LinkedHashMap<>();
				for (Session without : plain) {
					try (Session with = session(without.options().path(), faulty(c))) {
						results.put(without.options().path(), result(without, with));
					}
				}
				trials.add(new Trial(c.text, c.meaning, results));
			}
			return trials;
		} finally {
			plain.forEach(Session::close);
		}
	}

	private Session session(String path, Image of) throws SessionException {
		Session s = Session.open(file, of, options.withPath(path));
		s.run(() -> false);
		return s;
	}

	private Image faulty(Case c) {
		List<FaultSpec> faults = new ArrayList<>(image.faults());
		int device = image.starts().get(0).device();
		if (c.what instanceof Failure.Unmapped u && u.stage() == null) {
			// As slow as real devices, or else the program is over before anybody can do anything about it.
			faults.add(new FaultSpec(new Failure.Slow(SLOW), device, 0, -1, 1, Integer.MAX_VALUE, null, "SLOW,MICROS=" + SLOW, 0));
		}
		faults.add(new FaultSpec(c.what, device, 0, -1, c.nth, 1, null, c.text, 0));
		return new Image(image.segments(), image.sources(), image.labels(), image.names(), image.equates(), image.devices(), image.storage(),
				image.keys(), image.dma(), image.starts(), faults, image.problems(), image.text());
	}

	// --- what goes wrong -----------------------------------------------------------------------------------------

	/** Faults that meet this program: in its middle, and on a page that it uses. */
	private List<Case> cases(Session plain) {
		List<Case> all = new ArrayList<>();
		int middle = Math.max(1, (commands(plain.recording()) + 1) / 2);
		DataArea area = received(plain);
		if (area != null) {
			long page = area.guest() & -PAGE;
			String where = String.format("UNMAP,AREA=(X'%X',4K)", page);
			all.add(new Case(new Failure.Unmapped(page, PAGE, "Q1"), 1, where + ",AT=Q1", "the buffer is not mapped"));
			all.add(new Case(new Failure.Unmapped(page, PAGE, "K2"), 1, where + ",AT=K2", "it is unmapped before K2"));
			all.add(new Case(new Failure.Unmapped(page, PAGE, null), middle, where + ",NTH=" + middle + "; SLOW,MICROS=" + SLOW, "it is unmapped during I/O"));
		}
		all.add(new Case(new Failure.PinFails(Errno.EFAULT), 1, "NOPIN", "the first pin fails"));
		all.add(new Case(new Failure.PinFails(Errno.ENOMEM), 2, "NOPIN,NTH=2,RC=-ENOMEM", "the second pin fails"));
		all.add(new Case(new Failure.InterruptionLost(), 1, "NOINT", "the interruption is lost"));
		all.add(new Case(new Failure.InterruptionLate(LATE), 1, "LATEINT,MICROS=" + LATE, "the interruption is late"));
		all.add(new Case(new Failure.Gone("K1"), 1, "GONE,AT=K1", "the device goes before K1"));
		all.add(new Case(new Failure.Gone(null), middle, "GONE,NTH=" + middle, "the device goes during I/O"));
		all.add(new Case(new Failure.NoPath(0xFF), 1, "NOPATH", "no channel path"));
		all.add(new Case(new Failure.PathLost(0xFF), middle, "PATHLOST,NTH=" + middle, "the path is lost during I/O"));
		all.add(new Case(new Failure.NoStatus(), middle, "NOSTATUS,NTH=" + middle, "the device falls silent"));
		for (int cc = 1; cc <= 3; cc++) {
			all.add(new Case(new Failure.Answer("SSCH", cc), 1, "CC,OF=SSCH,CC=" + cc, "SSCH ends with condition code " + cc));
		}
		all.add(new Case(new Failure.Answer("TSCH", 1), 1, "CC,OF=TSCH,CC=1", "TSCH ends with condition code 1"));
		all.add(new Case(new Failure.Answer("TSCH", 3), 1, "CC,OF=TSCH,CC=3", "TSCH ends with condition code 3"));
		return all;
	}

	private static int commands(Recording r) {
		Event e = new Event();
		int n = 0;
		for (long i = 0; i < r.size(); i++) {
			r.read(i, e);
			n += e.kind() == EventKind.COMMAND ? 1 : 0;
		}
		return n;
	}

	private static DataArea received(Session s) {
		s.history().seek(s.history().size());
		List<DataArea> areas = s.history().received();
		return areas.isEmpty() ? null : areas.get(areas.size() - 1);
	}

	// --- what came of it -----------------------------------------------------------------------------------------

	private static Result result(Session without, Session with) {
		boolean same = Comparison.of(without, with).sameForTheGuest()
				&& with.outcome().last().delivered().reports().isEmpty();
		with.history().seek(with.history().size());
		long leaked = with.recording().pinTables().stream().mapToLong(PinTable::pages).sum();
		return new Result(same, same ? "as without" : GuestView.words(with.outcome().last()), leaked);
	}
}
