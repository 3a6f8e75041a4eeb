// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.ui.tests.Bench.press;
import static org.ccwbench.ui.tests.Bench.run;
import static org.ccwbench.ui.tests.Bench.ui;
import static org.ccwbench.ui.tests.Bench.waitFor;

import java.util.List;

import org.ccwbench.run.Places;
import org.ccwbench.ui.views.DeviceView;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.ui.IWorkbenchPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The device at the position: what it holds in the examples is what their comments say. */
class DeviceViewTest {
	private DeviceView view;

	@BeforeEach
	void look() {
		view = Bench.view(DeviceView.class, DeviceView.ID);
	}

	@AfterEach
	void close() {
		ui(() -> {
			run().drop();
			Bench.page().closeAllEditors(false);
			return null;
		});
	}

	private void step(int... keys) {
		long before = ui(() -> run().history().position());
		press(keys);
		waitFor("a step", () -> run().history().position() != before);
		Bench.follow(view);
	}

	/** The view as large as the window, for the guide. */
	private void portrait(String name) {
		if (System.getenv("CCWB_PICTURES") == null) {
			return;
		}
		Bench.front(view);
		Bench.picture(name + "-in-window");
		zoom();
		Bench.picture(name);
		zoom();
	}

	private void zoom() {
		ui(() -> {
			IWorkbenchPage page = Bench.page();
			page.activate(view);
			page.toggleZoom(page.getActivePartReference());
			return null;
		});
	}

	@Test
	void headOfTheDiskGoesToTheLabelAndBack() {
		Bench.runBy("read-volume-label.ccw", "two-stage");
		Bench.follow(view);
		assertThat(ui(view::facts)).contains("Access mechanism\tcylinder 0, head 0", "Orientation\tbehind the data of R3", "Extent\tnone: the whole disk");
		// VOL1 in EBCDIC, behind a key of four bytes with the same
		assertThat(ui(view::content)).startsWith("Record R3, 0000 0000 03").contains("E5D6D3F1 E5D6D3F1");
		step(SWT.SHIFT, SWT.F6);
		assertThat(ui(view::facts)).contains("Orientation\tbehind the count of R3", "Extent\tcylinder 0, head 0 to cylinder 0, head 14",
				"Domain\tread data, 1 command to come");
		portrait("device-disk");
		press(SWT.SHIFT, SWT.F8);
		waitFor("the beginning", () -> run().history().position() == 0);
		Bench.follow(view);
		assertThat(ui(view::facts)).contains("Orientation\tbehind the home address");
	}

	@Test
	void recordOfTheTrackIsChosenByMouseAndByKey() {
		Bench.runBy("read-volume-label.ccw", "direct");
		Bench.follow(view);
		Bench.front(view);
		waitFor("the track is painted", () -> view.strip().place(2) != null);
		Rectangle first = ui(() -> view.strip().place(2));
		Bench.click(view.strip(), new Point(first.x + first.width / 2, first.y + first.height / 2));
		assertThat(ui(view::content)).startsWith("Record R1, ");
		Bench.focus(view, view.strip());
		press(SWT.ARROW_RIGHT);
		waitFor("the next record", () -> view.content().startsWith("Record R2, "));
	}

	/** At that position the last CCW, which reads key and data of R3, has been fetched. */
	@Test
	void recordUnderTheHeadAndTheCcwThatIsExecutedSelectEachOther() {
		Bench.runBy("read-volume-label.ccw", "two-stage");
		step(SWT.SHIFT, SWT.F6);
		Bench.front(view);
		waitFor("the track is painted", () -> view.strip().place(4) != null);
		long current = ui(() -> run().history().currentCcw());
		click(2);
		waitFor("R1", () -> view.content().startsWith("Record R1, "));
		assertThat(ui(() -> run().selected() == null || !run().selected().ccws().contains(current))).isTrue();
		click(4);
		waitFor("R3", () -> view.content().startsWith("Record R3, "));
		assertThat(ui(() -> run().selected().ccws())).first().isEqualTo(current);
		click(2);
		waitFor("R1", () -> view.content().startsWith("Record R1, "));
		ui(() -> {
			run().select(Places.stage(0));
			run().select(new Places(run().history()).ccw(current));
			return null;
		});
		waitFor("the record under the head", () -> view.content().startsWith("Record R3, "));
	}

