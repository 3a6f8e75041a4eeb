// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.ccwbench.ui.editor.CcwEditor;
import org.ccwbench.ui.editor.save.Unsaved;
import org.ccwbench.ui.shell.Application;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;

/**
 * The workbench with somebody at it, for a test to kill. The system property {@code ccwb.typist} names a file: it is
 * opened, a comment is typed into it and not saved. If there are edits that were not saved, they are brought back
 * instead. What came of it is told on the standard output.
 */
public final class Typist implements IApplication {
	static final String TYPED = "typed, and not saved: ";
	static final String BACK = "brought back at ";
	private final Application workbench = new Application();

	@Override
	public Object start(IApplicationContext context) throws Exception {
		Thread person = new Thread(this::sit, "Typist");
		person.setDaemon(true);
		person.start();
		return workbench.start(context);
	}

	@Override
	public void stop() {
		workbench.stop();
	}

	private void sit() {
		while (!PlatformUI.isWorkbenchRunning() || Display.getDefault().isDisposed() || PlatformUI.getWorkbench().getWorkbenchWindowCount() == 0) {
			Bench.pause(100);
		}
		if (Boolean.getBoolean("ccwb.typist.back")) {
			back();
		} else {
			type();
		}
	}

	private static void type() {
		CcwEditor editor = Bench.ui(() -> (CcwEditor) IDE.openEditor(Bench.page(), Path.of(System.getProperty("ccwb.typist")).toUri(), CcwEditor.ID, true));
		Bench.focus(editor, editor.sourceViewer().getTextWidget());
		Bench.press(SWT.CTRL, SWT.HOME);
		Bench.type("* unsaved");
		Bench.press('\r');
		Bench.waitFor("the edits are kept", () -> Unsaved.kept().stream().anyMatch(e -> e.text().startsWith("* unsaved\n")));
		tell(TYPED, editor);
	}

	private static void back() {
		Bench.waitFor("the question", () -> question() != null);
		Bench.pause(300);
		Bench.press('\r');
		Bench.waitFor("the editor", () -> Bench.page().getActiveEditor() instanceof CcwEditor e && e.isDirty());
		Bench.picture("twice-as-large");
		tell(BACK + Bench.ui(() -> Display.getCurrent().getPrimaryMonitor().getZoom() + " %: "), Bench.ui(() -> (CcwEditor) Bench.page().getActiveEditor()));
	}

	private static void tell(String what, CcwEditor editor) {
		System.out.println(what + Bench.ui(() -> editor.sourceViewer().getDocument().get()).lines().findFirst().orElse(""));
		System.out.flush();
	}

	private static Shell question() {
		return Stream.of(Display.getCurrent().getShells()).filter(s -> s.isVisible() && s.getText().equals("Unsaved edits")).findFirst().orElse(null);
	}
}
