// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.model;

import java.nio.file.Path;

import org.ccwbench.debug.breakpoint.RunBreakpoint;
import org.ccwbench.ui.Pictures;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.ui.IDebugModelPresentation;
import org.eclipse.debug.ui.IValueDetailListener;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.ide.FileStoreEditorInput;
import org.eclipse.ui.part.FileEditorInput;

/** Names and pictures of what the debugger shows, and the editor of its sources. */
public final class Presentation extends LabelProvider implements IDebugModelPresentation {
	private static final String EDITOR = "org.ccwbench.ui.editor";

	@Override
	public void setAttribute(String attribute, Object value) {}

	@Override
	public String getText(Object element) {
		return switch (element) {
			case RunTarget t -> t.getName();
			case RunThread t -> t.getName();
			case RunFrame f -> f.getName() + (f.getLineNumber() > 0 ? ", line " + f.getLineNumber() : "");
			case RunBreakpoint b -> b.getMarker() == null ? "" : b.words();
			case SpaceBlock b -> b.getExpression();
			default -> null;
		};
	}

	@Override
	public Image getImage(Object element) {
		return element instanceof RunFrame f ? Pictures.get(f.kind().equals(RunFrame.CCW) ? Pictures.CCW
				: f.kind().equals(RunFrame.START) ? Pictures.ORB : Pictures.STAGE_CURRENT) : null;
	}

	@Override
	public void computeDetail(IValue value, IValueDetailListener listener) {
		RunValue v = (RunValue) value;
		listener.detailComputed(value, v.getReferenceTypeName() + "\n" + v.getValueString());
	}

	@Override
	public IEditorInput getEditorInput(Object element) {
		Object source = element instanceof RunBreakpoint b ? b.getMarker().getResource() : element;
		return switch (source) {
			case IFile f -> new FileEditorInput(f);
			case Path p -> new FileStoreEditorInput(EFS.getLocalFileSystem().getStore(p.toUri()));
			default -> null;
		};
	}

	@Override
	public String getEditorId(IEditorInput input, Object element) {
		return EDITOR;
	}
}
