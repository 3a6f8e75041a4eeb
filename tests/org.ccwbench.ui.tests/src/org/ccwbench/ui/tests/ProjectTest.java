// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.ui.tests.Bench.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.ccwbench.ui.ActiveRun.Phase;
import org.ccwbench.ui.editor.CcwEditor;
import org.ccwbench.ui.shell.ExplorerView;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.Test;

class ProjectTest {
	@Test
	void theseTestsRunBesideTheWindow() {
		assertThat(Display.getCurrent()).isNull();
	}

	@Test
	void wizardCopiesEveryExampleToTheByte() throws IOException {
		IProject project = Bench.project();
		Path examples = Path.of(System.getProperty("ccwb.root"), "examples");
		List<Path> files;
		try (Stream<Path> all = Files.walk(examples)) {
			files = all.filter(Files::isRegularFile).toList();
		}
		assertThat(files).hasSizeGreaterThan(10);
		for (Path file : files) {
			Path copy = project.getLocation().toPath().resolve(examples.relativize(file).toString());
			assertThat(copy).hasSameBinaryContentAs(file);
		}
	}

	@Test
	void newProgramRunsAsItStands() {
		CcwEditor editor = Bench.newProgram("fresh.ccw");
		Bench.focus(editor, editor.sourceViewer().getTextWidget());
		Bench.press(SWT.CTRL, SWT.F11);
		Bench.waitFor("the run", () -> Bench.run().phase() == Phase.READY && Bench.run().program().name().equals("fresh.ccw"));
		assertThat(ui(() -> Bench.run().outcome().asExpected())).isTrue();
		ui(() -> Bench.page().closeEditor(editor, false));
	}

	@Test
	void explorerShowsTheProjectWithItsFiles() {
		Bench.project();
		ExplorerView explorer = Bench.view(ExplorerView.class, ExplorerView.ID);
		List<String> names = ui(() -> {
			explorer.viewer().expandToLevel(2);
			return Stream.of(explorer.viewer().getTree().getItem(0).getItems()).map(i -> i.getText()).toList();
		});
		assertThat(names).contains("read-volume-label.ccw", "images");
	}

	@Test
	void explorerAndTheEditorInFrontGoTogetherUnlessTheUserSaysThatTheyDoNot() {
		IProject project = Bench.project();
		IFile one = project.getFile("read-volume-label.ccw");
		IFile other = project.getFile("data-chaining.ccw");
		ExplorerView explorer = Bench.view(ExplorerView.class, ExplorerView.ID);
		IEditorPart first = ui(() -> IDE.openEditor(Bench.page(), one));
		IEditorPart second = ui(() -> IDE.openEditor(Bench.page(), other));
		Bench.waitFor("the file of the editor that was opened", () -> explorer.viewer().getStructuredSelection().toList().equals(List.of(other)));
		ui(() -> {
			Bench.page().activate(first);
			return null;
		});
		Bench.waitFor("the file of the editor that came to the front", () -> explorer.viewer().getStructuredSelection().toList().equals(List.of(one)));
		ui(() -> {
			Bench.page().activate(explorer);
			explorer.viewer().getTree().forceFocus();
			explorer.viewer().setSelection(new StructuredSelection(other));
			return null;
		});
		Bench.waitFor("the editor of the file", () -> Bench.page().getActiveEditor() == second);
		IAction link = ui(() -> ((ActionContributionItem) Stream.of(explorer.getViewSite().getActionBars().getToolBarManager().getItems())
				.filter(i -> i instanceof ActionContributionItem a && a.getAction().getText().equals("Link with Editor")).findFirst().orElseThrow()).getAction());
		ui(() -> {
			link.setChecked(false);
			Bench.page().activate(first);
			return null;
		});
		assertThat(ui(() -> explorer.viewer().getStructuredSelection().toList())).containsExactly(other);
		ui(() -> {
			link.setChecked(true);
			link.run();
			return null;
		});
		assertThat(ui(() -> explorer.viewer().getStructuredSelection().toList())).containsExactly(one);
		ui(() -> Bench.page().closeEditor(first, false) & Bench.page().closeEditor(second, false));
	}

	@Test
	void menuBarHasWhatAProgramNeedsAndNoMore() {
		List<String> menus = ui(() -> Stream.of(Bench.window().getShell().getMenuBar().getItems())
				.map(i -> i.getText().replace("&", "")).toList());
		assertThat(menus).containsExactly("File", "Edit", "Run", "Window", "Help");
	}

	@Test
	void runMenuNamesTheKeys() {
		List<String> items = ui(() -> {
			MenuItem run = Stream.of(Bench.window().getShell().getMenuBar().getItems()).filter(i -> i.getText().replace("&", "").equals("Run"))
					.findFirst().orElseThrow();
			Menu menu = run.getMenu();
			menu.notifyListeners(SWT.Show, new org.eclipse.swt.widgets.Event());
			List<String> texts = Stream.of(menu.getItems()).map(i -> i.getText().replace("&", "")).toList();
			menu.notifyListeners(SWT.Hide, new org.eclipse.swt.widgets.Event());
			return texts;
		});
		assertThat(items).contains("Run\tCtrl+F11", "Step Forward\tF6", "Step Back\tShift+F6", "Stage Forward\tF7", "Stage Back\tShift+F7",
				"Event Forward\tF5", "Event Back\tShift+F5", "Run to End\tAlt+End", "Back to Start\tAlt+Home", "Continue\tF8", "Continue Back\tShift+F8", "Debug\tF11");
	}
}
