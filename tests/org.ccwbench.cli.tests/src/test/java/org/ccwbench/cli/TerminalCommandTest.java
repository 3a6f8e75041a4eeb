// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run whose display is a TN3270 terminal: the person there does what the text's OPERATOR statement would. */
@Timeout(60)
class TerminalCommandTest {
	private static final Pattern WAITING = Pattern.compile("display 0700, model 2: waiting for a TN3270 terminal at 127.0.0.1:([0-9]+)");
	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();
	private CompletableFuture<Integer> exit;

	/** Runs the example of a form; gives the port that it listens to. */
	private int listening(String... more) throws InterruptedException {
		String[] args = new String[4 + more.length];
		System.arraycopy(new String[] {"run", Invocation.example("display-form"), "--terminal", "0"}, 0, args, 0, 4);
		System.arraycopy(more, 0, args, 4, more.length);
		out.reset();
		err.reset();
		exit = CompletableFuture.supplyAsync(() -> Main.run(args, InputStream.nullInputStream(), out, err, StandardCharsets.UTF_8, false),
				command -> Thread.ofPlatform().daemon().start(command));
		for (int i = 0; i < 2000; i++) {
			Matcher m = WAITING.matcher(err.toString(StandardCharsets.UTF_8));
			if (m.find()) {
				return Integer.parseInt(m.group(1));
			}
			Thread.sleep(10);
		}
		throw new AssertionError(err + " " + out);
	}

	private String ended(int code) throws Exception {
		assertThat(exit.get(40, TimeUnit.SECONDS)).as("%s %s", out, err).isEqualTo(code);
		return out.toString(StandardCharsets.UTF_8);
	}

	/** Reads up to the end of a record. */
	private static String record(InputStream in) throws IOException {
		ByteArrayOutputStream b = new ByteArrayOutputStream();
		for (int last = 0, c; (c = in.read()) >= 0; last = c) {
			b.write(c);
			if (last == 0xFF && c == 0xEF) {
				break;
			}
		}
		return HexFormat.of().formatHex(b.toByteArray());
	}

	private static void send(Socket socket, String hex) throws IOException {
		socket.getOutputStream().write(HexFormat.of().parseHex(hex.replace(" ", "")));
	}

	@Test
	void bytesOnTheLine() throws Exception {
		for (String path : new String[] {"direct", "linux"}) {
			try (Socket s = new Socket(InetAddress.getLoopbackAddress(), listening("--path", path, "-q"))) {
				send(s, "fffb18 fffa18004942 4d2d333237382d32fff0 fffb19 fffd19 fffb00 fffd00");
				s.setSoTimeout(20_000);
				assertThat(record(s.getInputStream())).as("YOUR NAME: in a protected field").contains("1de8e8d6e4d940d5c1d4c57a1d40");
				send(s, "7d c15f 11c15c c1c4c1 ffef");
				assertThat(record(s.getInputStream())).as("THANK YOU").contains("e3c8c1d5d240e8d6e4");
			}
			assertThat(ended(0)).contains("a key was pressed at the terminal", "device status 80", "As expected.");
		}
	}

	@Test
	void whoDoesNotComeIsNotWaitedForForever() throws Exception {
		listening("--path", "direct", "--terminal-wait", "1");
		ended(2);
		assertThat(err.toString(StandardCharsets.UTF_8)).contains("no terminal has connected to port");
		Invocation i = Invocation.of("run", Invocation.example("read-volume-label"), "--terminal", "0");
		assertThat(i.exit()).isEqualTo(2);
		assertThat(i.err()).contains("--terminal is for texts with a 3270");
	}

	@Test
	void aRealTerminal() throws Exception {
		assumeTrue(installed(), "no s3270 on this machine (package s3270): the real terminal is not tried");
		Process process = new ProcessBuilder("s3270", "-model", "3278-2", "127.0.0.1:" + listening("--path", "direct", "-q"))
				.redirectErrorStream(true).start();
		try (PrintWriter in = new PrintWriter(process.outputWriter()); BufferedReader lines = process.inputReader()) {
			String screen = "";
			for (String action : new String[] {"Wait(20,InputField)", "Ascii(1,0,1,12)", "String(\"ADA\")", "Enter()", "Wait(20,Unlock)", "Ascii(2,0,1,12)"}) {
				in.println(action);
				in.flush();
				for (String line; (line = lines.readLine()) != null && !line.equals("ok");) {
					assertThat(line).as(action + " " + screen).isNotEqualTo("error");
					screen += line.startsWith("data: ") ? line : "";
				}
			}
			assertThat(screen).contains("YOUR NAME:", "THANK YOU");
			in.println("Quit()");
			in.flush();
			assertThat(ended(0)).contains("As expected.");
		} finally {
			process.destroy();
		}
	}

	private static boolean installed() throws InterruptedException {
		try {
			return new ProcessBuilder("s3270", "-v").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
		} catch (IOException e) {
			return false;
		}
	}
}
