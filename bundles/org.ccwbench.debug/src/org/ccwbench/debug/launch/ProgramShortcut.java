// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.ccwbench.debug.model.RunTarget;
import org.ccwbench.ui.Program;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.ILaunchShortcut2;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PlatformUI;

/** Runs and debugs what is chosen in the explorer or edited: by its configuration, made the first time. */
public final class ProgramShortcut implements ILaunchShortcut2 {
	@Override
	public void launch(ISelection selection, String mode) {
		if (getLaunchableResource(selection) instanceof IFile file && file.getLocation() != null) {
			launch(file.getLocation().toPath(), mode);
		}
	}

	@Override
	public void launch(IEditorPart editor, String mode) {
		Program.Source source = Adapters.adapt(editor, Program.Source.class);
		if (source != null) {
			launch(source.program().file(), mode);
		}
	}

	/** By the configuration of the file that was used last. */
	static void launch(Path file, String mode) {
		try {
			ILaunchConfiguration[] known = configurations(file);
			DebugUITools.launch(known.length > 0 ? known[0] : create(file), mode);
		} catch (CoreException e) {
			ErrorDialog.openError(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell(), "Run", file.getFileName() + " cannot be run.", e.getStatus());
		}
	}

	private static ILaunchConfiguration create(Path file) throws CoreException {
		ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
		String name = manager.generateLaunchConfigurationName(file.getFileName().toString());
		ILaunchConfigurationWorkingCopy fresh = type().newInstance(null, name);
		fresh.setAttribute(Setting.PROGRAM, ProgramFile.name(file));
		IFile inside = ProgramFile.inside(ProgramFile.name(file));
		if (inside != null) {
			fresh.setMappedResources(new IResource[] {inside});
		}
		return fresh.doSave();
	}

	private static ILaunchConfigurationType type() {
		return DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurationType(Setting.TYPE);
	}

	/** Those of a file, never null. */
	static ILaunchConfiguration[] configurations(Path file) {
		List<ILaunchConfiguration> found = new ArrayList<>();
		try {
			String name = ProgramFile.name(file);
			for (ILaunchConfiguration c : DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurations(type())) {
				if (c.getAttribute(Setting.PROGRAM, "").equals(name)) {
					found.add(c);
				}
			}
		} catch (CoreException e) {
			org.ccwbench.ui.UiPlugin.log("Launch configurations of " + RunTarget.MODEL + " cannot be read", e);
		}
		return found.toArray(ILaunchConfiguration[]::new);
	}

	@Override
	public ILaunchConfiguration[] getLaunchConfigurations(ISelection selection) {
		return getLaunchableResource(selection) instanceof IFile f && f.getLocation() != null ? configurations(f.getLocation().toPath()) : null;
	}

	@Override
	public ILaunchConfiguration[] getLaunchConfigurations(IEditorPart editor) {
		Program.Source source = Adapters.adapt(editor, Program.Source.class);
		return source == null ? null : configurations(source.program().file());
	}

	@Override
	public IResource getLaunchableResource(ISelection selection) {
		return selection instanceof IStructuredSelection s && s.size() == 1 ? Adapters.adapt(s.getFirstElement(), IFile.class) : null;
	}

	@Override
	public IResource getLaunchableResource(IEditorPart editor) {
		return editor.getEditorInput() == null ? null : editor.getEditorInput().getAdapter(IFile.class);
	}
}
