// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.shell;

import java.util.Set;

import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceManager;

/** Leaves out the preference pages of the platform that mean nothing to somebody who writes channel programs. */
final class PreferencePages {
	private static final Set<String> UNWANTED = Set.of("org.eclipse.ui.preferencePages.Perspectives",
			"org.eclipse.ui.preferencePages.ContentTypes", "org.eclipse.ui.preferencePages.FileAssociations",
			"org.eclipse.ui.preferencePages.BuildOrder", "org.eclipse.ui.preferencePages.LinkedResources",
			"org.eclipse.ui.preferencePages.FileStates", "org.eclipse.ui.preferencePages.Globalization",
			"org.eclipse.search.preferences.SearchPreferencePage", "org.eclipse.ui.preferencePages.Workspace",
			"org.eclipse.ui.editors.preferencePages.Spelling", "org.eclipse.ui.editors.preferencePages.QuickDiff",
			"org.eclipse.ui.editors.preferencePages.LinkedModePreferencePage", "org.eclipse.ltk.ui.refactoringPreferencePage",
			"org.eclipse.ui.trace.tracingPage", "org.eclipse.equinox.security.ui.category",
			"org.eclipse.urischeme.UrlHandlerPreferencePage", "org.eclipse.ui.preferencePages.General.LinkHandlers");

	private PreferencePages() {}

	static void prune(PreferenceManager pages) {
		for (IPreferenceNode root : pages.getRootSubNodes()) {
			if (UNWANTED.contains(root.getId())) {
				pages.remove(root);
			} else {
				prune(root);
			}
		}
	}

	private static void prune(IPreferenceNode node) {
		for (IPreferenceNode sub : node.getSubNodes()) {
			if (UNWANTED.contains(sub.getId())) {
				node.remove(sub);
			} else {
				prune(sub);
			}
		}
	}
}
