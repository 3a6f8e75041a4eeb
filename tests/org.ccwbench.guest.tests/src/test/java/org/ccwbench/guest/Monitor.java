// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.guest;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The emulator's monitor (QMP): what its operator and its hardware can do to the machine. */
final class Monitor implements AutoCloseable {
	private final SocketChannel channel;
	private final BufferedReader in;
	private final BufferedWriter out;

	Monitor(Path socket) throws IOException {
		channel = SocketChannel.open(StandardProtocolFamily.UNIX);
		channel.connect(UnixDomainSocketAddress.of(socket));
		in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
		out = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
		in.readLine();
		execute("qmp_capabilities", new JsonObject());
	}

	/** Pulls a device out of the running machine. */
	void unplug(String id) throws IOException {
		JsonObject arguments = new JsonObject();
		arguments.addProperty("id", id);
		execute("device_del", arguments);
	}

	/** The port on this machine that leads to a port of the emulated one. */
	int forwarded(int port) throws IOException {
		JsonObject arguments = new JsonObject();
		arguments.addProperty("command-line", "info usernet");
		Matcher line = Pattern.compile("HOST_FORWARD\\]\\s+\\d+\\s+127\\.0\\.0\\.1\\s+(\\d+)\\s+\\S+\\s+" + port + "\\s")
				.matcher(execute("human-monitor-command", arguments));
		if (!line.find()) {
			throw new IOException("the emulator forwards nothing to port " + port);
		}
		return Integer.parseInt(line.group(1));
	}

	/** Leads a further port of this machine to a port of the emulated one: the port here. */
	int forward(int port) throws IOException {
		JsonObject arguments = new JsonObject();
		arguments.addProperty("command-line", "hostfwd_add net tcp:127.0.0.1:0-:" + port);
		execute("human-monitor-command", arguments);
		return forwarded(port);
	}

	private synchronized String execute(String command, JsonObject arguments) throws IOException {
		JsonObject request = new JsonObject();
		request.addProperty("execute", command);
		request.add("arguments", arguments);
		out.write(request + "\n");
		out.flush();
		for (String line; (line = in.readLine()) != null;) {
			JsonObject answer = JsonParser.parseString(line).getAsJsonObject();
			if (answer.has("return")) {
				return answer.get("return").isJsonPrimitive() ? answer.get("return").getAsString() : "";
			}
			if (answer.has("error")) {
				throw new IOException(command + ": " + answer.get("error"));
			}
		}
		throw new IOException("the emulator has ended");
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
