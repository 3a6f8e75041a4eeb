// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.shell;

import org.ccwbench.ui.UiPlugin;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.ide.IDE;
import org.osgi.framework.Bundle;

/** Life cycle of the workbench: adapters for resources, pictures, saving of the workspace. */
final class ShellAdvisor extends WorkbenchAdvisor {
	private static final String PROJECT_OPEN = "icons/full/obj16/prj_obj.svg";
	private static final String PROJECT_CLOSED = "icons/full/obj16/cprj_obj.svg";
	private final String[] arguments;

	ShellAdvisor(String[] arguments) {
		this.arguments = arguments;
	}

	@Override
	public void initialize(IWorkbenchConfigurer configurer) {
		configurer.setSaveAndRestore(true);
		IDE.registerAdapters();
		declare(configurer, IDE.SharedImages.IMG_OBJ_PROJECT, PROJECT_OPEN);
		declare(configurer, IDE.SharedImages.IMG_OBJ_PROJECT_CLOSED, PROJECT_CLOSED);
	}

	private static void declare(IWorkbenchConfigurer configurer, String name, String file) {
		Bundle ide = Platform.getBundle(IDE.class.getPackage().getName());
		var url = ide == null ? null : ide.getEntry(file);
		configurer.declareImage(name,
				url == null ? ImageDescriptor.getMissingImageDescriptor() : ImageDescriptor.createFromURL(url), true);
	}

	@Override
	public String getInitialWindowPerspectiveId() {
		return BenchPerspective.ID;
	}

	@Override
	public IAdaptable getDefaultPageInput() {
		return ResourcesPlugin.getWorkspace().getRoot();
	}

	@Override
	public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
		return new WindowAdvisor(configurer);
	}

	@Override
	public void postStartup() {
		Contrast.follow(PlatformUI.getWorkbench().getDisplay());
		PreferencePages.prune(PlatformUI.getWorkbench().getPreferenceManager());
		refreshLater();
		OpenFiles.open(arguments);
	}

	private static void refreshLater() {
		var job = org.eclipse.core.runtime.jobs.Job.createSystem("Refresh workspace", monitor -> {
			ResourcesPlugin.getWorkspace().getRoot().refreshLocal(IResource.DEPTH_INFINITE, monitor);
		});
		job.schedule(500);
	}

	@Override
	public boolean preShutdown() {
		UiPlugin.activeRun().cancel();
		return super.preShutdown();
	}

	@Override
	public void postShutdown() {
		IWorkspace workspace = ResourcesPlugin.getWorkspace();
		try {
			IStatus status = workspace.save(true, new NullProgressMonitor());
			if (!status.isOK()) {
				UiPlugin.log("The workspace was saved with remarks: " + status.getMessage(), status.getException());
			}
		} catch (CoreException e) {
			UiPlugin.log("The workspace could not be saved", e);
			MessageDialog.openError(null, "CCW Workbench", "The workspace could not be saved: " + e.getMessage()
					+ "\n\nYour files are on disk; at the next start the workbench reads them again.");
		}
	}
}
