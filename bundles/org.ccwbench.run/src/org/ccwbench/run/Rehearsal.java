// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.ccwbench.arch.Explanation;
import org.ccwbench.notation.Image;

/**
 * What becomes of a program on each path, found by running it there without a recording. What ends as the text expects
 * is no news, nor is what a FAULT of the text lets go wrong.
 */
public final class Rehearsal {
	/**
	 * A start function that does not end as it should.
	 *
	 * @param start number of the start function, from 0
	 * @param paths on which it ends so, "direct" alone if it is the channel or the device that refuses it
	 * @param ccw guest absolute address of the CCW at which it ended; -1 if it got to none
	 * @param why one sentence
	 */
	public record Refusal(int start, List<String> paths, long ccw, String why) {}

	/** Enough for a program of 255 CCWs on any device, and short enough for a loop. */
	private static final long MICROS = 2_000_000;
	private static final long STEPS = 20_000;
	private static final String DIRECT = "direct";

	private record Key(int start, long ccw, String why) {}

	private final Map<Key, List<String>> found = new LinkedHashMap<>();

	private Rehearsal() {}

	/**
	 * Runs a program on all simulated paths, which takes milliseconds to seconds.
	 *
	 * @param image without errors
	 * @return the refusals until it was cancelled; those of the channel hide those of the paths for the same start function
	 */
	public static List<Refusal> of(Path file, Image image, BooleanSupplier cancelled) {
		Rehearsal r = new Rehearsal();
		if (image.starts().isEmpty() || !r.run(file, image, DIRECT, cancelled)) {
			return r.list();
		}
		List<Integer> refused = r.found.keySet().stream().map(Key::start).toList();
		for (Backend b : Session.backends()) {
			for (String path : b.name().equals("simulated") ? b.paths() : List.<String>of()) {
				if (!path.equals(DIRECT) && !cancelled.getAsBoolean()) {
					r.run(file, image, path, cancelled);
				}
			}
		}
		r.found.entrySet().removeIf(e -> refused.contains(e.getKey().start()) && !e.getValue().contains(DIRECT));
		return r.list();
	}

	private List<Refusal> list() {
		List<Refusal> all = new ArrayList<>();
		found.forEach((k, paths) -> all.add(new Refusal(k.start, List.copyOf(paths), k.ccw, k.why)));
		return all;
	}

	/** False if it could not be set up, which will be the same on every path. */
	private boolean run(Path file, Image image, String path, BooleanSupplier cancelled) {
		try (Session s = Session.open(file, image, SessionOptions.of(path).withRecording(false).withLimits(MICROS, STEPS))) {
			for (StartOutcome o : s.run(cancelled).starts()) {
				boolean meant = o.nothingExpected() && !image.faults().isEmpty();
				if (o.ending() != Ending.CANCELLED && !meant && !o.asExpected()) {
					add(o.index(), ccw(o), why(o), path);
				}
			}
			return true;
		} catch (SessionException e) {
			add(0, -1, e.getMessage(), path);
			return false;
		}
	}

	private void add(int start, long ccw, String why, String path) {
		found.computeIfAbsent(new Key(start, ccw, why), k -> new ArrayList<>()).add(path);
	}

	private static String why(StartOutcome o) {
		for (Check c : o.expectations()) {
			if (!c.ok()) {
				return c.name() + ": expected " + c.expected() + ", came " + c.actual();
			}
		}
		if (o.ending() == Ending.HALTED) {
			return "it does not come to an end";
		}
		Explanation e = o.explanation();
		return o.conditionCode() != 0 || e == null ? o.started() : e.verdict();
	}

	/** The channel-program address points behind the CCW at fault. */
	private static long ccw(StartOutcome o) {
		byte[] irb = o.irb();
		if (irb == null || o.conditionCode() != 0) {
			return -1;
		}
		long cpa = (irb[4] & 0xFFL) << 24 | (irb[5] & 0xFF) << 16 | (irb[6] & 0xFF) << 8 | irb[7] & 0xFF;
		return cpa < 8 ? -1 : cpa - 8;
	}
}
