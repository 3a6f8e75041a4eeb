// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.ui.tests.Bench.press;
import static org.ccwbench.ui.tests.Bench.run;
import static org.ccwbench.ui.tests.Bench.type;
import static org.ccwbench.ui.tests.Bench.ui;
import static org.ccwbench.ui.tests.Bench.waitFor;

import java.util.ArrayList;
import java.util.List;

import org.ccwbench.ui.editor.CcwEditor;
import org.ccwbench.ui.views.CompareView;
import org.ccwbench.ui.views.IrbView;
import org.ccwbench.ui.views.PathsView;
import org.ccwbench.ui.views.RecordingView;
import org.ccwbench.ui.views.StorageView;
import org.ccwbench.ui.views.SubchannelView;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The views of a position on read-volume-label.ccw: three CCWs at X'10000', 80 bytes read to LABEL at X'20000'. */
class ViewsTest {
	private CcwEditor editor;

	@AfterEach
	void close() {
		ui(() -> {
			Bench.page().zoomOut();
			run().drop();
			Bench.page().closeAllEditors(false);
			return null;
		});
	}

	@Test
	void recordingListsEveryEventAndFiltersByWords() {
		RecordingView view = Bench.view(RecordingView.class, RecordingView.ID);
		editor = Bench.runBy("read-volume-label.ccw", "two-stage");
		Bench.follow(view);
		waitFor("all events", () -> view.count() == run().history().size());
		assertThat(ui(() -> view.lines().get(0))).contains("start function 1 begins");
		ui(() -> {
			view.search("pinned for");
			return null;
		});
		waitFor("three pins", () -> view.settled() && view.count() == 3);
		Bench.front(view);
		Bench.picture("recording");
		ui(() -> {
			view.search("");
			return null;
		});
		waitFor("all events again", () -> view.count() == run().history().size());
	}

	/** A step paints two rows: the one that it leaves loses its ground, the one that it comes to has it. */
	@Test
	void oneRowOfTheRecordingIsMarkedAfterEachStep() {
		RecordingView view = Bench.view(RecordingView.class, RecordingView.ID);
		editor = Bench.runBy("read-volume-label.ccw", "two-stage");
		zoom(view);
		NatTable table = (NatTable) view.table();
		for (int position : new int[] { 1, 2, 3, 2 }) {
			ui(() -> {
				run().seek(position);
				return null;
			});
			waitFor("one row at event " + position, () -> {
				List<Integer> tops = marked(table);
				// The row of titles is the first; between two rows lies a line.
				return tops.size() == 1 && Math.abs(tops.get(0) - table.getStartYOfRowPosition(position)) <= 1;
			});
		}
	}

	/** Room for more rows than one. */
	private static void zoom(RecordingView view) {
		Bench.front(view);
		ui(() -> {
			Bench.page().activate(view);
			Bench.page().toggleZoom(Bench.page().getReference(view));
			return null;
		});
	}

	/** Where each band in the colour of the current event begins on the screen, in pixels from the top of the table. */
	private static List<Integer> marked(Control table) {
		int height = table.getSize().y;
		Image column = new Image(table.getDisplay(), 1, height);
		GC gc = new GC(table);
		gc.copyArea(column, table.getSize().x * 9 / 10, 0);
		gc.dispose();
		ImageData data = column.getImageData(100);
		column.dispose();
		RGB current = PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry().getRGB("org.ccwbench.ui.views.current");
		List<Integer> tops = new ArrayList<>();
		boolean in = false;
		for (int y = 0; y < height; y++) {
			boolean here = data.palette.getRGB(data.getPixel(0, y)).equals(current);
			if (here && !in) {
				tops.add(y);
			}
			in = here;
		}
		return tops;
	}

