// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.ui.tests.Bench.press;
import static org.ccwbench.ui.tests.Bench.ui;
import static org.ccwbench.ui.tests.Bench.waitFor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.ccwbench.ui.editor.CcwEditor;
import org.ccwbench.ui.wizards.ExportWizard;
import org.ccwbench.ui.wizards.ImportWizard;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes in from elsewhere, and what goes out. */
class ExchangeTest {
	private WizardDialog dialog;

	@AfterEach
	void closeTheWizard() {
		ui(() -> {
			if (dialog != null && dialog.getShell() != null && !dialog.getShell().isDisposed()) {
				dialog.close();
			}
			return Bench.page().closeAllEditors(false);
		});
	}

	@Test
	void ccwsInHexadecimalBecomeAProgramOfTheSameBytes() {
		IProject project = Bench.project();
		dialog = Bench.wizard(new ImportWizard(), new StructuredSelection(project));
		Bench.type("63400010 00010018\r06000050 00020000");
		assertThat(ui(dialog.getCurrentPage()::isPageComplete)).isTrue();
		Bench.picture("import");
		Shell shell = dialog.getShell();
		ui(() -> {
			dialog.showPage(dialog.getCurrentPage().getNextPage());
			return null;
		});
		Bench.pause(300);
		press('\r');
		waitFor("the wizard is done", shell::isDisposed);
		waitFor("the editor", () -> Bench.page().getActiveEditor() instanceof CcwEditor e && e.getEditorInput().getName().equals("imported.ccw"));
		String text = ui(() -> ((CcwEditor) Bench.page().getActiveEditor()).sourceViewer().getDocument().get());
		assertThat(text.lines().filter(l -> l.contains("CCW1"))).containsExactly(
				"PROG     CCW1  DE,X'10018',CC,16", "         CCW1  RD,X'20000',0,80");
	}

	@Test
	void aProgramGoesOutAsAListingAndAsTheBytesOfItsStorage() throws IOException {
		Path folder = Files.createTempDirectory("export");
		dialog = Bench.wizard(new ExportWizard(), new StructuredSelection(Bench.file("sense-id.ccw")));
		ui(() -> {
			for (var child : ((org.eclipse.swt.widgets.Composite) dialog.getCurrentPage().getControl()).getChildren()) {
				if (child instanceof Text t && !t.getText().endsWith(".ccw")) {
					t.setText(folder.toString());
				}
			}
			return null;
		});
		Shell shell = dialog.getShell();
		press('\r');
		waitFor("the wizard is done", shell::isDisposed);
		try (Stream<Path> files = Files.list(folder)) {
			assertThat(files.map(f -> f.getFileName().toString())).contains("sense-id.lst").anyMatch(f -> f.matches("sense-id-[0-9A-F]{8}\\.bin"));
		}
		// SENSE ID is X'E4'; a format-1 CCW begins with its command (PoP, chapter 15).
		assertThat(Files.readString(folder.resolve("sense-id.lst")).lines().filter(l -> l.contains("CCW1"))).anyMatch(l -> l.matches("[0-9A-F]{8}  E4[0-9A-F]{14}.*"));
	}
}
