// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import java.util.List;

import org.ccwbench.notation.Completion;
import org.ccwbench.notation.Proposal;
import org.ccwbench.notation.Token;
import org.ccwbench.ui.Pictures;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;

/** Proposals of the notation. */
final class Assist implements IContentAssistProcessor {
	@Override
	public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
		List<Proposal> all = Completion.at(viewer.getDocument().get(), offset);
		return all.stream().map(Assist::proposal).toArray(ICompletionProposal[]::new);
	}

	private static ICompletionProposal proposal(Proposal p) {
		String shown = p.help().isEmpty() ? p.text() : p.text() + " - " + p.help();
		return new CompletionProposal(p.text(), p.offset(), p.length(), p.text().length(), Pictures.get(picture(p.kind())),
				shown, null, null);
	}

	private static String picture(Token.Kind kind) {
		return switch (kind) {
			case COMMAND -> Pictures.COMMAND;
			case FLAG -> Pictures.FLAG;
			case NAME, LABEL -> Pictures.LABEL;
			default -> Pictures.STATEMENT;
		};
	}

	@Override
	public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
		return null;
	}

	@Override
	public char[] getCompletionProposalAutoActivationCharacters() {
		return new char[] { '=' };
	}

	@Override
	public char[] getContextInformationAutoActivationCharacters() {
		return null;
	}

	@Override
	public String getErrorMessage() {
		return "Nothing fits here.";
	}

	@Override
	public IContextInformationValidator getContextInformationValidator() {
		return null;
	}
}
