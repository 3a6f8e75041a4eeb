// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.Set;

import org.ccwbench.arch.Block;
import org.ccwbench.arch.Explain;
import org.ccwbench.arch.Explanation;
import org.ccwbench.run.DriverState;
import org.ccwbench.run.History;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** The guest's subchannel as STORE SUBCHANNEL would show it, and what the driver behind it is about. */
public final class SubchannelView extends PositionView {
	public static final String ID = "org.ccwbench.ui.views.subchannel";
	private StateDiagram diagram;
	private Text verdict;
	private FieldTree tree;

	@Override
	void createBody(Composite parent) {
		diagram = new StateDiagram(parent);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(diagram);
		verdict = new Text(parent, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY);
		GridDataFactory.fillDefaults().grab(true, false).indent(6, 4).hint(100, verdict.getLineHeight() * 2).applyTo(verdict);
		tree = new FieldTree(parent, Set.of("ena", "isc", "dev", "cpa", "count", "dstat", "cstat"), Set.of());
		var bar = getViewSite().getActionBars().getToolBarManager();
		bar.add(tree.action());
		bar.update(true);
	}

	@Override
	void show(History history) {
		DriverState state = history.driver();
		diagram.show(state);
		diagram.setVisible(state != null);
		((GridData) diagram.getLayoutData()).exclude = state == null;
		Explanation shown = Explain.explanation(Block.byName("schib"), history.schib(), run().deviceType());
		verdict.setText(shown.verdict());
		tree.show(shown);
		diagram.getParent().layout();
	}

	/** Sentence and state of the driver, for tests. */
	public String summary() {
		DriverState state = run().history() == null ? null : run().history().driver();
		return verdict.getText() + (state == null ? "" : " " + state);
	}
}
