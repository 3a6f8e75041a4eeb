// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.ccwbench.attach.AttachException;
import org.ccwbench.attach.AttachedSubchannel;
import org.ccwbench.attach.Execution;
import org.ccwbench.attach.Lab;
import org.ccwbench.attach.StorageStretch;
import org.ccwbench.attach.simulated.SimulatedHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A client and an agent over a socket on the loopback interface; the host behind the agent is simulated. */
class AgentTest {
	private static final String TOKEN = "0123456789abcdef0123456789abcdef";
	/** SENSE ID and command chaining, and back to it: never ends by itself. */
	private static final String ENDLESS = "E4600007 00012000 08000000 00011000";

	private SimulatedHost simulated;
	private AgentListener listener;

	@BeforeEach
	void listen() throws Exception {
		simulated = Lab.host();
		listener = new AgentListener(0, simulated::asHost, TOKEN, true);
		Thread t = new Thread(listener::run);
		t.setDaemon(true);
		t.start();
	}

	@AfterEach
	void stop() throws Exception {
		listener.close();
	}

	private AgentHost connect() throws AttachException {
		return AgentHost.connect(listener.port(), TOKEN);
	}

	/** Everything is given back soon after the end of a connection. */
	private void givenBack() throws InterruptedException {
		for (int i = 0; i < 500 && simulated.inUse() > 0; i++) {
			Thread.sleep(10);
		}
		assertThat(simulated.inUse()).as("files and memory that are not given back").isZero();
		assertThat(simulated.pinned()).isFalse();
	}

	@Test
	void aProgramThroughTheAgentGivesWhatItGivesLocally() throws Exception {
		try (AgentHost host = connect(); AttachedSubchannel s = host.open(Lab.DISK, Lab.STORAGE)) {
			assertThat(s.identity().type()).isEqualTo("3390");
			Execution e = Lab.run(s, Lab.at(Lab.CP, "E4200007 00012000"));
			assertThat(Lab.hex(e.interruptions().get(0))).startsWith("00c04007" + "00011008" + "0c000000");
			assertThat(Lab.hex(e.changed().get(0).bytes())).startsWith("ff3990");
			assertThat(Lab.hex(s.load(Lab.DATA, 3))).isEqualTo("ff3990");
			assertThat(s.schib()).hasSize(52);
			assertThat(host.devices().list()).extracting(d -> d.device()).containsExactly(Lab.DISK, Lab.DISPLAY, Lab.RANDOM);
		}
		givenBack();
	}

	@Test
	void theAgentItselfRefusesToWriteUntilTheNumberOfTheDeviceIsTyped() throws Exception {
		try (AgentHost host = connect(); AttachedSubchannel s = host.open(Lab.DISK, Lab.STORAGE)) {
			assertThatThrownBy(() -> Lab.run(s, Lab.at(Lab.CP, "05200008 00012000")))
					.hasMessageStartingWith("Nothing was sent to 0.0.0120: the CCW at 00011000 (command 05) is WRITE DATA, which can change the medium.");
			assertThatThrownBy(() -> s.arm("0.0.0121")).hasMessageContaining("not the number of this device");
			s.arm("0120");
			assertThat(Lab.run(s, Lab.at(Lab.CP, "05200008 00012000")).returnCode()).isZero();
		}
	}

	@Test
	void anAgentThatWasToldSoNeverArms() throws Exception {
		try (AgentListener strict = new AgentListener(0, simulated::asHost, TOKEN, false)) {
			Thread t = new Thread(strict::run);
			t.setDaemon(true);
			t.start();
			try (AgentHost host = AgentHost.connect(strict.port(), TOKEN); AttachedSubchannel s = host.open(Lab.DISK, Lab.STORAGE)) {
				assertThatThrownBy(() -> s.arm(Lab.DISK)).hasMessageContaining("--no-writes");
			}
		}
	}

	@Test
	void aConnectionThatIsCutEndsRunningProgramsAndGivesEverythingBack() throws Exception {
		AgentHost host = connect();
		AttachedSubchannel s = host.open(Lab.DISK, Lab.STORAGE);
		Thread running = new Thread(() -> assertThatThrownBy(() -> s.execute(List.of(Lab.at(Lab.CP, ENDLESS)), Lab.orb(), 600_000, () -> false))
				.isInstanceOf(AttachException.class));
		running.start();
		while (!simulated.pinned()) {
			Thread.sleep(1);
		}
		host.cut();
		running.join(10_000);
		assertThat(running.isAlive()).isFalse();
		givenBack();
	}

	@Test
	void cancellingSaysHowTheProgramEnded() throws Exception {
		try (AgentHost host = connect(); AttachedSubchannel s = host.open(Lab.DISK, Lab.STORAGE)) {
			AtomicBoolean enough = new AtomicBoolean();
			Thread later = new Thread(() -> {
				while (!simulated.pinned()) {
					Thread.onSpinWait();
				}
				enough.set(true);
			});
			later.start();
			Execution e = s.execute(List.of(Lab.at(Lab.CP, ENDLESS)), Lab.orb(), 600_000, enough::get);
			assertThat(e.end()).isEqualTo(Execution.End.CANCELLED);
			assertThat(e.notes()).contains("cancelled: HALT SUBCHANNEL");
		}
	}

