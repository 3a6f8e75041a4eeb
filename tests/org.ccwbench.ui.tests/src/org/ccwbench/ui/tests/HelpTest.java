// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.ui.tests.Bench.press;
import static org.ccwbench.ui.tests.Bench.run;
import static org.ccwbench.ui.tests.Bench.ui;
import static org.ccwbench.ui.tests.Bench.waitFor;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import org.ccwbench.ui.ActiveRun.Phase;
import org.ccwbench.ui.cheatsheet.CheatSheetView;
import org.ccwbench.ui.editor.CcwEditor;
import org.ccwbench.ui.help.HelpView;
import org.ccwbench.ui.help.Topic;
import org.ccwbench.ui.help.Topics;
import org.ccwbench.ui.report.ReportHandler;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Help, the welcome page, the cheat sheet and the report. */
class HelpTest {
	@AfterEach
	void close() {
		ui(() -> {
			Bench.page().closeAllEditors(false);
			Bench.page().hideView(Bench.page().findView(HelpView.ID));
			return null;
		});
	}

	private static String shown() {
		return ui(() -> Bench.page().findView(HelpView.ID) instanceof HelpView view ? view.shown().id() : "");
	}

	private static void caretAt(CcwEditor editor, String words) {
		ui(() -> {
			var widget = editor.sourceViewer().getTextWidget();
			int at = widget.getText().indexOf(words);
			assertThat(at).as(words).isNotNegative();
			widget.setCaretOffset(at + 1);
			return null;
		});
		Bench.focus(editor, editor.sourceViewer().getTextWidget());
	}

	private static void helpOn(CcwEditor editor, String words, String topic) {
		caretAt(editor, words);
		press(SWT.F1);
		waitFor("help on " + words, () -> Bench.page().findView(HelpView.ID) instanceof HelpView view && view.shown().id().equals(topic));
	}

	@Test
	void f1ExplainsTheWordAtTheCaret() {
		CcwEditor editor = Bench.open("read-volume-label.ccw");
		helpOn(editor, "EXPECT", "statement:EXPECT");
		Bench.picture("help-statement");
		helpOn(editor, "CPA=", "field:orb.cpa");
		helpOn(editor, "DEVICE", "statement:DEVICE");
	}

	@Test
	void f1OnACommandNamesItAsTheDeviceOfTheProgramDoes() {
		CcwEditor editor = Bench.newProgram("help.ccw");
		ui(() -> {
			editor.sourceViewer().getDocument().set("         DEVICE 0.0.0580,TYPE=3480\nPROG     CCW1  RDB,AREA,SLI,80\n");
			return null;
		});
		helpOn(editor, "RDB", "command:cartridge/0C");
		assertThat(Topics.of("command:cartridge/0C").title()).isEqualTo("RDB: READ BACKWARD");
		helpOn(editor, "SLI", "field:ccw1.flags");
	}

	@Test
	void everyLinkOfEveryPageLeadsToAPage() {
		List<String> lost = new ArrayList<>();
		Pattern link = Pattern.compile("\\[[^]\\n]+]\\(([^)\\n]+)\\)");
		for (Topic topic : Topics.all()) {
			link.matcher(topic.body()).results().filter(m -> Topics.of(m.group(1)) == null)
					.forEach(m -> lost.add(topic.id() + " -> " + m.group(1)));
		}
		assertThat(lost).isEmpty();
	}

	@Test
	void everyViewOfTheWorkbenchHasAPage() {
		var registry = PlatformUI.getWorkbench().getViewRegistry();
		assertThat(Stream.of(registry.getViews()).map(v -> v.getId()).filter(id -> id.startsWith("org.ccwbench."))
				.filter(id -> Topics.part(id) == null)).isEmpty();
	}

