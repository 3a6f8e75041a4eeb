// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.guest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A display at the emulated machine's 3270: TN3270 (RFC 1576) as far as a person who reads and presses a key needs it. */
final class Display implements AutoCloseable {
	private static final int IAC = 0xFF;
	private static final int END_OF_RECORD = 0xEF;
	private static final int END_OF_NEGOTIATION = 0xF0;
	/** Will and do end-of-record and binary, will terminal type; the type has to come last. */
	private static final String NEGOTIATION = "fffb19fffd19fffb00fffd00fffb18" + "fffa180049424d2d333237382d32fff0";

	private final SocketChannel channel;
	private final BlockingQueue<byte[]> screens = new LinkedBlockingQueue<>();

	Display(Path socket) throws IOException {
		channel = SocketChannel.open(StandardProtocolFamily.UNIX);
		channel.connect(UnixDomainSocketAddress.of(socket));
		Thread reader = new Thread(this::read, "display");
		reader.setDaemon(true);
		reader.start();
	}

	private void read() {
		boolean negotiated = false;
		ByteArrayOutputStream record = new ByteArrayOutputStream();
		ByteBuffer buffer = ByteBuffer.allocate(4096);
		boolean escaped = false;
		try {
			while (channel.read(buffer.clear()) > 0) {
				for (byte b : java.util.Arrays.copyOf(buffer.array(), buffer.position())) {
					int c = b & 0xFF;
					if (escaped && c == END_OF_NEGOTIATION && !negotiated) {
						negotiated = true;
						record.reset();
						send(NEGOTIATION);
					} else if (escaped && c == END_OF_RECORD) {
						screens.add(record.toByteArray());
						record.reset();
					} else if (!escaped && c == IAC) {
						escaped = true;
						continue;
					} else if (negotiated) {
						record.write(c);
					}
					escaped = false;
				}
			}
		} catch (IOException closed) {
			// The machine is gone, or this display.
		}
	}

	/** The next outbound data stream: command, write control character, orders. Null if none came. */
	byte[] screen(long seconds) throws InterruptedException {
		return screens.poll(seconds, TimeUnit.SECONDS);
	}

	/** Presses a key: an inbound data stream of attention identifier, cursor address and fields. */
	void press(String inbound) throws IOException {
		send(inbound + "ffef");
	}

	private void send(String hex) throws IOException {
		channel.write(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
