// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.agent;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.json.MessageConstants;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Message;

/**
 * Messages of JSON-RPC as frames. Each is one write, so that one packet crosses the connection and whoever reads is
 * woken once. Safe for several threads.
 */
final class FrameWriter implements MessageConsumer {
	private static final String HEADER = MessageConstants.CONTENT_LENGTH_HEADER + ": ";
	private static final String END = MessageConstants.CRLF + MessageConstants.CRLF;

	private final OutputStream out;
	private final MessageJsonHandler json;

	FrameWriter(OutputStream out, MessageJsonHandler json) {
		this.out = out;
		this.json = json;
	}

	/** @throws UncheckedIOException if the stream is broken */
	@Override
	public void consume(Message message) {
		byte[] content = json.serialize(message).getBytes(StandardCharsets.UTF_8);
		byte[] header = (HEADER + content.length + END).getBytes(StandardCharsets.US_ASCII);
		byte[] frame = java.util.Arrays.copyOf(header, header.length + content.length);
		System.arraycopy(content, 0, frame, header.length, content.length);
		try {
			synchronized (out) {
				out.write(frame);
				out.flush();
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e.getMessage(), e);
		}
	}
}
