// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.run;

import java.util.ArrayList;
import java.util.List;

import org.ccwbench.run.Backend;
import org.ccwbench.run.Session;
import org.ccwbench.run.SessionException;
import org.ccwbench.ui.UiPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;

/**
 * What executes programs in the workbench: the backends that sessions find by themselves, and those that bundles
 * contribute to the extension point {@code org.ccwbench.ui.backends}, which a service loader does not see.
 */
public final class Backends {
	/** A backend that stands for several devices, each with a name of its own. */
	public interface Several extends Backend {
		/** The names that can be chosen at the moment; others may do as well. */
		List<String> names();
	}

	private static final String POINT = UiPlugin.ID + ".backends";

	private Backends() {}

	/** Those of sessions first. */
	public static List<Backend> all() {
		List<Backend> all = new ArrayList<>(Session.backends());
		for (IConfigurationElement e : Platform.getExtensionRegistry().getConfigurationElementsFor(POINT)) {
			try {
				all.add((Backend) e.createExecutableExtension("class"));
			} catch (CoreException | ClassCastException x) {
				UiPlugin.log("The backend " + e.getAttribute("class") + " cannot be used", x);
			}
		}
		return all;
	}

	/** The one that serves a name. */
	public static Backend of(String named) throws SessionException {
		List<Backend> all = all();
		for (Backend b : all) {
			if (b.serves(named)) {
				return b;
			}
		}
		throw new SessionException("no backend " + named + "; known are " + String.join(", ", all.stream().map(Backend::name).toList()));
	}

	/** What can be chosen at the moment. */
	public static List<String> names() {
		return all().stream().flatMap(b -> b instanceof Several s ? s.names().stream() : List.of(b.name()).stream()).toList();
	}
}
