// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.search;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the search, for the word that is selected if there is one. */
public final class SearchHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
		String word = page.getSelection() instanceof ITextSelection t && t.getText() != null && t.getText().matches("\\S+") ? t.getText() : "";
		try {
			((SearchView) page.showView(SearchView.ID)).begin(word);
		} catch (PartInitException e) {
			throw new ExecutionException("The search cannot be shown", e);
		}
		return null;
	}
}
