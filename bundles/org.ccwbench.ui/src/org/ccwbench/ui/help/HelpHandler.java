// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.help;

import org.ccwbench.arch.Explanation;
import org.ccwbench.ui.Program;
import org.ccwbench.ui.UiPlugin;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Help on what has the focus: the word at the caret of a program, the field that is chosen in a view, else the part. */
public final class HelpHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		IWorkbenchPage page = window.getActivePage();
		if (page == null) {
			return null;
		}
		String id = event.getParameter("org.ccwbench.ui.help.topic");
		Topic topic = id != null ? Topics.of(id) : subject(page.getActivePart(), page.getSelection());
		try {
			HelpView view = (HelpView) page.showView(HelpView.ID);
			view.show(topic == null ? Topics.of(Topics.CONTENTS) : topic);
		} catch (PartInitException e) {
			throw new ExecutionException("The help cannot be shown", e);
		}
		return null;
	}

	private static Topic subject(IWorkbenchPart part, ISelection selection) {
		if (part == null) {
			return null;
		}
		Topic topic = null;
		if (Adapters.adapt(part, Program.Source.class) != null && Display.getCurrent().getFocusControl() instanceof StyledText text) {
			topic = atCaret(text);
		} else if (selection instanceof IStructuredSelection chosen && chosen.getFirstElement() instanceof Explanation.Row row) {
			topic = row.field() == null ? Topics.of("block:" + row.name()) : Topics.field(row.field());
		}
		return topic != null ? topic : Topics.part(part.getSite().getId());
	}

	private static Topic atCaret(StyledText text) {
		int caret = text.getCaretOffset();
		int line = text.getLineAtOffset(caret);
		String source = text.getLine(line);
		Words words = Words.at(source, caret - text.getOffsetAtLine(line));
		if (words.word().isEmpty()) {
			return null;
		}
		String type = device(text, line);
		return Topics.word(words.word(), words.operation(), type == null ? UiPlugin.activeRun().deviceType() : type);
	}

	/** Type of the nearest device that is declared above; null if there is none. */
	private static String device(StyledText text, int line) {
		for (int i = line; i >= 0; i--) {
			var m = DEVICE.matcher(text.getLine(i));
			if (m.find()) {
				return m.group(1);
			}
		}
		return null;
	}

	private static final java.util.regex.Pattern DEVICE = java.util.regex.Pattern
			.compile("^\\S*\\s+DEVICE\\s[^ ]*TYPE=([0-9A-Z-]+)", java.util.regex.Pattern.CASE_INSENSITIVE);
}
