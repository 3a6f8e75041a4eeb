// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.ui.tests.Bench.press;
import static org.ccwbench.ui.tests.Bench.ui;
import static org.ccwbench.ui.tests.Bench.waitFor;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.ccwbench.ui.editor.CcwEditor;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.swt.SWT;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the source finds, explains and puts right while one types. */
class SourceTest {
	private CcwEditor editor;
	private String before;

	@BeforeEach
	void open() {
		editor = Bench.open("read-volume-label.ccw");
		before = text();
	}

	@AfterEach
	void restore() {
		ui(() -> {
			editor.sourceViewer().getDocument().set(before);
			Bench.page().saveEditor(editor, false);
			return Bench.page().closeEditor(editor, false);
		});
	}

	private String text() {
		return ui(() -> editor.sourceViewer().getDocument().get());
	}

	private void set(String text, String caretBefore) {
		ui(() -> {
			editor.sourceViewer().getDocument().set(text);
			editor.sourceViewer().setSelectedRange(text.indexOf(caretBefore), 0);
			return null;
		});
	}

	private List<String> warnings() {
		List<String> found = new ArrayList<>();
		for (Iterator<Annotation> i = editor.sourceViewer().getAnnotationModel().getAnnotationIterator(); i.hasNext();) {
			Annotation a = i.next();
			if ("org.eclipse.ui.workbench.texteditor.warning".equals(a.getType())) {
				found.add(a.getText());
			}
		}
		return found;
	}

	@Test
	void whatTheChannelWillRefuseIsSaidWhileOneTypesAndCtrl1PutsItRight() {
		set(before.replace("DE,EXTENT,CC,16", "DE,EXTENT,CC,12"), "DE,EXTENT");
		waitFor("the warning", () -> warnings().stream().anyMatch(w -> w.contains("DEFINE EXTENT has 16 bytes")));
		press(SWT.CTRL, '1');
		waitFor("the list of fixes", () -> fixes() != null);
		Bench.picture("quick-fix");
		ui(() -> {
			fixes().setSelection(0);
			fixes().notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
			fixes().notifyListeners(SWT.DefaultSelection, new org.eclipse.swt.widgets.Event());
			return null;
		});
		waitFor("SLI is added", () -> text().contains("DE,EXTENT,CC+SLI,12"));
	}

	static org.eclipse.swt.widgets.Table fixes() {
		for (var shell : org.eclipse.swt.widgets.Display.getCurrent().getShells()) {
			if (shell.isVisible() && shell != Bench.window().getShell()) {
				var found = table(shell);
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}

	private static org.eclipse.swt.widgets.Table table(org.eclipse.swt.widgets.Composite in) {
		for (var c : in.getChildren()) {
			if (c instanceof org.eclipse.swt.widgets.Table t && t.getItemCount() > 0) {
				return t;
			}
			var below = c instanceof org.eclipse.swt.widgets.Composite inner ? table(inner) : null;
			if (below != null) {
				return below;
			}
		}
		return null;
	}

	@Test
	void whatAPathRefusesIsFoundByTryingIt() {
		set(before.replace("STORAGE 4M", "STORAGE 4M\n         MAP   0,X'20000'"), "STORAGE");
		waitFor("the paths", () -> warnings().stream().anyMatch(w -> w.startsWith("On the path") && w.contains("linux")));
		assertThat(ui(this::warnings)).noneMatch(w -> w.contains("direct"));
	}

	@Test
	void aProblemOfASavedFileIsFixedFromItsMarker() throws Exception {
		set(before.replace("DE,EXTENT,CC,16", "DE,EXTENT,CC,12"), "DE,EXTENT");
		press(SWT.CTRL, 's');
		waitFor("saved", () -> !editor.isDirty());
		waitFor("the marker", () -> marker() != null);
		var resolutions = ui(() -> IDE.getMarkerHelpRegistry().getResolutions(marker()));
		assertThat(resolutions).extracting(r -> r.getLabel()).startsWith("Add SLI");
		IMarker marker = ui(SourceTest::marker);
		ui(() -> {
			resolutions[0].run(marker);
			return null;
		});
		assertThat(text()).contains("DE,EXTENT,CC+SLI,12");
	}

	private static IMarker marker() {
		try {
			IMarker[] all = Bench.file("read-volume-label.ccw").findMarkers("org.ccwbench.ui.editor.problem", true, IResource.DEPTH_ZERO);
			return all.length == 0 ? null : all[0];
		} catch (org.eclipse.core.runtime.CoreException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void aLabelIsRenamedWhereverItIsNamed() {
		set(before, "LABEL    DS");
		press(SWT.ALT, SWT.SHIFT, 'r');
		waitFor("the label is selected", () -> editor.sourceViewer().getTextWidget().getSelectionText().equals("LABEL"));
		Bench.type("VOLID");
		press('\r');
		waitFor("renamed", () -> text().contains("VOLID    DS    CL80"));
		assertThat(text()).contains("RD,VOLID,0,L'VOLID").contains("DATA=(VOLID,C'VOL1VOL1VOL001')").doesNotContain("LABEL,");
	}

	@Test
	void theHoverOfAStatementExplainsItsBytesFieldByField() {
		assertThat(hover("CCW1  DE")).contains("DEFINE EXTENT (63), 16 bytes").contains("chain command");
		assertThat(hover("EXTENT   DC")).contains("Extent from cylinder 0").contains("Write permission");
		assertThat(hover("ORB   CPA")).contains("Starts the format-1 channel program").contains("intparm");
	}

	private String hover(String at) {
		return ui(() -> editor.hoverAt(before.indexOf(at) + 1));
	}
}
