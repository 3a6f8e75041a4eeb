// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.junit.jupiter.api.Test;

class FrameWriterTest {
	@Test
	void aMessageIsOneWriteWithItsLengthInBytesBeforeIt() {
		List<String> writes = new ArrayList<>();
		OutputStream out = new OutputStream() {
			@Override
			public void write(int b) throws IOException {
				throw new IOException("a byte alone");
			}

			@Override
			public void write(byte[] b, int offset, int length) {
				writes.add(new String(b, offset, length, StandardCharsets.UTF_8));
			}
		};
		NotificationMessage message = new NotificationMessage();
		message.setMethod("größer");
		new FrameWriter(out, new MessageJsonHandler(Map.of())).consume(message);
		// 35 characters, two of which take two bytes in UTF-8.
		assertThat(writes).containsExactly("Content-Length: 37\r\n\r\n{\"jsonrpc\":\"2.0\",\"method\":\"größer\"}");
	}
}
