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
import org.ccwbench.ui.views.IrbView;
import org.ccwbench.ui.views.PinsView;
import org.ccwbench.ui.views.PositionView;
import org.ccwbench.ui.views.ProgramView;
import org.ccwbench.ui.views.StagesView;
import org.ccwbench.ui.views.StorageView;
import org.ccwbench.ui.views.TranslationView;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * read-volume-label.ccw in the window. Its program begins at X'10000': DEFINE EXTENT (63), LOCATE RECORD (47) and
 * READ DATA (06) of 80 bytes to X'20000'; its parameters lie at X'10018' and X'10028'. Stages are those of the
 * design discussion that the paths come from.
 */
class RunTest {
	private static final String PROGRAM = "read-volume-label.ccw";
	private static final int FIRST_CCW = 12;
	private static final int LAST_CCW = 14;
	private CcwEditor editor;
	private StagesView stages;
	private TranslationView translation;
	private PinsView pins;
	private IrbView irb;
	private ProgramView program;

	@BeforeEach
	void openEverything() {
		stages = Bench.view(StagesView.class, StagesView.ID);
		translation = Bench.view(TranslationView.class, TranslationView.ID);
		pins = Bench.view(PinsView.class, PinsView.ID);
		irb = Bench.view(IrbView.class, IrbView.ID);
		program = Bench.view(ProgramView.class, ProgramView.ID);
		editor = Bench.open(PROGRAM);
	}

	@AfterEach
	void closeEverything() {
		ui(() -> {
			Bench.page().closeAllEditors(false);
			return null;
		});
	}

	private void runBy(String path) {
		Bench.runBy(editor, path);
		settle();
	}

	/** Until every view shows the position that the run has. */
	private void settle() {
		Bench.follow(stages, translation, pins, irb, program);
	}

	private void step(int... keys) {
		long before = ui(() -> run().history().position());
		press(keys);
		waitFor("a step", () -> run().history().position() != before);
		settle();
	}

	@Test
	void runShowsTheEndOfEveryStageAndTheGuestsIrb() {
		runBy("two-stage");
		assertThat(ui(() -> run().outcome().asExpected())).isTrue();
		assertThat(ui(stages::lines).stream().map(l -> l.split("\t")[0].strip())).containsExactly(
				"Q1", "Q2", "Q3", "K1", "K2", "K3", "K4", "K5", "K6", "Q4");
		assertThat(ui(irb::verdict)).contains("channel end, device end");
		assertThat(ui(pins::lines).get(0)).startsWith("0 pages, 0 pins");
		assertThat(ui(() -> program.lines().get(2))).contains("06000050 00020000").contains("residual 0");
	}

	@Test
	void everyViewNamesRunStageAndStep() {
		runBy("two-stage");
		step(SWT.SHIFT, SWT.F7);
		for (PositionView view : List.of(stages, translation, pins, irb, program)) {
			assertThat(ui(view::words)).contains(PROGRAM).contains("two-stage").contains("Q4").containsPattern("event \\d+ of \\d+");
		}
	}

	@Test
	void stepOnARunThatIsNotThereRunsAndStandsAtTheBeginning() {
		ui(() -> {
			run().drop();
			return null;
		});
		Paths.choose("two-stage");
		Bench.focus(editor, editor.sourceViewer().getTextWidget());
		Bench.ran("the run", () -> press(SWT.F6));
		settle();
		assertThat(ui(() -> run().history().position())).isZero();
		assertThat(ui(translation::words)).contains("before the first stage").contains("No address has been looked up");
		assertThat(ui(irb::words)).contains("not yet stored at this position");
	}

	@Test
	void steppingFollowsTheTranslationAndGoingBackUndoesIt() {
		runBy("two-stage");
		press(SWT.SHIFT, SWT.F8);
		waitFor("the beginning", () -> run().history().position() == 0);
		settle();
		step(SWT.F6);
		assertThat(ui(() -> run().stage().stage().id())).isEqualTo("Q2");
		assertThat(ui(translation::lines)).anyMatch(l -> l.startsWith("00010000\t"));
		assertThat(ui(() -> program.lines().get(0))).contains("00010000: 63400010 00010018");
		assertThat(ui(() -> run().history().currentLine())).isEqualTo(FIRST_CCW);
		List<String> afterOne = ui(translation::lines);
		long one = ui(() -> run().history().position());
		step(SWT.F6);
		step(SWT.F6);
		assertThat(ui(translation::lines)).hasSizeGreaterThan(afterOne.size());
		assertThat(ui(() -> run().history().currentLine())).isEqualTo(LAST_CCW);
		step(SWT.SHIFT, SWT.F6);
		step(SWT.SHIFT, SWT.F6);
		assertThat(ui(() -> run().history().position())).isEqualTo(one);
		assertThat(ui(translation::lines)).isEqualTo(afterOne);
	}

