// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Standard output whose failure ends the command at once, instead of being swallowed by a print stream: a
 * reader that has gone away (a pipe into {@code head}) needs no more work done.
 */
final class Output extends OutputStream {
	/** Standard output cannot be written. */
	static final class ClosedException extends UncheckedIOException {
		private static final long serialVersionUID = 1L;

		ClosedException(IOException cause) {
			super(cause);
		}

		/** Whether the reader has simply gone away. */
		boolean readerGone() {
			String m = getCause().getMessage();
			return m != null && (m.contains("roken pipe") || m.contains("pipe is being closed") || m.contains("pipe has been ended"));
		}
	}

	private final OutputStream to;

	Output(OutputStream to) {
		this.to = to;
	}

	@Override
	public void write(int b) {
		try {
			to.write(b);
		} catch (IOException e) {
			throw new ClosedException(e);
		}
	}

	@Override
	public void write(byte[] b, int offset, int length) {
		try {
			to.write(b, offset, length);
		} catch (IOException e) {
			throw new ClosedException(e);
		}
	}

	@Override
	public void flush() {
		try {
			to.flush();
		} catch (IOException e) {
			throw new ClosedException(e);
		}
	}
}
