// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.breakpoint;

import java.util.List;

import org.ccwbench.model.Ccw;
import org.ccwbench.notation.Image;
import org.ccwbench.notation.Notation;
import org.ccwbench.notation.SourceMap;
import org.ccwbench.ui.Program;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.ILineBreakpoint;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTargetExtension;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPart;

/**
 * Sets and takes away the breakpoint of a line: on a CCW one that stops at the CCW, on anything else that has bytes
 * one that stops when they are read or stored.
 */
public final class Toggling implements IToggleBreakpointsTargetExtension {
	@Override
	public void toggleBreakpoints(IWorkbenchPart part, ISelection selection) throws CoreException {
		IFile file = file(part);
		Program.Source source = Adapters.adapt(part, Program.Source.class);
		if (file == null || source == null || !(selection instanceof ITextSelection text)) {
			throw refused("Breakpoints can be set in files of the workspace only; copy this one into a project.");
		}
		int line = text.getStartLine() + 1;
		IBreakpoint there = at(file, line);
		if (there != null) {
			DebugPlugin.getDefault().getBreakpointManager().removeBreakpoint(there, true);
			return;
		}
		set(file, line, source.program());
	}

	/** The breakpoint on a line, from 1; null if there is none. */
	public static IBreakpoint at(IFile file, int line) throws CoreException {
		for (IBreakpoint b : DebugPlugin.getDefault().getBreakpointManager().getBreakpoints(org.ccwbench.debug.model.RunTarget.MODEL)) {
			if (b instanceof ILineBreakpoint l && b.getMarker().getResource().equals(file) && l.getLineNumber() == line) {
				return b;
			}
		}
		return null;
	}

	private static void set(IFile file, int line, Program program) throws CoreException {
		Image image = Notation.assemble(program.name(), program.text());
		List<SourceMap.Piece> pieces = image.sources().pieces().stream().filter(p -> p.line() == line && p.length() > 0).toList();
		if (pieces.isEmpty()) {
			throw refused("Line " + line + " puts nothing into storage. A breakpoint belongs on a CCW, or on data, lists and room that is to be watched.");
		}
		SourceMap.Piece first = pieces.get(0);
		SourceMap.Piece last = pieces.get(pieces.size() - 1);
		if (first.statement() instanceof Ccw) {
			new CcwBreakpoint(file, line, first.offset(), first.offset() + first.textLength(), image.name(first.address()));
		} else {
			new StorageBreakpoint(file, line, image.name(first.address()), first.address(), last.end() - first.address());
		}
	}

	private static CoreException refused(String why) {
		return new CoreException(new Status(Status.INFO, org.ccwbench.debug.model.RunTarget.MODEL, why));
	}

	private static IFile file(IWorkbenchPart part) {
		return part instanceof IEditorPart e && e.getEditorInput() != null ? e.getEditorInput().getAdapter(IFile.class) : null;
	}

	@Override
	public boolean canToggleBreakpoints(IWorkbenchPart part, ISelection selection) {
		return file(part) != null;
	}

	@Override
	public void toggleLineBreakpoints(IWorkbenchPart part, ISelection selection) throws CoreException {
		toggleBreakpoints(part, selection);
	}

	@Override
	public boolean canToggleLineBreakpoints(IWorkbenchPart part, ISelection selection) {
		return canToggleBreakpoints(part, selection);
	}

	@Override
	public void toggleMethodBreakpoints(IWorkbenchPart part, ISelection selection) {}

	@Override
	public boolean canToggleMethodBreakpoints(IWorkbenchPart part, ISelection selection) {
		return false;
	}

	@Override
	public void toggleWatchpoints(IWorkbenchPart part, ISelection selection) throws CoreException {
		toggleBreakpoints(part, selection);
	}

	@Override
	public boolean canToggleWatchpoints(IWorkbenchPart part, ISelection selection) {
		return false;
	}
}
