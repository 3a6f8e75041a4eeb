// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import java.util.SortedMap;
import org.ccwbench.run.History;
import org.ccwbench.run.Place;
import org.ccwbench.run.SpaceView;
import org.ccwbench.ui.ActiveRun;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
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
	private final List<StoragePanel> panels = new ArrayList<>();
	private SashForm side;
	private List<SpaceView> spaces = List.of();
	private Object labelsOf;
	private Button before;
	private final Beginnings beginnings = new Beginnings(this::changed);
	private final StoragePanel.Typed typed = new StoragePanel.Typed() {
		@Override
		public boolean put(String id, long at, int value) {
			String why = !before() ? "The storage of a run stays as it is: see “Before the run”."
					: beginnings.now().put(at, new byte[] {(byte) value});
			wrong.setText(why == null ? "" : why);
			wrong.setToolTipText(why);
			return why == null;
		}

		@Override
		public void undo(boolean again) {
			if (before()) {
				beginnings.now().undo(again);
			}
		}
	};
	private boolean together;

	@Override
	void createBody(Composite parent) {
		Composite bar = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(6).margins(6, 3).spacing(6, 0).applyTo(bar);
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
		before = new Button(bar, SWT.CHECK);
		before.setText("Before the run");
		before.setToolTipText("What the program of the editor begins with. Digits and characters that are typed there become statements of its text.");
		before.addListener(SWT.Selection, e -> {
			labelsOf = null;
			changed();
		});
		wrong = new Label(bar, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(wrong);
		side = new SashForm(parent, SWT.HORIZONTAL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(side);
		for (int i = 0; i < TOGETHER.size(); i++) {
			panels.add(new StoragePanel(side, this::chosen, typed));
		}
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		beginnings.follow(getSite().getPage());
		parent.addDisposeListener(e -> beginnings.leave(getSite().getPage()));
	}

	/** Whether what is shown is what a run begins with. */
	private boolean before() {
		return beginnings.now() != null && (run().history() == null || before.getSelection());
	}

	private void changed() {
		later();
	}

	@Override
	boolean showsWithoutRun() {
		return beginnings.now() != null && beginnings.image() != null && run().phase() != ActiveRun.Phase.RUNNING;
	}

	@Override
	void showWithoutRun() {
		before.setVisible(false);
		begin();
	}

	private void begin() {
		if (beginnings.image() == null) {
			return;
		}
		spaces = List.of(beginnings.space());
		if (labelsOf != beginnings.now()) {
			labelsOf = beginnings.now();
			panels.forEach(StoragePanel::forget);
			together = false;
			fill();
		}
		dump();
	}

	@Override
	void show(History history) {
		before.setVisible(beginnings.now() != null);
		if (before()) {
			begin();
			return;
		}
		if (labelsOf != run().session()) {
			labelsOf = run().session();
			panels.forEach(StoragePanel::forget);
			spaces = history.spaces();
			together = spaces.stream().filter(s -> TOGETHER.contains(s.id())).count() == TOGETHER.size();
			fill();
		}
		spaces = history.spaces();
		dump();
	}

	private SortedMap<String, Long> labels() {
		return (before() ? beginnings.image() : run().session().image()).labels();
	}

	private void fill() {
		int chosen = Math.max(0, space.getSelectionIndex());
		List<String> titles = new ArrayList<>(spaces.stream().map(SpaceView::title).toList());
		if (together) {
			titles.add(0, "guest, user and host side by side");
		}
		space.setItems(titles.toArray(String[]::new));
		space.select(Math.min(chosen, titles.size() - 1));
		String was = address.getText();
		var labels = labels();
		address.setItems(labels.keySet().toArray(String[]::new));
		boolean keep = !was.isBlank() && read(was) >= 0;
		address.setText(keep ? was : labels.isEmpty() ? "0" : labels.firstKey());
	}

	/** -1 if the text is neither an address nor a label. */
	private long read(String words) {
		String word = words.strip().toUpperCase(Locale.ROOT).replace("_", "").replaceAll("^0X|^X'|'$", "");
		Long label = labels().get(word);
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
		if (run().history() == null && !before() || space.getSelectionIndex() < 0 || spaces.isEmpty()) {
			return;
		}
		long from = read(address.getText());
		wrong.setText(from < 0 ? "neither an address nor a label" : "");
		if (from < 0) {
			return;
		}
		long position = before() ? -1 : run().history().position();
		if (all()) {
			long at = from;
			for (int i = 0; i < panels.size(); i++) {
				String id = TOGETHER.get(i);
				SpaceView v = spaces.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
				panels.get(i).show(v, at, NARROW, position);
				at = at < 0 ? -1 : run().history().under(v, at);
			}
			side.setMaximizedControl(null);
		} else {
			panels.get(0).show(spaces.get(space.getSelectionIndex() - (together ? 1 : 0)), from, WIDE, position);
			side.setMaximizedControl(panels.get(0).body);
		}
		panels.forEach(p -> p.mark(before() ? null : run().selected()));
	}

	private boolean all() {
		return together && space.getSelectionIndex() == 0;
	}

	private void chosen(String id, long at, long length) {
		if (TOGETHER.contains(id) && !before()) {
			select(p -> p.bytes(id, at, length));
		}
	}

	/** Goes to what was selected elsewhere, if it has bytes in the space that is shown. */
	@Override
	void mark(Place place, boolean elsewhere) {
		if (before()) {
			return;
		}
		if (elsewhere && place.length() > 0 && space.getSelectionIndex() >= 0) {
			long at = place.in(all() ? TOGETHER.get(0) : spaces.get(space.getSelectionIndex() - (together ? 1 : 0)).id());
			if (at != -1 && !panels.get(0).has(at)) {
				address.setText(String.format("%X", at & -WIDE));
				dump();
			}
		}
		panels.forEach(p -> p.mark(place));
		if (elsewhere) {
			panels.forEach(p -> p.reveal(place));
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

	/** What the first space is called; for tests. */
	public String title() {
		return panels.get(0).title();
	}

	/** What stands beside the address, such as why something was not done; for tests. */
	public String remark() {
		return wrong.getText();
	}

	/** The switch to what a run begins with; for tests. */
	public Button beforeTheRun() {
		return before;
	}

	/** The bytes of the first space that are marked as selected, in hexadecimal; for tests. */
	public String marked() {
		return panels.get(0).marked();
	}

	/** The dump of the first space and where in it a byte stands; for tests. */
	public StyledText dumped() {
		return panels.get(0).text();
	}

	public Point place(long at) {
		return panels.get(0).place(at, false);
	}

	public Point characterPlace(long at) {
		return panels.get(0).place(at, true);
	}

	/** The dump as text, of the first space if there are several; for tests. */
	public String text() {
		return panels.get(0).text().getText();
	}

	/** Guest, user and host from an address or label on, side by side; their dumps as texts, for tests. */
	public List<String> together(String from) {
		space.select(0);
		address.setText(from);
		dump();
		return panels.stream().map(p -> p.text().getText()).toList();
	}
}
