// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ccwbench.run.Session;
import org.ccwbench.ui.ActiveRun;
import org.ccwbench.ui.UiPlugin;
import org.ccwbench.ui.editor.CcwEditor;
import org.ccwbench.ui.views.PositionView;
import org.ccwbench.ui.wizards.NewProgramWizard;
import org.ccwbench.ui.wizards.NewProjectWizard;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.IWizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.function.Executable;

/** The window under test, seen from a thread beside it: real keys in, what is shown out. */
final class Bench {
	static final String PROJECT = "ccw-examples";
	private static final Duration PATIENCE = Duration.ofSeconds(20);
	private static final Duration STUCK = Duration.ofMinutes(1);

	private static boolean welcomed;

	private Bench() {}

	static <T> T ui(Callable<T> what) {
		AtomicReference<T> result = new AtomicReference<>();
		AtomicReference<Throwable> thrown = new AtomicReference<>();
		Runnable call = () -> {
			try {
				result.set(what.call());
			} catch (Throwable e) {
				thrown.set(e);
			}
		};
		if (Display.getCurrent() != null) {
			call.run();
		} else {
			callThere(call);
		}
		if (thrown.get() != null) {
			throw new AssertionError(thrown.get());
		}
		return result.get();
	}

	/** A dialog that nobody answers ends the test, not the whole run of the tests. */
	private static void callThere(Runnable call) {
		Display display = Display.getDefault();
		CountDownLatch done = new CountDownLatch(1);
		display.asyncExec(() -> {
			call.run();
			done.countDown();
		});
		try {
			if (!done.await(STUCK.toSeconds(), TimeUnit.SECONDS)) {
				String where = Stream.of(display.getThread().getStackTrace()).map(StackTraceElement::toString).collect(Collectors.joining("\n\t"));
				display.asyncExec(() -> Stream.of(display.getShells()).filter(s -> s != window().getShell() && s.isVisible()).forEach(Shell::close));
				throw new AssertionError("the window does not answer:\n\t" + where);
			}
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		}
	}

