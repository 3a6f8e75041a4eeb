// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.model;

import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.model.IVariable;

/** A name and what it is at the position. */
final class RunVariable extends Element implements IVariable {
	private final String name;
	private final String path;
	private final RunValue value;
	private final boolean changed;

	/**
	 * @param path    where it is found again at another position: names with dots between them
	 * @param changed whether it was something else at the position before
	 */
	RunVariable(RunTarget target, String name, String path, RunValue value, boolean changed) {
		super(target);
		this.name = name;
		this.path = path;
		this.value = value;
		this.changed = changed;
	}

	@Override
	public IValue getValue() {
		return value;
	}

	@Override
	public String getName() {
		return name;
	}

	@Override
	public String getReferenceTypeName() {
		return value.getReferenceTypeName();
	}

	@Override
	public boolean hasValueChanged() {
		return changed;
	}

	@Override
	public void setValue(String expression) throws DebugException {
		throw refused("what was recorded cannot be changed");
	}

	@Override
	public void setValue(IValue to) throws DebugException {
		setValue("");
	}

	@Override
	public boolean supportsValueModification() {
		return false;
	}

	@Override
	public boolean verifyValue(String expression) {
		return false;
	}

	@Override
	public boolean verifyValue(IValue of) {
		return false;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof RunVariable v && v.path.equals(path) && v.getDebugTarget() == getDebugTarget();
	}

	@Override
	public int hashCode() {
		return path.hashCode();
	}
}