	@Test
	void oneSessionDoesNotHarmAnother() throws Exception {
		try (AgentHost first = connect(); AgentHost second = connect(); AttachedSubchannel disk = first.open(Lab.DISK, Lab.STORAGE)) {
			assertThatThrownBy(() -> second.open(Lab.DISK, Lab.STORAGE)).hasMessageContaining("EBUSY");
			AttachedSubchannel random = second.open(Lab.RANDOM, Lab.STORAGE);
			second.cut();
			for (int i = 0; i < 20; i++) {
				assertThat(Lab.run(disk, Lab.at(Lab.CP, "E4200007 00012000")).returnCode()).isZero();
			}
			assertThat(random).isNotNull();
		}
		givenBack();
	}

	@Test
	void aDeviceIsGivenBackTakenAgainAndRestored() throws Exception {
		try (AgentHost host = connect()) {
			try (AttachedSubchannel s = host.open(Lab.DISK, Lab.STORAGE)) {
				assertThat(host.devices().planToRelease(Lab.DISK).refusal()).isEqualTo("is in use: a session has it open. End that first");
				assertThat(s.schib()).hasSize(52);
			}
			assertThat(host.devices().release(Lab.DISK).attachable()).isFalse();
			assertThatThrownBy(() -> host.open(Lab.DISK, Lab.STORAGE)).hasMessageContaining("is not bound to vfio_ccw");
			assertThat(host.devices().planToBind(Lab.DISK).steps()).last().isEqualTo("make a mediated device of it");
			assertThat(host.devices().bind(Lab.DISK).attachable()).isTrue();
			assertThat(host.devices().planToRestore()).extracting(plan -> plan.title()).containsExactly("device 0.0.0120 (subchannel 0.0.0000)");
			assertThat(host.devices().restore()).containsExactly("device 0.0.0120 (subchannel 0.0.0000) is back at io_subchannel");
			assertThat(host.devices().planToRestore()).isEmpty();
		}
	}

	@Test
	void whatIsInUseIsToldOfAfterAllOthersAreRestored() throws Exception {
		try (AgentHost host = connect()) {
			for (String number : List.of(Lab.DISK, Lab.RANDOM)) {
				host.devices().release(number);
				host.devices().bind(number);
			}
			try (AttachedSubchannel s = host.open(Lab.DISK, Lab.STORAGE)) {
				assertThatThrownBy(() -> host.devices().restore()).hasMessageContaining("device 0.0.1000 (subchannel 0.0.0002) is back at io_subchannel")
						.hasMessageContaining("device 0.0.0120 (subchannel 0.0.0000): is in use: a session has it open. End that first");
				assertThat(s.schib()).hasSize(52);
			}
			assertThat(host.devices().planToRestore()).extracting(plan -> plan.title()).containsExactly("device 0.0.0120 (subchannel 0.0.0000)");
		}
	}

	@Test
	void aConnectionThatIsCutGivesBackWhatWasBoundOverIt() throws Exception {
		try (AgentHost other = connect()) {
			other.devices().release(Lab.DISK);
			AgentHost host = connect();
			host.devices().bind(Lab.DISK);
			host.cut();
			for (int i = 0; i < 500 && other.devices().list().get(0).attachable(); i++) {
				Thread.sleep(10);
			}
			assertThat(other.devices().list().get(0).driver()).isEqualTo("io_subchannel");
		}
	}

	@ParameterizedTest
	@MethodSource
	void whatMakesNoSenseIsAnsweredAndHarmsNoOtherSession(String sent, String answer) throws Exception {
		try (AgentHost host = connect(); AttachedSubchannel disk = host.open(Lab.DISK, Lab.STORAGE)) {
			int before = simulated.inUse();
			try (Socket client = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
				client.getOutputStream().write(sent.getBytes(StandardCharsets.UTF_8));
				client.shutdownOutput();
				assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains(answer);
			}
			assertThat(simulated.inUse()).isEqualTo(before);
			assertThat(Lab.run(disk, Lab.at(Lab.CP, "E4200007 00012000")).returnCode()).isZero();
		}
	}

	static Stream<Arguments> whatMakesNoSenseIsAnsweredAndHarmsNoOtherSession() {
		String wrong = "{\"protocol\":1,\"oldest\":1,\"version\":\"x\",\"token\":\"" + "0".repeat(32) + "\"}";
		return Stream.of(Arguments.of("garbage\n\n", "The connection ends."),
				Arguments.of("Content-Length: 2147483648\r\n\r\n{", "A message of 2147483648 bytes"),
				Arguments.of("Content-Length: 65537\r\n\r\n{", "at most 65536 are taken"),
				Arguments.of("Content-Length: 500\r\n\r\n{\"jsonrpc\"", "The stream ends inside a message."),
				Arguments.of(BadClientTest.request(1, "device/format", "{}"), "-32601"),
				Arguments.of(BadClientTest.request(1, "device/open", "{\"device\":\"0.0.000a\"}"), "The first request must be agent/hello."),
				Arguments.of(BadClientTest.request(1, "agent/hello", wrong), "The token is wrong."));
	}

	@Test
	void aWrongTokenIsRefused() {
		assertThatThrownBy(() -> AgentHost.connect(listener.port(), "wrong")).hasMessage("The token is wrong.");
		assertThat(simulated.inUse()).isZero();
	}

	@Test
	void moreStorageThanAnAgentGivesIsRefused() throws Exception {
		try (AgentHost host = connect()) {
			assertThatThrownBy(() -> host.open(Lab.DISK, List.of(new StorageStretch(0, 1L << 40, true)))).hasMessage("More than 16 GiB of guest storage.");
		}
	}
}
