// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views.hosts;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.ccwbench.attach.AttachException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.wizard.Wizard;

/** Connects to a host: it is in the book when its agent has answered, and not before. */
public class ConnectWizard extends Wizard {
	private static final int LOOK_MILLIS = 100;
	private final ConnectPage page = new ConnectPage();
	private final HostBook book;
	private KnownHost connected;

	public ConnectWizard(HostBook book) {
		this.book = book;
		setWindowTitle("Connect to a Host");
		setNeedsProgressMonitor(true);
	}

	@Override
	public void addPages() {
		addPage(page);
	}

	/** The host that answered; null before. */
	public KnownHost connected() {
		return connected;
	}

	@Override
	public boolean performFinish() {
		KnownHost host = page.host();
		try {
			getContainer().run(true, true, monitor -> connect(host, monitor));
		} catch (InvocationTargetException e) {
			page.refused(e.getCause() instanceof AttachException a ? a.getMessage() : String.valueOf(e.getCause()));
			return false;
		} catch (InterruptedException e) {
			page.refused("The connection was given up.");
			return false;
		}
		book.add(host);
		connected = host;
		return true;
	}

	/** Waits beside the connection. One that is given up ends at once, with the command that leads there; one that comes too late is closed. */
	private static void connect(KnownHost host, IProgressMonitor monitor) throws InvocationTargetException, InterruptedException {
		monitor.beginTask("Connecting to " + host.name() + " …", IProgressMonitor.UNKNOWN);
		CompletableFuture<Void> done = new CompletableFuture<>();
		Thread t = new Thread(() -> {
			try {
				host.refresh();
				done.complete(null);
			} catch (AttachException | RuntimeException e) {
				done.completeExceptionally(e);
			}
		}, "connection to " + host.name());
		t.setDaemon(true);
		t.start();
		while (true) {
			try {
				done.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
				return;
			} catch (TimeoutException e) {
				if (monitor.isCanceled()) {
					done.thenRun(host::close);
					t.interrupt();
					throw new InterruptedException();
				}
			} catch (ExecutionException e) {
				throw new InvocationTargetException(e.getCause());
			}
		}
	}
}
