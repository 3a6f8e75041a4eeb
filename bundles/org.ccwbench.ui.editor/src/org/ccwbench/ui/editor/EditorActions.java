// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.ui.texteditor.BasicTextEditorActionContributor;

/** The text editor's actions in the menus; the status line is left to the run. */
public final class EditorActions extends BasicTextEditorActionContributor {
	@Override
	public void contributeToStatusLine(IStatusLineManager line) {
		// Where the run stands needs the room.
	}
}
