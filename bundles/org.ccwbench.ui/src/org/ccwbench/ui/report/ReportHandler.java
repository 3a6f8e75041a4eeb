// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.report;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;

import org.ccwbench.ui.ActiveRun;
import org.ccwbench.ui.UiPlugin;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.ProgressMonitorDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/** Asks where the report is to go and writes it. The run stays as it is meanwhile: the dialog keeps its hands off it. */
public final class ReportHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		Shell shell = HandlerUtil.getActiveShellChecked(event);
		ActiveRun run = UiPlugin.activeRun();
		FileDialog dialog = new FileDialog(shell, SWT.SAVE);
		dialog.setText("Report");
		dialog.setFileName((run.program() == null ? "workbench" : run.program().name().replaceFirst("\\.ccw$", "")) + "-report.zip");
		dialog.setFilterExtensions(new String[] { "*.zip", "*" });
		dialog.setOverwrite(true);
		String chosen = dialog.open();
		if (chosen != null) {
			write(shell, run, Path.of(chosen));
		}
		return null;
	}

	/** Writes the report with progress and a button that cancels. */
	public static void write(Shell shell, ActiveRun run, Path to) {
		ReportArchive archive = new ReportArchive(run, Platform.getLogFileLocation().toFile().toPath());
		long events = archive.size();
		try {
			new ProgressMonitorDialog(shell).run(true, true, monitor -> save(archive, to, events, monitor));
		} catch (InvocationTargetException e) {
			UiPlugin.log("The report could not be written to " + to, e.getCause());
			MessageDialog.openError(shell, "Report", "The report could not be written to " + to + ": " + e.getCause().getMessage()
					+ "\n\nChoose a folder that can be written to and has room.");
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private static void save(ReportArchive archive, Path to, long events, IProgressMonitor monitor) throws InvocationTargetException {
		SubMonitor progress = SubMonitor.convert(monitor, "Writing " + to.getFileName(), 1000);
		try {
			archive.write(to, monitor::isCanceled, n -> progress.setWorkRemaining((int) (1000 - 1000 * n / Math.max(1, events))));
		} catch (IOException e) {
			throw new InvocationTargetException(e);
		}
	}
}