	@Test
	void pagesArePinnedInK2AndFreeAtTheEnd() {
		runBy("two-stage");
		toStage("K3");
		assertThat(ui(pins::lines).get(0)).doesNotStartWith("0 pages");
		// The monitor's storage is where it maps the guest's, so a page of user storage is no page of the guest's.
		assertThat(ui(pins::lines).subList(1, ui(pins::lines).size())).isNotEmpty().noneMatch(l -> l.contains("\t00020000\t"));
		Bench.picture("two-stage-k3");
		press(SWT.F8);
		waitFor("the end", () -> run().history().position() == run().history().size());
		settle();
		assertThat(ui(pins::lines)).hasSize(1);
	}

	@Test
	void mediatedPathHasNoQ2AndPinsByGuestAddress() {
		runBy("mediated");
		assertThat(ui(() -> run().outcome().asExpected())).isTrue();
		assertThat(ui(stages::lines)).hasSize(9).noneMatch(l -> l.strip().startsWith("Q2"));
		toStage("K3");
		assertThat(ui(pins::lines)).anyMatch(l -> l.contains("\t00020000\t"));
		assertThat(ui(() -> program.lines().get(0)).split("\t")[3]).as("no user program").isEmpty();
		Bench.picture("mediated-k3");
	}

	@Test
	void directRunTranslatesNothing() {
		runBy("direct");
		assertThat(ui(() -> run().outcome().asExpected())).isTrue();
		assertThat(ui(translation::words)).contains("nothing is translated");
		assertThat(ui(irb::verdict)).contains("channel end, device end");
	}

	@Test
	void labelCanBeReadInTheStorageViewAfterwards() {
		runBy("mediated");
		StorageView storage = Bench.view(StorageView.class, StorageView.ID);
		ui(() -> {
			storage.go("guest", "LABEL");
			return null;
		});
		waitFor("the dump", () -> storage.text().contains("VOL1"));
		// VOL1 in EBCDIC is E5 D6 D3 F1
		assertThat(ui(storage::text)).startsWith("00020000  E5D6D3F1 ");
		Bench.picture("storage");
		Bench.view(ProgramView.class, ProgramView.ID);
	}

	@Test
	void ccwThatIsChosenInTheProgramIsSelectedInTheText() {
		runBy("two-stage");
		ui(() -> {
			Bench.page().activate(program);
			program.choose(2);
			return null;
		});
		waitFor("the line of the last CCW", () -> Bench.caretLine(editor) == LAST_CCW);
	}

	@Test
	void doubleClickOnAStageGoesThere() {
		runBy("two-stage");
		toStage("Q2");
		assertThat(ui(() -> run().stage().stage().id())).isEqualTo("Q2");
		assertThat(ui(stages::words)).contains("Q2");
	}

	@Test
	void runSurvivesTheClosingOfItsEditor() {
		runBy("two-stage");
		ui(() -> Bench.page().closeEditor(editor, false));
		ui(() -> {
			run().seek(0);
			run().seek(Long.MAX_VALUE);
			run().selectCcw(0x10000);
			return null;
		});
		settle();
		assertThat(ui(irb::verdict)).contains("channel end, device end");
	}

	@Test
	void whatTheGuestSeesOfAnUnmappedBufferIsShown() {
		editor = Bench.open("fail-unmapped-buffer.ccw");
		runBy("mediated");
		assertThat(ui(stages::lines)).anyMatch(l -> l.contains("K2") && l.contains("-EINVAL"));
		assertThat(ui(pins::lines).get(0)).startsWith("0 pages, 0 pins");
		Bench.picture("failing");
	}

	private void toStage(String id) {
		ui(() -> {
			stages.open(id);
			return null;
		});
		waitFor(id, () -> run().stage() != null && run().stage().stage().id().equals(id));
		settle();
	}
}
