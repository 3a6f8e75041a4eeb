// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What two independent recorders agree on is what the channel and its devices do; and the comparison notices what differs. */
class SubchannelVectorsTest {
	private static final String SENSE_ID = """
			{"name": "sense-id", "input": {"devices": [{"devno": "0120", "type": "3390", "image": "disk.3390", "opts": "cu=3990-6"}],
			 "mem": [{"addr": "10000", "hex": "e400000400020000"}, {"addr": "5000", "hex": "00abcdef0080800000010000"},
			  {"addr": "6100", "hex": "00c0ffee00810120800000800000ff80000000000000000000000000000000000000000000000000000000000000000000000000"}],
			 "ops": [{"op": "msch", "addr": "0x6100"}, {"op": "ssch", "addr": "0x5000"}, {"op": "waitf", "addr": "0x7000", "param": 500000}]},
			 "agreement": {"hercules313": true},
			 "hercules49": {"ops": [{"cc": 0}, {"cc": 0}, {"cc": 0, "irbs": ["%s"]}], "mem_after": [{"addr": "20000", "hex": "%s"}],
			  "changed": [{"addr": "20000", "len": 4, "hex": "%s"}]}}
			""";
	private static final String IRB = "00804017000100080c40000000800000" + "0".repeat(160);

	@Test
	void everyAgreedVectorPassesIfItsDeviceIsThere() throws Exception {
		List<String> failed = new ArrayList<>();
		List<String> skipped = new ArrayList<>();
		VectorFile.Totals totals = VectorFile.check(vectors().resolve("subchannel.json"), null, name -> true, (name, i, v) -> {
			if (v.state() == Verdict.State.FAILED) {
				failed.add(name + " " + v.differences());
			} else if (v.state() == Verdict.State.SKIPPED && !v.reason().startsWith("disputed")) {
				skipped.add(name + ": " + v.reason());
			}
		});
		assertThat(failed).isEmpty();
		assertThat(totals.passed() + skipped.size()).as("agreed vectors").isEqualTo(241);
		assertThat(totals.passed()).as("vectors of 3390, unit record, tape, block and console devices").isGreaterThanOrEqualTo(240);
	}

	@Test
	void aVectorPassesThenAndOnlyThenWhenAllThatWasRecordedIsSo() throws Exception {
		String id = "ff3990e9";
		assertThat(verdict(SENSE_ID.formatted(IRB, id, id)).state()).isEqualTo(Verdict.State.PASSED);
		differs("ops[2].irbs[0]", SENSE_ID.formatted(IRB.replace("0c40", "0c00"), id, id));
		differs("mem_after 20000", SENSE_ID.formatted(IRB, "ff3990e8", id));
		differs("changed 20003", SENSE_ID.formatted(IRB, id, "ff3990e8"));
		differs("changed 20000", SENSE_ID.formatted(IRB, id, id).replaceFirst("\\{\"addr\": \"20000\", \"len\"[^}]*}", ""));
		differs("ops[1].cc", SENSE_ID.formatted(IRB, id, id).replaceFirst("\\{\"cc\": 0}, \\{\"cc\": 0}", "{\"cc\": 0}, {\"cc\": 2}"));
	}

	@Test
	void withoutAgreementOnTheCountItIsNotCompared() throws Exception {
		String id = "ff3990e9";
		String count = SENSE_ID.formatted(IRB.replace("0c400000", "0c400009"), id, id);
		differs("ops[2].irbs[0]", count);
		String onlyOne = count.replace("\"hercules313\": true", "\"qemu72_ignoring_count\": true");
		assertThat(verdict(onlyOne).state()).isEqualTo(Verdict.State.PASSED);
		assertThat(verdict(onlyOne.replace("true", "false")).reason()).startsWith("disputed");
	}

	@Test
	void aDeviceThatIsNotThereIsSaid() throws Exception {
		Verdict v = verdict(SENSE_ID.formatted(IRB, "00", "00").replace("\"3390\"", "\"2305\""));
		assertThat(v.reason()).isEqualTo("no device type 2305 yet");
	}

	@Test
	void imagesAreLookedForBesideTheVectorsOnly() {
		String elsewhere = SENSE_ID.formatted(IRB, "00", "00").replace("\"disk.3390\"", "\"../disk.3390\"");
		assertThatThrownBy(() -> verdict(elsewhere)).hasMessage("image \"../disk.3390\" is not a plain file name");
		String missing = SENSE_ID.formatted(IRB, "00", "00").replace("\"disk.3390\"", "\"disk.3380\"");
		assertThatThrownBy(() -> verdict(missing)).hasMessageStartingWith("no image disk.3380 in ");
	}

	@Test
	void operationsAreBounded() {
		String endless = SENSE_ID.formatted(IRB, "00", "00").replace("500000", "500000000000");
		assertThatThrownBy(() -> verdict(endless)).hasMessageStartingWith("a wait of 500000000000 microseconds");
		String unknown = SENSE_ID.formatted(IRB, "00", "00").replace("\"ssch\"", "\"sio\"");
		assertThatThrownBy(() -> verdict(unknown)).hasMessage("no operation \"sio\"");
	}

	private static void differs(String field, String vector) throws Exception {
		assertThat(verdict(vector).differences()).extracting(Verdict.Difference::field).containsExactly(field);
	}

	private static Verdict verdict(String vector) throws Exception {
		JsonObject v = JsonParser.parseString(vector).getAsJsonObject();
		try (VectorKind.Checker checker = new SubchannelVectors().open(new JsonObject(), vectors(), "agreed")) {
			return checker.check(v);
		}
	}

	private static Path vectors() throws Exception {
		return Path.of(SubchannelVectorsTest.class.getResource("/vectors/subchannel.json").toURI()).getParent();
	}
}