	@Test
	void theWelcomePageOffersFourThings() {
		ui(() -> PlatformUI.getWorkbench().getIntroManager().showIntro(Bench.window(), false));
		try {
			waitFor("the welcome page", () -> buttons().size() == 4);
			Bench.picture("welcome");
			assertThat(ui(HelpTest::buttons)).containsExactly("&Look at examples", "&Write a program", "Be &led step by step", "&Open a file");
			press('\t');
			ui(() -> button(Bench.window().getShell(), "Be &led step by step").setFocus());
			press(' ');
			waitFor("the cheat sheet", () -> Bench.page().getActivePart() instanceof CheatSheetView);
			lesson();
		} finally {
			ui(() -> {
				var intro = PlatformUI.getWorkbench().getIntroManager();
				intro.closeIntro(intro.getIntro());
				Bench.page().hideView(Bench.page().findView(CheatSheetView.ID));
				return null;
			});
		}
	}

	/** With a program in the editor, its steps are done by the button that has the focus. */
	private static void lesson() {
		CcwEditor editor = Bench.newProgram("lesson.ccw");
		CheatSheetView sheet = Bench.view(CheatSheetView.class, CheatSheetView.ID);
		skipTo(sheet, "Run it");
		Bench.picture("cheat-sheet");
		press(' ');
		waitFor("the run of the lesson", () -> run().phase() == Phase.READY && run().program().name().equals("lesson.ccw"));
		waitFor("the next step", () -> sheet.next().equals("Read the result"));
		assertThat(ui(() -> run().outcome().asExpected())).isTrue();
		assertThat(ui(() -> Bench.page().getActiveEditor())).isSameAs(editor);
	}

	private static void skipTo(CheatSheetView sheet, String title) {
		for (int i = 0; i < 10 && !ui(sheet::next).equals(title); i++) {
			ui(() -> {
				Bench.page().activate(sheet);
				Shell shell = Bench.window().getShell();
				Button skip = button(shell, "&Skip") != null ? button(shell, "&Skip") : button(shell, "&Done");
				return skip.setFocus();
			});
			press(' ');
		}
		assertThat(ui(sheet::next)).isEqualTo(title);
		ui(() -> {
			Bench.page().activate(sheet);
			sheet.setFocus();
			return null;
		});
	}

	private static List<String> buttons() {
		List<String> texts = new ArrayList<>();
		collect(Bench.window().getShell(), texts);
		return texts;
	}

	private static void collect(Composite in, List<String> texts) {
		for (Control c : in.getChildren()) {
			if (c instanceof Button b && b.isVisible() && b.getToolTipText() != null && b.getToolTipText().length() > 40) {
				texts.add(b.getText());
			} else if (c instanceof Composite inner) {
				collect(inner, texts);
			}
		}
	}

	private static Button button(Composite in, String text) {
		for (Control c : in.getChildren()) {
			if (c instanceof Button b && b.getText().equals(text)) {
				return b;
			}
			Button found = c instanceof Composite inner ? button(inner, text) : null;
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	@Test
	void theReportHoldsProgramOutcomeAndEveryEvent() throws Exception {
		Bench.runBy("read-volume-label.ccw", "mediated");
		Path to = Files.createTempDirectory("report").resolve("report.zip");
		long events = ui(() -> {
			ReportHandler.write(Display.getCurrent().getActiveShell(), run(), to);
			return run().history().size();
		});
		try (ZipFile zip = new ZipFile(to.toFile())) {
			assertThat(read(zip, "program/read-volume-label.ccw")).isEqualTo(ui(() -> run().program().text()));
			assertThat(read(zip, "events.txt").lines().count()).isEqualTo(events);
			assertThat(read(zip, "outcome.txt")).contains("channel end, device end");
			assertThat(read(zip, "about.txt")).contains("path: mediated");
		}
		try (Stream<Path> left = Files.list(to.getParent())) {
			assertThat(left).containsExactly(to);
		}
	}

	private static String read(ZipFile zip, String entry) throws Exception {
		return new String(zip.getInputStream(zip.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
	}
}
