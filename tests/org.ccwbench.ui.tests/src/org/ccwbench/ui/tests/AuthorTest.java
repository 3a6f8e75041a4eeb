// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.ui.tests.Bench.press;
import static org.ccwbench.ui.tests.Bench.run;
import static org.ccwbench.ui.tests.Bench.ui;
import static org.ccwbench.ui.tests.Bench.waitFor;

import java.util.stream.Stream;

import org.ccwbench.run.Progress;
import org.ccwbench.ui.editor.CcwEditor;
import org.ccwbench.ui.editor.diagram.DiagramPage;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody draws a program, from nothing, runs it, goes back, puts it right and runs it again. Mouse and keys only. */
class AuthorTest {
	private static final String NAME = "drawn.ccw";
	private CcwEditor editor;
	private DiagramPage page;

	@AfterEach
	void remove() throws CoreException {
		ui(() -> Bench.page().closeAllEditors(false));
		var file = Bench.project().getFile(NAME);
		if (file.exists()) {
			file.delete(true, null);
		}
	}

	@Test
	void aProgramIsDrawnRunPutRightAndRunAgain() {
		newProgram();
		draw();
		fill();
		runIt();
		stepBack();
		putRight();
	}

	/** File > New > Channel Program, for a display. */
	private void newProgram() {
		Bench.project();
		ui(() -> {
			Bench.page();
			Bench.window().getShell().forceActive();
			return null;
		});
		waitFor("the window is active", () -> Display.getCurrent().getActiveShell() == Bench.window().getShell());
		press(SWT.ALT, 'f');
		Menu file = ui(() -> Bench.window().getShell().getMenuBar().getItem(0).getMenu());
		waitFor("the File menu", file::isVisible);
		press('n');
		waitFor("the New menu", () -> file.getItem(0).getMenu().isVisible());
		press(SWT.ARROW_DOWN);
		press('\r');
		waitFor("the wizard has the focus", () -> Display.getCurrent().getFocusControl() instanceof Text t && t.getShell() != Bench.window().getShell());
		Shell wizard = ui(() -> Display.getCurrent().getFocusControl().getShell());
		press(SWT.CTRL, 'a');
		Bench.type(NAME);
		press(SWT.ALT, 'n');
		press('\t');
		waitFor("the device types", () -> Display.getCurrent().getFocusControl() instanceof Combo);
		Combo types = ui(() -> (Combo) Display.getCurrent().getFocusControl());
		for (int i = 0; i < 30 && !ui(types::getText).equals("3270"); i++) {
			press(SWT.ARROW_DOWN);
		}
		Bench.picture("author-1-wizard");
		press('\r');
		waitFor("the wizard is done", wizard::isDisposed);
		waitFor("the editor", () -> Bench.page().getActiveEditor() instanceof CcwEditor e && e.getEditorInput().getName().equals(NAME));
		editor = ui(() -> (CcwEditor) Bench.page().getActiveEditor());
		assertThat(text()).contains("TYPE=3270").doesNotContain("CCW");
		Bench.focus(editor, editor.sourceViewer().getTextWidget());
		press(SWT.ALT, SWT.PAGE_UP);
		waitFor("the diagram", () -> editor.page() instanceof DiagramPage);
		page = ui(() -> (DiagramPage) editor.page());
		waitFor("nothing is drawn yet", () -> page.titles().isEmpty());
		// The palette gets its place when the page is laid out for the first time.
		Bench.settle();
		Bench.pause(500);
		Bench.picture("author-2-nothing");
	}

