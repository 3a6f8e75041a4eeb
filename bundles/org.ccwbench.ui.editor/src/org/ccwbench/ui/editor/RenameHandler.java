// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import java.util.List;

import org.ccwbench.notation.Rename;
import org.ccwbench.notation.Token;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.link.LinkedModeModel;
import org.eclipse.jface.text.link.LinkedModeUI;
import org.eclipse.jface.text.link.LinkedPosition;
import org.eclipse.jface.text.link.LinkedPositionGroup;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.link.EditorLinkedModeUI;

/** Renames a label: all places of it change while one is typed over. */
public final class RenameHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		if (HandlerUtil.getActiveEditor(event) instanceof CcwEditor editor && editor.isEditable() && editor.page() == null) {
			try {
				rename(editor, ((ITextSelection) editor.getSelectionProvider().getSelection()).getOffset());
			} catch (BadLocationException e) {
				throw new IllegalStateException(e);
			}
		}
		return null;
	}

	private static void rename(CcwEditor editor, int caret) throws BadLocationException {
		IDocument document = editor.document();
		List<Token> places = Rename.places(document.get(), caret);
		if (places.isEmpty()) {
			editor.say("No label of this text is here.");
			return;
		}
		Token here = places.stream().filter(t -> caret >= t.offset() && caret <= t.end()).findFirst().orElse(places.get(0));
		LinkedPositionGroup group = new LinkedPositionGroup();
		int at = places.indexOf(here);
		for (int i = 0; i < places.size(); i++) {
			Token t = places.get((at + i) % places.size());
			group.addPosition(new LinkedPosition(document, t.offset(), t.length(), i));
		}
		LinkedModeModel model = new LinkedModeModel();
		model.addGroup(group);
		model.forceInstall();
		LinkedModeUI ui = new EditorLinkedModeUI(model, editor.sourceViewer());
		ui.setExitPosition(editor.sourceViewer(), caret, 0, Integer.MAX_VALUE);
		ui.enter();
		editor.sourceViewer().setSelectedRange(here.offset(), here.length());
	}
}
