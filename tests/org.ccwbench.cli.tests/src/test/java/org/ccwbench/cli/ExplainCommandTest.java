// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.ccwbench.arch.Block;
import org.junit.jupiter.api.Test;

class ExplainCommandTest {
	@Test
	void aCcwIsExplainedWithTheNamesOfItsDevice() {
		Invocation i = Invocation.of("explain", "ccw1", "06200050", "00010030", "--device", "3390");
		assertThat(i.exit()).isZero();
		assertThat(i.out()).containsIgnoringCase("read data").contains("00010030");
	}

	@Test
	void bytesComeFromStandardInputToo() {
		Invocation a = Invocation.withInput("0x06200050\nX'00010030'\n", "explain", "ccw1", "-");
		Invocation b = Invocation.of("explain", "ccw1", "0620005000010030");
		assertThat(a.out()).isEqualTo(b.out()).isNotEmpty();
	}

	@Test
	void theStatusWordAloneStandsForAnInterruptionResponseBlock() {
		Invocation irb = Invocation.of("explain", "irb", "00C0401700010008", "0C000000");
		assertThat(irb).isEqualTo(Invocation.of("explain", "scsw", "00C04017", "00010008", "0C000000"));
		assertThat(irb.exit()).isZero();
	}

	@Test
	void severalCcwsMayFollowOneAnother() {
		Invocation one = Invocation.of("explain", "ccw1", "0320000100000000");
		Invocation two = Invocation.of("explain", "ccw1", "0320000100000000 0320000100000000");
		assertThat(two.out()).isEqualTo(one.out() + "\n" + one.out() + "\n");
	}

	@Test
	void anIdawIsOfTheFormatThatItsLengthSays() {
		assertThat(JsonParser.parseString(Invocation.of("explain", "idaw", "00010000", "--format", "json").out()).getAsJsonArray()
				.get(0).getAsJsonObject().get("kind").getAsString()).isEqualTo("idaw1");
		assertThat(JsonParser.parseString(Invocation.of("explain", "idaw", "0000000100010000", "--format", "json").out()).getAsJsonArray()
				.get(0).getAsJsonObject().get("kind").getAsString()).isEqualTo("idaw2");
	}

	@Test
	void fieldsAsJsonHaveNamesValuesAndMeanings() {
		// SCSW of a normal end: start function, primary and secondary status, channel end and device end, CPA 10020.
		Invocation i = Invocation.of("explain", "scsw", "00C04007 00010020 0C000000", "--format", "json");
		JsonObject o = JsonParser.parseString(i.out()).getAsJsonArray().get(0).getAsJsonObject();
		JsonObject dstat = o.getAsJsonArray("fields").asList().stream().map(f -> f.getAsJsonObject())
				.filter(f -> f.get("name").getAsString().equals("dstat")).findFirst().orElseThrow();
		assertThat(dstat.get("value").getAsString()).isEqualTo("0C");
		assertThat(dstat.get("text").getAsString()).contains("channel end", "device end");
	}

	@Test
	void everyBlockIsListedAndExplainsZeros() {
		Invocation list = Invocation.of("explain", "list");
		for (Block b : Block.all()) {
			assertThat(list.out()).contains(b.name());
			Invocation i = Invocation.of("explain", b.name(), "00".repeat(b.lengths().get(b.lengths().size() - 1)));
			assertThat(i.exit()).as(b.name()).isZero();
			assertThat(i.out()).as(b.name()).isNotBlank();
		}
	}
}
