// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import java.util.ArrayList;
import java.util.List;

import org.ccwbench.ui.CopiedText;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.expressions.EvaluationResult;
import org.eclipse.core.expressions.Expression;
import org.eclipse.core.expressions.ExpressionInfo;
import org.eclipse.core.expressions.IEvaluationContext;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISources;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.handlers.IHandlerActivation;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.texteditor.ITextEditorActionDefinitionIds;

/** What Cut, Copy, Paste, Delete, Select All, Print and Quick Fix do while another page than the source is in front. */
final class PageKeys {
	private final CcwEditor editor;
	private final List<IHandlerActivation> active = new ArrayList<>();
	private Page page;

	PageKeys(CcwEditor editor) {
		this.editor = editor;
	}

	/** @param front null if the source is in front */
	void use(Page front) {
		IHandlerService handlers = editor.getSite().getService(IHandlerService.class);
		handlers.deactivateHandlers(active);
		active.clear();
		page = front;
		if (front != null) {
			on(handlers, IWorkbenchCommandConstants.EDIT_COPY, this::copy);
			on(handlers, IWorkbenchCommandConstants.EDIT_CUT, this::cut);
			on(handlers, IWorkbenchCommandConstants.EDIT_PASTE, this::paste);
			on(handlers, IWorkbenchCommandConstants.EDIT_DELETE, this::delete);
			on(handlers, IWorkbenchCommandConstants.EDIT_SELECT_ALL, this::selectAll);
			on(handlers, IWorkbenchCommandConstants.FILE_PRINT, () -> page.print());
			on(handlers, ITextEditorActionDefinitionIds.QUICK_ASSIST, () -> FixMenu.open(page.control(), page.control().toDisplay(page.place()), editor.shared()));
		}
	}

	private void on(IHandlerService handlers, String command, Runnable what) {
		active.add(handlers.activateHandler(command, new AbstractHandler() {
			@Override
			public Object execute(ExecutionEvent event) {
				what.run();
				return null;
			}
		}, new InFront(editor)));
	}

	private static Text field() {
		Control focus = Display.getCurrent().getFocusControl();
		return focus instanceof Text t ? t : focus != null && focus.getParent() instanceof CCombo c && c.getChildren()[0] instanceof Text t ? t : null;
	}

	private void copy() {
		Text field = field();
		if (field != null) {
			field.copy();
			return;
		}
		CopiedText.put(page.copied());
	}

	private void cut() {
		Text field = field();
		if (field != null) {
			field.cut();
		} else if (!page.copied().isEmpty()) {
			copy();
			page.delete();
		}
	}

	private void paste() {
		Text field = field();
		if (field != null) {
			field.paste();
			return;
		}
		String text = CopiedText.get();
		if (text != null && !text.isBlank()) {
			page.paste(text);
		}
	}

	private void delete() {
		Text field = field();
		if (field == null) {
			page.delete();
		} else if (field.getSelectionCount() > 0) {
			field.insert("");
		} else if (field.getCaretPosition() < field.getCharCount()) {
			int at = field.getCaretPosition();
			field.setSelection(at, at + 1);
			field.insert("");
		}
	}

	private void selectAll() {
		Text field = field();
		if (field != null) {
			field.selectAll();
		} else {
			page.selectAll();
		}
	}

	/** Stronger than what the text editor itself registers for its keys. */
	private static final class InFront extends Expression {
		private final CcwEditor editor;

		InFront(CcwEditor editor) {
			this.editor = editor;
		}

		@Override
		public void collectExpressionInfo(ExpressionInfo info) {
			info.addVariableNameAccess(ISources.ACTIVE_PART_NAME);
			info.addVariableNameAccess(ISources.ACTIVE_FOCUS_CONTROL_NAME);
		}

		@Override
		public EvaluationResult evaluate(IEvaluationContext context) {
			return EvaluationResult.valueOf(context.getVariable(ISources.ACTIVE_PART_NAME) == editor);
		}
	}
}
