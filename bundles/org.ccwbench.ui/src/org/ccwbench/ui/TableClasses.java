// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;

import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;

/**
 * NatTable's collections look for their own implementation with a ServiceLoader, in the class loader of the thread, and
 * their bundles do not say so to OSGi. With this, threads that show tables find it.
 */
public final class TableClasses extends ClassLoader {
	private static final String IMPLEMENTATION = "org.eclipse.collections.impl";
	private final Bundle bundle;

	private TableClasses(ClassLoader parent, Bundle bundle) {
		super(parent);
		this.bundle = bundle;
	}

	/** To be called by a thread before it makes its first NatTable; once more does no harm. */
	public static void find() {
		Thread thread = Thread.currentThread();
		Bundle bundle = Platform.getBundle(IMPLEMENTATION);
		if (bundle != null && !(thread.getContextClassLoader() instanceof TableClasses)) {
			thread.setContextClassLoader(new TableClasses(thread.getContextClassLoader(), bundle));
		}
	}

	@Override
	protected Class<?> findClass(String name) throws ClassNotFoundException {
		if (name.startsWith(IMPLEMENTATION)) {
			return bundle.loadClass(name);
		}
		throw new ClassNotFoundException(name);
	}

	@Override
	protected Enumeration<URL> findResources(String name) throws IOException {
		Enumeration<URL> found = name.startsWith("META-INF/services/org.eclipse.collections.") ? bundle.getResources(name) : null;
		return found == null ? java.util.Collections.emptyEnumeration() : found;
	}
}
