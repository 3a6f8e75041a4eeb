// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.presentation.PresentationReconciler;

/** Colours a long stretch of text slice by slice, so that the window answers meanwhile. */
final class ColourSlices extends PresentationReconciler {
	/** Characters. */
	private static final int SLICE = 6000;
	private static final int REST_MILLIS = 4;
	private ITextViewer viewer;
	private IDocument document;
	/** What is still to be coloured; it moves with the text. */
	private Position rest;

	@Override
	public void install(ITextViewer on) {
		viewer = on;
		super.install(on);
	}

	@Override
	public void uninstall() {
		forget();
		super.uninstall();
		viewer = null;
	}

	@Override
	protected TextPresentation createPresentation(IRegion damage, IDocument of) {
		if (damage.getLength() <= SLICE) {
			return super.createPresentation(damage, of);
		}
		int end = damage.getOffset() + damage.getLength();
		later(of, damage.getOffset() + SLICE, end);
		return super.createPresentation(new Region(damage.getOffset(), SLICE), of);
	}

	private void later(IDocument of, int from, int to) {
		boolean idle = rest == null;
		int first = idle || document != of ? from : Math.min(from, rest.getOffset());
		int last = idle || document != of ? to : Math.max(to, rest.getOffset() + rest.getLength());
		keep(of, first, last);
		if (idle) {
			next();
		}
	}

	private void keep(IDocument of, int from, int to) {
		forget();
		try {
			rest = new Position(from, to - from);
			document = of;
			of.addPosition(rest);
		} catch (BadLocationException e) {
			rest = null;
		}
	}

	private void forget() {
		if (rest != null) {
			document.removePosition(rest);
			rest = null;
		}
	}

	private void next() {
		viewer.getTextWidget().getDisplay().timerExec(REST_MILLIS, this::slice);
	}

	private void slice() {
		if (viewer == null || viewer.getTextWidget() == null || viewer.getTextWidget().isDisposed() || rest == null) {
			return;
		}
		int from = rest.getOffset();
		int length = Math.min(SLICE, rest.getLength());
		boolean more = viewer.getDocument() == document && !rest.isDeleted() && length > 0;
		TextPresentation colours = more ? super.createPresentation(new Region(from, length), document) : null;
		if (colours != null) {
			viewer.changeTextPresentation(colours, false);
		}
		if (more && rest.getLength() > length) {
			keep(document, from + length, rest.getOffset() + rest.getLength());
			next();
		} else {
			forget();
		}
	}
}
