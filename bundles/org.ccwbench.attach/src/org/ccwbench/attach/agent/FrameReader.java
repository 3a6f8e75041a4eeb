// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.agent;

import com.google.gson.JsonParseException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.MessageIssueHandler;
import org.eclipse.lsp4j.jsonrpc.MessageProducer;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.MessageIssue;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * Reads JSON-RPC messages, each behind a Content-Length header, and never more than a bounded number of bytes for one:
 * nothing is allocated for a length before that many bytes have come. What is no frame ends the reading with a {@link
 * FrameException}; what is a frame and no message is answered, and reading goes on.
 */
public final class FrameReader implements MessageProducer {
	/** Bytes of a message: 16 MiB. */
	public static final int LARGEST = 16 << 20;
	private static final int LONGEST_HEADER = 256;
	private static final int MOST_HEADERS = 8;
	private static final int CHUNK = 1 << 16;
	private static final String LENGTH = "content-length:";

	private final BufferedInputStream in;
	private final MessageJsonHandler json;
	private final MessageIssueHandler issues;
	private volatile int limit;

	/** What came is no frame. The message is a sentence for people. */
	public static final class FrameException extends IOException {
		private static final long serialVersionUID = 1L;

		FrameException(String message) {
			super(message);
		}
	}

	/**
	 * @param issues told of what is no message
	 * @param limit  bytes that one may have, at most {@link #LARGEST}
	 */
	public FrameReader(InputStream in, MessageJsonHandler json, MessageIssueHandler issues, int limit) {
		this.in = new BufferedInputStream(in, CHUNK);
		this.json = json;
		this.issues = issues;
		this.limit = limit;
	}

	/** From now on a message may have that many bytes. */
	void limit(int bytes) {
		limit = bytes;
	}

	/** Reads until the stream ends between two messages. */
	@Override
	public void listen(MessageConsumer consumer) {
		try {
			read(consumer);
		} catch (IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	/**
	 * As {@link #listen}.
	 *
	 * @throws FrameException if what comes is no frame
	 * @throws EOFException   if the stream ends inside one
	 */
	void read(MessageConsumer consumer) throws IOException {
		for (byte[] content = next(); content != null; content = next()) {
			try {
				Message m = json.parseMessage(new String(content, StandardCharsets.UTF_8));
				if (m == null) {
					throw new JsonParseException("nothing in it");
				}
				consumer.consume(m);
			} catch (MessageIssueException e) {
				issues.handle(e.getRpcMessage(), e.getIssues());
			} catch (JsonParseException | IllegalStateException | IllegalArgumentException | StackOverflowError e) {
				issues.handle(new org.eclipse.lsp4j.jsonrpc.messages.RequestMessage(), java.util.List.of(new MessageIssue(
						"This is no message of JSON-RPC: " + brief(e), ResponseErrorCode.ParseError.getValue())));
			}
		}
	}

	private static String brief(Throwable t) {
		String words = t instanceof StackOverflowError ? "it is nested too deeply" : String.valueOf(t.getMessage());
		int line = words.indexOf('\n');
		return line < 0 ? words : words.substring(0, line);
	}

	/** The content of the next frame; null if the stream ends before it. */
	private byte[] next() throws IOException {
		int length = -1;
		for (int n = 0;; n++) {
			String line = line(n == 0);
			if (line == null) {
				return null;
			}
			if (line.isEmpty()) {
				break;
			}
			if (n == MOST_HEADERS) {
				throw new FrameException("More than " + MOST_HEADERS + " header lines before a message.");
			}
			if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
				length = length(line.substring(LENGTH.length()).strip());
			}
		}
		if (length < 0) {
			throw new FrameException("A message has no Content-Length header.");
		}
		return content(length);
	}

	private int length(String digits) throws FrameException {
		long n;
		try {
			n = Long.parseLong(digits);
		} catch (NumberFormatException e) {
			throw new FrameException("Content-Length is no number.");
		}
		if (n < 0 || n > limit) {
			throw new FrameException("A message of " + n + " bytes; at most " + limit + " are taken.");
		}
		return (int) n;
	}

	/** A header line without its end; null if the stream ends where a frame may begin. */
	private String line(boolean first) throws IOException {
		StringBuilder out = new StringBuilder();
		while (true) {
			int c = in.read();
			if (c < 0) {
				if (first && out.isEmpty()) {
					return null;
				}
				throw new EOFException("The stream ends inside a message.");
			}
			if (c == '\n') {
				int n = out.length();
				return n > 0 && out.charAt(n - 1) == '\r' ? out.substring(0, n - 1) : out.toString();
			}
			if (out.length() == LONGEST_HEADER) {
				throw new FrameException("A header line of more than " + LONGEST_HEADER + " bytes.");
			}
			out.append((char) c);
		}
	}

	/** Grows with what comes, not with what was announced. */
	private byte[] content(int length) throws IOException {
		byte[] b = new byte[Math.min(length, CHUNK)];
		int done = 0;
		while (done < length) {
			if (done == b.length) {
				b = java.util.Arrays.copyOf(b, Math.min(length, 2 * b.length));
			}
			int n = in.read(b, done, b.length - done);
			if (n < 0) {
				throw new EOFException("The stream ends inside a message.");
			}
			done += n;
		}
		return b;
	}
}
