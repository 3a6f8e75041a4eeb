// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.ccwbench.run.CcwRow;
import org.ccwbench.run.History;
import org.ccwbench.run.Progress;
import org.ccwbench.ui.ActiveRun;
import org.ccwbench.ui.UiPlugin;
import org.ccwbench.ui.editor.Banner;
import org.ccwbench.ui.editor.Checked;
import org.ccwbench.ui.editor.Page;
import org.ccwbench.ui.editor.ProgramText;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

/** The diagram. */
public final class DiagramPage implements Page, ActiveRun.Listener, Gestures.Target {
	private ProgramText text;
	private Banner banner;
	private DiagramCanvas canvas;
	private Overview overview;
	private InlineEditor inline;
	private Exports exports;
	private Layouts layouts;
	private DiagramEdits edits;
	private Placing placing;
	private Checked.State shown;
	private boolean front;
	private boolean selecting;

	@Override
	public String title() {
		return "Diagram";
	}

	@Override
	public Control create(Composite parent, ProgramText shared) {
		text = shared;
		Composite body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
		banner = new Banner(body, text);
		Composite row = new Composite(body, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(row);
		Composite side = new Composite(row, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(side);
		GridDataFactory.fillDefaults().grab(false, true).applyTo(side);
		canvas = new DiagramCanvas(row);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas);
		edits = new DiagramEdits(text);
		placing = new Placing(canvas, new Gestures(canvas, this), edits, this);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(Palette.create(side, placing, canvas));
		overview = new Overview(side, canvas);
		GridDataFactory.fillDefaults().hint(190, 110).applyTo(overview);
		canvas.onMove(overview::redraw);
		inline = new InlineEditor(canvas, text);
		exports = new Exports(canvas);
		layouts = new Layouts(canvas.character(), canvas.line(), d -> arranged(d, true), d -> arranged(d, false));
		new DiagramKeys(canvas, this);
		new DiagramMenu(canvas, this);
		dropText();
		UiPlugin.activeRun().addListener(this);
		return body;
	}

	private void dropText() {
		DropTarget drop = new DropTarget(canvas, DND.DROP_COPY | DND.DROP_DEFAULT);
		drop.setTransfer(TextTransfer.getInstance());
		drop.addDropListener(new DropTargetAdapter() {
			@Override
			public void dragEnter(DropTargetEvent e) {
				e.detail = DND.DROP_COPY;
			}

			@Override
			public void drop(DropTargetEvent e) {
				if (e.data instanceof String s) {
					edits.paste(last(), s);
				}
			}
		});
	}

	@Override
	public void visible(boolean now) {
		front = now;
		if (front) {
			stateChanged();
			progress();
		} else {
			inline.close();
		}
	}

	@Override
	public void stateChanged() {
		if (!front || canvas.isDisposed()) {
			return;
		}
		banner.say(text.trouble());
		Checked.State now = text.shown();
		if (now != null && now != shown && (shown == null || !now.text().equals(shown.text()))) {
			shown = now;
			layouts.lay(now);
		}
	}

	private void arranged(Drawn drawn, boolean rough) {
		if (canvas.isDisposed()) {
			return;
		}
		boolean first = canvas.drawn() == null;
		canvas.show(drawn);
		selectionChanged();
		progress();
		overview.redraw();
		if (first && !rough && drawn.figures.size() < 60) {
			canvas.view.to(0, 0);
		}
	}

	void layOut() {
		if (shown != null) {
			layouts.lay(shown);
		}
	}

	@Override
	public void selectionChanged() {
		if (!front || selecting || canvas.drawn() == null) {
			return;
		}
		List<Figure> now = canvas.drawn().figures.stream().filter(f -> f.index >= text.selected() && f.index <= text.selectedTo()).toList();
		canvas.select(now);
		if (now.size() == 1) {
			canvas.view.reveal(now.get(0));
		}
		overview.redraw();
	}

	@Override
	public void select(List<Figure> figures) {
		canvas.select(figures);
		overview.redraw();
		if (!figures.isEmpty()) {
			selecting = true;
			int first = figures.stream().mapToInt(f -> f.index).min().orElse(0);
			int last = figures.stream().mapToInt(f -> f.index).max().orElse(0);
			text.select(first, figures.size() == last - first + 1 ? last : first);
			selecting = false;
		}
	}

	ProgramText text() {
		return text;
	}

	List<Figure> selection() {
		return new ArrayList<>(canvas.selected());
	}

	List<Figure> figures() {
		return canvas.drawn() == null ? List.of() : canvas.drawn().figures;
	}

	/** The selected figure, if it is the only one; else null. */
	Figure single() {
		return canvas.selected().size() == 1 ? canvas.selected().iterator().next() : null;
	}

	/** Number of the last selected statement; -1 if none is. */
	private int last() {
		return canvas.selected().stream().mapToInt(f -> f.index).max().orElse(-1);
	}

	@Override
	public void edit(Figure figure) {
		inline.open(figure);
	}

	@Override
	public void connect(Figure from, Figure to) {
		edits.connect(from, to);
	}

	@Override
	public void order(Figure command, Figure before) {
		edits.order(canvas.drawn().commands(), command, before);
	}

	/** Moves the selected CCW one place up (-1) or down in the program. */
	void shift(int by) {
		edits.shift(canvas.drawn().commands(), single(), by);
	}

	@Override
	public void menu(Event e) {
		canvas.getMenu().setVisible(true);
	}

	/** Adds a figure behind the selected one. */
	void add(Figure.Kind kind) {
		placing.add(kind);
	}

	/** In (1), out (-1), or the whole diagram (0). */
	void zoom(int by) {
		if (by == 0) {
			canvas.view.fit();
		} else {
			canvas.view.step(by, canvas.getClientArea().width / 2, canvas.getClientArea().height / 2);
		}
	}

	void export() {
		exports.ask(text.name());
	}

	@Override
	public void print() {
		exports.print(text.name());
	}

	@Override
	public String copied() {
		return edits.copied(selection());
	}

	@Override
	public void paste(String pasted) {
		edits.paste(last(), pasted);
	}

	@Override
	public void delete() {
		edits.delete(selection());
	}

	@Override
	public void selectAll() {
		canvas.select(figures());
	}

	@Override
	public void setFocus() {
		canvas.setFocus();
	}

	@Override
	public void runChanged() {
		progress();
	}

	@Override
	public void positionChanged() {
		progress();
	}

	private void progress() {
		if (!front || canvas.isDisposed()) {
			return;
		}
		ActiveRun run = text.run();
		History history = run == null ? null : run.history();
		// A row is read once a position, and only if it is looked at.
		Map<Figure, Optional<CcwRow>> read = new HashMap<>();
		Function<Figure, CcwRow> of = f -> history == null || !f.isCommand() || text.run() == null ? null
				: read.computeIfAbsent(f, x -> Optional.ofNullable(history.ccw(x.address))).orElse(null);
		canvas.run(of);
		overview.redraw();
		if (history != null && canvas.drawn() != null) {
			long current = history.currentCcw();
			canvas.drawn().figures.stream().filter(f -> f.isCommand() && f.address == current && current >= 0).findFirst().ifPresent(canvas.view::reveal);
		}
	}

	@Override
	public void dispose() {
		layouts.stop();
		UiPlugin.activeRun().removeListener(this);
	}

	@Override
	public Control control() {
		return canvas;
	}

	@Override
	public Point place() {
		Figure f = canvas.selected().isEmpty() ? null : canvas.selected().iterator().next();
		return f == null ? new Point(0, 0) : new Point(canvas.view.pixelX(f.x), canvas.view.pixelY(f.y + f.height));
	}

	/** For tests: the field of the figure that is edited, and what there is to see. */

	public Text field() {
		return inline.field();
	}

	/** 1 is the size at which figures are as large as text. */
	public double zoomed() {
		return canvas.view.zoom();
	}

	public String banner() {
		return banner.said();
	}

	/** Each figure: kind, title and lines. */
	public List<String> titles() {
		return figures().stream().map(f -> f.kind + " " + f.title).toList();
	}

	/** Each link: kind, and the titles at its ends. */
	public List<String> links() {
		return canvas.drawn() == null ? List.of() : canvas.drawn().links.stream().map(l -> l.kind + " " + l.from.title + " -> " + l.to.title).toList();
	}

	/** Middle of a figure on the canvas, by its title; its right edge if {@code edge}. Null if there is none. */
	public Point place(String title, boolean edge) {
		return figures().stream().filter(f -> f.title.equals(title)).findFirst()
				.map(f -> new Point(canvas.view.pixelX(edge ? f.x + f.width - 5 : f.middleX()), canvas.view.pixelY(f.middleY()))).orElse(null);
	}

	/** What a run says of a figure; PENDING if nothing. */
	public Progress progress(String title) {
		return figures().stream().filter(f -> f.title.equals(title)).map(f -> canvas.run().apply(f)).filter(java.util.Objects::nonNull).map(CcwRow::progress)
				.findFirst().orElse(Progress.PENDING);
	}

	/** As an item of the palette. */
	public void add(String kind) {
		add(Figure.Kind.valueOf(kind));
	}

	public void write(java.nio.file.Path picture) throws java.io.IOException {
		exports.write(picture);
	}
}
