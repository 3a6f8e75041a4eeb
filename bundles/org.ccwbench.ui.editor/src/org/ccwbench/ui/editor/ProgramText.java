// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import org.ccwbench.notation.Edit;
import org.ccwbench.notation.Problem;
import org.ccwbench.notation.Severity;
import org.ccwbench.ui.ActiveRun;
import org.ccwbench.ui.UiPlugin;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.swt.widgets.Display;

/**
 * The text of one editor as its pages share it: what it means, what is selected in it, and changes to it. The text
 * is the only truth; a page shows the last state without errors and edits by changing the text. UI thread only.
 */
public final class ProgramText {
	/** A page. */
	public interface Listener {
		/** There is another state to show. */
		void stateChanged();

		/** Another statement is selected. */
		void selectionChanged();
	}

	private final CcwEditor editor;
	private final List<Listener> listeners = new CopyOnWriteArrayList<>();
	private final Runnable checked = () -> Display.getDefault().asyncExec(this::tellState);
	private int from = -1;
	private int to = -1;
	private int[] later;

	ProgramText(CcwEditor editor) {
		this.editor = editor;
		editor.checked().addListener(checked);
	}

	void dispose() {
		editor.checked().removeListener(checked);
		listeners.clear();
	}

	public void addListener(Listener l) {
		listeners.add(l);
	}

	/** What pages show: the last state without errors, else the last one at all; null before the first check. */
	public Checked.State shown() {
		Checked.State good = editor.checked().good();
		return good != null ? good : editor.checked().state();
	}

	/** Whether what is shown is the text as it stands, so that it can be edited. */
	public boolean editable() {
		Checked.State shown = shown();
		IDocument document = editor.document();
		return shown != null && shown.good() && document != null && editor.isEditable() && document.getLength() == shown.text().length()
				&& document.get().equals(shown.text());
	}

	/** Why what is shown is not the text as it stands, one sentence; empty if it is. */
	public String trouble() {
		Checked.State state = editor.checked().state();
		if (state == null || state.good()) {
			return "";
		}
		List<Problem> errors = state.image().problems().stream().filter(p -> p.severity() == Severity.ERROR).toList();
		String many = errors.size() == 1 ? "The text has an error" : "The text has " + errors.size() + " errors";
		Problem first = errors.get(0);
		return many + ", line " + first.line() + ": " + first.message() + ". "
				+ (editor.checked().good() == null ? "What can be read of it is shown." : "The last program without errors is shown.");
	}

	/** Puts the caret of the source on the first error. */
	public void revealError() {
		Checked.State state = editor.checked().state();
		if (state != null) {
			state.image().problems().stream().filter(p -> p.severity() == Severity.ERROR).findFirst().ifPresent(p -> {
				editor.showSource();
				editor.reveal(p.line(), p.column());
			});
		}
	}

	/**
	 * Changes the text, as one step of undo. The caller makes the edits of the state that it gets; nothing happens if
	 * there is no state of the text as it stands, or no edit.
	 *
	 * @return whether the text was changed
	 */
	public boolean edit(Function<Checked.State, List<Edit>> change) {
		Checked.State base = editable() ? shown() : stale();
		List<Edit> edits = base == null ? List.of() : change.apply(base).stream().filter(java.util.Objects::nonNull).toList();
		return !edits.isEmpty() && editor.validateEditorInputState() && replace(edits);
	}

	/** The state of a text that was typed so recently that it was not checked yet; null if it has errors. */
	private Checked.State stale() {
		if (editor.document() == null || !editor.isEditable()) {
			return null;
		}
		Checked.State now = editor.checked().of(editor.getEditorInput().getName(), editor.document().get());
		return now.good() ? now : null;
	}

	boolean replace(List<Edit> edits) {
		IRewriteTarget target = editor.getAdapter(IRewriteTarget.class);
		target.beginCompoundChange();
		try {
			List<Edit> backwards = edits.stream().sorted(Comparator.comparingInt(Edit::offset).reversed()).toList();
			for (Edit e : backwards) {
				editor.document().replace(e.offset(), e.length(), e.text());
			}
			return true;
		} catch (BadLocationException e) {
			throw new IllegalArgumentException("an edit beyond the text", e);
		} finally {
			target.endCompoundChange();
			editor.checkSoon();
		}
	}

	IDocument document() {
		return editor.document();
	}

	/** Of the file, for people. */
	public String name() {
		return editor.getEditorInput().getName();
	}

	/** The run that is shown now, if it is one of this text; else null. */
	public ActiveRun run() {
		ActiveRun run = UiPlugin.activeRun();
		return run.history() != null && run.program() != null && run.program().file().equals(editor.path()) ? run : null;
	}

	/** Number of the first selected statement of {@link #shown()}; -1 if none is. */
	public int selected() {
		return from;
	}

	/** Number of the last selected statement. */
	public int selectedTo() {
		return to;
	}

	/** Selects whole statements of what is shown, in every page. */
	public void select(int first, int last) {
		Checked.State shown = shown();
		if (shown == null || first < 0 || first == from && last == to) {
			return;
		}
		from = first;
		to = last;
		if (editable()) {
			int begin = shown.edits().offset(first);
			int end = shown.edits().offset(last + 1);
			while (end > begin && "\r\n".indexOf(shown.text().charAt(end - 1)) >= 0) {
				end--;
			}
			editor.selectQuietly(begin, end - begin);
		}
		listeners.forEach(Listener::selectionChanged);
		editor.tell();
	}

	/** Selects statements that are there once the text, just edited, has been checked. */
	public void selectLater(int first, int last) {
		later = new int[] { first, last };
	}

	/** The caret of the source went somewhere; true if that is another statement than the selected one. */
	boolean caretAt(int offset) {
		Checked.State shown = shown();
		if (shown == null || shown.document().getStatements().isEmpty()) {
			return false;
		}
		int index = shown.edits().indexAt(Math.min(offset, shown.text().length()));
		if (index != from || to != from) {
			from = index;
			to = index;
			listeners.forEach(Listener::selectionChanged);
			return true;
		}
		return false;
	}

	private void tellState() {
		if (editor.open()) {
			listeners.forEach(Listener::stateChanged);
			if (later != null && editable()) {
				int[] select = later;
				later = null;
				int last = shown().document().getStatements().size() - 1;
				select(Math.min(select[0], last), Math.min(select[1], last));
			}
		}
	}
}
