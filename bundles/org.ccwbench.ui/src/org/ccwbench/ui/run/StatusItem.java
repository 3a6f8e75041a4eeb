// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.run;

import org.ccwbench.ui.ActiveRun;
import org.ccwbench.ui.Headline;
import org.ccwbench.ui.UiPlugin;
import org.eclipse.jface.action.ContributionItem;
import org.eclipse.jface.action.StatusLineLayoutData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Run, path, stage and step, at the right of the status line. */
public final class StatusItem extends ContributionItem implements ActiveRun.Listener {
	private static final int CHARACTERS = 100;
	private CLabel label;

	public StatusItem() {
		super("org.ccwbench.ui.position");
		UiPlugin.activeRun().addListener(this);
	}

	@Override
	public void fill(Composite parent) {
		Label separator = new Label(parent, SWT.SEPARATOR);
		label = new CLabel(parent, SWT.SHADOW_NONE);
		GC gc = new GC(parent);
		StatusLineLayoutData data = new StatusLineLayoutData();
		data.widthHint = (int) (gc.getFontMetrics().getAverageCharacterWidth() * CHARACTERS);
		data.heightHint = gc.getFontMetrics().getHeight();
		gc.dispose();
		label.setLayoutData(data);
		StatusLineLayoutData line = new StatusLineLayoutData();
		line.heightHint = data.heightHint;
		separator.setLayoutData(line);
		show();
	}

	@Override
	public void runChanged() {
		show();
	}

	@Override
	public void positionChanged() {
		show();
	}

	@Override
	public void textChanged() {
		show();
	}

	private void show() {
		if (label != null && !label.isDisposed()) {
			String text = Headline.line(UiPlugin.activeRun());
			label.setText(text);
			label.setToolTipText(text);
		}
	}

	@Override
	public void dispose() {
		if (UiPlugin.get() != null) {
			UiPlugin.activeRun().removeListener(this);
		}
		super.dispose();
	}
}
