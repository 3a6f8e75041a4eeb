// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/**
 * One TN3270 connection: TELNET options terminal type, end of record and binary (RFC 1091, 885, 856), then records of
 * 3270 data stream, each ended by IAC EOR, with IAC doubled inside.
 */
final class TerminalLine implements AutoCloseable {
	private static final int IAC = 255;
	private static final int DONT = 254;
	private static final int DO = 253;
	private static final int WONT = 252;
	private static final int WILL = 251;
	private static final int SUBNEGOTIATION = 250;
	private static final int SUBNEGOTIATION_END = 240;
	private static final int END_OF_RECORD = 239;
	private static final int BINARY = 0;
	private static final int TERMINAL_TYPE = 24;
	private static final int EOR_OPTION = 25;
	private static final int SEND = 1;

	/** How long a terminal may take to agree, in milliseconds. */
	private static final int PATIENCE = 10_000;
	/** The longest record that a terminal can have to send: 3,564 positions with their attributes. */
	private static final int LONGEST = 1 << 16;
	private static final int LONGEST_TYPE = 64;
	/** Commands that one record or negotiation may contain before the connection is given up. */
	private static final int MOST_COMMANDS = 1000;

	private final Socket socket;
	private final InputStream in;
	private final OutputStream out;
	private int commands;
	private String type;
	private boolean sendsRecords;
	private boolean takesRecords;
	private boolean sendsBinary;
	private boolean takesBinary;
	/** Whether the byte read last was the end of a record. */
	private boolean ended;

	private TerminalLine(Socket socket) throws IOException {
		this.socket = socket;
		this.in = new BufferedInputStream(socket.getInputStream());
		this.out = socket.getOutputStream();
	}

	/**
	 * Agrees with a terminal on 3270 data streams.
	 *
	 * @param model the display's model; a terminal of another one has another alternate size
	 * @return null if it is no terminal that can be served; it has been told why
	 */
	static TerminalLine negotiate(Socket socket, int model) throws IOException {
		TerminalLine line = new TerminalLine(socket);
		socket.setSoTimeout(PATIENCE);
		socket.setTcpNoDelay(true);
		try {
			line.command(DO, TERMINAL_TYPE);
			while (line.type == null && line.read(new ByteArrayOutputStream())) {
				continue;
			}
			if (line.type == null || !line.type.startsWith("IBM-327")) {
				line.refuse("This is the line of a 3270 display; it needs a TN3270 terminal.");
				return null;
			}
			// "IBM-3279-2-E": the digit behind the second hyphen is the model.
			if (line.type.length() < 10 || line.type.charAt(9) - '0' != model) {
				line.refuse("This display is a model " + model + " and the terminal is not (" + line.type + ").");
				return null;
			}
			line.command(DO, EOR_OPTION);
			line.command(WILL, EOR_OPTION);
			line.command(DO, BINARY);
			line.command(WILL, BINARY);
			while (!(line.sendsRecords && line.takesRecords && line.sendsBinary && line.takesBinary)) {
				if (!line.read(new ByteArrayOutputStream())) {
					return null;
				}
			}
			socket.setSoTimeout(0);
			return line;
		} catch (SocketTimeoutException e) {
			line.refuse("The terminal did not agree on TN3270 in time.");
			return null;
		}
	}

	/** Tells a person at the other end, and closes. */
	void refuse(String why) throws IOException {
		out.write((why + "\r\n").getBytes(StandardCharsets.US_ASCII));
		out.flush();
		close();
	}

	private synchronized void command(int verb, int option) throws IOException {
		out.write(new byte[] {(byte) IAC, (byte) verb, (byte) option});
		out.flush();
	}

	/** Sends a record; if the terminal is gone, that shows when it is read. */
	synchronized void send(byte[] record) {
		ByteArrayOutputStream b = new ByteArrayOutputStream(record.length + 16);
		for (byte c : record) {
			b.write(c);
			if ((c & 0xFF) == IAC) {
				b.write(IAC);
			}
		}
		b.write(IAC);
		b.write(END_OF_RECORD);
		try {
			out.write(b.toByteArray());
			out.flush();
		} catch (IOException e) {
			// See above.
		}
	}

	/** The next record, or null at the end of the connection. */
	byte[] receive() throws IOException {
		commands = 0;
		ByteArrayOutputStream record = new ByteArrayOutputStream();
		while (read(record)) {
			if (ended) {
				ended = false;
				return record.toByteArray();
			}
			if (record.size() > LONGEST) {
				return null;
			}
		}
		return null;
	}

	/** Reads a byte of data or a command; false at the end, or when it is too much. */
	private boolean read(ByteArrayOutputStream record) throws IOException {
		int c = in.read();
		if (c < 0) {
			return false;
		}
		if (c != IAC) {
			record.write(c);
			return true;
		}
		int verb = in.read();
		if (verb == IAC) {
			record.write(IAC);
			return true;
		}
		if (verb < 0 || ++commands > MOST_COMMANDS) {
			return false;
		}
		switch (verb) {
			case END_OF_RECORD -> ended = true;
			case SUBNEGOTIATION -> {
				return subnegotiation();
			}
			case DO, DONT, WILL, WONT -> {
				return option(verb, in.read());
			}
			default -> {
				// Commands such as no operation or break.
			}
		}
		return true;
	}

	private boolean option(int verb, int option) throws IOException {
		boolean yes = verb == WILL || verb == DO;
		switch (option) {
			case TERMINAL_TYPE -> {
				if (verb != WILL) {
					return false;
				}
				out.write(new byte[] {(byte) IAC, (byte) SUBNEGOTIATION, TERMINAL_TYPE, SEND, (byte) IAC, (byte) SUBNEGOTIATION_END});
				out.flush();
				return true;
			}
			case EOR_OPTION -> {
				sendsRecords |= verb == WILL;
				takesRecords |= verb == DO;
				return yes;
			}
			case BINARY -> {
				sendsBinary |= verb == WILL;
				takesBinary |= verb == DO;
				return yes;
			}
			default -> {
				if (yes && option >= 0) {
					command(verb == WILL ? DONT : WONT, option);
				}
				return option >= 0;
			}
		}
	}

	/** Terminal type, 0, name; anything else is passed over. */
	private boolean subnegotiation() throws IOException {
		ByteArrayOutputStream text = new ByteArrayOutputStream();
		for (int c; (c = in.read()) >= 0 && text.size() <= LONGEST_TYPE;) {
			if (c != IAC) {
				text.write(c);
			} else if (in.read() == SUBNEGOTIATION_END) {
				byte[] b = text.toByteArray();
				if (b.length > 2 && b[0] == TERMINAL_TYPE && b[1] == 0) {
					type = new String(b, 2, b.length - 2, StandardCharsets.US_ASCII);
				}
				return true;
			}
		}
		return false;
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
