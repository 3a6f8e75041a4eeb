// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.run;

import java.util.List;

import org.ccwbench.notation.Problem;
import org.ccwbench.notation.Severity;
import org.ccwbench.ui.ActiveRun;
import org.ccwbench.ui.Program;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;

/** Says why a run failed, and leads to the place in the text. */
public final class FailureDialog implements ActiveRun.Listener {
	private static final int MOST = 5;
	private final ActiveRun run;
	private final Program.Source source;
	private final Shell shell;

	private FailureDialog(ActiveRun run, Program.Source source, Shell shell) {
		this.run = run;
		this.source = source;
		this.shell = shell;
	}

	/** Looks after the run that is started next. */
	public static void watch(ActiveRun run, Program.Source source, Shell shell) {
		run.addListener(new FailureDialog(run, source, shell));
	}

	@Override
	public void runChanged() {
		if (run.phase() == ActiveRun.Phase.RUNNING) {
			return;
		}
		run.removeListener(this);
		if (run.phase() == ActiveRun.Phase.FAILED && !shell.isDisposed()) {
			shell.getDisplay().asyncExec(this::open);
		}
	}

	private void open() {
		List<Problem> errors = run.problems().stream().filter(p -> p.severity() == Severity.ERROR).toList();
		if (shell.isDisposed() || run.program() == null) {
			return;
		}
		if (errors.isEmpty()) {
			MessageDialog.openError(shell, "Run", run.program().name() + " did not run.\n\n" + run.failure());
			return;
		}
		StringBuilder text = new StringBuilder(run.program().name()).append(" cannot run as it stands:\n");
		for (Problem p : errors.subList(0, Math.min(MOST, errors.size()))) {
			text.append("\nLine ").append(p.line()).append(", column ").append(p.column()).append(": ").append(p.message());
			if (!p.expected().isEmpty()) {
				text.append(" (expected ").append(p.expected()).append(')');
			}
		}
		if (errors.size() > MOST) {
			text.append("\n… and ").append(errors.size() - MOST).append(" more; the Problems view lists all.");
		}
		int choice = MessageDialog.open(MessageDialog.ERROR, shell, "Run", text.toString(), 0, "Go to Line " + errors.get(0).line(), "Close");
		if (choice == 0) {
			source.reveal(errors.get(0).line(), errors.get(0).column());
		}
	}
}
