// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import static org.ccwbench.ui.tests.Bench.press;
import static org.ccwbench.ui.tests.Bench.run;
import static org.ccwbench.ui.tests.Bench.ui;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.ccwbench.run.SessionOptions;
import org.ccwbench.ui.ActiveRun.Phase;
import org.ccwbench.ui.Grain;
import org.ccwbench.ui.editor.CcwEditor;
import org.ccwbench.ui.editor.diagram.DiagramPage;
import org.ccwbench.ui.editor.table.TablePage;
import org.ccwbench.ui.views.IrbView;
import org.ccwbench.ui.views.PinsView;
import org.ccwbench.ui.views.ProgramView;
import org.ccwbench.ui.views.RecordingView;
import org.ccwbench.ui.views.StagesView;
import org.ccwbench.ui.views.StorageView;
import org.ccwbench.ui.views.SubchannelView;
import org.ccwbench.ui.views.TranslationView;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.Test;

/**
 * How fast the window is: until it is on the screen, with a program of 5,000 CCWs, and with a recording of ten million
 * events. Prints, and judges nothing; its name keeps it out of the tests, {@code ./ccwb bench workbench} runs it.
 * CCWB_BENCH_PRODUCT names the product's starter, CCWB_BENCH_QUICK leaves a tenth of the work.
 */
class WorkbenchBenchmark {
	private static final boolean QUICK = System.getenv("CCWB_BENCH_QUICK") != null;
	private static final int CCWS = QUICK ? 600 : 5000;
	private static final int ROUNDS = QUICK ? 84 : 101;
	private static final int STARTS = QUICK ? 3 : 9;
	private static final int STEPS = QUICK ? 30 : 200;
	private static final int SLI = 8;
	private static final String PATH = "two-stage";
	private CcwEditor editor;

	@Test
	void measure() throws Exception {
		Bench.project();
		quiet();
		start();
		longProgram();
		recording();
		heap();
	}

	private static void start() throws IOException, InterruptedException {
		String product = System.getenv("CCWB_BENCH_PRODUCT");
		if (product != null) {
			Path workspace = Files.createTempDirectory("ccwb-bench");
			new Starts(Path.of(product), workspace).measure(STARTS);
		}
	}

	private void longProgram() throws Exception {
		IFile file = file("long.ccw", 1);
		paused("open", () -> {
			editor = ui(() -> (CcwEditor) IDE.openEditor(Bench.page(), file));
			await("the program is checked", () -> editor.shared().shown() != null);
		});
		quiet();
		paused("table", () -> {
			page("Table");
			await("the rows", () -> table().table().getRowCount() > 1);
		});
		paused("diagram", () -> {
			page("Diagram");
			await("the figures", () -> !((DiagramPage) editor.page()).titles().isEmpty());
			await("the lay-out", () -> Job.getJobManager().isIdle() || idle("Laying out"));
		});
		Control canvas = ui(() -> ((DiagramPage) editor.page()).control());
		paused("diagramKeys", () -> {
			ui(canvas::forceFocus);
			for (int i = 0; i < 20; i++) {
				press(SWT.ARROW_DOWN);
			}
			for (int i = 0; i < 20; i++) {
				press(SWT.PAGE_DOWN);
			}
		});
		paused("diagramZoom", () -> {
			ui(canvas::forceFocus);
			for (char c : new char[] { '-', '-', '-', '-', '-', '-', '-', '-', '0', '+', '+' }) {
				press(SWT.CTRL, c);
				Bench.pause(200);
			}
		});
		paused("diagramEdit", () -> {
			ui(() -> {
				((DiagramPage) editor.page()).add("CCW");
				return null;
			});
			Bench.pause(1500);
			press(SWT.CTRL, 'z');
			Bench.pause(1500);
		});
		source();
		paused("tableEdit", () -> {
			page("Table");
			Bench.pause(500);
			Rectangle cell = ui(() -> {
				table().reveal(SLI);
				return table().table().getBoundsByPosition(table().position(SLI), 4);
			});
			Bench.click(table().table(), new Point(cell.x + 10, cell.y + cell.height / 2));
			Bench.pause(1500);
			press(SWT.CTRL, 'z');
			Bench.pause(1500);
		});
		page("Source");
		close();
	}

