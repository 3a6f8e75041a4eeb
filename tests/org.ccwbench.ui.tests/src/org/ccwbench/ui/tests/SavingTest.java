// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ccwbench.ui.tests.Bench.press;
import static org.ccwbench.ui.tests.Bench.ui;
import static org.ccwbench.ui.tests.Bench.waitFor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.ccwbench.ui.editor.CcwEditor;
import org.ccwbench.ui.editor.save.Recovery;
import org.ccwbench.ui.editor.save.Unsaved;
import org.ccwbench.ui.editor.save.WholeFile;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file on disk is the old one or the new one, and edits outlive the process. */
class SavingTest {
	@TempDir
	private Path folder;

	@Test
	void aFullDiskLeavesTheOldFileAndNothingBesideIt() throws IOException {
		Path file = Files.writeString(folder.resolve("a.ccw"), "old");
		// The device whose every write ends with "no space left".
		Path part = Files.createSymbolicLink(folder.resolve("part"), Path.of("/dev/full"));
		assertThatThrownBy(() -> WholeFile.write(file, part, "new".getBytes(StandardCharsets.UTF_8))).isInstanceOf(IOException.class)
				.hasMessageContaining("No space left");
		assertThat(Files.readString(file)).isEqualTo("old");
		assertThat(names()).containsExactly("a.ccw");
	}

	@Test
	void aReaderSeesTheOldContentsOrTheNewOnesWhenever() throws Exception {
		Path file = folder.resolve("a.ccw");
		String a = "A".repeat(300_000);
		String b = "B".repeat(200_000);
		Files.writeString(file, a);
		Thread writer = new Thread(() -> {
			try {
				for (int i = 0; i < 40; i++) {
					WholeFile.write(file, (i % 2 == 0 ? b : a).getBytes(StandardCharsets.UTF_8));
				}
			} catch (IOException e) {
				throw new AssertionError(e);
			}
		});
		writer.start();
		int seen = 0;
		while (writer.isAlive() || seen == 0) {
			assertThat(Files.readString(file)).isIn(a, b);
			seen++;
		}
		writer.join();
		assertThat(names()).containsExactly("a.ccw");
	}

	@Test
	void rightsAndLinksStay() throws IOException {
		Path file = Files.writeString(folder.resolve("a.ccw"), "old");
		Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r-----"));
		Path link = Files.createSymbolicLink(folder.resolve("link.ccw"), file);
		WholeFile.write(link, "new".getBytes(StandardCharsets.UTF_8));
		assertThat(link).isSymbolicLink();
		assertThat(Files.readString(file)).isEqualTo("new");
		assertThat(java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-r-----");
	}

	private List<String> names() throws IOException {
		try (Stream<Path> all = Files.list(folder)) {
			return all.map(p -> p.getFileName().toString()).toList();
		}
	}

	@Test
	void editsAreKeptWhileTheyAreNotSavedAndUndoGoesOnAfterSaving() throws IOException {
		CcwEditor editor = Bench.open("sense-id.ccw");
		String before = ui(() -> editor.sourceViewer().getDocument().get());
		IFile file = Bench.file("sense-id.ccw");
		press(SWT.CTRL, SWT.HOME);
		Bench.type("* x");
		press('\r');
		waitFor("the edits are kept", () -> kept(file).anyMatch(t -> t.equals("* x\n" + before)));
		press(SWT.CTRL, 's');
		waitFor("saved", () -> !editor.isDirty());
		assertThat(Files.readString(file.getLocation().toPath())).isEqualTo("* x\n" + before);
		assertThat(kept(file)).isEmpty();
		press(SWT.CTRL, 'z');
		waitFor("undone after saving", () -> !editor.sourceViewer().getDocument().get().startsWith("* x\n"));
		ui(() -> {
			editor.sourceViewer().getDocument().set(before);
			Bench.page().saveEditor(editor, false);
			return Bench.page().closeEditor(editor, false);
		});
		assertThat(Files.readString(file.getLocation().toPath())).isEqualTo(before);
	}

	@Test
	void aDiskThatIsFullLeavesTheOldFileAndTheTextInTheEditor() throws IOException {
		CcwEditor editor = Bench.open("sense-id.ccw");
		Path file = Bench.file("sense-id.ccw").getLocation().toPath();
		String before = Files.readString(file);
		String after = before + ("* " + "x".repeat(68) + "\n").repeat(2000);
		ui(() -> {
			editor.sourceViewer().getDocument().set(after);
			return null;
		});
		waitFor("edited", editor::isDirty);
		// Or else the platform leaves dialogs of errors out, as long as it knows that it is tested.
		ErrorDialog.AUTOMATED_MODE = false;
		Bench.settle();
		try (Full disk = new Full(64 * 1024)) {
			press(SWT.CTRL, 's');
			waitFor("it says why", () -> error() != null);
			assertThat(Files.readString(file)).isEqualTo(before);
			assertThat(file.resolveSibling(".sense-id.ccw.part")).doesNotExist();
		}
		Bench.picture("disk-full");
		press('\r');
		waitFor("the dialog is gone", () -> error() == null && editor.isDirty());
		Bench.focus(editor, editor.sourceViewer().getTextWidget());
		Bench.settle();
		press(SWT.CTRL, 's');
		waitFor("saved once there is room", () -> !editor.isDirty());
		assertThat(Files.readString(file)).isEqualTo(after);
		ui(() -> {
			editor.sourceViewer().getDocument().set(before);
			Bench.page().saveEditor(editor, false);
			return Bench.page().closeEditor(editor, false);
		});
	}

	private static Shell error() {
		return Stream.of(Display.getCurrent().getShells()).filter(s -> s.isVisible() && s.getText().contains("Save")).findFirst().orElse(null);
	}

	private static Stream<String> kept(IFile file) {
		return entries().filter(e -> e.file().equals(file.getLocation().toPath().toUri())).map(Unsaved.Entry::text);
	}

	private static Stream<Unsaved.Entry> entries() {
		return Unsaved.kept().stream();
	}

	@Test
	void whatACrashLeftIsOfferedAndComesBackAsAnUnsavedEdit() throws IOException {
		IFile file = Bench.file("sense-id.ccw");
		String onDisk = Files.readString(file.getLocation().toPath());
		Unsaved.keep(file.getLocation().toPath().toUri(), "* edited\n" + onDisk);
		Display.getDefault().asyncExec(() -> Recovery.offer(Unsaved.left()));
		waitFor("the question", () -> question() != null);
		Bench.picture("unsaved-edits");
		press('\r');
		waitFor("the editor", () -> Bench.page().getActiveEditor() instanceof CcwEditor e && e.isDirty());
		CcwEditor editor = ui(() -> (CcwEditor) Bench.page().getActiveEditor());
		assertThat(ui(() -> editor.sourceViewer().getDocument().get())).isEqualTo("* edited\n" + onDisk);
		assertThat(Files.readString(file.getLocation().toPath())).isEqualTo(onDisk);
		ui(() -> Bench.page().closeEditor(editor, false));
		assertThat(entries()).as("given up with the editor").isEmpty();
	}

	private static Shell question() {
		return Stream.of(Display.getCurrent().getShells()).filter(s -> s.isVisible() && s.getText().equals("Unsaved edits")).findFirst().orElse(null);
	}
}
