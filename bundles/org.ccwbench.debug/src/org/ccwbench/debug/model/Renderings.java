// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.model;

import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IMemoryBlock;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.debug.ui.memory.IMemoryRendering;
import org.eclipse.debug.ui.memory.IMemoryRenderingContainer;
import org.eclipse.debug.ui.memory.IMemoryRenderingSite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Shows the bytes of every address space in the Memory view, which by itself first asks as what to show each of them. */
final class Renderings {
	private static final String BYTES = "org.eclipse.debug.ui.rendering.raw_memory";

	private Renderings() {}

	/** Once the Memory view has seen the address spaces that there are now. */
	static void showLater() {
		Display.getDefault().asyncExec(() -> {
			for (IWorkbenchWindow w : PlatformUI.getWorkbench().getWorkbenchWindows()) {
				IViewPart view = w.getActivePage() == null ? null : w.getActivePage().findView(IDebugUIConstants.ID_MEMORY_VIEW);
				if (view instanceof IMemoryRenderingSite site) {
					show(site.getContainer(IDebugUIConstants.ID_RENDERING_VIEW_PANE_1));
				}
			}
		});
	}

	private static void show(IMemoryRenderingContainer pane) {
		List<IMemoryBlock> shown = Arrays.stream(pane.getRenderings()).map(IMemoryRendering::getMemoryBlock).toList();
		for (IMemoryBlock block : DebugPlugin.getDefault().getMemoryBlockManager().getMemoryBlocks()) {
			if (block instanceof SpaceBlock && !shown.contains(block)) {
				try {
					IMemoryRendering bytes = DebugUITools.getMemoryRenderingManager().getRenderingType(BYTES).createRendering();
					bytes.init(pane, block);
					pane.addMemoryRendering(bytes);
				} catch (CoreException e) {
					DebugPlugin.log(e);
				}
			}
		}
	}
}
