// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.Arrays;
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
	private byte[] shown;
	private Object shownFor;

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
		GridData place = (GridData) diagram.getLayoutData();
		if (place.exclude != (state == null)) {
			place.exclude = state == null;
			diagram.setVisible(state != null);
			diagram.getParent().layout();
		}
		byte[] schib = history.schib();
		if (!Arrays.equals(schib, shown) || run().session() != shownFor) {
			Explanation now = Explain.explanation(Block.byName("schib"), schib, run().deviceType());
			verdict.setText(now.verdict());
			tree.show(now);
			shown = schib;
			shownFor = run().session();
		}
	}

	/** Sentence and state of the driver, for tests. */
	public String summary() {
		DriverState state = run().history() == null ? null : run().history().driver();
		return verdict.getText() + (state == null ? "" : " " + state);
	}
}
