// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.shell;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.resources.IResource;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.actions.BaseSelectionListenerAction;

/** Puts files into the clipboard, as files and as their names. */
final class CopyNames extends BaseSelectionListenerAction {
	private final Clipboard clipboard;

	CopyNames(Clipboard clipboard) {
		super("&Copy");
		this.clipboard = clipboard;
	}

	@Override
	protected boolean updateSelection(IStructuredSelection selection) {
		return !selection.isEmpty();
	}

	@Override
	public void run() {
		List<String> files = new ArrayList<>();
		List<String> names = new ArrayList<>();
		for (Object element : getStructuredSelection()) {
			if (element instanceof IResource resource && resource.getLocation() != null) {
				files.add(resource.getLocation().toOSString());
				names.add(resource.getName());
			}
		}
		if (!files.isEmpty()) {
			clipboard.setContents(new Object[] { files.toArray(String[]::new), String.join("\n", names) },
					new Transfer[] { FileTransfer.getInstance(), TextTransfer.getInstance() });
		}
	}
}
