// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.launch;

/** Names of the attributes of a launch configuration. What is not set is as the workbench does it by itself. */
public final class Setting {
	/** Type of the configurations. */
	public static final String TYPE = "org.ccwbench.debug.program";
	/** The program: a path in the workspace, or on disk. */
	public static final String PROGRAM = "program";
	/** By which path; empty for the one that is chosen for the file in the tool bar. */
	public static final String PATH = "path";
	/** Version of the driver; empty for that of the preferences. */
	public static final String DRIVER = "driver";
	/** Who executes it. */
	public static final String BACKEND = "backend";
	/** Whether the monitor turns the ORB's prefetch bit on. */
	public static final String PREFETCH = "prefetch";
	/** Device number in hexadecimal → type that stands in for the text's. */
	public static final String TYPES = "deviceTypes";
	/** Device number in hexadecimal → image that stands in for the text's. */
	public static final String IMAGES = "deviceImages";
	/** FAULT statements, one a line, as if they stood before the first ORB of the text. */
	public static final String FAULTS = "faults";
	/** Most that the recording may keep, in MiB. */
	public static final String LIMIT = "recordingMiB";
	/** Most that one start function may take, in simulated milliseconds. */
	public static final String MILLIS = "milliseconds";
	/** Most units of channel work of one start function. */
	public static final String STEPS = "steps";

	private Setting() {}
}
