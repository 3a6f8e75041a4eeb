// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.breakpoint;

import java.util.List;
import java.util.Map;

import org.ccwbench.notation.SourceMap;
import org.ccwbench.run.EventKind;
import org.ccwbench.run.Search;
import org.ccwbench.ui.ActiveRun;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.model.ILineBreakpoint;

/** Stops whenever the CCW on a line is translated, and whenever the channel fetches it. */
public final class CcwBreakpoint extends RunBreakpoint implements ILineBreakpoint {
	/** Marker type. */
	public static final String TYPE = "org.ccwbench.debug.ccw";
	static final String LABEL = "org.ccwbench.debug.label";

	/** For the platform, which gives it its marker. */
	public CcwBreakpoint() {}

	/** @param line from 1 */
	CcwBreakpoint(IFile file, int line, int start, int end, String label) throws CoreException {
		enter(file, TYPE, Map.of(IMarker.LINE_NUMBER, line, IMarker.CHAR_START, start, IMarker.CHAR_END, end, LABEL, label));
	}

	@Override
	public Search.Condition condition(ActiveRun run) {
		if (!isOf(getMarker(), run)) {
			return null;
		}
		int line = getMarker().getAttribute(IMarker.LINE_NUMBER, -1);
		List<SourceMap.Piece> pieces = run.session().image().sources().pieces().stream().filter(p -> p.line() == line).toList();
		return pieces.isEmpty() ? null : (e, where) -> {
			long at = e.kind() == EventKind.TRANSLATED ? e.address() : e.kind() == EventKind.CCW ? where.guestCcw(e.address()) : -1;
			return at != -1 && pieces.stream().anyMatch(p -> at >= p.address() && at < p.end());
		};
	}

	/** Whether a marker lies on the file that runs. */
	static boolean isOf(IMarker marker, ActiveRun run) {
		return marker != null && run.program() != null && marker.getResource().getLocation() != null
				&& marker.getResource().getLocation().toPath().equals(run.program().file());
	}

	@Override
	public String words() {
		String label = text(LABEL);
		return "CCW " + (label.isEmpty() ? "" : label + " ") + "(" + getMarker().getResource().getName() + ", line "
				+ getMarker().getAttribute(IMarker.LINE_NUMBER, -1) + ")";
	}

	@Override
	public int getLineNumber() {
		return getMarker().getAttribute(IMarker.LINE_NUMBER, -1);
	}

	@Override
	public int getCharStart() {
		return getMarker().getAttribute(IMarker.CHAR_START, -1);
	}

	@Override
	public int getCharEnd() {
		return getMarker().getAttribute(IMarker.CHAR_END, -1);
	}
}
