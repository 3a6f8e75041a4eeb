// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ccwbench.attach.agent.AgentListener;
import org.ccwbench.attach.agent.TokenFile;
import org.ccwbench.attach.simulated.SimulatedHost;
import org.ccwbench.notation.Notation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands that reach devices through an agent. The agent's host is simulated; everything before it is as it ships. */
class RealDeviceCommandsTest {
	private static final String TEXT = """
			         DEVICE 0.0.0120,TYPE=3390,CU=3990-6,CYLINDERS=10
			         ORG   X'10000'
			PROG     CCW1  SENSEID,ID,SLI,7
			         ORG   X'20000'
			ID       DS    XL7
			         ORB   CPA=PROG
			         EXPECT CC=0,UNIT=CE+DE,DATA=(ID,X'FF3990')
			""";

	@TempDir
	Path folder;
	private Path text;
	private Path token;
	private AgentListener listener;
	private String device;

	@BeforeEach
	void listen() throws Exception {
		text = Files.writeString(folder.resolve("sense-id.ccw"), TEXT);
		token = folder.resolve("token");
		SimulatedHost host = new SimulatedHost(Notation.assemble("sense-id.ccw", TEXT), folder);
		listener = new AgentListener(0, host::asHost, TokenFile.readOrMake(token), true);
		Thread t = new Thread(listener::run);
		t.setDaemon(true);
		t.start();
		device = "tcp:" + listener.port() + "/0.0.0120";
	}

	@AfterEach
	void stop() throws Exception {
		listener.close();
	}

	@Test
	void runsOnADevice() {
		Invocation i = Invocation.of("run", text.toString(), "--backend", device, "--token-file", token.toString());
		assertThat(i.err()).isEmpty();
		assertThat(i.out()).contains("On the real device " + device).contains("As expected.");
		assertThat(i.exit()).isZero();
	}

	@Test
	void comparesADeviceWithTheSimulation() {
		Invocation i = Invocation.of("compare", text.toString(), "--backend", "simulated", "--backend", device, "--token-file", token.toString());
		assertThat(i.out()).contains("No difference.");
		assertThat(i.exit()).isZero();
	}

	@Test
	void capturesWhatCheckReplays() {
		Path vectors = folder.resolve("vectors.json");
		assertThat(Invocation.of("capture", text.toString(), "--backend", device, "--token-file", token.toString(), "-o", vectors.toString()).out())
				.isEqualTo(vectors + ": 1 vector from " + device + System.lineSeparator());
		assertThat(Invocation.of("check", vectors.toString()).out()).endsWith("1 passed, 0 failed, 0 skipped" + System.lineSeparator());
	}

	@Test
	void writingIsArmedAtATerminalOnly() {
		Invocation i = Invocation.withInput("0.0.0120\n", "run", text.toString(), "--backend", device, "--token-file", token.toString(), "--arm-writes");
		assertThat(i.exit()).isEqualTo(2);
		assertThat(i.err()).contains("there is no terminal to ask at");
	}

	@ParameterizedTest
	@CsvSource({"nowhere, no backend", "-x/0120, is no host and device", "lpar7/12345, is no device number", "tcp:1/0120, wants a token"})
	void aBackendThatIsNoneIsSaidToBeNone(String named, String why) {
		Invocation i = Invocation.of("run", text.toString(), "--backend=" + named);
		assertThat(i.exit()).isEqualTo(2);
		assertThat(i.err()).contains(why);
	}

	@Test
	void aRealDeviceHasThePathOfLinuxOnly() {
		Invocation i = Invocation.of("run", text.toString(), "--backend", device, "--path", "mediated");
		assertThat(i.exit()).isEqualTo(2);
		assertThat(i.err()).contains("no path \"mediated\"").contains("linux");
	}
}
