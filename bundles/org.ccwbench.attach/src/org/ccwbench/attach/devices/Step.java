// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.devices;

import java.util.function.BooleanSupplier;

/**
 * One thing to be done to a device: a value that is written to a file of the kernel, or something that is waited for.
 *
 * @param what  words for people
 * @param file  relative to the root of {@link SystemFiles}; null if there is only something to wait for
 * @param value to be written
 * @param until when it is done: asked now and then
 */
record Step(String what, String file, String value, BooleanSupplier until) {
	static Step write(String what, String file, String value) {
		return new Step(what, file, value, () -> true);
	}

	Step until(BooleanSupplier done) {
		return new Step(what, file, value, done);
	}

	/** Whether it has happened without our doing. Only what is set online can; all else has to be asked for. */
	BooleanSupplier needless() {
		return file.endsWith("/online") ? until : () -> false;
	}

	/** Both what it is for and what exactly is written where. */
	String line() {
		return file == null ? what : what + ": '" + value.strip() + "' into /" + file;
	}
}
