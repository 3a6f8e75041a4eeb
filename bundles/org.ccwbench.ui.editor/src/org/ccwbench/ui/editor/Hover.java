// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationHover;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.editors.text.EditorsUI;

/** What is wrong under the pointer, else what stands there. */
final class Hover implements ITextHover, ITextHoverExtension {
	private final CcwEditor editor;

	Hover(CcwEditor editor) {
		this.editor = editor;
	}

	/** In the font of the text, as tables want it. */
	@Override
	public IInformationControlCreator getHoverControlCreator() {
		return parent -> new DefaultInformationControl(parent, EditorsUI.getTooltipAffordanceString()) {
			@Override
			protected void createContent(Composite inner) {
				super.createContent(inner);
				for (Control c : inner.getChildren()) {
					c.setFont(JFaceResources.getTextFont());
				}
			}
		};
	}

	@Override
	public IRegion getHoverRegion(ITextViewer viewer, int offset) {
		return new Region(offset, 0);
	}

	@Override
	@Deprecated
	public String getHoverInfo(ITextViewer viewer, IRegion region) {
		if (viewer instanceof ISourceViewer source) {
			int offset = region.getOffset();
			String problems = problems(source, offset, offset);
			if (problems != null) {
				return problems;
			}
		}
		return Words.at(editor.checked().of(editor.getEditorInput().getName(), viewer.getDocument().get()), region.getOffset());
	}

	/** The problems of a line, for the rulers. */
	static IAnnotationHover ofLine() {
		return (viewer, line) -> {
			try {
				IRegion at = viewer.getDocument().getLineInformation(line);
				return problems(viewer, at.getOffset(), at.getOffset() + at.getLength());
			} catch (BadLocationException e) {
				return null;
			}
		};
	}

	private static String problems(ISourceViewer viewer, int from, int to) {
		IAnnotationModel model = viewer.getAnnotationModel();
		IDocument document = viewer.getDocument();
		if (model == null || document == null) {
			return null;
		}
		Set<String> found = new LinkedHashSet<>();
		for (Iterator<Annotation> i = model.getAnnotationIterator(); i.hasNext();) {
			Annotation a = i.next();
			Position p = model.getPosition(a);
			boolean said = a instanceof ProblemAnnotation || CurrentCcw.TYPE.equals(a.getType());
			if (said && p != null && p.getOffset() <= to && from <= p.getOffset() + Math.max(0, p.getLength() - 1)
					&& (a instanceof ProblemAnnotation || from != to)) {
				found.add(a.getText());
			}
		}
		return found.isEmpty() ? null : String.join("\n", found);
	}
}