	static void waitFor(String what, BooleanSupplier condition) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!ui(condition::getAsBoolean)) {
			if (System.nanoTime() > end) {
				shoot(Path.of("failed", what.replaceAll("\\W+", "-") + ".png"));
				throw new AssertionError("waited in vain: " + what + "; what was to be seen is in " + Path.of("failed").toAbsolutePath());
			}
			pause(30);
		}
	}

	static void pause(long millis) {
		try {
			Thread.sleep(millis);
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		}
	}

	/** Lets the workbench learn what has changed: which commands can be done now is found out a little later. */
	static void settle() {
		pause(300);
		ui(() -> null);
		pause(100);
	}

	static IWorkbenchWindow window() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
	}

	static IWorkbenchPage page() {
		if (!welcomed && Display.getCurrent() != null) {
			// A new workspace begins with the welcome page on top of everything.
			welcomed = true;
			var intro = PlatformUI.getWorkbench().getIntroManager();
			intro.closeIntro(intro.getIntro());
		}
		return window().getActivePage();
	}

	static ActiveRun run() {
		return UiPlugin.activeRun();
	}

	/** Presses keys together, as SWT key codes or characters, and lets them go. */
	static void press(int... keys) {
		Display display = Display.getDefault();
		for (int key : keys) {
			post(display, SWT.KeyDown, key);
		}
		for (int i = keys.length - 1; i >= 0; i--) {
			post(display, SWT.KeyUp, keys[i]);
		}
		pause(60);
	}

	private static void post(Display display, int type, int key) {
		Event e = new Event();
		e.type = type;
		if ((key & SWT.KEYCODE_BIT) != 0 || (key & SWT.MODIFIER_MASK) != 0 || key < ' ' || key == SWT.DEL) {
			e.keyCode = key;
		} else {
			e.character = (char) key;
		}
		if (!display.post(e)) {
			throw new AssertionError("the display took no key");
		}
	}

	/**
	 * Gives a mouse event to a control at a place in it. Not through the display: what it posts for a button has lost
	 * the place of the pointer.
	 */
	static void mouse(Control on, int type, Point at, int button) {
		ui(() -> {
			Event e = new Event();
			e.type = type;
			e.button = button;
			e.count = 1;
			e.stateMask = type == SWT.MouseMove && button > 0 || type == SWT.MouseUp ? SWT.BUTTON1 : 0;
			e.x = at.x;
			e.y = at.y;
			if (type == SWT.MouseDown) {
				on.forceFocus();
			}
			on.notifyListeners(type, e);
			return null;
		});
		pause(40);
	}

	static void click(Control on, Point at) {
		mouse(on, SWT.MouseMove, at, 0);
		mouse(on, SWT.MouseDown, at, 1);
		mouse(on, SWT.MouseUp, at, 1);
	}

	/** Types letters, digits and what else needs no modifier but Shift. */
	static void type(String text) {
		for (char c : text.toCharArray()) {
			if (Character.isUpperCase(c)) {
				press(SWT.SHIFT, Character.toLowerCase(c));
			} else {
				press(c);
			}
		}
	}

	static void focus(IWorkbenchPart part, Control on) {
		ui(() -> {
			window().getShell().forceActive();
			page().activate(part);
			return on.forceFocus();
		});
		waitFor("focus of " + on, on::isFocusControl);
	}

	/** Opens a wizard of the workbench on what is selected; it takes keys. */
	static WizardDialog wizard(IWorkbenchWizard wizard, IStructuredSelection selection) {
		return wizard(() -> {
			wizard.init(PlatformUI.getWorkbench(), selection);
			return wizard;
		});
	}

	/** Opens a wizard; it takes keys. */
	static WizardDialog wizard(Callable<IWizard> made) {
		WizardDialog dialog = ui(() -> {
			window().getShell().forceActive();
			WizardDialog d = new WizardDialog(window().getShell(), made.call());
			d.setBlockOnOpen(false);
			d.open();
			return d;
		});
		waitFor("the wizard has the focus", () -> Display.getCurrent().getFocusControl() instanceof Text t && t.getShell() == dialog.getShell());
		pause(300);
		return dialog;
	}

	/** The project with the examples; made through the wizard, by keys, the first time. */
	static IProject project() {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(PROJECT);
		if (!project.exists()) {
			Shell shell = wizard(new NewProjectWizard(), StructuredSelection.EMPTY).getShell();
			press('\r');
			waitFor("the wizard is done", shell::isDisposed);
		}
		return project;
	}

	/** A program made by the wizard, by keys, in the project. */
	static CcwEditor newProgram(String name) {
		IProject project = project();
		Shell shell = wizard(new NewProgramWizard(), new StructuredSelection(project)).getShell();
		press(SWT.CTRL, 'a');
		type(name);
		press('\r');
		waitFor("the wizard is done", shell::isDisposed);
		waitFor("the editor", () -> page().getActiveEditor() instanceof CcwEditor e && e.getEditorInput().getName().equals(name));
		return ui(() -> (CcwEditor) page().getActiveEditor());
	}

	static IFile file(String name) {
		IFile file = project().getFile(name);
		if (!file.exists()) {
			throw new AssertionError(name + " is not among the examples");
		}
		return file;
	}

	static CcwEditor open(String name) {
		IFile file = file(name);
		CcwEditor editor = ui(() -> (CcwEditor) IDE.openEditor(page(), file));
		focus(editor, editor.sourceViewer().getTextWidget());
		return editor;
	}

	/** Opens an example and runs it along a path, by keys. */
	static CcwEditor runBy(String file, String path) {
		CcwEditor editor = open(file);
		runBy(editor, path);
		return editor;
	}

	/** Runs what an editor holds along a path, by keys. */
	static void runBy(CcwEditor editor, String path) {
		Paths.choose(path);
		focus(editor, editor.sourceViewer().getTextWidget());
		ran("the run by " + path, () -> press(SWT.CTRL, SWT.F11));
	}

	/** Does what begins a run, and waits until that has ended: not for one that was there before. */
	static void ran(String what, Executable begin) {
		Session before = ui(() -> run().session());
		assertThatCode(begin::execute).doesNotThrowAnyException();
		waitFor(what, () -> run().phase() == ActiveRun.Phase.READY && run().session() != before);
	}

	/** Waits until views show the position where the run stands. */
	static void follow(PositionView... views) {
		waitFor("the views follow", () -> Stream.of(views).allMatch(v -> v.words().contains(String.format("event %,d of", run().history().position()))));
	}

	static <V> V view(Class<V> type, String id) {
		return ui(() -> type.cast(page().showView(id, null, IWorkbenchPage.VIEW_VISIBLE)));
	}

	/** Brings a part before those that share its place. */
	static void front(IWorkbenchPart part) {
		ui(() -> {
			page().bringToTop(part);
			return null;
		});
	}

	/** Line of the caret, from 1. */
	static int caretLine(CcwEditor editor) {
		return ui(() -> {
			var widget = editor.sourceViewer().getTextWidget();
			return widget.getLineAtOffset(widget.getCaretOffset()) + 1;
		});
	}

	/** Takes a picture of the screen into the folder that CCWB_PICTURES names; none if it is not set. */
	static void picture(String name) {
		String folder = System.getenv("CCWB_PICTURES");
		if (folder != null) {
			pause(800);
			shoot(Path.of(folder, name + ".png"));
		}
	}

	/** A picture of parts alone, with all that lies between them. */
	static void picture(String name, IWorkbenchPart... parts) {
		String folder = System.getenv("CCWB_PICTURES");
		if (folder != null) {
			pause(800);
			Rectangle all = ui(() -> Stream.of(parts).map(Bench::place).reduce(Rectangle::union).orElseThrow());
			shoot(Path.of(folder, name + ".png"), all);
		}
	}

	/** A picture of a part alone, in a window of a size that it fills. */
	static void portrait(String name, IWorkbenchPart part, int width, int height) {
		portrait(name, part, width, height, () -> { });
	}

	/** @param inside what is to be done once the part has that size */
	static void portrait(String name, IWorkbenchPart part, int width, int height, Runnable inside) {
		if (System.getenv("CCWB_PICTURES") == null) {
			return;
		}
		Rectangle before = ui(() -> {
			Shell shell = window().getShell();
			Rectangle bounds = shell.getBounds();
			shell.setMaximized(false);
			shell.setSize(width, height);
			page().activate(part);
			page().toggleZoom(page().getReference(part));
			// Where it rests no tip comes up.
			shell.getDisplay().setCursorLocation(shell.getDisplay().getBounds().width - 1, shell.getDisplay().getBounds().height - 1);
			return bounds;
		});
		pause(500);
		ui(() -> {
			inside.run();
			return null;
		});
		picture(name, part);
		ui(() -> {
			page().toggleZoom(page().getReference(part));
			window().getShell().setBounds(before);
			window().getShell().setMaximized(true);
			return null;
		});
		pause(300);
	}

	/** Where a part and the tabs above it are on the screen. */
	private static Rectangle place(IWorkbenchPart part) {
		MPart model = part.getSite().getService(MPart.class);
		Control control = (Control) model.getWidget();
		while (!(control instanceof CTabFolder)) {
			control = control.getParent();
		}
		return control.getDisplay().map(control.getParent(), null, control.getBounds());
	}

	private static void shoot(Path file) {
		shoot(file, ui(() -> Display.getCurrent().getBounds()));
	}

	private static void shoot(Path file, Rectangle bounds) {
		ui(() -> {
			Display display = Display.getCurrent();
			Image image = new Image(display, bounds.width, bounds.height);
			GC gc = new GC(display);
			gc.copyArea(image, bounds.x, bounds.y);
			gc.dispose();
			ImageLoader loader = new ImageLoader();
			loader.data = new ImageData[] { image.getImageData(display.getPrimaryMonitor().getZoom()) };
			image.dispose();
			Files.createDirectories(file.toAbsolutePath().getParent());
			loader.save(file.toString(), SWT.IMAGE_PNG);
			return null;
		});
	}
}
