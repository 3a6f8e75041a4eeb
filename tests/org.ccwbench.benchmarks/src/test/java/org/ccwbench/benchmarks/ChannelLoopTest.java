// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

/** What is measured is what its name says: each program ends well, recorded or not, and every case has a name. */
class ChannelLoopTest {
	@Test
	void theProgramsEndNormallyRecordedOrNot() {
		for (ChannelLoop loop : new ChannelLoop[] {new ChannelLoop().noOperations(1), new ChannelLoop().noOperations(64),
				new ChannelLoop().defineExtentLocateRecordRead()}) {
			assertThatCode(loop::once).doesNotThrowAnyException();
			loop.recorded();
			assertThatCode(loop::once).doesNotThrowAnyException();
			loop.unrecorded();
			assertThatCode(loop::once).doesNotThrowAnyException();
		}
	}

	@Test
	void thereIsOneBenchmarkAndACaseForEachOfItsParameters() {
		assertThat(Arrays.stream(ChannelBenchmark.class.getMethods()).filter(m -> m.isAnnotationPresent(Benchmark.class)))
				.extracting(Method::getName).containsExactly("run");
		assertThat(new Jmh().cases()).containsExactly("channel.read4096", "channel.noOperations64", "channel.noOperation",
				"channel.recorded.read4096", "channel.recorded.noOperations64", "channel.recorded.noOperation");
	}
}