	/** Typing in the middle of the text, in bursts, with rests in which it is checked. */
	private void source() {
		page("Source");
		var text = editor.sourceViewer().getTextWidget();
		ui(() -> {
			int line = text.getLineCount() / 4;
			text.setCaretOffset(text.getOffsetAtLine(line) + text.getLine(line).length());
			text.showSelection();
			return text.forceFocus();
		});
		Bench.pause(500);
		paused("typing", () -> {
			press(' ');
			for (int burst = 0; burst < 8; burst++) {
				Bench.type("remark ");
				Bench.pause(900);
			}
			press('\r');
			Bench.type("label ccw1 rd,");
			Bench.pause(900);
			for (int i = 0; i < 4; i++) {
				press(SWT.CTRL, 'z');
			}
			Bench.pause(1500);
		});
		paused("scrolling", () -> {
			for (int i = 0; i < 30; i++) {
				press(SWT.PAGE_DOWN);
			}
		});
	}

	private void recording() throws Exception {
		IFile file = file("recorded.ccw", ROUNDS);
		for (String view : List.of(StagesView.ID, ProgramView.ID, TranslationView.ID, PinsView.ID, IrbView.ID)) {
			Bench.view(org.eclipse.ui.part.ViewPart.class, view);
		}
		editor = ui(() -> (CcwEditor) IDE.openEditor(Bench.page(), file));
		await("the program is checked", () -> editor.shared().shown() != null);
		quiet();
		long began = System.nanoTime();
		SessionOptions how = SessionOptions.of(PATH).withLimits(Long.MAX_VALUE, Long.MAX_VALUE);
		try (Heartbeat heart = new Heartbeat()) {
			ui(() -> {
				run().start(editor.program(), how, true);
				return null;
			});
			await("the run", () -> run().phase() != Phase.RUNNING);
			double seconds = (System.nanoTime() - began) / 1e9;
			Bench.pause(1000);
			heart.close();
			new Figure("workbench.run").add("events", ui(() -> run().history().size())).add("seconds", seconds)
					.add("longestPauseMillis", heart.longest()).add("processorMillis", heart.processor()).add("in", heart.in()).end();
		}
		quiet();
		steps("program");
		seek();
		show(StorageView.ID, SubchannelView.ID);
		steps("storage");
		show(RecordingView.ID, IrbView.ID);
		steps("recording");
		show(ProgramView.ID, IrbView.ID);
		page("Table");
		steps("table");
		page("Diagram");
		Bench.pause(3000);
		quiet();
		steps("diagram");
		page("Source");
	}

	private static void show(String... views) {
		for (String v : views) {
			Bench.view(org.eclipse.ui.part.ViewPart.class, v);
		}
		Bench.pause(500);
	}

	/**
	 * Steps forwards and back at three places of the recording, one after another without a rest: what the display paints
	 * of a step a frame later counts for the next one.
	 */
	private static void steps(String in) {
		long size = ui(() -> run().history().size());
		Latencies all = new Latencies();
		for (Grain grain : Grain.values()) {
			Latencies of = new Latencies();
			for (long at : new long[] { size / 10, size / 2, size - size / 10 }) {
				goTo(at);
				for (int direction : new int[] { 1, -1 }) {
					ui(() -> {
						for (int i = 0; i < STEPS; i++) {
							step(grain, direction, of);
						}
						return null;
					});
				}
			}
			all.add(of);
			of.figure("workbench.step." + in + "." + grain.name().toLowerCase(java.util.Locale.ROOT)).end();
		}
		all.figure("workbench.step." + in).end();
	}

	private static void step(Grain grain, int direction, Latencies to) {
		Display display = Display.getCurrent();
		settle(display);
		to.begin();
		run().step(grain, direction);
		do {
			settle(display);
		} while (run().seeking());
		to.end();
	}

