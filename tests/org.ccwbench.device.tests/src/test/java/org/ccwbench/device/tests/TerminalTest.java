// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;
import org.ccwbench.device.DisplayDevice;
import org.ccwbench.device.TerminalServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** TN3270 terminals (RFC 1576) on a display: bytes on the line, and a real terminal (s3270) where there is one. */
@Timeout(60)
class TerminalTest {
	private static final int ERASE_WRITE = 0x05;
	private static final int READ_MODIFIED = 0x06;
	private static final String AGREED = "fffb19 fffd19 fffb00 fffd00".replace(" ", "");
	private DisplayDevice display;
	private DisplayPort port;
	private Program program;
	private TerminalServer server;

	@BeforeEach
	void listen() throws Exception {
		display = (DisplayDevice) Devices.create(DeviceOptions.of("3270", 0x700, null, ""));
		port = new DisplayPort();
		display.attached(port);
		program = new Program(display);
		server = TerminalServer.listen(display, 0);
	}

	@AfterEach
	void close() throws Exception {
		server.close();
	}

	/** A terminal that is only bytes. */
	private final class Raw implements AutoCloseable {
		final Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());

		Raw() throws IOException {
			socket.setSoTimeout(10_000);
		}

		void send(String hex) throws IOException {
			socket.getOutputStream().write(HexFormat.of().parseHex(hex.replace(" ", "")));
		}

		String read(int count) throws IOException {
			return HexFormat.of().formatHex(socket.getInputStream().readNBytes(count));
		}

		/** Says that it is a terminal of a type, and agrees. */
		Raw agree(String type) throws IOException {
			assertThat(read(3)).as("do terminal type").isEqualTo("fffd18");
			send("fffb18");
			assertThat(read(6)).as("send it").isEqualTo("fffa1801fff0");
			send("fffa1800" + HexFormat.of().formatHex(type.getBytes(StandardCharsets.US_ASCII)) + "fff0");
			return this;
		}

		String rest() throws IOException {
			InputStream in = socket.getInputStream();
			return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
		}

