// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.ccwbench.notation.Finding;
import org.ccwbench.notation.Problem;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ISynchronizable;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.reconciler.DirtyRegion;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.reconciler.IReconcilingStrategyExtension;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;

/** Checks the text while it is typed, beside the UI thread, and shows what is wrong as annotations. */
final class Checking implements IReconcilingStrategy, IReconcilingStrategyExtension {
	private final CcwEditor editor;
	private IDocument document;

	Checking(CcwEditor editor) {
		this.editor = editor;
	}

	@Override
	public void setDocument(IDocument d) {
		document = d;
	}

	@Override
	public void setProgressMonitor(IProgressMonitor monitor) {}

	@Override
	public void initialReconcile() {
		check();
	}

	@Override
	public void reconcile(DirtyRegion dirty, IRegion sub) {
		check();
	}

	@Override
	public void reconcile(IRegion partition) {
		check();
	}

	/** Shows what is known of the text now: more than when it was checked. */
	void again() {
		Checked.State state = editor.checked().state();
		if (document != null && state != null && document.get().equals(state.text())) {
			show(state);
		}
	}

	private void check() {
		String text = document.get();
		show(editor.checked().of(editor.getEditorInput().getName(), text));
	}

	private void show(Checked.State state) {
		var viewer = editor.viewer();
		IAnnotationModel model = viewer == null ? null : viewer.getAnnotationModel();
		if (model instanceof IAnnotationModelExtension extended && document.getLength() == state.text().length()) {
			List<Finding> all = new ArrayList<>(state.findings());
			all.addAll(Rehearsals.of(state.text()));
			state.image().problems().forEach(p -> all.add(new Finding(p, List.of())));
			replace(model, extended, all);
		}
	}

	private void replace(IAnnotationModel model, IAnnotationModelExtension extended, List<Finding> findings) {
		Object lock = model instanceof ISynchronizable s && s.getLockObject() != null ? s.getLockObject() : model;
		synchronized (lock) {
			Map<Annotation, Position> fresh = new HashMap<>();
			for (Finding f : findings) {
				Problem p = f.problem();
				int offset = Math.min(p.offset(), document.getLength());
				fresh.put(new ProblemAnnotation(p, !f.fixes().isEmpty()), new Position(offset, Math.min(p.length(), document.getLength() - offset)));
			}
			List<Annotation> old = new ArrayList<>();
			for (Iterator<Annotation> i = model.getAnnotationIterator(); i.hasNext();) {
				Annotation a = i.next();
				if (a instanceof ProblemAnnotation) {
					old.add(a);
				}
			}
			extended.replaceAnnotations(old.toArray(Annotation[]::new), fresh);
		}
	}
}
