// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.ui.tests.Bench.press;
import static org.ccwbench.ui.tests.Bench.run;
import static org.ccwbench.ui.tests.Bench.ui;
import static org.ccwbench.ui.tests.Bench.waitFor;

import org.ccwbench.ui.editor.CcwEditor;
import org.ccwbench.ui.views.CompareView;
import org.ccwbench.ui.views.IrbView;
import org.ccwbench.ui.views.ProgramView;
import org.ccwbench.ui.views.StagesView;
import org.ccwbench.ui.views.StorageView;
import org.ccwbench.ui.views.TranslationView;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The three problems of the guide, from what somebody reports to what puts it right; the guide's pictures are taken on the way. */
class ProblemsTest {
	private final StagesView stages = Bench.view(StagesView.class, StagesView.ID);
	private final ProgramView program = Bench.view(ProgramView.class, ProgramView.ID);
	private final TranslationView translation = Bench.view(TranslationView.class, TranslationView.ID);
	private final IrbView irb = Bench.view(IrbView.class, IrbView.ID);
	private CcwEditor editor;

	@AfterEach
	void close() {
		ui(() -> {
			run().drop();
			return Bench.page().closeAllEditors(false);
		});
	}

	private void runBy(String path) {
		Bench.runBy(editor, path);
		Bench.follow(stages);
	}

	private void seek(long event) {
		ui(() -> {
			run().seek(event);
			return null;
		});
		Bench.follow(stages, program);
	}

	private void replace(String what, String by) {
		ui(() -> {
			var document = editor.sourceViewer().getDocument();
			int at = document.get().indexOf(what);
			assertThat(at).as(what).isNotNegative();
			document.replace(at, what.length(), by);
			return null;
		});
	}

	/** A unit exception where nothing was wrong with the unit: the driver has refused the request. */
	@Test
	void unitExceptionOfARequestThatNeverReachedTheDevice() {
		editor = Bench.open("fail-second-page-unmapped.ccw");
		runBy("linux");
		// The first CCW, and unit exception: what the monitor makes of -EINVAL
		assertThat(ui(irb::verdict)).contains("refused the request in K2 with -EINVAL").contains("unit exception");
		assertThat(ui(irb::link)).contains("CCW LAST");
		assertThat(ui(stages::lines)).anyMatch(l -> l.contains("K2") && l.contains("-EINVAL") && l.contains("1 pin refused"))
				.anyMatch(l -> l.contains("K3") && !l.contains("fetched"));
		Bench.portrait("problem-1-irb", irb, 1000, 560);
		Bench.picture("problem-1-stages", editor, stages);
		long refused = ui(() -> run().history().search().forward(0, (e, w) -> e.kind() == org.ccwbench.run.EventKind.PIN_REFUSED, () -> false));
		seek(refused);
		assertThat(ui(stages::about)).contains("cannot be pinned");
		Bench.follow(translation);
		assertThat(ui(translation::lines)).anyMatch(l -> l.startsWith("00020000\t")).noneMatch(l -> l.startsWith("00021000\t") && l.contains("3E0"));
		Bench.picture("problem-1-refused", editor, stages, program);
		replace("         UNMAP X'21000',4K            a hole in it\n", "");
		runBy("linux");
		assertThat(ui(irb::verdict)).contains("channel end, device end");
		Bench.picture("problem-1-solved", editor, stages);
	}

	/** A program check far from the CCW that holds the mistake. */
	@Test
	void programCheckBehindAListOfAddresses() {
		editor = Bench.open("fail-idaw-boundary.ccw");
		runBy("direct");
		assertThat(ui(irb::verdict)).contains("program check").contains("00010018");
		assertThat(ui(irb::link)).contains("LAST");
		assertThat(ui(() -> program.lines().get(2))).contains("program check");
		Bench.portrait("problem-2-irb", irb, 1000, 560);
		Bench.picture("problem-2-program", editor, stages, program);
		StorageView storage = Bench.view(StorageView.class, StorageView.ID);
		ui(() -> {
			storage.go("guest", "FIRST");
			return null;
		});
		// The first 1,024 bytes of the record had come: PoP, "Indirect Data Addressing", looks at a word when it is needed
		waitFor("what the first word points to", () -> storage.text().startsWith("00020C00  E4EBF2F9"));
		Bench.front(storage);
		Bench.portrait("problem-2-storage", storage, 1000, 460);
		ui(() -> {
			editor.selectAndReveal(editor.sourceViewer().getDocument().get().indexOf("IDAL  FMT"), 0);
			return null;
		});
		Bench.focus(editor, editor.sourceViewer().getTextWidget());
		press(SWT.CTRL, '1');
		waitFor("the list of fixes", () -> SourceTest.fixes() != null);
		Bench.picture("problem-2-fix", editor, stages);
		Table fixes = ui(SourceTest::fixes);
		ui(() -> {
			fixes.setSelection(0);
			fixes.notifyListeners(SWT.Selection, new Event());
			fixes.notifyListeners(SWT.DefaultSelection, new Event());
			return null;
		});
		waitFor("the text is put right", editor::isDirty);
		runBy("direct");
		assertThat(ui(irb::verdict)).contains("channel end, device end").doesNotContain("program check");
		Bench.view(ProgramView.class, ProgramView.ID);
	}

	/** An I/O that ends well for everyone, and half of whose data are missing. */
	@Test
	void dataThatNeverArriveAlthoughTheInputOutputEndsWell() {
		CompareView compare = Bench.view(CompareView.class, CompareView.ID);
		editor = Bench.open("quirk-nop-data-chained.ccw");
		runBy("linux");
		assertThat(ui(irb::verdict)).contains("ended normally");
		Bench.follow(compare);
		ui(() -> {
			compare.with("direct");
			return null;
		});
		waitFor("the comparison", () -> compare.lines().get(0).contains("difference"));
		assertThat(ui(compare::lines)).anyMatch(l -> l.contains("22000"));
		Bench.front(compare);
		Bench.portrait("problem-3-compare", compare, 1000, 460);
		Bench.front(program);
		Bench.follow(program);
		// The list word of the last CCW holds what the guest wrote, not where its page is.
		assertThat(ui(program::lines)).anyMatch(l -> l.contains("03040048"));
		Bench.picture("problem-3-program", editor, stages, program);
		StorageView storage = Bench.view(StorageView.class, StorageView.ID);
		ui(() -> {
			storage.go("host", "22000");
			return null;
		});
		waitFor("the data, in a page of the host's", () -> storage.text().contains("E5D6D3F0 F0F1"));
		Bench.front(storage);
		Bench.portrait("problem-3-storage", storage, 1000, 460);
		replace("X'03',REST", "0,REST");
		runBy("linux");
		ui(() -> {
			storage.go("guest", "REST");
			return null;
		});
		// VOL001 in EBCDIC
		waitFor("the data, where the guest looks for them", () -> storage.text().contains("E5D6D3F0 F0F1"));
		Bench.view(ProgramView.class, ProgramView.ID);
	}
}