	private void click(int piece) {
		Rectangle at = ui(() -> view.strip().place(piece));
		Bench.click(view.strip(), new Point(at.x + at.width / 2, at.y + at.height / 2));
	}

	/** The example writes to cylinder 1 and reads that back; the record was zeros. */
	@Test
	void goingBackShowsWhatStoodThereBeforeItWasWritten() {
		Bench.runBy("write-and-read-back.ccw", "direct");
		Bench.follow(view);
		assertThat(ui(view::content)).contains("Hello, channel");
		long written = ui(() -> run().history().search().forward(0, (e, w) -> e.kind() == org.ccwbench.run.EventKind.DATA && e.length() == 80, () -> false));
		ui(() -> {
			run().seek(written - 1);
			return null;
		});
		Bench.follow(view);
		assertThat(ui(view::facts)).contains("Access mechanism\tcylinder 1, head 0");
		assertThat(ui(view::content)).startsWith("Record R2, ").doesNotContain("Hello");
	}

	@Test
	void tapeIsBehindItsLabelThenAtTheLoadPoint() {
		Bench.runBy("tape-read-label.ccw", "mediated");
		Bench.follow(view);
		assertThat(ui(view::facts)).contains("Position\tat the load point");
		step(SWT.SHIFT, SWT.F6);
		assertThat(ui(view::facts).toString()).contains("Position\tbehind block 1 of file 1");
		assertThat(ui(view::lines).get(0)).startsWith("BOT\t");
		assertThat(ui(view::lines)).anyMatch(l -> l.startsWith("TM\t"));
		assertThat(ui(view::content)).contains("E5D6D3F1");
		portrait("device-tape");
	}

	@Test
	void cardThatWasReadLastIsMarked() {
		Bench.runBy("read-cards.ccw", "direct");
		Bench.follow(view);
		assertThat(ui(view::facts)).contains("Stackers\t5 in stacker 1", "Hopper\tempty");
		step(SWT.SHIFT, SWT.F6);
		step(SWT.SHIFT, SWT.F6);
		step(SWT.SHIFT, SWT.F6);
		assertThat(ui(view::facts).toString()).contains("card 3 read, card 4 comes next");
		assertThat(ui(view::lines).get(2)).startsWith("3\tread\t").contains("CARD 0002");
		portrait("device-cards");
	}

	@Test
	void paperOfThePrinterGrowsLineByLine() {
		Bench.runBy("print-page.ccw", "direct");
		Bench.follow(view);
		List<String> lines = ui(view::lines);
		assertThat(lines.get(0)).startsWith("1.1\tchannel 1\t").endsWith("REPORT");
		assertThat(lines.get(lines.size() - 1)).startsWith("2.1\t").endsWith("REPORT");
		portrait("device-paper");
		step(SWT.SHIFT, SWT.F6);
		assertThat(ui(view::lines)).hasSizeLessThan(lines.size());
	}

	@Test
	void screenShowsTheFormThenWhatWasTyped() {
		Bench.runBy("display-form.ccw", "direct");
		Bench.follow(view);
		assertThat(ui(view::lines).toString()).contains("YOUR NAME:").contains("ADA").contains("THANK YOU");
		portrait("device-3270");
		long end = ui(() -> run().history().startEnd(0));
		press(SWT.SHIFT, SWT.F8);
		waitFor("the beginning", () -> run().history().position() == 0);
		Bench.follow(view);
		assertThat(ui(view::lines)).allMatch(String::isEmpty);
		assertThat(end).isPositive();
	}
}
