// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.ccwbench.attach.AttachException;
import org.ccwbench.attach.AttachedSubchannel;
import org.ccwbench.attach.Host;
import org.ccwbench.attach.StorageStretch;
import org.ccwbench.attach.StoredBytes;
import org.ccwbench.attach.agent.AgentHost;
import org.ccwbench.attach.agent.AgentListener;
import org.ccwbench.attach.simulated.SimulatedHost;
import org.ccwbench.notation.Notation;

/**
 * What an agent adds to a start function: a SENSE ID whose system calls a simulated host answers, called directly and
 * through client, socket and agent; how soon an agent of its own process answers, as hosts start it and with devices
 * simulated in it, and the most memory that it has had.
 */
final class AgentBench {
	private static final String DEVICE = "         DEVICE 0.0.0120,TYPE=3390,CU=3990-6,CYLINDERS=10\n";
	private static final String TOKEN = "a token for this measurement only";
	private static final StoredBytes PROGRAM = new StoredBytes(0x10000, HexFormat.of().parseHex("E420000700011000"));
	private static final byte[] ORB = HexFormat.of().parseHex("0000000100C0FF0000010000");
	private static final int LIMIT_MILLIS = 5000;
	private static final int STARTS = 5;

	private final Figures figures;
	private final int rounds;

	AgentBench(Figures figures, boolean quick) {
		this.figures = figures;
		rounds = quick ? 2000 : 20_000;
	}

	void run() {
		try {
			SimulatedHost simulated = new SimulatedHost(Notation.assemble("bench.ccw", DEVICE), Path.of("."));
			double[] local;
			try (Host host = simulated.asHost()) {
				local = measure(host);
			}
			double[] through;
			try (AgentListener listener = new AgentListener(0, simulated::asHost, TOKEN, false)) {
				Thread t = new Thread(listener::run);
				t.setDaemon(true);
				t.start();
				try (AgentHost host = AgentHost.connect(listener.port(), TOKEN)) {
					through = measure(host);
				}
			}
			figures.of("agent.roundTrip").add("localMicrosP50", local[0]).add("localMicrosP99", local[1]).add("agentMicrosP50", through[0])
					.add("agentMicrosP99", through[1]).add("addedMicrosP50", through[0] - local[0]).end();
			start();
		} catch (AttachException | IOException e) {
			throw new BadInputException("agents cannot be measured: " + e.getMessage());
		}
	}

	/** Median and 99th percentile of one start function, in microseconds. */
	private double[] measure(Host host) throws AttachException {
		try (AttachedSubchannel s = host.open("0.0.0120", List.of(new StorageStretch(0x10000, 0x10000, true)))) {
			long[] nanos = new long[rounds];
			for (int i = -rounds; i < rounds; i++) {
				long began = System.nanoTime();
				s.execute(List.of(PROGRAM), ORB, LIMIT_MILLIS, () -> false);
				if (i >= 0) {
					nanos[i] = System.nanoTime() - began;
				}
			}
			Arrays.sort(nanos);
			return new double[] {nanos[rounds / 2] / 1e3, nanos[rounds * 99 / 100] / 1e3};
		}
	}

	private void start() throws AttachException, IOException {
		started("agent.start", List.of(), host -> {
			try {
				host.devices().list();
			} catch (AttachException e) {
				// This machine has no channel subsystem; that was looked up.
			}
		});
		Path text = Files.createTempFile("agent", ".ccw");
		try {
			Files.writeString(text, DEVICE);
			started("agent.startSimulated", List.of("--simulated", text.toString()), AgentBench::measureOnce);
		} finally {
			Files.delete(text);
		}
	}

	/** What is done to an agent before its memory is looked at. */
	private interface Work {
		void with(Host host) throws AttachException;
	}

	/** The first start makes the archive of classes by which the later ones are faster. */
	private void started(String name, List<String> options, Work work) throws AttachException, IOException {
		Path folder = Files.createTempDirectory("ccwb-bench");
		Path archive = folder.resolve("agent.jsa");
		List<String> command = command(archive, options);
		double[] millis = new double[STARTS];
		double first = 0;
		long kibibytes = 0;
		try {
			for (int i = -1; i < STARTS; i++) {
				List<Long> before = children();
				long began = System.nanoTime();
				try (AgentHost host = AgentHost.start("bench", command)) {
					double took = (System.nanoTime() - began) / 1e6;
					if (i < 0) {
						first = took;
					} else {
						millis[i] = took;
					}
					work.with(host);
					kibibytes = Math.max(kibibytes, resident(before));
				}
			}
		} finally {
			Files.deleteIfExists(archive);
			Files.delete(folder);
		}
		Arrays.sort(millis);
		figures.of(name).add("millisFirst", first).add("millisP50", millis[STARTS / 2]).add("millisMax", millis[STARTS - 1])
				.add("residentMebibytes", kibibytes / 1024.0).add("heapLimitMebibytes", 64).end();
	}

	private static void measureOnce(Host host) throws AttachException {
		try (AttachedSubchannel s = host.open("0.0.0120", List.of(new StorageStretch(0x10000, 0x10000, true)))) {
			for (int i = 0; i < 100; i++) {
				s.execute(List.of(PROGRAM), ORB, LIMIT_MILLIS, () -> false);
			}
		}
	}

	/** This Java, as the agent's own command starts it. */
	private static List<String> command(Path archive, List<String> options) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-Xms8m", "-Xmx64m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=0.2",
				"-XX:+DisplayVMOutputToStderr", "-Xshare:auto", "-Xlog:disable", "-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive,
				"--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Main.class.getName(), "agent"));
		command.addAll(options);
		return command;
	}

	private static List<Long> children() {
		return ProcessHandle.current().children().map(ProcessHandle::pid).toList();
	}

	/** The most memory that the process has had, in KiB; 0 where that cannot be told. */
	private static long resident(List<Long> before) throws IOException {
		for (long pid : children()) {
			Path status = Path.of("/proc", Long.toString(pid), "status");
			if (!before.contains(pid) && Files.isReadable(status)) {
				for (String line : Files.readAllLines(status)) {
					if (line.startsWith("VmHWM:")) {
						return Long.parseLong(line.replaceAll("[^0-9]", ""));
					}
				}
			}
		}
		return 0;
	}
}
