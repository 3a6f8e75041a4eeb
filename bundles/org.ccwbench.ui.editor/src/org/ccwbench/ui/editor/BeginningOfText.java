// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.ccwbench.notation.Edit;
import org.ccwbench.notation.Image;
import org.ccwbench.notation.StorageEdit;
import org.ccwbench.ui.Beginning;
import org.eclipse.jface.action.IAction;
import org.eclipse.ui.actions.ActionFactory;

/** The storage that the text of an editor fills; bytes that are put into it become statements. */
final class BeginningOfText implements Beginning, ProgramText.Listener {
	private final CcwEditor editor;
	private final ProgramText text;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	BeginningOfText(CcwEditor editor, ProgramText text) {
		this.editor = editor;
		this.text = text;
		text.addListener(this);
	}

	@Override
	public String name() {
		return text.name();
	}

	@Override
	public Image image() {
		Checked.State shown = text.shown();
		return shown != null && shown.good() ? shown.image() : null;
	}

	@Override
	public String refusal() {
		return !editor.isEditable() ? text.name() + " cannot be changed." : text.trouble().isEmpty() ? null : text.trouble();
	}

	@Override
	public String put(long address, byte[] bytes) {
		String refused = refusal();
		if (refused != null) {
			return refused;
		}
		String[] why = new String[1];
		List<Edit> made = new ArrayList<>();
		text.edit(s -> {
			StorageEdit.Result r = StorageEdit.put(text.name(), s.text(), s.document(), s.image(), s.edits(), address, bytes);
			why[0] = r.refusal();
			made.addAll(r.edits());
			return r.edits();
		});
		// Whoever types sees which statement it becomes; the caret of the text stays where it is.
		made.forEach(e -> editor.viewer().revealRange(e.offset(), e.text().length()));
		return why[0];
	}

	@Override
	public void undo(boolean again) {
		IAction action = editor.getAction((again ? ActionFactory.REDO : ActionFactory.UNDO).getId());
		if (action != null && action.isEnabled()) {
			action.run();
			editor.checkSoon();
		}
	}

	@Override
	public void stateChanged() {
		listeners.forEach(Runnable::run);
	}

	@Override
	public void selectionChanged() {}

	@Override
	public void addListener(Runnable l) {
		listeners.add(l);
	}

	@Override
	public void removeListener(Runnable l) {
		listeners.remove(l);
	}
}