	/** Two CCWs, data and an ORB, dragged from the palette; the line from the second CCW to the data. */
	private void draw() {
		Mouse.drag(palette("CCW"), Mouse.on(page.control(), new Point(160, 120)));
		waitFor("a CCW", () -> page.titles().size() == 1);
		Mouse.drag(palette("CCW"), below("PROG  NOP"));
		waitFor("another one, chained to it", () -> page.links().contains("COMMAND PROG  NOP -> NOP"));
		Mouse.drag(palette("Data"), Mouse.on(page.control(), new Point(420, 240)));
		waitFor("data", () -> page.titles().contains("DATA BUF"));
		Mouse.drag(place("NOP", true), place("BUF", false));
		waitFor("the CCW names the data", () -> page.links().contains("DATA NOP -> BUF"));
		Mouse.drag(palette("ORB"), Mouse.on(page.control(), new Point(420, 60)));
		waitFor("an ORB that starts the program", () -> page.links().stream().anyMatch(l -> l.startsWith("START ORB -> PROG")));
		Bench.picture("author-3-drawn");
	}

	/** The second CCW reads what SENSE ID returns, too little of it; the data are as long as it is. */
	private void fill() {
		edit("NOP", () -> {
			Bench.type("SENSEID,BUF,0,4");
			Bench.picture("author-4-inline");
		});
		waitFor("the command", () -> page.titles().contains("CCW SENSEID"));
		edit("BUF", () -> Bench.type("XL7"));
		waitFor("the length", () -> text().contains("BUF      DS    XL7"));
		assertThat(text()).contains("PROG     CCW1  NOP,0,SLI+CC,1\n         CCW1  SENSEID,BUF,0,4\n");
	}

	private void edit(String title, Runnable typing) {
		Mouse.doubleClick(place(title, false));
		waitFor("the field", () -> page.field() != null && page.field().isFocusControl());
		typing.run();
		press('\r');
		waitFor("the field is gone", () -> page.field() == null);
	}

	private void runIt() {
		press(SWT.CTRL, 's');
		waitFor("saved, and the keyboard back", () -> !editor.isDirty() && page.control().isFocusControl());
		Bench.ran("it ran", () -> press(SWT.CTRL, SWT.F11));
		waitFor("it failed at SENSEID", () -> page.progress("SENSEID") == Progress.FAILED);
		Bench.picture("author-5-failed");
	}

	private void stepBack() {
		press(SWT.SHIFT, SWT.F6);
		waitFor("SENSEID is being executed", () -> page.progress("SENSEID") == Progress.CURRENT && page.progress("PROG  NOP") == Progress.DONE);
		press(SWT.SHIFT, SWT.F6);
		waitFor("NOP is being executed", () -> page.progress("SENSEID") == Progress.PENDING && page.progress("PROG  NOP") == Progress.CURRENT);
		Bench.picture("author-6-back");
	}

	private void putRight() {
		Mouse.click(place("SENSEID", false));
		waitFor("the fix", () -> !org.ccwbench.ui.editor.FixMenu.fixes(editor.shared()).isEmpty());
		press(SWT.CTRL, '1');
		Bench.pause(300);
		press(SWT.ARROW_DOWN);
		Bench.picture("author-7-fix");
		press('\r');
		waitFor("SLI", () -> text().contains("CCW1  SENSEID,BUF,SLI,4"));
		Bench.ran("it ran", () -> press(SWT.CTRL, SWT.F11));
		waitFor("to its end", () -> page.progress("SENSEID") == Progress.DONE);
		Bench.picture("author-8-done");
	}

	private String text() {
		return ui(() -> editor.sourceViewer().getDocument().get());
	}

	private Point place(String title, boolean edge) {
		return Mouse.on(page.control(), ui(() -> page.place(title, edge)));
	}

	private Point below(String title) {
		Point at = place(title, false);
		return new Point(at.x, at.y + 60);
	}

	private Point palette(String kind) {
		return Mouse.middle(ui(() -> below(page.control().getParent()).filter(c -> c instanceof Button b && b.getText().replace("&", "").equals(kind)).findFirst().orElseThrow()));
	}

	private static Stream<Control> below(Control c) {
		return c instanceof Composite inner ? Stream.concat(Stream.of(c), Stream.of(inner.getChildren()).flatMap(AuthorTest::below)) : Stream.of(c);
	}
}
