// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbench of its own, a process, that is killed without a warning. */
class KilledTest {
	private static final int PATIENCE_SECONDS = 240;
	/** Twice as large, and in high contrast. */
	private static final Map<String, String> ANOTHER_SCREEN = Map.of("GDK_SCALE", "2", "GTK_THEME", "HighContrast");
	private static final String TEXT = "         DEVICE 0120,TYPE=3390\nPROG     CCW1  NOP,0,SLI,1\n         ORB   CPA=PROG\n";
	@TempDir
	private Path folder;

	@Test
	void editsThatWereNotSavedComeBackAtTheNextStartAndTheFileIsTheOldOne() throws Exception {
		Path file = Files.writeString(folder.resolve("a.ccw"), TEXT);
		assertThat(saidBeforeItWasKilled(file, false, Map.of())).isEqualTo(Typist.TYPED + "* unsaved");
		assertThat(Files.readString(file)).isEqualTo(TEXT);
		assertThat(saidBeforeItWasKilled(file, true, ANOTHER_SCREEN)).isEqualTo(Typist.BACK + "200 %: * unsaved");
		assertThat(Files.readString(file)).isEqualTo(TEXT);
	}

	/** Starts the workbench, waits for what the typist says, and kills it with a signal that cannot be caught. */
	private String saidBeforeItWasKilled(Path file, boolean back, Map<String, String> environment) throws Exception {
		Path configuration = Files.createDirectories(folder.resolve("configuration"));
		Files.copy(Path.of(area("osgi.configuration.area")).resolve("config.ini"), configuration.resolve("config.ini"), StandardCopyOption.REPLACE_EXISTING);
		List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xshare:auto", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
				"-Dccwb.typist=" + file, "-Dccwb.typist.back=" + back, "-jar", System.getProperty("java.class.path"), "-data", folder.resolve("workspace").toString(),
				"-install", area("osgi.install.area"), "-configuration", configuration.toString(), "-application", "org.ccwbench.ui.tests.typist", "-product", "org.ccwbench.ui.product"));
		ProcessBuilder builder = new ProcessBuilder(command).redirectError(folder.resolve("errors").toFile());
		builder.environment().putAll(environment);
		Process process = builder.start();
		try (BufferedReader out = process.inputReader()) {
			return CompletableFuture.supplyAsync(() -> said(out)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
		} finally {
			process.destroyForcibly().waitFor();
		}
	}

	private String said(BufferedReader out) {
		return out.lines().filter(l -> l.startsWith(Typist.TYPED) || l.startsWith(Typist.BACK)).findFirst().orElseGet(() -> {
			try {
				return "it ended: " + Files.readString(folder.resolve("errors"));
			} catch (IOException e) {
				return "it ended";
			}
		});
	}

	private static String area(String property) {
		return Path.of(java.net.URI.create(System.getProperty(property).replace(" ", "%20"))).toString();
	}
}
