// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.List;
import java.util.Locale;

import org.ccwbench.run.History;
import org.ccwbench.run.SpaceView;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Bytes of any address space at the position, in hexadecimal and EBCDIC. */
public final class StorageView extends PositionView {
	public static final String ID = "org.ccwbench.ui.views.storage";
	private Combo space;
	private Combo address;
	private Label wrong;
	private StyledText text;
	private Dump last;
	private List<SpaceView> spaces = List.of();
	private Object labelsOf;

	@Override
	void createBody(Composite parent) {
		Composite bar = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(5).margins(6, 3).spacing(6, 0).applyTo(bar);
		new Label(bar, SWT.NONE).setText("Space:");
		space = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
		space.addListener(SWT.Selection, e -> dump());
		GridDataFactory.swtDefaults().hint(250, SWT.DEFAULT).applyTo(space);
		new Label(bar, SWT.NONE).setText("From:");
		address = new Combo(bar, SWT.DROP_DOWN);
		address.setToolTipText("An address in hexadecimal, or a label of the program");
		address.addListener(SWT.Selection, e -> dump());
		address.addListener(SWT.DefaultSelection, e -> dump());
		GridDataFactory.swtDefaults().hint(150, SWT.DEFAULT).applyTo(address);
		wrong = new Label(bar, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(wrong);
		text = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL);
		text.setFont(Look.mono());
		text.setMargins(6, 4, 6, 4);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(text);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
	}

	@Override
	void show(History history) {
		if (labelsOf != run().session()) {
			labelsOf = run().session();
			last = null;
			fill(history);
		}
		spaces = history.spaces();
		dump();
	}

	private void fill(History history) {
		int chosen = Math.max(0, space.getSelectionIndex());
		spaces = history.spaces();
		space.setItems(spaces.stream().map(SpaceView::title).toArray(String[]::new));
		space.select(Math.min(chosen, spaces.size() - 1));
		String was = address.getText();
		var labels = run().session().image().labels();
		address.setItems(labels.keySet().toArray(String[]::new));
		boolean keep = !was.isBlank() && read(was) >= 0;
		address.setText(keep ? was : labels.isEmpty() ? "0" : labels.firstKey());
	}

	/** -1 if the text is neither an address nor a label. */
	private long read(String words) {
		String word = words.strip().toUpperCase(Locale.ROOT).replace("_", "").replaceAll("^0X|^X'|'$", "");
		Long label = run().session().image().labels().get(word);
		if (label != null) {
			return label;
		}
		try {
			return word.length() > 16 ? -1 : Math.max(-1, Long.parseUnsignedLong(word, 16));
		} catch (NumberFormatException e) {
			return -1;
		}
	}

	private void dump() {
		if (run().history() == null || space.getSelectionIndex() < 0) {
			return;
		}
		long from = read(address.getText());
		wrong.setText(from < 0 ? "neither an address nor a label" : "");
		if (from < 0) {
			return;
		}
		SpaceView chosen = spaces.get(space.getSelectionIndex());
		Dump now = Dump.of(chosen, from);
		int top = text.getTopIndex();
		text.setText(now.text());
		if (last != null && last.sameAs(now)) {
			var changed = Look.colour(text.getDisplay(), Look.CHANGED);
			for (int[] range : now.changes(last)) {
				text.setStyleRange(new StyleRange(range[0], range[1], null, changed));
			}
			text.setTopIndex(top);
		}
		last = now;
	}

	/** Shows a space from an address or label on. */
	public void go(String id, String from) {
		for (int i = 0; i < spaces.size(); i++) {
			if (spaces.get(i).id().equals(id)) {
				space.select(i);
			}
		}
		address.setText(from);
		dump();
	}

	/** The dump as text, for tests. */
	public String text() {
		return text.getText();
	}
}
