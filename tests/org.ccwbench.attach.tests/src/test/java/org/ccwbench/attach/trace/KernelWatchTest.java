// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts that let nobody watch; that watching works is for the tests on a real kernel. */
class KernelWatchTest {

	@TempDir
	Path root;

	@Test
	void withoutTracefsItSaysWhatIsMissingAndTellsNothing() {
		try (KernelWatch watch = new KernelWatch(root)) {
			assertThat(watch.missing()).singleElement().asString().contains("tracefs is not mounted at /sys/kernel/tracing");
			watch.begin();
			assertThat(watch.events("0.0.0001")).isEmpty();
		}
	}

	@Test
	void withoutTheRightToMakeABufferItSaysSo() throws Exception {
		Files.createDirectories(root.resolve("sys/kernel/tracing/events"));
		try (KernelWatch watch = new KernelWatch(root)) {
			assertThat(watch.missing()).singleElement().asString().contains("no buffer can be made below /sys/kernel/tracing/instances");
			assertThat(watch.events("0.0.0001")).isEmpty();
		}
	}
}
