// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.List;

import org.ccwbench.run.History;
import org.ccwbench.run.TranslationRow;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Composite;

/** Addresses that were looked up: guest, user, host, for which CCW or IDAW, in which stage, how often. */
public final class TranslationView extends PositionView {
	public static final String ID = "org.ccwbench.ui.views.translation";
	private Rows<TranslationRow> rows;

	@Override
	void createBody(Composite parent) {
		rows = new Rows<>(parent, TranslationRow.class);
		rows.columns().mono("Guest", 9, r -> Hex.address(r.guest()))
				.mono("User", 13, r -> Hex.address(r.user()))
				.mono("Host", 10, r -> Hex.address(r.host()))
				.text("In", 4, r -> run().history().stages().get(r.stage()).stage().id())
				.number("Times", 4, r -> Long.toString(r.count()))
				.text("For", 14, r -> cause(r.cause()))
				.background(r -> rows.fresh(r) ? Look.CHANGED : null)
				.tip(r -> run().history().stages().get(r.stage()).stage().title());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(rows.viewer().getTable());
		rows.viewer().addSelectionChangedListener(e -> {
			if (rows.viewer().getTable().isFocusControl()
					&& ((IStructuredSelection) e.getSelection()).getFirstElement() instanceof TranslationRow r) {
				run().selectCcw(r.cause());
			}
		});
	}

	private String cause(long address) {
		return address == -1 ? "" : run().session().image().name(address);
	}

	@Override
	String nothing(History history) {
		if (!history.translations().isEmpty()) {
			return null;
		}
		return history.spaces().stream().anyMatch(s -> s.id().equals("host")) ? "No address has been looked up at this position."
				: "The guest has the channel to itself: its addresses are the channel's, and nothing is translated.";
	}

	@Override
	void forget() {
		rows.forget();
	}

	@Override
	void show(History history) {
		rows.show(java.util.List.copyOf(history.translations()), history.position(), true);
	}

	/** The rows as text, for tests. */
	public List<String> lines() {
		return run().history() == null ? List.of() : rows.lines();
	}
}
