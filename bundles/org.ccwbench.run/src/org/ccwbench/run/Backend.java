// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.ccwbench.notation.Image;

/**
 * What executes channel programs. Found through {@link java.util.ServiceLoader}: a newcomer implements this and
 * names itself under {@code META-INF/services}. A backend holds no state.
 */
public interface Backend {
	/** One word for the command line. */
	String name();

	/** Whether it is meant by what the user named; a backend whose names say more than one word decides for itself. */
	default boolean serves(String named) {
		return name().equals(named);
	}

	/** The ways that it can send a program, "direct" among them if it can do that. */
	List<String> paths();

	/**
	 * Sets up what the image describes.
	 *
	 * @param folder    against which the names of device images are resolved
	 * @param recording to be told of everything from the first start function on; null to record nothing
	 * @throws SessionException if it cannot be set up
	 */
	Rig open(Image image, Path folder, SessionOptions options, Recording recording) throws SessionException;

	/** A machine, ready to run. Belongs to one thread at a time. */
	interface Rig extends AutoCloseable {
		/** What views look at. */
		Scene scene();

		/**
		 * Executes one start function to its end, or until it is beyond the limits of the options.
		 *
		 * @param index     in the image's list of start functions
		 * @param cancelled asked now and then
		 */
		Delivered start(int index, BooleanSupplier cancelled);

		/** The devices, in the order of the text; empty if they are not simulated. */
		default List<MachineDevice> devices() {
			return List.of();
		}

		@Override
		void close();
	}
}
