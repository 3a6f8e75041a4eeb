// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.ui.tests.Bench.press;
import static org.ccwbench.ui.tests.Bench.run;
import static org.ccwbench.ui.tests.Bench.ui;
import static org.ccwbench.ui.tests.Bench.waitFor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.ccwbench.run.Progress;
import org.ccwbench.ui.ActiveRun.Phase;
import org.ccwbench.ui.editor.CcwEditor;
import org.ccwbench.ui.editor.diagram.DiagramPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs drawn and changed in the diagram, by mouse and keys; the text is what counts. */
class DiagramTest {
	private CcwEditor editor;
	private DiagramPage page;
	private String before;

	@BeforeEach
	void open() {
		editor = Bench.open("read-volume-label.ccw");
		before = text();
		ui(() -> {
			editor.showPage("Diagram");
			return null;
		});
		page = ui(() -> (DiagramPage) editor.page());
		waitFor("the figures", () -> page.titles().size() == 7);
	}

	@AfterEach
	void restore() {
		ui(() -> {
			editor.showPage("Source");
			editor.sourceViewer().getDocument().set(before);
			Bench.page().saveEditor(editor, false);
			Bench.page().closeEditor(editor, false);
			return null;
		});
	}

	private String text() {
		return ui(() -> editor.sourceViewer().getDocument().get());
	}

	/** On the canvas. */
	private Point place(String title, boolean edge) {
		return ui(() -> page.place(title, edge));
	}

	private void click(String title) {
		Bench.click(page.canvas(), place(title, false));
	}

	private void drag(Point from, Point to) {
		Bench.mouse(page.canvas(), SWT.MouseMove, from, 0);
		Bench.mouse(page.canvas(), SWT.MouseDown, from, 1);
		for (int i = 1; i <= 4; i++) {
			Bench.mouse(page.canvas(), SWT.MouseMove, new Point(from.x + (to.x - from.x) * i / 4, from.y + (to.y - from.y) * i / 4), 1);
		}
		Bench.mouse(page.canvas(), SWT.MouseUp, to, 1);
	}

	@Test
	void statementsAreFiguresAndWhatTheyNameAreLines() {
		assertThat(ui(page::titles)).containsExactly("CCW PROG  DE", "CCW LR", "CCW LAST  RD", "DATA EXTENT", "DATA WHERE", "DATA LABEL", "ORB ORB");
		assertThat(ui(page::links)).containsExactlyInAnyOrder("START ORB -> PROG  DE", "COMMAND PROG  DE -> LR", "COMMAND LR -> LAST  RD",
				"DATA PROG  DE -> EXTENT", "DATA LR -> WHERE", "DATA LAST  RD -> LABEL");
		Bench.picture("diagram");
	}

	@Test
	void aClickSelectsTheLineOfTheSource() {
		click("PROG  DE");
		waitFor("the line of PROG", () -> editor.sourceViewer().getTextWidget().getSelectionText().startsWith("PROG "));
		click("LAST  RD");
		waitFor("the line of LAST", () -> editor.sourceViewer().getTextWidget().getSelectionText().startsWith("LAST "));
	}

	@Test
	void aDraggedCcwGoesElsewhereInTheProgram() {
		Point first = place("PROG  DE", false);
		drag(place("LR", false), new Point(first.x, first.y - 20));
		waitFor("LR before DE", () -> text().indexOf("CCW1  LR") < text().indexOf("CCW1  DE"));
		press(SWT.CTRL, 'z');
		waitFor("undone", () -> text().equals(before));
	}

	@Test
	void aLineDrawnFromACcwNamesItsData() {
		drag(place("LR", true), place("EXTENT", false));
		waitFor("EXTENT is named", () -> text().contains("CCW1  LR,EXTENT,CC,16"));
		waitFor("the line", () -> page.links().contains("DATA LR -> EXTENT"));
	}

	@Test
	void aRunIsSeenInTheFiguresForthAndBack() {
		Paths.choose("direct");
		press(SWT.CTRL, SWT.F11);
		waitFor("it ran", () -> run().phase() == Phase.READY);
		waitFor("all done", () -> page.progress("LAST  RD") == Progress.DONE && page.progress("PROG  DE") == Progress.DONE);
		ui(() -> {
			run().seek(0);
			return null;
		});
		waitFor("nothing done", () -> page.progress("PROG  DE") == Progress.PENDING);
		press(SWT.F6);
		waitFor("the first CCW is being executed", () -> page.progress("PROG  DE") == Progress.CURRENT);
		press(SWT.F6);
		waitFor("the second one, the first done", () -> page.progress("LR") == Progress.CURRENT && page.progress("PROG  DE") == Progress.DONE);
		Bench.picture("diagram-of-a-run");
	}

	@Test
	void theDiagramIsWrittenAsPicture() throws IOException {
		Path folder = Files.createTempDirectory("ccwb-diagram");
		Path svg = folder.resolve("d.svg");
		Path png = folder.resolve("d.png");
		ui(() -> {
			page.write(svg);
			page.write(png);
			return null;
		});
		assertThat(Files.readString(svg)).startsWith("<svg xmlns=").contains(">PROG  DE<").contains("DEFINE EXTENT").endsWith("</svg>\n");
		assertThat(new ImageData(png.toString()).width).isGreaterThan(300);
		Files.delete(svg);
		Files.delete(png);
		Files.delete(folder);
	}

	@Test
	void anErrorInTheTextLeavesTheLastDiagramAndSaysSo() {
		ui(() -> {
			editor.sourceViewer().getDocument().set(before.replace("CCW1  LR", "CCW1  QQ"));
			return null;
		});
		waitFor("the banner", () -> page.banner().contains("QQ"));
		assertThat(ui(page::titles)).contains("CCW LR");
	}
}