	@Test
	void subchannelTellsWhatTheDriverIsAbout() {
		SubchannelView view = Bench.view(SubchannelView.class, SubchannelView.ID);
		editor = Bench.runBy("read-volume-label.ccw", "mediated");
		Bench.follow(view);
		assertThat(ui(view::summary)).endsWith("IDLE");
		long started = ui(() -> run().history().search().forward(0, (e, w) -> e.kind() == org.ccwbench.run.EventKind.STARTED, () -> false));
		ui(() -> {
			run().seek(started);
			return null;
		});
		Bench.follow(view);
		assertThat(ui(view::summary)).endsWith("CP_PENDING");
		Bench.front(view);
		Bench.picture("subchannel");
		ui(() -> {
			run().seek(started - 1);
			return null;
		});
		Bench.follow(view);
		assertThat(ui(view::summary)).endsWith("CP_PROCESSING");
		Bench.view(IrbView.class, IrbView.ID);
	}

	@Test
	void comparisonWithADirectRunListsWhatDiffers() {
		CompareView view = Bench.view(CompareView.class, CompareView.ID);
		editor = Bench.runBy("fail-unmapped-buffer.ccw", "mediated");
		Bench.follow(view);
		ui(() -> {
			view.with("direct");
			return null;
		});
		waitFor("the comparison", () -> view.lines().get(0).contains("difference"));
		List<String> lines = ui(view::lines);
		// The guest of the mediated path gets the error of the request, the direct one its data.
		assertThat(lines.get(0)).startsWith("The guest sees something else");
		assertThat(lines).anyMatch(l -> l.contains("return code") && l.contains("-EINVAL"));
		Bench.front(view);
		Bench.picture("compare");
	}

	@Test
	void everyPathStandsBesideTheOthersWithItsCosts() {
		PathsView view = Bench.view(PathsView.class, PathsView.ID);
		editor = Bench.runBy("read-volume-label.ccw", "two-stage");
		Bench.follow(view);
		Bench.front(view);
		ui(() -> {
			view.runAll();
			return null;
		});
		waitFor("the runs", () -> view.lines().size() == 7 && !view.lines().get(0).startsWith("Running"));
		assertThat(ui(view::lines).get(0)).isEqualTo("As the text expects along every path.");
		// Path, program rewritten, look-ups, pins, unpins: three CCWs with one page each, looked up twice by monitor and kernel
		assertThat(ui(view::lines)).anyMatch(l -> l.startsWith("two-stage\t2\t9\t3\t3\t"))
				.anyMatch(l -> l.startsWith("mediated\t1\t4\t3\t3\t")).anyMatch(l -> l.startsWith("assignment\t0\t1,024\t1,024\t1,024\t"));
		Bench.picture("paths");
	}

	@Test
	void guestUserAndHostStorageStandSideBySide() {
		StorageView view = Bench.view(StorageView.class, StorageView.ID);
		editor = Bench.runBy("read-volume-label.ccw", "two-stage");
		Bench.follow(view);
		List<String> dumps = ui(() -> view.together("LABEL"));
		assertThat(dumps).hasSize(3);
		// VOL1 in EBCDIC is E5 D6 D3 F1
		assertThat(dumps).allMatch(d -> d.lines().findFirst().orElse("").contains("E5D6D3F1"));
		assertThat(dumps.get(0)).startsWith("00020000  E5D6D3F1 ");
		Bench.front(view);
		Bench.picture("storage-side-by-side");
	}

	@Test
	void irbLeadsToTheCcwThatItIsAbout() {
		IrbView view = Bench.view(IrbView.class, IrbView.ID);
		editor = Bench.runBy("read-volume-label.ccw", "two-stage");
		Bench.follow(view);
		assertThat(ui(view::link)).contains("CCW LAST, line 14");
	}

	@Test
	void everyViewSaysThatTheTextWasEditedAfterTheRun() {
		RecordingView view = Bench.view(RecordingView.class, RecordingView.ID);
		editor = Bench.runBy("read-volume-label.ccw", "two-stage");
		Bench.follow(view);
		assertThat(ui(view::words)).doesNotContain("edited");
		Bench.focus(editor, editor.sourceViewer().getTextWidget());
		press(SWT.CTRL, SWT.END);
		type("*");
		waitFor("the remark", () -> view.words().contains("text edited since"));
		press(SWT.CTRL, 'z');
		waitFor("no remark", () -> !view.words().contains("text edited since"));
	}
}
