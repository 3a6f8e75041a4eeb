// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.ui.tests.Bench.press;
import static org.ccwbench.ui.tests.Bench.run;
import static org.ccwbench.ui.tests.Bench.type;
import static org.ccwbench.ui.tests.Bench.ui;
import static org.ccwbench.ui.tests.Bench.waitFor;

import org.ccwbench.ui.editor.CcwEditor;
import org.ccwbench.ui.views.ProgramView;
import org.ccwbench.ui.views.StorageView;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is typed into storage before the run stands in the text, and the run begins with it. In read-volume-label.ccw
 * EXTENT, X'C0C00000', stands at X'10018', and LABEL is room at X'20000'.
 */
class BeginningTest {
	private static final long EXTENT = 0x10018;
	private static final long LABEL = 0x20000;
	private CcwEditor editor;
	private StorageView storage;

	@BeforeEach
	void openWithoutARun() {
		ui(() -> {
			run().drop();
			return null;
		});
		storage = Bench.view(StorageView.class, StorageView.ID);
		editor = Bench.open("read-volume-label.ccw");
		Bench.front(storage);
		waitFor("what the text puts into storage", () -> storage.title().equals("guest storage before the run") && storage.words().equals("No run"));
	}

	@AfterEach
	void close() {
		ui(() -> {
			if (storage.beforeTheRun().getSelection()) {
				storage.beforeTheRun().setSelection(false);
			}
			run().drop();
			Bench.page().closeAllEditors(false);
			return null;
		});
		Bench.view(ProgramView.class, ProgramView.ID);
	}

	private String text() {
		return ui(() -> editor.sourceViewer().getDocument().get());
	}

	private void caretAt(long address, boolean character) {
		ui(() -> {
			Bench.page().activate(storage);
			storage.go("guest", String.format("%X", address));
			return null;
		});
		waitFor("the dump", () -> storage.text().startsWith(String.format("%08X", address & -16)));
		Point at = ui(() -> character ? storage.characterPlace(address) : storage.place(address));
		Bench.click(storage.dumped(), at);
		Bench.focus(storage, storage.dumped());
	}

	@Test
	void digitsThatAreTypedChangeTheConstant() {
		caretAt(EXTENT, false);
		type("81");
		waitFor("the statement", () -> editor.sourceViewer().getDocument().get().contains("EXTENT   DC    X'81C00000'            all writes"));
		waitFor("the dump again", () -> storage.text().startsWith("00010010  06000050 00020000 81C00000"));
		assertThat(ui(editor::isDirty)).isTrue();
		press(SWT.CTRL, 'z');
		press(SWT.CTRL, 'z');
		waitFor("undone", () -> editor.sourceViewer().getDocument().get().contains("X'C0C00000'"));
		waitFor("also in the dump", () -> storage.text().startsWith("00010010  06000050 00020000 C0C00000"));
	}

	@Test
	void charactersThatAreTypedIntoRoomBecomeAConstantAndTheRunBeginsWithIt() {
		String before = text();
		caretAt(LABEL, true);
		type("abc");
		// abc in EBCDIC is 81 82 83
		waitFor("the statements", () -> editor.sourceViewer().getDocument().get().contains("         ORG   X'20000'\n         DC    X'818283'"));
		assertThat(text()).as("nothing else").hasSize(before.length() + "         ORG   X'20000'\n         DC    X'818283'              put into storage by hand\n         ORG\n".length());
		waitFor("the dump", () -> storage.text().startsWith("00020000  81828300 "));
		Bench.picture("storage-before");
		Bench.runBy(editor, "direct");
		press(SWT.SHIFT, SWT.F8);
		waitFor("the beginning", () -> run().history().position() == 0);
		ui(() -> {
			storage.go("guest", "LABEL");
			return null;
		});
		waitFor("what the run began with", () -> storage.text().startsWith("00020000  81828300 "));
	}

	@Test
	void storageOfARunStaysAsItIsAndSaysWhy() {
		Bench.runBy(editor, "direct");
		waitFor("its end", () -> storage.words().contains(String.format("event %,d of", run().history().position())));
		String before = text();
		caretAt(LABEL, false);
		type("1");
		waitFor("the reason", () -> storage.remark().contains("Before the run"));
		assertThat(text()).isEqualTo(before);
		assertThat(ui(storage::text)).startsWith("00020000  E5D6D3F1 ");
		ui(() -> storage.beforeTheRun().setFocus());
		press(' ');
		waitFor("what the next run begins with", () -> storage.text().startsWith("00020000  00000000 "));
		caretAt(LABEL, false);
		type("1");
		waitFor("the statement", () -> editor.sourceViewer().getDocument().get().contains("DC    X'10'"));
	}
}
