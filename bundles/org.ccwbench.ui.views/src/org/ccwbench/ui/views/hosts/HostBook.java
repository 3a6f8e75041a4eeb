// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views.hosts;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.ccwbench.ui.UiPlugin;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/** The hosts that the user named; kept in the workspace. The connections end with the workbench. */
public final class HostBook {
	private static final String COMMAND = "command";
	private static final String TOKEN = "token";
	/** A device whose host hears no goodbye goes back to its driver, so the workbench need not wait for long. */
	private static final int PATIENCE_MILLIS = 3000;
	private static HostBook only;
	private final List<KnownHost> hosts = new CopyOnWriteArrayList<>();

	private HostBook() {
		try {
			for (String name : node().childrenNames()) {
				Preferences p = node().node(name);
				hosts.add(new KnownHost(name, p.get(COMMAND, ""), p.get(TOKEN, "")));
			}
		} catch (BackingStoreException e) {
			UiPlugin.log("The hosts of the workspace could not be read", e);
		}
		PlatformUI.getWorkbench().addWorkbenchListener(new IWorkbenchListener() {
			@Override
			public boolean preShutdown(IWorkbench workbench, boolean forced) {
				return true;
			}

			@Override
			public void postShutdown(IWorkbench workbench) {
				List<Thread> ends = hosts.stream().map(HostBook::end).toList();
				try {
					for (Thread t : ends) {
						t.join(PATIENCE_MILLIS);
					}
				} catch (InterruptedException e) {
					Thread.currentThread().interrupt();
				}
			}
		});
	}

	/** The only one. */
	public static synchronized HostBook open() {
		if (only == null) {
			only = new HostBook();
		}
		return only;
	}

	/** In the order in which they came. */
	public List<KnownHost> hosts() {
		return hosts;
	}

	/** Null if the user has named none so. */
	public KnownHost named(String name) {
		return hosts.stream().filter(h -> h.name().equals(name)).findFirst().orElse(null);
	}

	/** Puts a host into the book; it takes the place of one of the same name. */
	public void add(KnownHost host) {
		KnownHost before = named(host.name());
		if (before != null) {
			remove(before);
		}
		hosts.add(host);
		Preferences p = node().node(host.name());
		p.put(COMMAND, host.command());
		p.put(TOKEN, host.token());
		flush();
	}

	/** Forgets a host; its connection ends. */
	public void remove(KnownHost host) {
		hosts.remove(host);
		end(host);
		try {
			node().node(host.name()).removeNode();
		} catch (BackingStoreException e) {
			UiPlugin.log("The host " + host.name() + " could not be forgotten", e);
		}
		flush();
	}

	/** Beside the caller, since a goodbye takes as long as the line does. */
	private static Thread end(KnownHost host) {
		Thread t = new Thread(host::close, "goodbye to " + host.name());
		t.setDaemon(true);
		t.start();
		return t;
	}

	private static void flush() {
		try {
			node().flush();
		} catch (BackingStoreException e) {
			UiPlugin.log("The hosts could not be kept in the workspace", e);
		}
	}

	private static IEclipsePreferences node() {
		return (IEclipsePreferences) InstanceScope.INSTANCE.getNode("org.ccwbench.ui.views").node("hosts");
	}
}
