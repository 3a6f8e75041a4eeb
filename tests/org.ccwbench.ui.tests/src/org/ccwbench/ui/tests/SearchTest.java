// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.ui.tests.Bench.press;
import static org.ccwbench.ui.tests.Bench.ui;
import static org.ccwbench.ui.tests.Bench.waitFor;

import org.ccwbench.ui.editor.CcwEditor;
import org.ccwbench.ui.search.SearchView;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Search in all examples, by keys. */
class SearchTest {
	private SearchView view;

	@AfterEach
	void close() {
		ui(() -> {
			Bench.page().hideView(view);
			return Bench.page().closeAllEditors(false);
		});
	}

	@Test
	void aCommandIsFoundInAllProgramsAndEnterGoesThere() {
		CcwEditor editor = Bench.open("sense-id.ccw");
		press(SWT.CTRL, 'h');
		waitFor("the field", () -> Display.getCurrent().getFocusControl() instanceof Text);
		view = ui(() -> (SearchView) Bench.page().findView(SearchView.ID));
		press(SWT.SHIFT, '\t');
		waitFor("what is looked for", () -> Display.getCurrent().getFocusControl() instanceof Combo);
		press(SWT.ARROW_DOWN);
		press(SWT.ARROW_DOWN);
		press('\t');
		waitFor("the field again", () -> Display.getCurrent().getFocusControl() instanceof Text);
		Bench.type("SENSEID");
		press('\r');
		waitFor("what was found", () -> !view.lines().isEmpty() && Display.getCurrent().getFocusControl() instanceof Table);
		Bench.picture("search");
		assertThat(ui(view::lines)).contains("sense-id.ccw - ccw-examples:11: PROG     CCW1  SENSEID,ID,SLI,7").allMatch(l -> l.toUpperCase().contains("SENSEID"));
		int row = ui(() -> view.lines().indexOf("sense-id.ccw - ccw-examples:11: PROG     CCW1  SENSEID,ID,SLI,7"));
		for (int i = 0; i < row; i++) {
			press(SWT.ARROW_DOWN);
		}
		press('\r');
		waitFor("the line", () -> Bench.page().getActivePart() == editor && Bench.caretLine(editor) == 11);
	}
}
