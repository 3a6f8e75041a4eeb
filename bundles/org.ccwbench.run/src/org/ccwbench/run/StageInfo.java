// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ccwbench.vfio.Stage;
import org.ccwbench.vfio.TranslationPath;

/**
 * A stage of the way that a session's program goes.
 *
 * @param id     "Q2", "K1"; "G1" … for a guest that has the channel to itself
 * @param side   who does it, a word for people
 * @param within index of the stage during which it happens, or -1
 */
public record StageInfo(String id, String side, String title, String description, int within) {
	/** The stages of a path. */
	public static List<StageInfo> of(TranslationPath path) {
		List<StageInfo> list = new ArrayList<>();
		for (Stage s : path.stages()) {
			list.add(new StageInfo(s.id(), s.side().name().toLowerCase(Locale.ROOT), s.title(), s.description(), s.within()));
		}
		return List.copyOf(list);
	}
}
