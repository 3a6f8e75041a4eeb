// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import org.ccwbench.run.Place;
import org.ccwbench.ui.ActiveRun;
import org.ccwbench.ui.Headline;
import org.ccwbench.ui.UiPlugin;
import org.eclipse.jface.preference.PreferenceConverter;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.ui.editors.text.EditorsUI;

/**
 * Keeps the line of the CCW that the run stands at marked in the text. The ground of the line is painted, not given to
 * its text as a style: a step would take several times as long.
 */
final class CurrentCcw implements ActiveRun.Listener {
	static final String TYPE = "org.ccwbench.ui.editor.currentCcw";
	private static final String COLOUR = "currentCcwColor";
	private final CcwEditor editor;
	private final ActiveRun run = UiPlugin.activeRun();
	private Annotation shown;
	private int at;
	private boolean painting;

	CurrentCcw(CcwEditor editor) {
		this.editor = editor;
		run.addListener(this);
		show();
	}

	void dispose() {
		run.removeListener(this);
	}

	@Override
	public void runChanged() {
		show();
	}

	@Override
	public void positionChanged() {
		show();
	}

	/** The statement of the CCW that it is about, or else the one that put the bytes there. */
	@Override
	public void selected(Place place) {
		if (mine() && run.history() != null && !editor.selecting()) {
			int line = place.ccws().isEmpty() ? 0 : run.history().line(place.ccws().get(0));
			line = line == 0 && place.guest() != -1 ? run.history().line(place.guest()) : line;
			if (line > 0) {
				editor.selectLine(line);
			}
		}
	}

	private boolean mine() {
		return run.program() != null && run.program().file().equals(editor.path());
	}

	private void show() {
		if (editor.viewer() == null || editor.viewer().getAnnotationModel() == null) {
			return;
		}
		IAnnotationModel model = editor.viewer().getAnnotationModel();
		IDocument document = editor.document();
		int line = mine() && run.history() != null ? run.history().currentLine() : 0;
		boolean none = line <= 0 || document == null || line > document.getNumberOfLines();
		if (!none && shown != null && line == at && model.getPosition(shown) != null) {
			return;
		}
		if (shown != null) {
			redraw(model.getPosition(shown));
			model.removeAnnotation(shown);
			shown = null;
		}
		if (!none) {
			mark(model, document, line);
		}
	}

	private void mark(IAnnotationModel model, IDocument document, int line) {
		try {
			IRegion where = document.getLineInformation(line - 1);
			shown = new Here();
			at = line;
			model.addAnnotation(shown, new Position(where.getOffset(), where.getLength()));
			editor.sourceViewer().revealRange(where.getOffset(), where.getLength());
			paint();
			redraw(model.getPosition(shown));
		} catch (BadLocationException e) {
			// The text became shorter since the run: there is no such line.
		}
	}

	/** From the first mark on, by when the painter of the caret's line is there: what is marked last is seen. */
	private void paint() {
		if (!painting) {
			painting = true;
			editor.sourceViewer().getTextWidget().addLineBackgroundListener(e -> {
				Position here = shown == null ? null : editor.viewer().getAnnotationModel().getPosition(shown);
				if (here != null && here.getOffset() == e.lineOffset) {
					e.lineBackground = EditorsUI.getSharedTextColors().getColor(PreferenceConverter.getColor(EditorsUI.getPreferenceStore(), COLOUR));
				}
			});
		}
	}

	private void redraw(Position line) {
		StyledText text = editor.sourceViewer().getTextWidget();
		if (line != null && line.getOffset() <= text.getCharCount()) {
			text.redraw(0, text.getLinePixel(text.getLineAtOffset(line.getOffset())), text.getClientArea().width, text.getLineHeight(), false);
		}
	}

	/** Stays while steps go on within one CCW; its words are those of the moment. */
	private final class Here extends Annotation {
		Here() {
			super(TYPE, false, "");
		}

		@Override
		public String getText() {
			return Headline.stage(run) + ", " + Headline.step(run);
		}
	}
}
