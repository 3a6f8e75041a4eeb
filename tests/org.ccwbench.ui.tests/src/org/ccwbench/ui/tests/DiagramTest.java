// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.ui.tests.Bench.press;
import static org.ccwbench.ui.tests.Bench.run;
import static org.ccwbench.ui.tests.Bench.ui;
import static org.ccwbench.ui.tests.Bench.waitFor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.ccwbench.run.Progress;
import org.ccwbench.ui.editor.CcwEditor;
import org.ccwbench.ui.editor.diagram.DiagramPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
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
		turnOver();
		waitFor("the figures", () -> page.titles().size() == 7);
	}

	/** As large as the window, or again as large as it was. */
	private void turnOver() {
		ui(() -> {
			Bench.page().toggleZoom(Bench.page().getReference(editor));
			return null;
		});
		Bench.focus(editor, page.control());
	}

	@AfterEach
	void restore() {
		ui(() -> {
			if (Bench.page().isPageZoomed()) {
				Bench.page().toggleZoom(Bench.page().getReference(editor));
			}
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

	private Point onScreen(String title, boolean edge) {
		return Mouse.on(page.control(), place(title, edge));
	}

	private void click(String title) {
		Mouse.click(onScreen(title, false));
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
		Point first = onScreen("PROG  DE", false);
		Mouse.drag(onScreen("LR", false), new Point(first.x, first.y - 20));
		waitFor("LR before DE", () -> text().indexOf("CCW1  LR") < text().indexOf("CCW1  DE"));
		Bench.settle();
		press(SWT.CTRL, 'z');
		waitFor("undone", () -> text().equals(before));
	}

	@Test
	void aLineDrawnFromACcwNamesItsData() {
		Mouse.drag(onScreen("LR", true), onScreen("EXTENT", false));
		waitFor("EXTENT is named", () -> text().contains("CCW1  LR,EXTENT,CC,16"));
		waitFor("the line", () -> page.links().contains("DATA LR -> EXTENT"));
	}

	@Test
	void draggedDataSnapToTheEdgesOfOthers() {
		int edge = left("EXTENT");
		Point from = onScreen("WHERE", false);
		Point to = new Point(from.x + edge - left("WHERE") + 5, from.y + 20);
		assertThat(to.x).isNotEqualTo(from.x);
		Mouse.drag(from, to);
		waitFor("moved down", () -> place("WHERE", false).y > from.y - Mouse.on(page.control(), new Point(0, 0)).y + 5);
		assertThat(left("WHERE")).isEqualTo(edge);
		assertThat(text()).as("where a figure lies is not in the text").isEqualTo(before);
	}

	private int left(String title) {
		return 2 * place(title, false).x - place(title, true).x;
	}

	@Test
	void oneZoomsByKeysAndByTheWheelAndTheOverviewLeadsElsewhere() {
		waitFor("all of its size", () -> page.zoomed() == 1);
		press(SWT.CTRL, '=');
		waitFor("larger", () -> page.zoomed() > 1);
		press(SWT.CTRL, '-');
		waitFor("as before", () -> page.zoomed() == 1);
		Mouse.wheel(Mouse.middle(page.control()), 6, true);
		waitFor("larger by the wheel", () -> page.zoomed() >= 2);
		Mouse.click(Mouse.on(overview(), new Point(2, 2)));
		waitFor("the upper left corner", () -> area().contains(place("ORB", false)));
		Point end = ui(() -> new Point(overview().getSize().x - 4, overview().getSize().y - 4));
		Mouse.click(Mouse.on(overview(), end));
		waitFor("somewhere else", () -> !area().contains(place("ORB", false)));
		Bench.picture("diagram-zoomed");
		Mouse.click(Mouse.on(page.control(), new Point(4, 4)));
		press(SWT.CTRL, '0');
		waitFor("the whole of it", () -> page.zoomed() <= 1 && area().contains(place("ORB", false)) && area().contains(place("LABEL", false)));
	}

	private Rectangle area() {
		return ((Composite) page.control()).getClientArea();
	}

	private Control overview() {
		return ui(() -> below(page.control().getParent()).filter(c -> c.getToolTipText() != null && c.getToolTipText().startsWith("Overview")).findFirst().orElseThrow());
	}

	private static Stream<Control> below(Control c) {
		return c instanceof Composite inner ? Stream.concat(Stream.of(c), Stream.of(inner.getChildren()).flatMap(DiagramTest::below)) : Stream.of(c);
	}

	@Test
	void whatIsCopiedIsTextAndTextIsPastedAsFigures() {
		click("LR");
		press(SWT.CTRL, 'c');
		String copied = "         CCW1  LR,WHERE,CC,16         where it goes, and to do what\n";
		waitFor("the statement", () -> {
			Clipboard c = new Clipboard(Display.getCurrent());
			Object s = c.getContents(TextTransfer.getInstance());
			c.dispose();
			return copied.equals(s);
		});
		press(SWT.CTRL, 'v');
		waitFor("a figure more", () -> page.titles().size() == 8);
		assertThat(text()).contains(copied + copied);
		press(SWT.CTRL, 'x');
		waitFor("cut out again", () -> text().equals(before));
	}

	@Test
	void everythingCanBeDoneByKeys() {
		press(SWT.HOME);
		waitFor("the first figure", () -> selected().startsWith("PROG "));
		press(SWT.ARROW_DOWN);
		waitFor("along the chain", () -> selected().contains("CCW1  LR,"));
		press('\t');
		waitFor("the next in the text", () -> selected().startsWith("LAST "));
		press(SWT.ALT, SWT.ARROW_UP);
		waitFor("earlier in the program", () -> text().indexOf("CCW1  RD") < text().indexOf("CCW1  LR") && selected().startsWith("LAST "));
		Bench.settle();
		press(SWT.CTRL, 'z');
		waitFor("undone", () -> text().equals(before) && page.titles().size() == 7);
		press(SWT.INSERT);
		waitFor("a CCW behind it", () -> page.titles().contains("CCW NOP") && selected().contains("NOP"));
		press(SWT.F2);
		waitFor("it is edited", () -> page.field() != null && page.field().isFocusControl());
		Bench.type("NOP,0,CC,1");
		Mouse.strike(Mouse.ESCAPE);
		waitFor("given up", () -> page.field() == null && page.control().isFocusControl());
		assertThat(text()).doesNotContain("NOP,0,CC,1");
		Bench.settle();
		Mouse.strike(Mouse.DELETE);
		waitFor("gone", () -> !text().contains("NOP"));
		Bench.settle();
		press(SWT.CTRL, 'a');
		Mouse.strike(Mouse.DELETE);
		waitFor("nothing is left for EXPECT to name", () -> !text().contains("CCW1") && page.banner().contains("LAST is not defined"));
		Bench.settle();
		press(SWT.CTRL, 'z');
		waitFor("undone, in a text with errors", () -> text().contains("CCW1") && page.banner().isEmpty());
	}

	private String selected() {
		return editor.sourceViewer().getTextWidget().getSelectionText();
	}

	/** The print dialog of GTK proposes a file where there is no printer. */
	@Test
	void theDiagramIsPrintedIntoAFile() throws IOException {
		Path file = Path.of("output.pdf");
		Files.deleteIfExists(file);
		AtomicBoolean asked = new AtomicBoolean();
		Listener left = e -> asked.set(true);
		ui(() -> {
			Bench.window().getShell().addListener(SWT.Deactivate, left);
			return null;
		});
		press(SWT.CTRL, 'p');
		waitFor("the dialog", asked::get);
		Bench.pause(500);
		Mouse.strike(Mouse.ENTER);
		waitFor("the paper", () -> file.toFile().length() > 1000);
		assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
		Files.delete(file);
		waitFor("the keyboard in the diagram", () -> page.control().isFocusControl());
		ui(() -> {
			Bench.window().getShell().removeListener(SWT.Deactivate, left);
			return null;
		});
	}

	@Test
	void aRunIsSeenInTheFiguresForthAndBack() {
		turnOver();
		Paths.choose("direct");
		Bench.ran("it ran", () -> press(SWT.CTRL, SWT.F11));
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
