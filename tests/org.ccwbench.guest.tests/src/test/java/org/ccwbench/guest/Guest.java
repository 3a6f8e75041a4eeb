// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.guest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.opentest4j.TestAbortedException;

/**
 * An emulated s390x Linux with vfio_ccw (releng/guest), running, with the classes of this build in it. Devices, by
 * number: 0001 network, 0002 root disk, 0003 disk of the agent, 2000 a disk that is not mounted, 1000 and 3000 random
 * numbers, 000a a 3270 on a channel path of its own (01).
 */
final class Guest implements AutoCloseable {
	static final String RNG = "0.0.1000";
	static final String DISK = "0.0.2000";
	static final String UNPLUGGED = "0.0.3000";
	static final String TERMINAL = "0.0.000a";
	/** The emulator's name of {@link #UNPLUGGED}. */
	static final String UNPLUGGED_ID = "unplugged";
	static final Path ROOT = Path.of(System.getProperty("ccwb.root", "../..")).toAbsolutePath().normalize();
	private static final String SCRIPT = ROOT.resolve("releng/guest/guest").toString();
	private static final int SKIPPED = 77;
	static final String SSH_HOST = "root@127.0.0.1";
	private static final int SSH_PORT = 22;
	private static final int AGENT_PORT = 7000;
	private static final int SHELL_PORT = 7001;
	private static final String END = "--end-of-output--";

	final Path state;
	final Monitor monitor;
	private final Process machine;
	private String ssh;

	/** Prepares and boots it. @throws TestAbortedException with the reason where this machine cannot do that */
	Guest() throws Exception {
		prepare();
		state = Files.createTempDirectory("ccwb-guest");
		AgentFolder.make(state.resolve("agent"));
		machine = new ProcessBuilder(SCRIPT, "run", state.toString(), state.resolve("agent").toString()).redirectErrorStream(true)
				.redirectOutput(state.resolve("run.log").toFile()).start();
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(300);
		while (!console().contains("GUEST UP")) {
			if (!machine.isAlive() || System.nanoTime() > end) {
				String log = Files.readString(state.resolve("run.log")) + console();
				close();
				throw new IOException("the emulated machine did not start: " + log);
			}
			Thread.sleep(100);
		}
		monitor = new Monitor(state.resolve("qmp"));
	}

	private static void prepare() throws Exception {
		Process process = new ProcessBuilder(SCRIPT, "prepare").redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		int code = process.waitFor();
		if (code == SKIPPED) {
			throw new TestAbortedException("not tested against a real vfio_ccw: " + said.strip());
		}
		if (code != 0) {
			throw new IOException(said);
		}
	}

	/** What the machine printed so far. */
	String console() throws IOException {
		Path log = state.resolve("console.log");
		return Files.exists(log) ? Files.readString(log, StandardCharsets.ISO_8859_1) : "";
	}

	/** A new connection to an agent of its own, as a login by ssh would give. */
	Socket connect() throws IOException {
		return socket(AGENT_PORT);
	}

	/**
	 * The command that leads to an agent by ssh, as for {@code --agent-command}; the host is {@link #SSH_HOST}. The key
	 * for it is made first.
	 *
	 * @return null if there is no ssh here
	 */
	String ssh() throws Exception {
		Path key = state.resolve("key");
		if (ssh == null) {
			try {
				new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString()).inheritIO().start().waitFor();
			} catch (IOException none) {
				return null;
			}
			shell("umask 077; echo '" + Files.readString(state.resolve("key.pub")).strip() + "' > /root/.ssh/authorized_keys");
			ssh = "ssh -T -F /dev/null -p " + monitor.forward(SSH_PORT) + " -i " + key + " -o LogLevel=ERROR -o BatchMode=yes"
					+ " -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null {host} XDG_CACHE_HOME=/agent /agent/ccwb agent";
		}
		return ssh;
	}

	private Socket socket(int port) throws IOException {
		Socket socket = new Socket(InetAddress.getLoopbackAddress(), monitor.forwarded(port));
		socket.setTcpNoDelay(true);
		socket.setSoTimeout(300_000);
		return socket;
	}

	/** Runs a command as root in the machine: everything that it prints. */
	String shell(String command) throws IOException {
		try (Socket socket = socket(SHELL_PORT)) {
			OutputStream out = socket.getOutputStream();
			out.write(("exec 2>&1\n" + command + "\necho " + END + "\n").getBytes(StandardCharsets.UTF_8));
			out.flush();
			StringBuilder text = new StringBuilder();
			InputStream in = socket.getInputStream();
			byte[] buffer = new byte[8192];
			for (int n; (n = in.read(buffer)) > 0;) {
				text.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
				int end = text.indexOf(END);
				if (end >= 0) {
					return text.substring(0, end).strip();
				}
			}
			throw new IOException("the shell ended: " + text);
		}
	}

	/** Runs the command line of the workbench in the machine. */
	String ccwb(String arguments) throws IOException {
		return shell("/agent/ccwb " + arguments + "; echo \"exit code $?\"");
	}

	@Override
	public void close() throws IOException {
		if (monitor != null) {
			monitor.close();
		}
		machine.destroy();
		try {
			if (!machine.waitFor(5, TimeUnit.SECONDS)) {
				machine.destroyForcibly();
			}
		} catch (InterruptedException e) {
			machine.destroyForcibly();
			Thread.currentThread().interrupt();
		}
		Path kept = Path.of("target");
		if (Files.isDirectory(kept) && Files.exists(state.resolve("console.log"))) {
			Files.copy(state.resolve("console.log"), kept.resolve("guest-console.log"), StandardCopyOption.REPLACE_EXISTING);
		}
		try (Stream<Path> files = Files.walk(state)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
	}

	static void executable(Path file, String text) throws IOException {
		Files.writeString(file, text);
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
	}
}
