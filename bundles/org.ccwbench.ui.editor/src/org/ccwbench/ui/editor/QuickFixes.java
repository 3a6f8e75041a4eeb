// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import java.util.ArrayList;
import java.util.List;

import org.ccwbench.notation.Finding;
import org.ccwbench.notation.Fix;
import org.ccwbench.notation.Problem;
import org.ccwbench.notation.Review;
import org.ccwbench.ui.Pictures;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;

/** What Ctrl+1 offers: fixes of what is wrong on the line of the caret, then what else one could do there. */
final class QuickFixes implements IQuickAssistProcessor {
	private final CcwEditor editor;

	QuickFixes(CcwEditor editor) {
		this.editor = editor;
	}

	/** Every fix on the line of an offset; those of problems first. */
	static List<Fix> at(Checked.State state, IDocument document, int offset) {
		List<Fix> all = new ArrayList<>();
		try {
			int line = document.getLineOfOffset(offset) + 1;
			List<Finding> found = new ArrayList<>(state.findings());
			found.addAll(Rehearsals.of(state.text()));
			for (Finding f : found) {
				if (f.problem().line() == line) {
					f.fixes().stream().filter(x -> all.stream().noneMatch(y -> y.title().equals(x.title()))).forEach(all::add);
				}
			}
			Review.assists(state.document(), state.image(), offset).stream().filter(x -> all.stream().noneMatch(y -> y.title().equals(x.title()))).forEach(all::add);
		} catch (BadLocationException e) {
			// The text became shorter: nothing is there.
		}
		return all;
	}

	/** The fixes of a problem as it was marked in a file. */
	static List<Fix> of(Checked.State state, int offset, String message) {
		List<Finding> found = new ArrayList<>(state.findings());
		found.addAll(Rehearsals.of(state.text()));
		for (Finding f : found) {
			Problem p = f.problem();
			if (p.offset() == offset && ProblemAnnotation.words(p).equals(message)) {
				return f.fixes();
			}
		}
		return List.of();
	}

	@Override
	public ICompletionProposal[] computeQuickAssistProposals(IQuickAssistInvocationContext context) {
		IDocument document = context.getSourceViewer().getDocument();
		Checked.State state = editor.checked().of(editor.getEditorInput().getName(), document.get());
		return at(state, document, context.getOffset()).stream().map(f -> new Proposal(editor, f)).toArray(ICompletionProposal[]::new);
	}

	@Override
	public String getErrorMessage() {
		return null;
	}

	@Override
	public boolean canFix(Annotation annotation) {
		return annotation instanceof ProblemAnnotation p && p.fixable();
	}

	@Override
	public boolean canAssist(IQuickAssistInvocationContext context) {
		return true;
	}

	private record Proposal(CcwEditor editor, Fix fix) implements ICompletionProposal {
		@Override
		public void apply(IDocument document) {
			editor.shared().replace(fix.edits());
		}

		@Override
		public Point getSelection(IDocument document) {
			return null;
		}

		@Override
		public String getAdditionalProposalInfo() {
			return null;
		}

		@Override
		public String getDisplayString() {
			return fix.title();
		}

		@Override
		public Image getImage() {
			return Pictures.get(Pictures.STATEMENT);
		}

		@Override
		public IContextInformation getContextInformation() {
			return null;
		}
	}
}
