// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.ccwbench.run.Check;
import org.ccwbench.run.Outcome;
import org.ccwbench.run.Recording;
import org.ccwbench.run.StartOutcome;
import org.ccwbench.ui.ActiveRun;
import org.ccwbench.ui.Program;

/** Writes the archive: {@code about.txt}, the program, {@code outcome.txt}, {@code events.txt} and the platform's log. */
final class ReportArchive {
	/** An event is a line of some 60 bytes that compress to a few. */
	static final long MOST_EVENTS = 2_000_000;
	private static final int TELL_EVERY = 10_000;
	private final Path log;
	private final String about;
	private final Program program;
	private final Outcome outcome;
	private final Recording recording;

	/** Of the run as it is now: it may be given up while the archive is written. UI thread only. */
	ReportArchive(ActiveRun run, Path log) {
		this.log = log;
		about = about(run);
		program = run.program();
		outcome = run.outcome();
		recording = run.session() == null ? null : run.session().recording();
	}

	/** Events that are written at most. */
	long size() {
		return recording == null ? 0 : Math.min(recording.size(), MOST_EVENTS);
	}

	/**
	 * Writes beside the file first, so that it is either the whole archive or what it was.
	 *
	 * @param cancelled asked now and then; if it says yes, nothing is left behind
	 * @param done      hears how many events are written
	 * @return false if it was cancelled
	 */
	boolean write(Path to, BooleanSupplier cancelled, LongConsumer done) throws IOException {
		Path beside = Files.createTempFile(to.toAbsolutePath().getParent(), ".report", ".zip");
		try {
			boolean whole;
			try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(beside))) {
				text(zip, "about.txt", about);
				if (program != null) {
					text(zip, "program/" + program.name(), program.text());
				}
				if (outcome != null) {
					text(zip, "outcome.txt", outcome());
				}
				whole = recording == null || events(zip, recording, cancelled, done);
				if (Files.isRegularFile(log)) {
					zip.putNextEntry(new ZipEntry("workbench.log"));
					Files.copy(log, zip);
					zip.closeEntry();
				}
			}
			if (whole) {
				Files.move(beside, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
			}
			return whole;
		} catch (IndexOutOfBoundsException | IllegalStateException closed) {
			throw new IOException("the run was given up while its report was written", closed);
		} finally {
			Files.deleteIfExists(beside);
		}
	}

	private static void text(ZipOutputStream zip, String name, String text) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(text.getBytes(StandardCharsets.UTF_8));
		zip.closeEntry();
	}

	private static String about(ActiveRun run) {
		StringBuilder out = new StringBuilder("CCW Workbench\n");
		for (String property : new String[] { "java.version", "java.vendor", "os.name", "os.version", "os.arch" }) {
			out.append(property).append(": ").append(System.getProperty(property)).append('\n');
		}
		out.append("heap in use: ").append(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()).append(" bytes\n");
		out.append("path: ").append(run.path() == null ? "no run" : run.path()).append('\n');
		out.append("run: ").append(run.phase()).append(run.failure().isEmpty() ? "" : ", " + run.failure()).append('\n');
		if (run.history() != null) {
			out.append("position: event ").append(run.history().position()).append(" of ").append(run.history().size()).append('\n');
		}
		return out.append("Images that the program names are not in this archive.\n").toString();
	}

	private String outcome() {
		StringBuilder out = new StringBuilder();
		for (StartOutcome start : outcome.starts()) {
			out.append(start.started()).append('\n');
		}
		if (outcome.explanation() != null) {
			out.append(outcome.explanation().verdict()).append('\n');
		}
		for (Check check : outcome.expectations()) {
			out.append(check).append('\n');
		}
		return out.append(outcome.costs()).append('\n').toString();
	}

	private static boolean events(ZipOutputStream zip, Recording recording, BooleanSupplier cancelled, LongConsumer done) throws IOException {
		zip.putNextEntry(new ZipEntry("events.txt"));
		BufferedWriter out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
		long size = Math.min(recording.size(), MOST_EVENTS);
		for (long n = 0; n < size; n++) {
			if (n % TELL_EVERY == 0) {
				if (cancelled.getAsBoolean()) {
					return false;
				}
				done.accept(n);
			}
			out.write(Long.toString(n + 1));
			out.write('\t');
			out.write(recording.describe(n));
			out.write('\n');
		}
		if (size < recording.size()) {
			out.write((recording.size() - size) + " more events are left out\n");
		}
		out.flush();
		zip.closeEntry();
		return true;
	}
}
