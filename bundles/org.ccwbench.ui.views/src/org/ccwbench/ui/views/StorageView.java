// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.ccwbench.run.History;
import org.ccwbench.run.SpaceView;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/**
 * Bytes at the position, in hexadecimal and EBCDIC: of one address space, or of guest, user and host side by side,
 * each at the address that the one before is mapped to.
 */
public final class StorageView extends PositionView {
	public static final String ID = "org.ccwbench.ui.views.storage";
	private static final List<String> TOGETHER = List.of("guest", "user", "host");
	private static final int NARROW = 8;
	private static final int WIDE = 16;
	private Combo space;
	private Combo address;
	private Label wrong;
	private final List<Panel> panels = new ArrayList<>();
	private SashForm side;
	private List<SpaceView> spaces = List.of();
	private Object labelsOf;
	private boolean together;

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
		side = new SashForm(parent, SWT.HORIZONTAL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(side);
		for (int i = 0; i < TOGETHER.size(); i++) {
			panels.add(new Panel(side));
		}
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
	}

	@Override
	void show(History history) {
		if (labelsOf != run().session()) {
			labelsOf = run().session();
			panels.forEach(Panel::forget);
			fill(history);
		}
		spaces = history.spaces();
		dump();
	}

	private void fill(History history) {
		int chosen = Math.max(0, space.getSelectionIndex());
		spaces = history.spaces();
		together = spaces.stream().filter(s -> TOGETHER.contains(s.id())).count() == TOGETHER.size();
		List<String> titles = new ArrayList<>(spaces.stream().map(SpaceView::title).toList());
		if (together) {
			titles.add(0, "guest, user and host side by side");
		}
		space.setItems(titles.toArray(String[]::new));
		space.select(Math.min(chosen, titles.size() - 1));
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
		boolean all = together && space.getSelectionIndex() == 0;
		if (all) {
			long at = from;
			for (int i = 0; i < panels.size(); i++) {
				String id = TOGETHER.get(i);
				SpaceView v = spaces.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
				panels.get(i).show(v, at, NARROW);
				at = at < 0 ? -1 : run().history().under(v, at);
			}
			side.setMaximizedControl(null);
		} else {
			panels.get(0).show(spaces.get(space.getSelectionIndex() - (together ? 1 : 0)), from, WIDE);
			side.setMaximizedControl(panels.get(0).body);
		}
	}

	/** One address space. */
	private static final class Panel {
		private final Composite body;
		private final Label title;
		private final StyledText text;
		private Dump last;

		Panel(Composite parent) {
			body = new Composite(parent, SWT.NONE);
			GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
			title = new Label(body, SWT.NONE);
			GridDataFactory.fillDefaults().grab(true, false).indent(6, 1).applyTo(title);
			text = new StyledText(body, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL);
			text.setFont(Look.mono());
			text.setMargins(6, 4, 6, 4);
			GridDataFactory.fillDefaults().grab(true, true).applyTo(text);
		}

		void forget() {
			last = null;
		}

		/** @param from -1 if the address is not mapped so far */
		void show(SpaceView space, long from, int line) {
			title.setText(space.title() + (from < 0 ? ": not mapped" : ""));
			if (from < 0) {
				last = null;
				text.setText("");
				return;
			}
			Dump now = Dump.of(space, from, line);
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
	}

	/** Shows a space from an address or label on. */
	public void go(String id, String from) {
		for (int i = 0; i < spaces.size(); i++) {
			if (spaces.get(i).id().equals(id)) {
				space.select(together ? i + 1 : i);
			}
		}
		address.setText(from);
		dump();
	}

	/** The dump as text, of the first space if there are several; for tests. */
	public String text() {
		return panels.get(0).text.getText();
	}

	/** Guest, user and host from an address or label on, side by side; their dumps as texts, for tests. */
	public List<String> together(String from) {
		space.select(0);
		address.setText(from);
		dump();
		return panels.stream().map(p -> p.text.getText()).toList();
	}
}
