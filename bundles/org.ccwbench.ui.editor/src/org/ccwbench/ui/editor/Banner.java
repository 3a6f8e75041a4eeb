// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** A line on top of a page that says why it does not show the text as it stands; away while there is nothing to say. */
public final class Banner {
	private final Composite line;
	private final Link words;

	/** @param parent with a grid of one column */
	public Banner(Composite parent, ProgramText text) {
		line = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 5).applyTo(line);
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(line);
		Label sign = new Label(line, SWT.NONE);
		sign.setImage(PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_WARN_TSK));
		words = new Link(line, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(200, SWT.DEFAULT).applyTo(words);
		words.addListener(SWT.Selection, e -> text.revealError());
		line.setVisible(false);
	}

	/** Shows a sentence; an empty one takes the line away. */
	public void say(String sentence) {
		if (line.isDisposed()) {
			return;
		}
		String shown = sentence.isEmpty() ? "" : sentence.replace("&", "&&").replace("<", "‹") + " <a>Go to the error</a>";
		if (!shown.equals(words.getText())) {
			words.setText(shown);
			line.setVisible(!sentence.isEmpty());
			GridDataFactory.createFrom((org.eclipse.swt.layout.GridData) line.getLayoutData()).exclude(sentence.isEmpty()).applyTo(line);
			line.getParent().layout(true, true);
		}
	}

	/** What it says; empty if it is away. */
	public String said() {
		return words.isDisposed() ? "" : words.getText();
	}
}
