// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.ui.tests.Bench.press;
import static org.ccwbench.ui.tests.Bench.run;
import static org.ccwbench.ui.tests.Bench.ui;
import static org.ccwbench.ui.tests.Bench.waitFor;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import org.ccwbench.ui.ActiveRun.Phase;
import org.ccwbench.ui.editor.CcwEditor;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditorTest {
	private static final String ERROR = "org.eclipse.ui.workbench.texteditor.error";
	private CcwEditor editor;
	private StyledText text;
	private String before;

	@BeforeEach
	void open() {
		editor = Bench.open("read-volume-label.ccw");
		text = editor.sourceViewer().getTextWidget();
		before = ui(text::getText);
	}

	@AfterEach
	void restore() {
		ui(() -> {
			for (Shell shell : Display.getCurrent().getShells()) {
				if (shell != Bench.window().getShell() && shell.isVisible() && shell.getParent() == Bench.window().getShell()) {
					shell.close();
				}
			}
			editor.sourceViewer().getDocument().set(before);
			Bench.page().saveEditor(editor, false);
			Bench.page().closeEditor(editor, false);
			return null;
		});
	}

	private void caret(String after) {
		ui(() -> {
			int at = text.getText().indexOf(after);
			assertThat(at).as(after).isNotNegative();
			text.setSelection(at + after.length());
			return null;
		});
	}

	/** Selects what stands behind a place, so that typing replaces it. */
	private void select(String after, String what) {
		caret(after);
		ui(() -> {
			int at = text.getCaretOffset();
			assertThat(text.getText(at, at + what.length() - 1)).isEqualTo(what);
			text.setSelection(at, at + what.length());
			return null;
		});
	}

	private List<String> errors() {
		List<String> found = new ArrayList<>();
		var model = editor.sourceViewer().getAnnotationModel();
		for (Iterator<Annotation> i = model.getAnnotationIterator(); i.hasNext();) {
			Annotation a = i.next();
			if (ERROR.equals(a.getType())) {
				found.add(a.getText());
			}
		}
		return found;
	}

	@Test
	void statementsCommandsAndRemarksHaveColoursOfTheirOwn() {
		List<org.eclipse.swt.graphics.RGB> colours = ui(() -> Stream.of("CCW1  DE", "DE,EXTENT", "where the program", "* Reads")
				.map(s -> text.getStyleRangeAtOffset(text.getText().indexOf(s))).map(r -> r.foreground.getRGB()).toList());
		assertThat(colours.subList(0, 3)).doesNotHaveDuplicates();
		assertThat(colours.get(3)).as("comments look like remarks").isEqualTo(colours.get(2));
	}

	@Test
	void typingAnErrorShowsItAndSavingMarksTheFile() throws CoreException {
		caret("PROG     CCW1  D");
		Bench.type("q");
		waitFor("the error", () -> !errors().isEmpty());
		assertThat(ui(this::errors)).hasSize(1).first().asString().containsIgnoringCase("DqE");
		Bench.picture("problem");
		press(SWT.CTRL, 's');
		IFile file = Bench.file("read-volume-label.ccw");
		waitFor("saved", () -> !editor.isDirty());
		waitFor("the marker", () -> !markers(file).isEmpty());
		assertThat(markers(file)).hasSize(1);
		IMarker marker = markers(file).get(0);
		assertThat(marker.getAttribute(IMarker.LINE_NUMBER, 0)).isEqualTo(12);
		assertThat(marker.getAttribute(IMarker.SEVERITY, 0)).isEqualTo(IMarker.SEVERITY_ERROR);
		press(SWT.BS);
		press(SWT.CTRL, 's');
		waitFor("no marker any more", () -> markers(file).isEmpty());
		waitFor("no annotation any more", () -> errors().isEmpty());
	}

	private static List<IMarker> markers(IFile file) {
		try {
			return List.of(file.findMarkers("org.ccwbench.ui.editor.problem", true, IResource.DEPTH_ZERO));
		} catch (CoreException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void contentAssistInsertsACommandOfTheDevice() {
		select("LAST     CCW1  ", "RD");
		Bench.type("SENSEI");
		press(SWT.CTRL, ' ');
		waitFor("SENSEID inserted at once, as nothing else fits", () -> text.getText().contains("LAST     CCW1  SENSEID,LABEL"));
	}

	@Test
	void contentAssistOffersWhatBeginsAsTyped() {
		select("LAST     CCW1  ", "RD");
		Bench.type("SENSE");
		press(SWT.CTRL, ' ');
		waitFor("the list of proposals", () -> proposals() != null && proposals().getItemCount() == 2);
		Bench.picture("content-assist");
		List<String> offered = ui(() -> Stream.of(proposals().getItems()).map(i -> i.getText()).toList());
		assertThat(offered.get(0)).contains("SENSE").contains("X'04'");
		assertThat(offered.get(1)).contains("SENSEID").contains("X'E4'");
		ui(() -> {
			// Posted keys go to the list's shell, not on to the text as those of a keyboard do.
			Table list = proposals();
			list.setSelection(1);
			list.notifyListeners(SWT.Selection, new Event());
			list.notifyListeners(SWT.DefaultSelection, new Event());
			return null;
		});
		waitFor("the second proposal", () -> text.getText().contains("LAST     CCW1  SENSEID,LABEL"));
	}

	/** The list that content assist shows; null if it shows none. */
	private static Table proposals() {
		return visible().stream().filter(s -> s != Bench.window().getShell()).flatMap(s -> Stream.of(s.getChildren()))
				.flatMap(EditorTest::below).filter(Table.class::isInstance).map(Table.class::cast).findFirst().orElse(null);
	}

	private static Stream<Control> below(Control c) {
		return c instanceof Composite inner ? Stream.concat(Stream.of(c), Stream.of(inner.getChildren()).flatMap(EditorTest::below)) : Stream.of(c);
	}

	private static List<Shell> visible() {
		return Stream.of(Display.getCurrent().getShells()).filter(Control::isVisible).toList();
	}

	@Test
	void formatPutsTheTextIntoColumnsAndUndoTakesItBack() {
		ui(() -> {
			editor.sourceViewer().getDocument().set(before.replace("PROG     CCW1  DE", "PROG CCW1 DE"));
			return null;
		});
		Bench.focus(editor, text);
		press(SWT.CTRL, SWT.SHIFT, 'f');
		waitFor("columns", () -> text.getText().contains("PROG     CCW1  DE,EXTENT,CC,16"));
		press(SWT.CTRL, 'z');
		waitFor("undone", () -> text.getText().contains("PROG CCW1 DE"));
	}

	@Test
	void runOfABrokenTextSaysWhereAndLeadsThere() {
		caret("PROG     CCW1  D");
		Bench.type("q");
		int shells = ui(() -> visible().size());
		ui(() -> {
			run().drop();
			return null;
		});
		press(SWT.CTRL, SWT.F11);
		waitFor("it failed", () -> run().phase() == Phase.FAILED);
		waitFor("the dialog", () -> visible().size() > shells);
		Bench.picture("broken-text");
		assertThat(ui(() -> run().problems().get(0).line())).isEqualTo(12);
		assertThat(ui(() -> run().failure())).startsWith("line 12, column 16: ");
		press('\r');
		waitFor("the dialog is gone", () -> visible().size() == shells);
		waitFor("caret at the error", () -> Bench.caretLine(editor) == 12);
	}

	@Test
	void pathIsKeptForEachFile() {
		Paths.choose("mediated");
		CcwEditor other = Bench.open("sense-id.ccw");
		Paths.choose("direct");
		ui(() -> {
			Bench.page().activate(editor);
			return null;
		});
		waitFor("the first file's path", () -> Paths.chosen().equals("mediated"));
		ui(() -> {
			Bench.page().activate(other);
			return null;
		});
		waitFor("the second file's path", () -> Paths.chosen().equals("direct"));
		ui(() -> Bench.page().closeEditor(other, false));
	}

	@Test
	void outlineListsThePartsOfTheText() {
		Point size = ui(() -> {
			var page = editor.getAdapter(org.eclipse.ui.views.contentoutline.IContentOutlinePage.class);
			return page.getControl() == null ? new Point(0, 0) : page.getControl().getSize();
		});
		assertThat(size.x).isPositive();
		waitFor("the outline", () -> outline().contains("Program PROG"));
		assertThat(ui(this::outline)).contains("EXTENT  DC X'C0C00000'", "LABEL  DS CL80");
	}

	private List<String> outline() {
		var page = editor.getAdapter(org.eclipse.ui.views.contentoutline.IContentOutlinePage.class);
		return Stream.of(((org.eclipse.swt.widgets.Tree) page.getControl()).getItems()).map(i -> i.getText()).toList();
	}
}
