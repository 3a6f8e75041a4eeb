// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.model;

import java.util.List;

import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.debug.core.model.IIndexedValue;
import org.eclipse.debug.core.model.IVariable;

/** Words, and what they are made up of. Long lists are shown in parts of a hundred by the views. */
final class RunValue extends Element implements IIndexedValue {
	private final String title;
	private final String text;
	private final List<IVariable> parts;

	/**
	 * @param title what it is, in words
	 * @param parts may be made when they are asked for
	 */
	RunValue(IDebugTarget target, String title, String text, List<IVariable> parts) {
		super(target);
		this.title = title;
		this.text = text;
		this.parts = parts;
	}

	@Override
	public String getReferenceTypeName() {
		return title;
	}

	@Override
	public String getValueString() {
		return text;
	}

	@Override
	public boolean isAllocated() {
		return true;
	}

	@Override
	public IVariable[] getVariables() {
		return getVariables(0, parts.size());
	}

	@Override
	public boolean hasVariables() {
		return !parts.isEmpty();
	}

	@Override
	public IVariable getVariable(int offset) {
		return OnUi.ask(() -> parts.get(offset), null);
	}

	@Override
	public IVariable[] getVariables(int offset, int length) {
		return OnUi.ask(() -> parts.subList(offset, Math.min(offset + length, parts.size())).toArray(IVariable[]::new), new IVariable[0]);
	}

	@Override
	public int getSize() {
		return parts.size();
	}

	@Override
	public int getInitialOffset() {
		return 0;
	}
}
