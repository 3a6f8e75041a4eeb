// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.model;

import org.eclipse.debug.ui.memory.IMemoryRendering;
import org.eclipse.debug.ui.memory.IMemoryRenderingTypeDelegate;

/** Makes {@link EbcdicRendering}s for the Memory view. */
public final class EbcdicRenderings implements IMemoryRenderingTypeDelegate {
	@Override
	public IMemoryRendering createRendering(String id) {
		return new EbcdicRendering();
	}
}
