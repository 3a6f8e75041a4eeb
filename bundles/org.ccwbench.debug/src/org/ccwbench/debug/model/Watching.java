// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.model;

import java.util.List;
import java.util.Locale;

import org.ccwbench.ui.ActiveRun;
import org.ccwbench.ui.UiPlugin;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IDebugElement;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.model.IVariable;
import org.eclipse.debug.core.model.IWatchExpressionDelegate;
import org.eclipse.debug.core.model.IWatchExpressionListener;
import org.eclipse.debug.core.model.IWatchExpressionResult;

/**
 * Watch expressions: a field of a block by its name ({@code scsw.count}, {@code orb.cpa}, {@code ccw.flags}), or
 * bytes by {@link Address}, ({@code LABEL}, {@code host:LABEL,16}).
 */
public final class Watching implements IWatchExpressionDelegate {
	@Override
	public void evaluateExpression(String expression, IDebugElement context, IWatchExpressionListener listener) {
		if (!(context.getDebugTarget() instanceof RunTarget target) || !target.isReady()) {
			listener.watchEvaluationFinished(new Result(expression, null, "there is no run"));
			return;
		}
		OnUi.run(() -> listener.watchEvaluationFinished(evaluate(target, expression)));
	}

	private static Result evaluate(RunTarget target, String expression) {
		ActiveRun run = UiPlugin.activeRun();
		if (run.history() == null || target.isTerminated()) {
			return new Result(expression, null, "there is no run");
		}
		try {
			IValue named = named(target, run, expression.strip());
			return new Result(expression, named != null ? named : bytes(target, run, Address.read(run, expression)), null);
		} catch (IllegalArgumentException e) {
			return new Result(expression, null, e.getMessage());
		} catch (DebugException e) {
			return new Result(expression, null, e.getStatus().getMessage());
		}
	}

	/** Null if the first name is none of the position's. */
	private static IValue named(RunTarget target, ActiveRun run, String path) throws DebugException {
		String[] names = path.toLowerCase(Locale.ROOT).split("\\.");
		IValue value = null;
		List<? extends IVariable> among = new Scope(target, run).all();
		for (String name : names) {
			IVariable found = null;
			StringBuilder known = new StringBuilder();
			for (IVariable v : among) {
				known.append(known.isEmpty() ? "" : ", ").append(v.getName());
				if (v.getName().toLowerCase(Locale.ROOT).equals(name)) {
					found = v;
				}
			}
			if (found == null) {
				if (value == null) {
					return null;
				}
				throw new IllegalArgumentException("no " + name + "; there are " + known);
			}
			value = found.getValue();
			among = List.of(value.getVariables());
		}
		return value;
	}

	private static IValue bytes(RunTarget target, ActiveRun run, Address address) {
		var space = address.space().space();
		if (!space.contains(address.at(), address.length())) {
			throw new IllegalArgumentException("there is no storage at " + Words.address(address.at()) + " of " + address.space().title());
		}
		byte[] bytes = space.bytes(address.at(), address.length());
		return new RunValue(target, address.space().title() + " " + Words.address(address.at()),
				Words.address(address.at()) + ": " + Words.hex(bytes) + "  " + Words.ebcdic(bytes), List.of());
	}

	private record Result(String getExpressionText, IValue getValue, String error) implements IWatchExpressionResult {
		@Override
		public boolean hasErrors() {
			return error != null;
		}

		@Override
		public String[] getErrorMessages() {
			return error == null ? new String[0] : new String[] {error};
		}

		@Override
		public DebugException getException() {
			return error == null ? null : Element.refused(error);
		}
	}
}