		@Override
		public void close() throws IOException {
			socket.close();
		}
	}

	private void connected() throws InterruptedException {
		for (int i = 0; i < 1000 && !server.connected(); i++) {
			Thread.sleep(10);
		}
		assertThat(server.connected()).isTrue();
	}

	@Test
	void aTerminalAgreesIsShownTheScreenAndItsEnterIsAttention() throws Exception {
		program.last().write(ERASE_WRITE, "c3 11 4040 1d60 c8c9 1d40 13");
		try (Raw raw = new Raw().agree("IBM-3278-2")) {
			assertThat(raw.read(12)).as("do and will: end of record, binary").isEqualTo("fffd19fffb19fffd00fffb00");
			raw.send(AGREED);
			connected();
			server.exchange(0);
			assertThat(raw.read(7)).isEqualTo("f5c2" + "1d60" + "c8c9" + "1d");
			raw.read(1 + 1916);
			assertThat(raw.read(6)).as("cursor, end of record").isEqualTo("1140c4" + "13" + "ffef");
			raw.send("7d40c6 1140c4 c1 ffff c2 ffef");
			assertThat(server.exchange(5000)).isTrue();
			assertThat(port.presented).isEqualTo(0x80);
			assertThat(program.last().read(READ_MODIFIED, 20).data()).as("FF is doubled on the line").isEqualTo("7d40c6" + "1140c4" + "c1ffc2");
		}
	}

	@Test
	void onlyThisMachineIsListenedTo() throws Exception {
		for (NetworkInterface n : Collections.list(NetworkInterface.getNetworkInterfaces())) {
			for (InetAddress a : Collections.list(n.getInetAddresses())) {
				if (!a.isLoopbackAddress() && a.getAddress().length == 4) {
					assertThatExceptionOfType(ConnectException.class).as(a.toString()).isThrownBy(() -> new Socket(a, server.port()).close());
				}
			}
		}
		new Socket(InetAddress.getLoopbackAddress(), server.port()).close();
	}

	@Test
	void whoDoesNotFitIsToldWhy() throws Exception {
		try (Raw raw = new Raw().agree("VT100")) {
			assertThat(raw.rest()).contains("needs a TN3270 terminal");
		}
		try (Raw raw = new Raw().agree("IBM-3279-4-E")) {
			assertThat(raw.rest()).contains("This display is a model 2 and the terminal is not (IBM-3279-4-E)");
		}
		try (Raw first = new Raw().agree("IBM-3278-2"); Raw second = new Raw()) {
			first.send(AGREED);
			connected();
			second.agree("IBM-3278-2").send(AGREED);
			assertThat(second.rest()).contains("This display has a terminal already.");
		}
	}

	@Test
	void whatNeverEndsEndsTheConnection() throws Exception {
		try (Raw raw = new Raw().agree("IBM-3278-2")) {
			raw.send(AGREED);
			connected();
			raw.read(12);
			try {
				for (int i = 0; i < 40; i++) {
					raw.send("c1".repeat(4096));
				}
				assertThat(raw.read(1)).isEmpty();
			} catch (IOException e) {
				assertThat(e).as("closed by the other end").hasMessageFindingMatch("(?i)reset|broken|abort");
			}
			for (int i = 0; i < 500 && server.connected(); i++) {
				Thread.sleep(10);
			}
			assertThat(server.connected()).isFalse();
		}
	}

	/** A real terminal, told what to do line by line. */
	private final class S3270 implements AutoCloseable {
		final Process process;
		final PrintWriter in;
		final BufferedReader out;

		S3270(String model) throws IOException {
			process = new ProcessBuilder("s3270", "-model", model, "127.0.0.1:" + server.port()).redirectErrorStream(true).start();
			in = new PrintWriter(process.outputWriter());
			out = process.inputReader();
		}

		/** Carries out an action while the simulation goes on, and gives the lines of its answer. */
		String action(String text) throws Exception {
			in.println(text);
			in.flush();
			StringBuilder lines = new StringBuilder();
			for (String line; (line = out.readLine()) != null && !line.equals("ok");) {
				assertThat(line).as(text + lines).isNotEqualTo("error");
				if (line.startsWith("data: ")) {
					lines.append(line.substring(6)).append('\n');
				}
			}
			return lines.toString();
		}

		@Override
		public void close() {
			process.destroy();
		}
	}

	private static boolean installed() {
		try {
			return new ProcessBuilder("s3270", "-v").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
		} catch (IOException e) {
			return false;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@Test
	void aRealTerminalShowsAndAnswers() throws Exception {
		assumeTrue(installed(), "no s3270 on this machine (package s3270): the real terminal is not tried");
		program.last().write(ERASE_WRITE, "c3 11 4040 1de8 d5c1d4c57a 1d40 13 114bf0 1d60 28 42f2 c2e8c5");
		try (S3270 s = new S3270("3279-2")) {
			connected();
			server.exchange(0);
			s.action("Wait(10,InputField)");
			assertThat(s.action("Ascii(0,0,1,10)").stripTrailing()).isEqualTo(" NAME:");
			assertThat(s.action("ReadBuffer(Ascii)")).as("red letters, as a character attribute").contains("SA(42=f2) 42 59 45");
			s.action("String(\"HELLO\")");
			s.in.println("Enter()");
			s.in.flush();
			assertThat(server.exchange(10_000)).isTrue();
			assertThat(port.presented).isEqualTo(0x80);
			assertThat(program.last().read(READ_MODIFIED, 100).data()).as("ENTER, cursor behind, HELLO").isEqualTo("7d404c" + "1140c7" + "c8c5d3d3d6");
			program.last().write(ERASE_WRITE, "c3 11 4040 c4d6d5c5");
			server.exchange(0);
			assertThat(s.out.readLine()).as("status line of ENTER").startsWith("U ");
			assertThat(s.out.readLine()).isEqualTo("ok");
			assertThat(s.action("Ascii(0,0,1,5)").stripTrailing()).isEqualTo("DONE");
		}
	}
}
