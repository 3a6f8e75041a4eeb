// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.shell;

import org.ccwbench.ui.cheatsheet.CheatSheetView;
import org.ccwbench.ui.help.HelpView;
import org.ccwbench.ui.search.SearchView;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** Explorer and outline left; text and stages side by side; below them the program, and below that what came of it. */
public final class BenchPerspective implements IPerspectiveFactory {
	public static final String ID = "org.ccwbench.ui.perspective";
	private static final String VIEWS = "org.ccwbench.ui.views.";

	@Override
	public void createInitialLayout(IPageLayout layout) {
		String editor = layout.getEditorArea();
		layout.addView(ExplorerView.ID, IPageLayout.LEFT, 0.14f, editor);
		layout.addView(IPageLayout.ID_OUTLINE, IPageLayout.BOTTOM, 0.45f, ExplorerView.ID);
		IFolderLayout program = layout.createFolder("program", IPageLayout.BOTTOM, 0.495f, editor);
		program.addView(VIEWS + "program");
		program.addView(VIEWS + "storage");
		program.addView(VIEWS + "device");
		program.addView(VIEWS + "recording");
		program.addView(VIEWS + "compare");
		program.addView(VIEWS + "paths");
		program.addPlaceholder(VIEWS + "hosts");
		program.addView(IPageLayout.ID_PROBLEM_VIEW);
		program.addPlaceholder(SearchView.ID);
		layout.addView(VIEWS + "translation", IPageLayout.BOTTOM, 0.4f, "program");
		layout.addView(VIEWS + "pins", IPageLayout.RIGHT, 0.34f, VIEWS + "translation");
		IFolderLayout result = layout.createFolder("result", IPageLayout.RIGHT, 0.44f, VIEWS + "pins");
		result.addView(VIEWS + "irb");
		result.addView(VIEWS + "subchannel");
		IFolderLayout side = layout.createFolder("side", IPageLayout.RIGHT, 0.51f, editor);
		side.addView(VIEWS + "stages");
		side.addPlaceholder(HelpView.ID);
		side.addPlaceholder(CheatSheetView.ID);
		for (String view : new String[] { "stages", "program", "translation", "pins", "irb", "subchannel", "storage", "device", "recording", "compare", "paths", "hosts" }) {
			layout.addShowViewShortcut(VIEWS + view);
		}
		layout.addShowViewShortcut(ExplorerView.ID);
		layout.addShowViewShortcut(IPageLayout.ID_OUTLINE);
		layout.addShowViewShortcut(SearchView.ID);
		layout.addShowViewShortcut(HelpView.ID);
		layout.addShowViewShortcut(CheatSheetView.ID);
		layout.addShowViewShortcut(IPageLayout.ID_PROBLEM_VIEW);
	}
}
