// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.List;
import java.util.ServiceLoader;

/**
 * A way for a guest's channel program to a real device, as a list of stages. Found through {@link ServiceLoader}:
 * a newcomer implements this and names itself under {@code META-INF/services}. A path holds no state.
 */
public interface TranslationPath {
	/** The word for the command line: "two-stage". */
	String name();

	/** A few words for people. */
	String title();

	/** What protects the host's storage from the guest's programs. */
	default Isolation isolation() {
		return Isolation.SOFTWARE;
	}

	/** What the channel finds in the program that it executes. */
	default ProgramAddresses addresses() {
		return ProgramAddresses.TRANSLATED;
	}

	/** In the order in which they happen; a stage within another follows it. */
	List<Stage> stages();

	/**
	 * Begins one START SUBCHANNEL of the guest.
	 *
	 * @param machine with the subchannel, the ORB's address and the listener set
	 */
	PathRun begin(PathMachine machine);

	/** The paths that are installed, by name. */
	static List<TranslationPath> all() {
		return ServiceLoader.load(TranslationPath.class, TranslationPath.class.getClassLoader()).stream()
				.map(ServiceLoader.Provider::get)
				.sorted((a, b) -> a.name().compareTo(b.name())).toList();
	}

	/** The path with that name, or null. */
	static TranslationPath named(String name) {
		return all().stream().filter(p -> p.name().equals(name)).findFirst().orElse(null);
	}
}
