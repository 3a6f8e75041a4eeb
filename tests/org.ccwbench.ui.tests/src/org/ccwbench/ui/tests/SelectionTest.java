// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.ui.tests.Bench.press;
import static org.ccwbench.ui.tests.Bench.run;
import static org.ccwbench.ui.tests.Bench.ui;
import static org.ccwbench.ui.tests.Bench.waitFor;

import java.util.List;

import org.ccwbench.ui.editor.CcwEditor;
import org.ccwbench.ui.views.PinsView;
import org.ccwbench.ui.views.ProgramView;
import org.ccwbench.ui.views.RecordingView;
import org.ccwbench.ui.views.StagesView;
import org.ccwbench.ui.views.StorageView;
import org.ccwbench.ui.views.TranslationView;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A selection in one view selects in all. read-volume-label.ccw: three CCWs at X'10000', the last of which (line 14)
 * reads 80 bytes to X'20000', where VOL1 stands at the end.
 */
class SelectionTest {
	private static final long LAST = 0x10010;
	private static final long LABEL = 0x20000;
	private static final int LAST_LINE = 14;
	private CcwEditor editor;
	private StagesView stages;
	private TranslationView translation;
	private PinsView pins;
	private ProgramView program;
	private StorageView storage;

	@BeforeEach
	void runToTheMiddle() {
		stages = Bench.view(StagesView.class, StagesView.ID);
		translation = Bench.view(TranslationView.class, TranslationView.ID);
		pins = Bench.view(PinsView.class, PinsView.ID);
		program = Bench.view(ProgramView.class, ProgramView.ID);
		storage = Bench.view(StorageView.class, StorageView.ID);
		editor = Bench.runBy("read-volume-label.ccw", "mediated");
		ui(() -> {
			stages.open("K3");
			return null;
		});
		waitFor("K3", () -> run().stage() != null && run().stage().stage().id().equals("K3"));
		Bench.follow(stages, translation, pins, storage);
	}

	@AfterEach
	void close() {
		ui(() -> {
			run().drop();
			Bench.page().closeAllEditors(false);
			return null;
		});
		Bench.view(ProgramView.class, ProgramView.ID);
	}

	@Test
	void pinnedPageSelectsItsCcwItsLookUpItsBytesAndItsLine() {
		int row = ui(() -> pins.lines().subList(1, pins.lines().size())).stream().map(l -> l.contains("\t00020000\t")).toList().indexOf(true);
		Bench.focus(pins, pins.table());
		press(SWT.END);
		for (int i = ui(() -> pins.lines().size()) - 2; i > row; i--) {
			press(SWT.ARROW_UP);
		}
		waitFor("the page is selected", () -> run().selected() != null && run().selected().guest() == LABEL);
		assertThat(ui(program::chosen)).containsExactly(LAST);
		assertThat(ui(translation::chosen)).contains("00020000");
		assertThat(ui(storage::marked)).as("the whole page").hasSize(2 * 4096);
		waitFor("the line of the CCW", () -> Bench.caretLine(editor) == LAST_LINE);
		Bench.picture("selection");
	}

	@Test
	void bytesInStorageSelectTheCcwThatReadsIntoThem() {
		ui(() -> {
			storage.go("guest", "LABEL");
			return null;
		});
		Bench.front(storage);
		waitFor("the dump", () -> storage.text().startsWith("00020000"));
		Bench.click(storage.dumped(), ui(() -> storage.place(LABEL + 4)));
		waitFor("a byte is selected", () -> run().selected() != null && run().selected().guest() == LABEL + 4);
		assertThat(ui(storage::marked)).hasSize(2);
		assertThat(ui(program::chosen)).containsExactly(LAST);
		assertThat(ui(pins::chosen)).hasSize(1).allMatch(l -> l.contains("\t00020000\t"));
		waitFor("the line of the CCW", () -> Bench.caretLine(editor) == LAST_LINE);
	}

	@Test
	void caretInTheTextSelectsTheBytesOfItsStatement() {
		Bench.focus(editor, editor.sourceViewer().getTextWidget());
		ui(() -> {
			var widget = editor.sourceViewer().getTextWidget();
			widget.setSelection(widget.getOffsetAtLine(LAST_LINE - 2));
			return null;
		});
		press(SWT.ARROW_DOWN);
		waitFor("the CCW", () -> program.chosen().equals(List.of(LAST)));
		// READ DATA, 80 bytes to X'20000'
		waitFor("its bytes", () -> storage.marked().equals("0600005000020000"));
		assertThat(Bench.caretLine(editor)).as("the caret stays where it was put").isEqualTo(LAST_LINE);
	}

	@Test
	void eventInTheRecordingShowsItsAddressEverywhere() {
		RecordingView recording = Bench.view(RecordingView.class, RecordingView.ID);
		waitFor("all events", () -> recording.count() == run().history().size());
		long pinned = ui(() -> run().history().search().forward(0, (e, w) -> e.kind() == org.ccwbench.run.EventKind.PINNED && e.address() == LABEL, () -> false));
		ui(() -> {
			recording.choose((int) pinned - 1);
			return null;
		});
		waitFor("the event", () -> run().selected() != null && run().selected().event() >= 0);
		assertThat(ui(() -> run().history().position())).as("a click goes there too").isEqualTo(ui(() -> run().selected().event() + 1));
		waitFor("its stage", () -> stages.chosen().contains("K2"));
		waitFor("its CCW", () -> program.chosen().equals(List.of(LAST)));
		waitFor("the line of the CCW", () -> Bench.caretLine(editor) == LAST_LINE);
	}
}
