// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.guest;

import java.io.IOException;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One emulated machine for all tests of a run; booting one takes longer than most of them. */
final class GuestExtension implements ParameterResolver {
	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Guest.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).computeIfAbsent(Booted.class).guest();
	}

	/** Remembers why there is none, too. */
	static final class Booted implements AutoCloseable {
		private Guest guest;
		private Throwable failure;

		Booted() {
			try {
				guest = new Guest();
			} catch (Throwable t) {
				failure = t;
			}
		}

		Guest guest() {
			if (failure instanceof RuntimeException e) {
				throw e;
			}
			if (failure != null) {
				throw new IllegalStateException(failure.getMessage(), failure);
			}
			return guest;
		}

		@Override
		public void close() throws IOException {
			if (guest != null) {
				guest.close();
			}
		}
	}
}
