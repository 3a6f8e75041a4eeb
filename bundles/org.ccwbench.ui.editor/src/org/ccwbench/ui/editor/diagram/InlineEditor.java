// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.diagram;

import java.util.List;

import org.ccwbench.model.Statement;
import org.ccwbench.notation.Completion;
import org.ccwbench.notation.Edit;
import org.ccwbench.notation.Proposal;
import org.ccwbench.notation.StatementEdits;
import org.ccwbench.ui.editor.Checked;
import org.ccwbench.ui.editor.ProgramText;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Edits the statement of a figure where it stands, as one line, with proposals; Enter takes it, Escape does not. */
final class InlineEditor {
	private final DiagramCanvas canvas;
	private final ProgramText text;
	private Text field;
	private Label error;

	InlineEditor(DiagramCanvas canvas, ProgramText text) {
		this.canvas = canvas;
		this.text = text;
	}

	/** The field; null while nothing is edited. */
	Text field() {
		return field == null || field.isDisposed() ? null : field;
	}

	void open(Figure f) {
		close();
		if (!text.editable()) {
			return;
		}
		canvas.view.reveal(f);
		Statement statement = text.shown().document().getStatements().get(f.index);
		field = new Text(canvas, SWT.BORDER | SWT.SINGLE);
		field.setFont(JFaceResources.getTextFont());
		field.setText(StatementEdits.editable(statement));
		Point size = field.computeSize(SWT.DEFAULT, SWT.DEFAULT);
		int width = Math.max(size.x + 30, (int) (f.width * canvas.view.zoom()));
		field.setBounds(canvas.view.pixelX(f.x), canvas.view.pixelY(f.y), width, size.y);
		field.setSelection(operandsAt(statement), field.getCharCount());
		field.addListener(SWT.Traverse, e -> {
			if (e.detail == SWT.TRAVERSE_RETURN) {
				e.doit = false;
				take(f.index);
			} else if (e.detail == SWT.TRAVERSE_ESCAPE) {
				e.doit = false;
				close();
			}
		});
		field.addListener(SWT.Modify, e -> hideError());
		propose(statement);
		field.setFocus();
	}

	private static int operandsAt(Statement s) {
		String line = StatementEdits.editable(s);
		int label = line.indexOf(' ');
		int operation = line.indexOf(' ', label + 1);
		return operation < 0 ? line.length() : operation + 1;
	}

	private void propose(Statement statement) {
		Checked.State state = text.shown();
		int index = state.document().getStatements().indexOf(statement);
		String before = state.text().substring(0, state.edits().offset(index));
		String after = state.text().substring(state.edits().offset(index + 1));
		ContentProposalAdapter adapter = new ContentProposalAdapter(field, new TextContentAdapter(), (line, at) -> {
			List<Proposal> all = Completion.at(before + line + "\n" + after, before.length() + at);
			return all.stream().<IContentProposal>map(p -> proposal(p, line, at, before.length())).toArray(IContentProposal[]::new);
		}, KeyStroke.getInstance(SWT.MOD1, ' '), null);
		adapter.setProposalAcceptanceStyle(ContentProposalAdapter.PROPOSAL_REPLACE);
	}

	private static IContentProposal proposal(Proposal p, String line, int at, int base) {
		String whole = line.substring(0, p.offset() - base) + p.text() + line.substring(at);
		return new ContentProposal(whole, p.help().isEmpty() ? p.text() : p.text() + " - " + p.help(), null, p.offset() - base + p.text().length());
	}

	private void take(int index) {
		String line = field.getText();
		try {
			Edit edit = text.shown().edits().rewrite(index, line.startsWith(" ") || line.indexOf(' ') < 0 ? " " + line.strip() : line);
			close();
			if (edit != null) {
				text.edit(s -> List.of(edit));
			}
		} catch (IllegalArgumentException e) {
			say(e.getMessage());
		}
	}

	private void say(String why) {
		hideError();
		error = new Label(canvas, SWT.BORDER);
		error.setText(why);
		error.setForeground(ScreenPen.colour(canvas.colours().progress(org.ccwbench.run.Progress.FAILED)));
		Point size = error.computeSize(SWT.DEFAULT, SWT.DEFAULT);
		error.setBounds(field.getLocation().x, field.getLocation().y + field.getSize().y + 2, size.x + 8, size.y);
		error.moveAbove(null);
	}

	private void hideError() {
		if (error != null && !error.isDisposed()) {
			error.dispose();
		}
	}

	void close() {
		hideError();
		if (field() != null) {
			Control canvasControl = canvas;
			boolean focused = field.isFocusControl();
			field.dispose();
			if (focused) {
				canvasControl.setFocus();
			}
		}
	}
}
