// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.shell;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** Explorer and outline left, text in the middle, stages and IRB right, what the translation made below. */
public final class BenchPerspective implements IPerspectiveFactory {
	public static final String ID = "org.ccwbench.ui.perspective";
	private static final String VIEWS = "org.ccwbench.ui.views.";

	@Override
	public void createInitialLayout(IPageLayout layout) {
		String editor = layout.getEditorArea();
		layout.addView(ExplorerView.ID, IPageLayout.LEFT, 0.16f, editor);
		layout.addView(IPageLayout.ID_OUTLINE, IPageLayout.BOTTOM, 0.5f, ExplorerView.ID);
		layout.addView(VIEWS + "stages", IPageLayout.RIGHT, 0.61f, editor);
		layout.addView(VIEWS + "irb", IPageLayout.BOTTOM, 0.5f, VIEWS + "stages");
		IFolderLayout program = layout.createFolder("program", IPageLayout.BOTTOM, 0.5f, editor);
		program.addView(VIEWS + "program");
		program.addView(VIEWS + "storage");
		program.addView(IPageLayout.ID_PROBLEM_VIEW);
		layout.addView(VIEWS + "translation", IPageLayout.BOTTOM, 0.5f, "program");
		layout.addView(VIEWS + "pins", IPageLayout.RIGHT, 0.55f, VIEWS + "translation");
		for (String view : new String[] { "stages", "program", "translation", "pins", "irb", "storage" }) {
			layout.addShowViewShortcut(VIEWS + view);
		}
		layout.addShowViewShortcut(ExplorerView.ID);
		layout.addShowViewShortcut(IPageLayout.ID_OUTLINE);
		layout.addShowViewShortcut(IPageLayout.ID_PROBLEM_VIEW);
	}
}
