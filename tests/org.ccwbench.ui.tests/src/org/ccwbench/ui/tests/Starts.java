// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts the built product in a process of its own, as its user does, and stops the time until its window is painted. */
final class Starts {
	private static final int ARCHIVE_SECONDS = 180;
	private static final String SAYS = "window on screen";
	private final Path product;
	private final Path workspace;

	Starts(Path product, Path workspace) {
		this.product = product;
		this.workspace = workspace;
	}

	/** The first start makes the workspace and lists its classes, the second makes an archive of them; neither counts. */
	void measure(int times) throws IOException, InterruptedException {
		double first = once();
		once();
		for (int i = 0; i < ARCHIVE_SECONDS && making(); i++) {
			Thread.sleep(1000);
		}
		double[] millis = new double[times];
		for (int i = 0; i < times; i++) {
			millis[i] = once();
		}
		Arrays.sort(millis);
		new Figure("workbench.start").add("starts", times).add("millisP50", millis[times / 2]).add("millisMin", millis[0])
				.add("millisMax", millis[times - 1]).add("firstMillis", first).end();
	}

	private static boolean making() throws IOException {
		String named = System.getenv("XDG_CACHE_HOME");
		Path cache = (named == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(named)).resolve("ccwbench");
		try (Stream<Path> all = Files.list(cache)) {
			return all.anyMatch(p -> p.toString().endsWith(".making"));
		}
	}

	private double once() throws IOException, InterruptedException {
		ProcessBuilder start = new ProcessBuilder(product.toString(), "-data", workspace.toString());
		start.environment().merge("CCWB_VMARGS", "-Dorg.ccwbench.ui.startTime=true", (a, b) -> a + " " + b);
		start.redirectErrorStream(true);
		long began = System.nanoTime();
		Process process = start.start();
		try (BufferedReader said = process.inputReader()) {
			StringBuilder all = new StringBuilder();
			for (String line = said.readLine(); line != null; line = said.readLine()) {
				if (line.startsWith(SAYS)) {
					return (System.nanoTime() - began) / 1e6;
				}
				all.append(line).append('\n');
			}
			throw new AssertionError("the product ended without a window: " + all);
		} finally {
			process.destroy();
			if (!process.waitFor(30, TimeUnit.SECONDS)) {
				process.destroyForcibly().waitFor();
			}
		}
	}
}
