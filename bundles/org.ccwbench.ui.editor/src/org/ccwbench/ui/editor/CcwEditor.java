// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;

import org.ccwbench.run.Places;
import org.ccwbench.ui.Beginning;
import org.ccwbench.ui.Program;
import org.ccwbench.ui.editor.diagram.DiagramPage;
import org.ccwbench.ui.editor.save.Keeping;
import org.ccwbench.ui.editor.save.WholeFileProvider;
import org.ccwbench.ui.editor.table.TablePage;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPathEditorInput;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.editors.text.TextEditor;
import org.eclipse.ui.texteditor.ContentAssistAction;
import org.eclipse.ui.texteditor.ITextEditorActionDefinitionIds;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

/**
 * Editor of a channel program: its source, and other pages that show and change the same text. It is a text editor,
 * so that saving, undo, markers and selection are those of the text on every page.
 */
public final class CcwEditor extends TextEditor implements Program.Source {
	public static final String ID = "org.ccwbench.ui.editor";
	private static final String ASSIST = "ContentAssistProposal";
	private static final int CHECK_AFTER_EDIT_MILLIS = 20;
	private final Checked checked = new Checked();
	private final Pages pages = new Pages(this, List.of(new TablePage(), new DiagramPage()));
	private final Job check = Job.createSystem("Check program", (org.eclipse.core.runtime.ICoreRunnable) m -> checkNow());
	private final Keeping keeping = new Keeping(this::isDirty);
	private Rehearsals rehearsals;
	private ProgramText shared;
	private OutlinePage outline;
	private CurrentCcw current;
	private Beginning beginning;
	private volatile boolean disposed;
	private boolean quiet;
	private boolean selecting;

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
		rehearsals = new Rehearsals(checked, this::rehearsed);
		rehearsals.file(file(getEditorInput()));
		super.createPartControl(pages.create(parent));
		shared = new ProgramText(this);
		pages.fill(shared);
		beginning = new BeginningOfText(this, shared);
		current = new CurrentCcw(this);
		((IPostSelectionProvider) getSelectionProvider()).addPostSelectionChangedListener(e -> {
			if (!quiet && e.getSelection() instanceof ITextSelection at && shared.caretAt(at.getOffset())) {
				tell();
			}
		});
	}

	/** Selects the bytes of the selected statement in the views of a run of this text as it stands. */
	void tell() {
		if (shared.run() == null || shared.run().edited() || shared.selected() < 0 || shared.shown() == null) {
			return;
		}
		var pieces = shared.shown().image().sources().of(shared.shown().document().getStatements().get(shared.selected()));
		if (!pieces.isEmpty()) {
			long length = pieces.get(pieces.size() - 1).end() - pieces.get(0).address();
			selecting = true;
			try {
				shared.run().select(new Places(shared.run().history()).bytes("guest", pieces.get(0).address(), Math.max(1, length)));
			} finally {
				selecting = false;
			}
		}
	}

	/** Whether what is being selected comes from this text. */
	boolean selecting() {
		return selecting;
	}

	/** What the pages share; null before the window of the editor is there. */
	public ProgramText shared() {
		return shared;
	}

	/** Brings a page to the front by the title of its tab: "Source", "Table". */
	public void showPage(String title) {
		pages.show(pages.index(title));
	}

	void showSource() {
		pages.show(0);
	}

	/** The page in front; null if it is the source. */
	public Page page() {
		return pages.front();
	}

	boolean open() {
		return getSourceViewer() != null && getSourceViewer().getTextWidget() != null && !getSourceViewer().getTextWidget().isDisposed();
	}

	@Override
	public void setFocus() {
		if (pages.front() == null) {
			super.setFocus();
		} else {
			pages.front().setFocus();
		}
	}

	/** Selects a stretch of the source without taking the focus, and without telling where it came from. */
	void selectQuietly(int offset, int length) {
		quiet = true;
		try {
			getSourceViewer().setSelectedRange(offset, length);
			getSourceViewer().revealRange(offset, length);
		} finally {
			quiet = false;
		}
	}

	/** Another page changed the text: it is checked sooner than after typing, which goes on. */
	void checkSoon() {
		check.schedule(CHECK_AFTER_EDIT_MILLIS);
	}

	private void checkNow() {
		IDocument document = document();
		if (document != null && !disposed) {
			checked.of(getEditorInput().getName(), document.get());
		}
	}

	@Override
	protected void setDocumentProvider(IEditorInput input) {
		setDocumentProvider(WholeFileProvider.shared());
	}

	@Override
	protected void doSetInput(IEditorInput input) throws CoreException {
		super.doSetInput(input);
		if (rehearsals != null) {
			rehearsals.file(input == null ? null : file(input));
		}
		keeping.follow(input == null ? null : file(input).toAbsolutePath().toUri(), document());
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

	@Override
	public Path programFile() {
		return path();
	}

	@Override
	public Object stamp() {
		return document() instanceof IDocumentExtension4 stamped ? stamped.getModificationStamp() : null;
	}

	/** A word in the status line. */
	void say(String words) {
		getEditorSite().getActionBars().getStatusLineManager().setMessage(words);
	}

	/** The file that the text comes from. */
	Path path() {
		return file(getEditorInput());
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
			showSource();
			selectAndReveal(offset, 0);
		} catch (BadLocationException e) {
			// The text is shorter than it was: leave the caret where it is.
		}
	}

	/** Selects a line, from 1, and brings it into view without taking the focus. */
	void selectLine(int line) {
		try {
			IRegion at = document().getLineInformation(line - 1);
			// The pages follow at once, so that the selection of the text, which comes later, is nothing new.
			shared.caretAt(at.getOffset());
			selectAndReveal(at.getOffset(), at.getLength());
		} catch (BadLocationException e) {
			// As above.
		}
	}

	/** Shows what the paths refuse, and marks it if the file is as the text. Not the UI thread. */
	private void rehearsed() {
		var configuration = (ViewerConfiguration) getSourceViewerConfiguration();
		Checked.State state = checked.state();
		if (disposed || configuration == null) {
			return;
		}
		configuration.checking().again();
		if (state != null && getEditorInput() != null && !isDirty()) {
			Markers.update(getEditorInput().getAdapter(org.eclipse.core.resources.IFile.class), state);
		}
	}

	@Override
	public void doSave(IProgressMonitor monitor) {
		super.doSave(monitor);
		if (!isDirty()) {
			keeping.settled();
		}
		Markers.update(getEditorInput().getAdapter(org.eclipse.core.resources.IFile.class), checked.of(getEditorInput().getName(), program().text()));
	}

	@Override
	public <T> T getAdapter(Class<T> type) {
		if (type == IContentOutlinePage.class) {
			if (outline == null || outline.closed()) {
				outline = new OutlinePage(this);
			}
			return type.cast(outline);
		}
		if (type == Beginning.class) {
			return type.cast(beginning);
		}
		return type == Program.Source.class ? type.cast(this) : super.getAdapter(type);
	}

	/** For tests: what the hover says at an offset. */
	public String hoverAt(int offset) {
		return Words.at(checked.of(getEditorInput().getName(), document().get()), offset);
	}

	/** For tests: the widget and its document. */
	public SourceViewer sourceViewer() {
		return (SourceViewer) getSourceViewer();
	}

	@Override
	public void dispose() {
		// A program may still be tried, or checked, by a job.
		disposed = true;
		check.cancel();
		// Whoever closes an editor has saved the text, or said that it is not to be.
		if (rehearsals != null) {
			rehearsals.cancel();
		}
		keeping.settled();
		keeping.follow(null, null);
		if (current != null) {
			current.dispose();
			pages.dispose();
			shared.dispose();
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
