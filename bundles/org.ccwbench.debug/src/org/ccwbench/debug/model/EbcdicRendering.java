// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.model;

import org.eclipse.debug.ui.memory.AbstractTextRendering;

/** Storage as EBCDIC characters. */
public final class EbcdicRendering extends AbstractTextRendering {
	/** Identifier of the kind of rendering. */
	public static final String ID = "org.ccwbench.debug.ebcdic";
	private static final String CODE_PAGE = "IBM037";

	EbcdicRendering() {
		super(ID, CODE_PAGE);
	}
}
