// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.ui.tests.Bench.press;
import static org.ccwbench.ui.tests.Bench.ui;
import static org.ccwbench.ui.tests.Bench.waitFor;

import java.util.List;
import java.util.stream.IntStream;

import org.ccwbench.ui.editor.CcwEditor;
import org.ccwbench.ui.editor.diagram.DiagramPage;
import org.ccwbench.ui.editor.table.TablePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** read-volume-label.ccw in the table: PROG reads DE, LR, LAST reads RD. */
class TableTest {
	private static final int COMMAND = 3;
	private static final int FIRST_FLAG = 6;
	private static final int FLAG_SLI = 8;
	private static final int COUNT = 14;
	/** As the window system names keys: the table takes those of a keyboard only. */
	private static final long ENTER = 0xFF0D;
	private static final long ESCAPE = 0xFF1B;
	private static final long RIGHT = 0xFF53;
	private static final long DOWN = 0xFF54;
	private static final long F2 = 0xFFBF;
	private CcwEditor editor;
	private TablePage table;
	private String before;

	@BeforeEach
	void open() {
		editor = Bench.open("read-volume-label.ccw");
		before = text();
		ui(() -> {
			editor.showPage("Table");
			return null;
		});
		table = ui(() -> (TablePage) editor.page());
		waitFor("three CCWs", () -> table.lines().size() == 3);
		waitFor("focus", () -> table.table().isFocusControl());
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

	private String line(int row) {
		return ui(() -> table.lines().get(row));
	}

	/** Clicks into a cell; rows from 0. */
	private void click(int column, int row) {
		Point at = ui(() -> {
			table.reveal(column);
			Rectangle cell = table.table().getBoundsByPosition(table.position(column), row + 1);
			return new Point(cell.x + (column >= FIRST_FLAG && column < COUNT ? 10 : cell.width / 2), cell.y + cell.height / 2);
		});
		Mouse.click(Mouse.on(table.table(), at));
		// A table takes no key until it is clear that no second click comes.
		Bench.pause(700);
	}

	@Test
	void eachCcwIsARowWithItsCommandAndFlags() {
		assertThat(line(0)).isEqualTo("00010000 PROG DE DEFINE EXTENT EXTENT CC 16 where the program may go");
		Bench.picture("table");
	}

	@Test
	void aClickOnACheckBoxTurnsTheFlagInTheTextAndUndoTurnsItBack() {
		click(FLAG_SLI, 2);
		waitFor("SLI in the text", () -> text().contains("LAST     CCW1  RD,LABEL,SLI,L'LABEL"));
		assertThat(text()).as("the remark stays in its column").isEqualTo(before.replace("RD,LABEL,0,L'LABEL     80 bytes", "RD,LABEL,SLI,L'LABEL   80 bytes"));
		waitFor("SLI in the table", () -> table.lines().get(2).contains(" SLI "));
		Bench.settle();
		press(SWT.CTRL, 'z');
		waitFor("undone", () -> text().equals(before));
		waitFor("no SLI in the table", () -> !table.lines().get(2).contains(" SLI "));
	}

	@Test
	void aCellIsEditedByKeysAndTheSelectionStaysInIt() {
		click(COUNT, 1);
		Mouse.strike('2');
		Mouse.strike('4');
		waitFor("the field in the cell", () -> holds("24"));
		Mouse.strike(ENTER);
		waitFor("the count in the text", () -> text().contains("CCW1  LR,WHERE,CC,24 "));
		waitFor("the table shows it", () -> table.lines().get(1).contains(" 24 ") && field() == null && table.table().isFocusControl());
		Bench.settle();
		Mouse.strike(DOWN);
		waitFor("the row below", () -> selectedLine().startsWith("LAST "));
		Mouse.strike(F2);
		waitFor("its count in a field", () -> holds("L'LABEL"));
		Mouse.strike('9');
		Mouse.strike(ESCAPE);
		waitFor("no field", () -> field() == null && table.table().isFocusControl());
		assertThat(text()).as("nothing was taken").contains("CCW1  RD,LABEL,0,L'LABEL");
		press(SWT.CTRL, 'z');
		waitFor("undone", () -> text().equals(before));
	}

	@Test
	void theSpaceBarTurnsAFlagAndTheSelectionStaysOnIt() {
		click(COMMAND, 2);
		for (int i = COMMAND; i < FLAG_SLI; i++) {
			Mouse.strike(RIGHT);
		}
		Mouse.strike(' ');
		waitFor("SLI in the text", () -> text().contains("RD,LABEL,SLI,L'LABEL"));
		waitFor("SLI in the table", () -> table.lines().get(2).contains(" SLI "));
		Bench.settle();
		Mouse.strike(' ');
		waitFor("and out of it", () -> text().equals(before));
	}

	@Test
	void aCountThatIsNoneIsNamedInTheBannerAndUndoTakesItBack() {
		click(COUNT, 1);
		Mouse.strike('7');
		Mouse.strike('x');
		waitFor("the field in the cell", () -> holds("7x"));
		Mouse.strike(ENTER);
		waitFor("the banner", () -> table.banner().contains("line 13: '7x' is neither a number nor a name"));
		assertThat(line(1)).as("the last rows without errors").contains(" 16 ");
		Bench.settle();
		press(SWT.CTRL, 'z');
		waitFor("undone", () -> text().equals(before) && table.banner().isEmpty());
	}

	private boolean holds(String value) {
		Text field = field();
		return field != null && ui(() -> !field.isDisposed() && field.getText().equals(value));
	}

	/** In which a cell is edited; null if none is. */
	private Text field() {
		return ui(() -> {
			var editing = table.table().getActiveCellEditor();
			return editing != null && !editing.isClosed() && editing.getEditorControl() instanceof Text t && t.isFocusControl() ? t : null;
		});
	}

	@Test
	void whatIsSelectedHereIsSelectedInTheSource() {
		click(COMMAND, 1);
		waitFor("the line of the second CCW", () -> selectedLine().contains("CCW1  LR,"));
		click(COMMAND, 2);
		waitFor("the line of the third", () -> selectedLine().startsWith("LAST "));
		press(SWT.ALT, SWT.PAGE_UP);
		waitFor("the source is in front", () -> editor.page() == null);
		assertThat(Bench.caretLine(editor)).isEqualTo(1 + (int) before.substring(0, before.indexOf("LAST ")).lines().count());
	}

	private String selectedLine() {
		return editor.sourceViewer().getTextWidget().getSelectionText();
	}

	@Test
	void hexadecimalFromAnywhereBecomesCcws() {
		clipboard("00000000  47000000 00000000  04021000 20000020");
		click(COMMAND, 2);
		press(SWT.CTRL, 'v');
		waitFor("two more rows", () -> table.lines().size() == 5);
		assertThat(text()).contains("         CCW1  LR,0\n").contains("         CCW1  SENSE,X'20000020',S,4096\n");
	}

	@Test
	void copiedRowsAreStatementsAndDeletedOnesAreGone() {
		click(COMMAND, 1);
		press(SWT.CTRL, 'c');
		String copied = ui(() -> {
			Clipboard c = new Clipboard(Display.getCurrent());
			String s = (String) c.getContents(TextTransfer.getInstance());
			c.dispose();
			return s;
		});
		assertThat(copied.strip()).startsWith("CCW1  LR,WHERE,CC,16");
		press(SWT.DEL);
		waitFor("two rows", () -> table.lines().size() == 2);
		assertThat(text()).doesNotContain("CCW1  LR");
	}

	@Test
	void aClickOnAHeadingSortsAndTheNextOneTurnsTheOrderRound() {
		heading(COUNT);
		waitFor("the smallest count first", () -> table.lines().get(2).contains("RD"));
		heading(COUNT);
		waitFor("the largest count first", () -> table.lines().get(0).contains("RD"));
		assertThat(text()).as("the text is as it was").isEqualTo(before);
		click(FLAG_SLI, 0);
		waitFor("the box of the sorted row", () -> text().contains("RD,LABEL,SLI,L'LABEL"));
	}

	private void heading(int column) {
		Mouse.click(Mouse.on(table.table(), ui(() -> {
			table.reveal(column);
			Rectangle cell = table.table().getBoundsByPosition(table.position(column), 0);
			return new Point(cell.x + 12, cell.y + cell.height / 2);
		})));
		Bench.pause(700);
	}

	@Test
	void rowsAreAddedMovedAndDeletedAndEveryPageUndoesAndRedoes() {
		click(COMMAND, 0);
		press(SWT.INSERT);
		waitFor("a row more, selected", () -> table.lines().size() == 4 && selectedLine().contains("NOP"));
		press(SWT.ALT, SWT.ARROW_DOWN);
		waitFor("one place further down", () -> table.lines().get(2).contains("NOP") && selectedLine().contains("NOP"));
		String moved = text();
		press(SWT.DEL);
		waitFor("deleted", () -> text().equals(before));
		press(SWT.ALT, SWT.PAGE_UP);
		waitFor("the source is in front", () -> editor.page() == null && editor.sourceViewer().getTextWidget().isFocusControl());
		Bench.settle();
		press(SWT.CTRL, 'z');
		waitFor("undone in the source", () -> text().equals(moved));
		press(SWT.ALT, SWT.PAGE_UP);
		waitFor("the diagram is in front", () -> editor.page() instanceof DiagramPage d && d.titles().contains("CCW NOP") && d.control().isFocusControl());
		Bench.settle();
		press(SWT.CTRL, 'z');
		Bench.settle();
		press(SWT.CTRL, 'z');
		waitFor("undone in the diagram", () -> text().equals(before));
		Bench.settle();
		press(SWT.CTRL, SWT.SHIFT, 'z');
		waitFor("done again", () -> text().contains("NOP"));
		press(SWT.ALT, SWT.PAGE_UP);
		waitFor("the table shows it", () -> editor.page() == table && table.lines().size() == 4);
	}

	@Test
	void theFilterKeepsRowsThatHaveTheWord() {
		ui(() -> {
			table.filter().setText("label");
			return null;
		});
		waitFor("one row", () -> table.lines().size() == 1);
		assertThat(line(0)).contains("RD");
	}

	@Test
	void anErrorInTheTextLeavesTheLastRowsAndSaysSo() {
		ui(() -> {
			editor.sourceViewer().getDocument().set(before.replace("CCW1  LR", "CCW1  QQ"));
			return null;
		});
		waitFor("the banner", () -> table.banner().contains("QQ"));
		Bench.picture("table-of-a-broken-text");
		assertThat(IntStream.range(0, 3).mapToObj(this::line).toList()).hasSize(3).element(1).asString().contains("LR");
		click(FLAG_SLI, 2);
		assertThat(text()).as("nothing is edited meanwhile").contains("RD,LABEL,0,L'LABEL");
	}

	private static void clipboard(String text) {
		ui(() -> {
			Clipboard c = new Clipboard(Display.getCurrent());
			c.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
			c.dispose();
			return List.of();
		});
	}
}
