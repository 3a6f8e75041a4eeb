// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import java.nio.file.Path;
import java.util.ResourceBundle;

import org.ccwbench.ui.Program;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPathEditorInput;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.editors.text.TextEditor;
import org.eclipse.ui.texteditor.ContentAssistAction;
import org.eclipse.ui.texteditor.ITextEditorActionDefinitionIds;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

/** Editor of a channel program as text. */
public final class CcwEditor extends TextEditor implements Program.Source {
	public static final String ID = "org.ccwbench.ui.editor";
	private static final String ASSIST = "ContentAssistProposal";
	private final Checked checked = new Checked();
	private OutlinePage outline;
	private CurrentCcw current;

	@Override
	protected void initializeEditor() {
		super.initializeEditor();
		setPreferenceStore(EditorsUI.getPreferenceStore());
		setSourceViewerConfiguration(new ViewerConfiguration(this, getPreferenceStore()));
		setEditorContextMenuId(ID + ".context");
		setRulerContextMenuId(ID + ".ruler");
	}

	@Override
	public void createPartControl(Composite parent) {
		super.createPartControl(parent);
		current = new CurrentCcw(this);
	}

	@Override
	protected void createActions() {
		super.createActions();
		IAction assist = new ContentAssistAction(new NoTexts(), ASSIST + ".", this);
		assist.setText("Content Assist");
		assist.setActionDefinitionId(ITextEditorActionDefinitionIds.CONTENT_ASSIST_PROPOSALS);
		setAction(ASSIST, assist);
	}

	/** What the last check of the text found. */
	Checked checked() {
		return checked;
	}

	ISourceViewer viewer() {
		return getSourceViewer();
	}

	IDocument document() {
		return getDocumentProvider() == null ? null : getDocumentProvider().getDocument(getEditorInput());
	}

	@Override
	public Program program() {
		IDocument document = document();
		return new Program(file(getEditorInput()), getEditorInput().getName(), document == null ? "" : document.get());
	}

	private static Path file(IEditorInput input) {
		if (input instanceof IPathEditorInput p) {
			IPath path = p.getPath();
			return path == null ? Path.of(input.getName()) : path.toPath();
		}
		return input instanceof IURIEditorInput u ? Path.of(u.getURI()) : Path.of(input.getName());
	}

	@Override
	public void reveal(int line, int column) {
		try {
			IDocument document = document();
			IRegion at = document.getLineInformation(Math.min(line, document.getNumberOfLines()) - 1);
			int offset = at.getOffset() + Math.min(Math.max(column - 1, 0), at.getLength());
			getSite().getPage().activate(this);
			selectAndReveal(offset, 0);
		} catch (BadLocationException e) {
			// The text is shorter than it was: leave the caret where it is.
		}
	}

	/** Selects a line, from 1, and brings it into view without taking the focus. */
	void selectLine(int line) {
		try {
			IRegion at = document().getLineInformation(line - 1);
			selectAndReveal(at.getOffset(), at.getLength());
		} catch (BadLocationException e) {
			// As above.
		}
	}

	@Override
	public void doSave(IProgressMonitor monitor) {
		super.doSave(monitor);
		Markers.update(getEditorInput().getAdapter(org.eclipse.core.resources.IFile.class), program().text());
	}

	@Override
	public <T> T getAdapter(Class<T> type) {
		if (type == IContentOutlinePage.class) {
			if (outline == null || outline.closed()) {
				outline = new OutlinePage(this);
			}
			return type.cast(outline);
		}
		return type == Program.Source.class ? type.cast(this) : super.getAdapter(type);
	}

	/** For tests: the widget and its document. */
	public SourceViewer sourceViewer() {
		return (SourceViewer) getSourceViewer();
	}

	@Override
	public void dispose() {
		if (current != null) {
			current.dispose();
		}
		super.dispose();
	}

	/** The action asks for texts by name; it is set up in code instead. */
	private static final class NoTexts extends ResourceBundle {
		@Override
		protected Object handleGetObject(String key) {
			return null;
		}

		@Override
		public java.util.Enumeration<String> getKeys() {
			return java.util.Collections.emptyEnumeration();
		}
	}
}
