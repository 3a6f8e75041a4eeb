// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.ccwbench.arch.Explain;
import org.ccwbench.arch.Explanation;
import org.ccwbench.arch.Scsw;
import org.ccwbench.run.CcwRow;
import org.ccwbench.run.History;
import org.ccwbench.run.Progress;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;

/** The guest's interruption-response block: one sentence, a link to the CCW that it is about, and its fields with their meaning. */
public final class IrbView extends PositionView {
	public static final String ID = "org.ccwbench.ui.views.irb";
	private static final int CCW_BYTES = 8;
	private static final int MOST_LINES = 6;
	private Text verdict;
	private Link ccw;
	private long about = -1;
	private FieldTree tree;
	private byte[] shown;
	private Object shownFor;
	private long fault = -1;

	@Override
	void createBody(Composite parent) {
		verdict = new Text(parent, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY);
		GridDataFactory.fillDefaults().grab(true, false).indent(6, 4).hint(100, verdict.getLineHeight() * 2).applyTo(verdict);
		parent.addListener(SWT.Resize, e -> fit());
		ccw = new Link(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).indent(6, 0).applyTo(ccw);
		ccw.setToolTipText("Selects the CCW in the text and in all views");
		ccw.addListener(SWT.Selection, e -> run().selectCcw(about));
		tree = new FieldTree(parent, Set.of("cpa", "count", "dstat", "cstat"), Set.of("scsw"));
		IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
		bar.add(tree.action());
		bar.update(true);
	}

	@Override
	String nothing(History history) {
		if (history.irb() != null) {
			return null;
		}
		boolean end = history.position() == history.size();
		return end && run().outcome() != null ? "The guest got no IRB. " + run().outcome().last().started()
				: "The guest's IRB is not yet stored at this position.";
	}

	@Override
	void show(History history) {
		byte[] irb = history.irb();
		Optional<String> refusal = Refusal.of(history.stages(), irb);
		List<?> as = List.of(history.irbBlock(), run().session(), refusal);
		if (!Arrays.equals(irb, shown) || !as.equals(shownFor)) {
			Explanation now = Explain.explanation(history.irbBlock(), irb, run().deviceType());
			verdict.setText(refusal.orElse(now.verdict()));
			fit();
			tree.show(now);
			shown = irb;
			shownFor = as;
			// The program address of the SCSW is eight more than that of the CCW that was executed last.
			fault = refusal.isPresent() ? refused(history) : Scsw.CPA.get(irb) - CCW_BYTES;
		}
		link(history, fault);
	}

	/** Room for the whole sentence, which may take several lines in a narrow view. */
	private void fit() {
		int width = verdict.getParent().getClientArea().width - 12;
		if (width > 0) {
			((GridData) verdict.getLayoutData()).heightHint = Math.min(MOST_LINES * verdict.getLineHeight(), verdict.computeSize(width, SWT.DEFAULT).y);
			verdict.getParent().layout();
		}
	}

	/** The CCW over which a request was refused; -1 if it was over none. */
	private static long refused(History history) {
		return history.program().stream().filter(r -> r.progress() == Progress.FAILED).mapToLong(r -> r.guest().address()).findFirst().orElse(-1);
	}

	private void link(History history, long ccwAtFault) {
		about = ccwAtFault;
		CcwRow row = about < 0 ? null : history.ccw(about);
		boolean there = row != null;
		String line = there && row.line() > 0 ? ", line " + row.line() : "";
		String words = there ? "<a>CCW " + run().session().image().name(about) + line + "</a>" : "";
		if (!words.equals(ccw.getText())) {
			ccw.setText(words);
			((org.eclipse.swt.layout.GridData) ccw.getLayoutData()).exclude = !there;
			ccw.setVisible(there);
			ccw.getParent().layout();
		}
	}

	/** The sentence, for tests; empty if there is no IRB. */
	public String verdict() {
		return run().history() == null || run().history().irb() == null ? "" : verdict.getText();
	}

	/** The link to the CCW as text, for tests; empty if the IRB is about none. */
	public String link() {
		return ccw.getText();
	}
}
