// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import org.ccwbench.notation.Notation;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.handlers.HandlerUtil;

/** Puts the text into the usual columns, as one change that one Undo takes back. */
public final class FormatHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		if (HandlerUtil.getActiveEditor(event) instanceof CcwEditor editor && editor.isEditable()) {
			format(editor);
		}
		return null;
	}

	private static void format(CcwEditor editor) {
		IDocument document = editor.document();
		String before = document.get();
		String after = Notation.format(Notation.parse(editor.getEditorInput().getName(), before).document());
		if (before.equals(after)) {
			return;
		}
		int line = ((ITextSelection) editor.getSelectionProvider().getSelection()).getStartLine();
		int from = 0;
		int most = Math.min(before.length(), after.length());
		while (from < most && before.charAt(from) == after.charAt(from)) {
			from++;
		}
		int tail = 0;
		while (tail < most - from && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
			tail++;
		}
		try {
			document.replace(from, before.length() - tail - from, after.substring(from, after.length() - tail));
			editor.selectAndReveal(document.getLineOffset(Math.min(line, document.getNumberOfLines() - 1)), 0);
		} catch (BadLocationException e) {
			throw new IllegalStateException(e);
		}
	}
}
