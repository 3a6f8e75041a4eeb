// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.breakpoint;

import java.util.Map;

import org.ccwbench.run.Search;
import org.ccwbench.ui.ActiveRun;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;

/** Stops when a page is pinned, when one is unpinned, or when one cannot be pinned. */
public final class PinBreakpoint extends RunBreakpoint {
	/** Marker type. */
	public static final String TYPE = "org.ccwbench.debug.pin";
	private static final String PINNED = "org.ccwbench.debug.pinned";
	private static final String UNPINNED = "org.ccwbench.debug.unpinned";
	private static final String REFUSED = "org.ccwbench.debug.refused";

	/** For the platform, which gives it its marker. */
	public PinBreakpoint() {}

	/** @throws IllegalArgumentException if it would never stop */
	public PinBreakpoint(boolean pinned, boolean unpinned, boolean refused) throws CoreException {
		if (!pinned && !unpinned && !refused) {
			throw new IllegalArgumentException("neither pinning nor unpinning nor refusal is chosen");
		}
		enter(ResourcesPlugin.getWorkspace().getRoot(), TYPE, Map.of(PINNED, pinned, UNPINNED, unpinned, REFUSED, refused));
	}

	@Override
	public Search.Condition condition(ActiveRun run) {
		boolean pinned = flag(PINNED);
		boolean unpinned = flag(UNPINNED);
		boolean refused = flag(REFUSED);
		return (e, where) -> switch (e.kind()) {
			case PINNED -> pinned;
			case UNPINNED -> unpinned;
			case PIN_REFUSED -> refused;
			default -> false;
		};
	}

	@Override
	public String words() {
		StringBuilder b = new StringBuilder("A page is");
		String or = "";
		for (String[] w : new String[][] {{PINNED, " pinned"}, {UNPINNED, " unpinned"}, {REFUSED, " refused a pin"}}) {
			if (flag(w[0])) {
				b.append(or).append(w[1]);
				or = " or";
			}
		}
		return b.toString();
	}
}
