// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ccwbench.run.check.Verdict.State;
import org.junit.jupiter.api.Test;

/** The device here answers as the recorded ones did (Linux 6.12); and the comparison notices what differs. */
class GuestVectorsTest {
	@Test
	void whatTheKernelDecidesIsAsRecordedAndTheRestToo() throws Exception {
		List<String> failed = new ArrayList<>();
		VectorFile.Totals totals = VectorFile.check(file(), null, name -> true, (name, i, v) -> {
			if (v.state() == State.FAILED) {
				failed.add(i + " " + name + " " + v.differences());
			}
		});
		assertThat(failed).isEmpty();
		assertThat(totals.passed()).isGreaterThanOrEqualTo(223);
		assertThat(totals.passed() + totals.skipped()).isEqualTo(272);
	}

	@Test
	void noRecordOfTheKernelAloneIsSkipped() throws Exception {
		try (VectorKind.Checker checker = checker()) {
			for (JsonObject v : vectors()) {
				boolean kernel = v.has("truth") && v.get("truth").getAsString().equals("kernel");
				Verdict verdict = checker.check(v);
				assertThat(verdict.state()).as(v.get("name") + ": " + verdict).isNotEqualTo(State.FAILED);
				if (kernel) {
					assertThat(verdict.state()).as(v.get("name") + ": " + verdict.reason()).isEqualTo(State.PASSED);
				}
			}
		}
	}

	@Test
	void theReasonToSkipSaysWhatTheEmulatorDoesOtherwise() throws Exception {
		Map<String, Integer> reasons = new TreeMap<>();
		VectorFile.check(file(), null, name -> true, (name, i, v) -> {
			if (v.state() == State.SKIPPED) {
				reasons.merge(v.reason().substring(v.reason().indexOf(": ") + 2), 1, Integer::sum);
			}
		});
		assertThat(reasons).containsEntry("QEMU has no data chaining", 6).containsEntry("QEMU ignores PCI", 3);
		assertThat(reasons.keySet()).allMatch(r -> r.contains("QEMU") || r.contains("emulated") || r.startsWith("as "));
	}

	@Test
	void aRecordMeansTheSameWithoutThoseAroundIt() throws Exception {
		List<String> others = new ArrayList<>();
		for (JsonObject v : vectors()) {
			try (VectorKind.Checker alone = checker()) {
				if (alone.check(v).state() == State.FAILED) {
					others.add(v.get("device") + " " + v.get("name") + " " + alone.check(v).differences());
				}
			}
		}
		assertThat(others).isEmpty();
	}

	@Test
	void aChangedMemberIsFound() throws Exception {
		differs("nop", "pwrite", "100", "pwrite");
		differs("nop", "io_events", "2", "io_events");
		differs("nop", "ret_code", "-5", "ret_code");
		differs("nop", "orb_area_after", "cafe000100c2800000011008", "orb_area_after");
		differs("nop", "scsw", "00804007000110080c400000", "scsw");
		differs("tic-chain-of-2", "scsw", "008040070001400800000000", "scsw");
		differs("data-readonly-map", "ret_code", "-22", "ret_code");
		differs("data-unmapped", "errno", "14", "errno");
		differs("data-unmapped", "errname", "EFAULT", "errname");
		differs("hsch-idle", "cmd_region_after", "0000000100000001", "cmd_region_after");
		differs("csch-idle", "async_ret_code", "-16", "async_ret_code");
		differs("schib-idle", "hex", "0070700020812000800000800000ff800000000000000000000000010080000002da99800c000000000000000000000000000000", "hex");
		differs("schib-idle", "hex", "0070700018812000800000800000ff800000000000000000000000010080400002da99800c000000000000000000000000000000", "hex");
		differs("crw-two-read1", "hex", "0402000100000000", "hex");
		differs("crw-chp01-init", "crw_events", "2", "crw_events");
		differs("iommu-info", "pgsizes", "0x1000", "pgsizes");
		differs("device-info", "num_irqs", "2", "num_irqs");
		differs("region-info-1", "cap_subtype", "2", "cap_subtype");
		differs("irq-info-2", "flags", "9", "flags");
		differs("unmap-dma", "size", "4096", "size");
		differs("unplug-csch", "errno", "19", "errno");
		differs("unplug-schib", "ret", "52", "ret");
	}

	@Test
	void aChangedByteOfStorageOrSenseIsFound() throws Exception {
		JsonObject id = named("senseid-4-sli").deepCopy();
		id.getAsJsonArray("mem_after").get(1).getAsJsonObject().addProperty("hex", "ff383203eeeeeeeeeeeeeeeeeeeeeeee");
		assertThat(fields(id)).containsExactly("mem_after 0x12000");
		JsonObject check = named("vio-setrev1").deepCopy();
		String irb = check.get("irb").getAsString();
		check.addProperty("irb", irb.substring(0, 64) + "40" + irb.substring(66));
		assertThat(fields(check)).containsExactly("irb");
	}

