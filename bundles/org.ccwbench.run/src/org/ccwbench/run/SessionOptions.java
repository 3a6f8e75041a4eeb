// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

/**
 * How a session is to run.
 *
 * @param path           "two-stage", "mediated" … of the backend, or "direct": the guest has the channel to itself
 * @param recording      whether everything is recorded; without it there is no {@link History}
 * @param backend        "simulated"
 * @param recordingLimit bytes that the recording may keep
 * @param maxMicros      simulated time that one start function may take before it is halted
 * @param maxSteps       units of channel work that one start function may take before it is halted
 * @param forcePrefetch  whether a monitor turns the ORB's prefetch bit on
 * @param driver         version of the driver for the paths that have one, "6.12"; null for the newest
 * @param writeThrough   whether what programs write goes into the image files, not only on top of them
 * @param attendant      who sits at the displays; null for what the text says
 */
public record SessionOptions(String path, boolean recording, String backend, long recordingLimit, long maxMicros,
		long maxSteps, boolean forcePrefetch, String driver, boolean writeThrough, Attendant attendant) {
	/** Ten seconds: longer than any honest program of one start function. */
	public static final long DEFAULT_MICROS = 10_000_000;
	public static final long DEFAULT_STEPS = 200_000;

	/** The simulated backend, everything recorded, the usual limits. */
	public static SessionOptions of(String path) {
		return new SessionOptions(path, true, "simulated", Recording.DEFAULT_LIMIT, DEFAULT_MICROS, DEFAULT_STEPS, false, null, false, null);
	}

	public SessionOptions withPath(String name) {
		return new SessionOptions(name, recording, backend, recordingLimit, maxMicros, maxSteps, forcePrefetch, driver, writeThrough, attendant);
	}

	/** The same along another path, on simulated devices whose images stay as they are, with nobody at the displays. */
	public SessionOptions aside(String otherPath) {
		return withPath(otherPath).withBackend("simulated").withWriteThrough(false).withAttendant(null);
	}

	public SessionOptions withRecording(boolean on) {
		return new SessionOptions(path, on, backend, recordingLimit, maxMicros, maxSteps, forcePrefetch, driver, writeThrough, attendant);
	}

	public SessionOptions withBackend(String name) {
		return new SessionOptions(path, recording, name, recordingLimit, maxMicros, maxSteps, forcePrefetch, driver, writeThrough, attendant);
	}

	public SessionOptions withRecordingLimit(long bytes) {
		return new SessionOptions(path, recording, backend, bytes, maxMicros, maxSteps, forcePrefetch, driver, writeThrough, attendant);
	}

	public SessionOptions withLimits(long micros, long steps) {
		return new SessionOptions(path, recording, backend, recordingLimit, micros, steps, forcePrefetch, driver, writeThrough, attendant);
	}

	public SessionOptions withForcePrefetch(boolean on) {
		return new SessionOptions(path, recording, backend, recordingLimit, maxMicros, maxSteps, on, driver, writeThrough, attendant);
	}

	public SessionOptions withDriver(String version) {
		return new SessionOptions(path, recording, backend, recordingLimit, maxMicros, maxSteps, forcePrefetch, version, writeThrough, attendant);
	}

	public SessionOptions withWriteThrough(boolean on) {
		return new SessionOptions(path, recording, backend, recordingLimit, maxMicros, maxSteps, forcePrefetch, driver, on, attendant);
	}

	public SessionOptions withAttendant(Attendant who) {
		return new SessionOptions(path, recording, backend, recordingLimit, maxMicros, maxSteps, forcePrefetch, driver, writeThrough, who);
	}
}