	private static void settle(Display display) {
		do {
			while (display.readAndDispatch()) {
				// what is waiting
			}
			display.update();
		} while (display.readAndDispatch());
	}

	private static void goTo(long position) {
		ui(() -> {
			run().seek(position);
			return null;
		});
		await("there", () -> !run().seeking() && run().history().position() == position);
	}

	/** A click far off in the timeline. */
	private static void seek() {
		RecordingView view = Bench.view(RecordingView.class, RecordingView.ID);
		Control timeline = ui(view::timeline);
		goTo(0);
		for (double share : new double[] { 0.98, 0.02 }) {
			Point at = ui(() -> new Point((int) (timeline.getSize().x * share), timeline.getSize().y / 2));
			long from = ui(() -> run().history().position());
			Heartbeat heart = new Heartbeat();
			long began = System.nanoTime();
			Bench.click(timeline, at);
			await("the far place", () -> !run().seeking() && run().history().position() != from);
			double seconds = (System.nanoTime() - began) / 1e9;
			heart.close();
			long to = ui(() -> run().history().position());
			new Figure("workbench.seek." + (to > from ? "forwards" : "back")).add("events", Math.abs(to - from)).add("seconds", seconds)
					.add("longestPauseMillis", heart.longest()).add("processorMillis", heart.processor()).add("in", heart.in()).end();
		}
		show(ProgramView.ID);
	}

	/** The heap of the whole session: what stays after collecting, and the most there was. */
	private static void heap() {
		for (int i = 0; i < 4; i++) {
			System.gc();
		}
		long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
		long peak = ManagementFactory.getMemoryPoolMXBeans().stream().filter(p -> p.getType() == MemoryType.HEAP).mapToLong(p -> p.getPeakUsage().getUsed()).sum();
		new Figure("workbench.heap").add("usedMebibytes", used / 1048576.0).add("peakMebibytes", peak / 1048576.0)
				.add("limitMebibytes", Runtime.getRuntime().maxMemory() / 1048576.0).end();
	}

	private void page(String title) {
		ui(() -> {
			editor.showPage(title);
			return null;
		});
	}

	private TablePage table() {
		return (TablePage) editor.page();
	}

	private void close() {
		ui(() -> {
			editor.doRevertToSaved();
			return Bench.page().closeEditor(editor, false);
		});
	}

	private static IFile file(String name, int rounds) throws CoreException {
		IFile file = Bench.project().getFile(name);
		file.create(new ByteArrayInputStream(LongProgram.text(CCWS, rounds).getBytes(StandardCharsets.US_ASCII)), true, null);
		return file;
	}

	private static void paused(String what, Runnable action) {
		Heartbeat heart = new Heartbeat();
		long began = System.nanoTime();
		action.run();
		double seconds = (System.nanoTime() - began) / 1e9;
		Bench.pause(300);
		heart.close();
		new Figure("workbench.long." + what).add("ccws", CCWS).add("longestPauseMillis", heart.longest()).add("processorMillis", heart.processor())
				.add("in", heart.in()).add("seconds", seconds).end();
	}

	private static boolean idle(String name) {
		for (Job j : Job.getJobManager().find(null)) {
			if (j.getName().startsWith(name) && j.getState() != Job.NONE) {
				return false;
			}
		}
		return true;
	}

	/** Until nothing of ours goes on in the background. */
	private static void quiet() {
		await("rest", () -> idle("Try the program") && idle("Check program") && idle("Laying out") && idle("Counting pins") && idle("Marking"));
		Bench.pause(1500);
		await("rest", () -> idle("Try the program") && idle("Check program"));
	}

	private static void await(String what, BooleanSupplier condition) {
		long end = System.nanoTime() + 600_000_000_000L;
		while (!ui(condition::getAsBoolean)) {
			if (System.nanoTime() > end) {
				throw new AssertionError("waited in vain: " + what);
			}
			Bench.pause(20);
		}
	}
}