	@Test
	void aStartWithoutAUsablePathEndsWithEaccesWhateverTheEmulatorSaid() throws Exception {
		JsonObject v = named("nop").deepCopy();
		v.addProperty("name", "lpm-40");
		v.addProperty("orb", "cafe000100c2400000011000");
		v.addProperty("scsw", "038044110001100000000000");
		try (VectorKind.Checker checker = checker()) {
			Verdict verdict = checker.check(v);
			assertThat(verdict.state()).isEqualTo(State.SKIPPED);
			assertThat(verdict.reason()).contains("no path");
		}
	}

	@Test
	void aSecondStartOnASuspendedProgramIsBusyWhoeverSuspendedIt() throws Exception {
		JsonObject v = named("data-unmapped").deepCopy();
		v.addProperty("name", "ssch-while-suspended");
		v.addProperty("errno", 16);
		v.addProperty("errname", "EBUSY");
		v.addProperty("ret_code", -16);
		assertThat(fields(v)).isEmpty();
		v.addProperty("name", "nop");
		assertThat(fields(v)).as("without the program before it").containsExactly("errno", "errname", "ret_code");
	}

	@Test
	void anUnpluggedDeviceIsAskedBackAndDead() throws Exception {
		String poll = "{\"name\": \"unplug-events\", \"device\": \"unplug\", \"op\": \"poll\", \"ret\": 1, \"io\": 0, \"crw\": 0, \"req\": %d}";
		assertThat(fields(JsonParser.parseString(poll.formatted(1)).getAsJsonObject())).isEmpty();
		assertThat(fields(JsonParser.parseString(poll.formatted(0)).getAsJsonObject())).containsExactly("req");
	}

	@Test
	void whatTheEmulatorDoesNotKnowIsNoFailure() throws Exception {
		JsonObject v = named("nop").deepCopy();
		v.getAsJsonArray("mem_before").get(0).getAsJsonObject().addProperty("hex", "0300000100012000");
		v.getAsJsonArray("mem_after").get(0).getAsJsonObject().addProperty("hex", "0300000100012000");
		try (VectorKind.Checker checker = checker()) {
			assertThat(checker.check(v).reason()).endsWith("the emulated channel knows no incorrect length");
		}
	}

	@Test
	void malformedRecordsAreToldAndNotTakenForResults() throws Exception {
		JsonObject v = named("nop").deepCopy();
		v.addProperty("device", "tape");
		assertThat(thrown(v)).hasMessageContaining("device \"tape\"");
		JsonObject orb = named("nop").deepCopy();
		orb.addProperty("orb", "cafe");
		assertThat(thrown(orb)).hasMessageContaining("orb: 12 bytes");
		JsonObject storage = named("nop").deepCopy();
		storage.getAsJsonArray("mem_before").get(0).getAsJsonObject().addProperty("iova", "0x700000");
		assertThat(thrown(storage)).hasMessageContaining("700000");
	}

	private static RuntimeException thrown(JsonObject v) throws Exception {
		try (VectorKind.Checker checker = checker()) {
			return org.assertj.core.api.Assertions.catchThrowableOfType(RuntimeException.class, () -> checker.check(v));
		}
	}

	private static void differs(String name, String member, String value, String field) throws Exception {
		JsonObject v = named(name).deepCopy();
		v.addProperty(member, value);
		assertThat(fields(v)).as(name).containsExactly(field);
	}

	private static List<String> fields(JsonObject v) throws Exception {
		try (VectorKind.Checker checker = checker()) {
			return checker.check(v).differences().stream().map(Verdict.Difference::field).toList();
		}
	}

	private static VectorKind.Checker checker() throws Exception {
		return new GuestVectors().open(new JsonObject(), file().getParent(), "agreed");
	}

	private static JsonObject named(String name) throws Exception {
		return vectors().stream().filter(v -> v.get("name").getAsString().equals(name)).findFirst().orElseThrow();
	}

	private static List<JsonObject> vectors() throws Exception {
		JsonArray all = JsonParser.parseString(Files.readString(file())).getAsJsonObject().getAsJsonArray("vectors");
		List<JsonObject> list = new ArrayList<>();
		for (JsonElement e : all) {
			list.add(e.getAsJsonObject());
		}
		return list;
	}

	private static Path file() throws Exception {
		return Path.of(GuestVectorsTest.class.getResource("/vectors/vfio-ccw-guest.json").toURI());
	}
}
