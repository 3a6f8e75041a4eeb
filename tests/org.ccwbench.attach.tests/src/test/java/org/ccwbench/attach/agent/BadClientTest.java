// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.locks.LockSupport;
import org.ccwbench.attach.AttachException;
import org.ccwbench.attach.Lab;
import org.ccwbench.attach.simulated.SimulatedHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client sends is answered with a message or ends the connection, and no device is touched. */
class BadClientTest {
	private static final String HELLO = request(1, "agent/hello", "{\"protocol\":1,\"oldest\":1,\"version\":\"test\"}");

	static String request(int id, String method, String parameters) {
		return frame("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + parameters + "}");
	}

	static String frame(String content) {
		return "Content-Length: " + content.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + content;
	}

	/** What an agent answers to these bytes. */
	static String answers(SimulatedHost host, byte[] sent) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		new AgentConnection(host.asHost(), null, true, () -> { }).serve(new ByteArrayInputStream(sent), out);
		return out.toString(StandardCharsets.UTF_8);
	}

	/** As a client that waits for its answers before it ends. */
	private static String answers(String sent) throws AttachException {
		SimulatedHost host = Lab.host();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		int requests = sent.split("\"method\"", -1).length - 1;
		InputStream patient = new FilterInputStream(new ByteArrayInputStream(sent.getBytes(StandardCharsets.UTF_8))) {
			@Override
			public int read(byte[] b, int offset, int length) throws IOException {
				int n = super.read(b, offset, length);
				for (int i = 0; n < 0 && i < 200 && out.toString(StandardCharsets.UTF_8).split("Content-Length", -1).length - 1 < requests; i++) {
					LockSupport.parkNanos(5_000_000);
				}
				return n;
			}
		};
		new AgentConnection(host.asHost(), null, true, () -> { }).serve(patient, out);
		String answer = out.toString(StandardCharsets.UTF_8);
		assertThat(host.inUse()).as("files and memory that are not given back").isZero();
		return answer;
	}

	@ParameterizedTest
	@ValueSource(strings = {"garbage without end and without any header at all\n\n", "Content-Length: abc\r\n\r\n{}", "\r\n\r\n", "Content-Type: x\r\n\r\n{}",
		"Content-Length: -1\r\n\r\n", "Content-Length: 99999999999999999999\r\n\r\n"})
	void whatIsNoFrameEndsTheConnectionWithAMessage(String sent) throws AttachException {
		assertThat(answers(sent)).contains("\"error\"").contains("The connection ends.");
	}

	@ParameterizedTest
	@ValueSource(strings = {"2147483647", "2147483648", "16777217"})
	void aLengthOfGigabytesIsRefusedBeforeAnythingIsAllocated(String length) throws AttachException {
		assertThat(answers("Content-Length: " + length + "\r\n\r\n{")).contains("A message of " + length + " bytes; at most 16777216 are taken.");
	}

	@Test
	void halfAMessageEndsTheConnection() throws AttachException {
		assertThat(answers(HELLO + "Content-Length: 500\r\n\r\n{\"jsonrpc\"")).contains("\"result\"").contains("The stream ends inside a message.");
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "{", "[]", "null", "17", "\"x\"", "{\"id\":7}", "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"device/open\",\"params\":[1,2,3]}",
		"{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":17}"})
	void aFrameThatIsNoMessageIsAnsweredAndTheNextOneIsTaken(String content) throws AttachException {
		assertThat(answers(frame(content) + HELLO)).contains("\"oldest\":1");
	}

	@Test
	void messagesThatAreNestedWithoutEndAreNoMessages() throws AttachException {
		assertThat(answers(frame("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"agent/hello\",\"params\":" + "[".repeat(1_000_000)) + HELLO)).contains("\"oldest\":1");
	}

	@Test
	void anUnknownMethodIsSaidToBeUnknown() throws AttachException {
		assertThat(answers(HELLO + request(2, "device/format", "{}"))).contains("-32601").contains("device/format");
	}

	@Test
	void nothingIsDoneBeforeHello() throws AttachException {
		assertThat(answers(request(1, "device/open", "{\"device\":\"0120\"}") + request(2, "devices/bind", "{\"device\":\"0120\"}")))
				.contains("The first request must be agent/hello.").doesNotContain("\"result\"");
	}

	@ParameterizedTest
	@ValueSource(strings = {"{}", "{\"session\":99}", "{\"session\":-1,\"orb\":\"AA==\"}", "{\"session\":1e99}", "null"})
	void requestsThatMakeNoSenseAreAnswered(String parameters) throws AttachException {
		for (String method : new String[] {"device/open", "device/arm", "device/store", "device/load", "device/start", "device/await", "device/execute",
			"device/halt", "device/clear", "device/schib", "device/reset", "device/close", "device/cancel", "devices/plan", "devices/bind", "devices/release"}) {
			assertThat(answers(HELLO + request(2, method, parameters))).as(method).contains("\"id\":2").contains("\"error\"");
		}
	}

	@Test
	void anOlderAgentAndANewerClientAreToldInWords() throws AttachException {
		assertThat(answers(request(1, "agent/hello", "{\"protocol\":9,\"oldest\":8,\"version\":\"9.0\"}")))
				.contains("The agent is older than this client (9.0): it speaks version 1 of the protocol, and at least 8 is needed. Copy the agent");
		assertThat(Versions.complaint(new AgentProtocol.Welcome(9, 8, "9.0", "lpar7", java.util.List.of())))
				.isEqualTo("The agent (9.0 on lpar7) is newer than this client: it understands version 8 of the protocol and later, and the client speaks 1."
						+ " Update the workbench, or put its own agent onto the host.");
		assertThat(Versions.complaint(2, 1, "2.0")).as("a newer client that still understands us").isNull();
	}

	@Test
	void aTokenIsTakenFromAFileThatOnlyItsOwnerCanReadAndWrite(@TempDir Path folder) throws Exception {
		Path made = folder.resolve("token");
		String token = TokenFile.readOrMake(made);
		assertThat(token).hasSize(64);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made))).isEqualTo("rw-------");
		assertThat(TokenFile.read(made)).isEqualTo(token);
		Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-r-----"));
		assertThatThrownBy(() -> TokenFile.read(made)).hasMessageContaining("must be a regular file of mode 600").hasMessageContaining("rw-r-----");
		Path shortOne = folder.resolve("short");
		Files.createFile(shortOne, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		assertThatThrownBy(() -> TokenFile.read(shortOne)).hasMessageContaining("at least 16");
	}

	@ParameterizedTest
	@ValueSource(strings = {"-oProxyCommand=x/0120", "/0120", "a b/0120", "lpar7/", "$(x)/0120", "tcp:0/0120", "tcp:x/0120"})
	void aHostIsAName(String text) {
		assertThatThrownBy(() -> HostAddress.of(text)).isInstanceOf(AttachException.class);
	}

	@Test
	void theAgentsCommandIsSplitAsAShellDoes() throws AttachException {
		assertThat(HostAddress.of("root@lpar7/0120").command("ssh -T '{host}' \"a b\" c\\ d")).containsExactly("ssh", "-T", "root@lpar7", "a b", "c d");
	}
}
