// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a text expects is held against what came, and each thing that is not so is told with both values. */
class ExpectationsTest {
	/** The first byte of SENSE ID into DATA, the rest suppressed: cc 0, CE+DE, nothing in the subchannel status, no residual count. */
	private static final String SENSE_ID = """
			D        DEVICE 0120,TYPE=3390,CYLINDERS=20
			         ORG   X'10000'
			PROG     CCW1  X'E4',DATA,SLI,1
			DATA     DS    XL8
			         ORB   CPA=PROG,FMT=1
			""";
	/** A command that no 3390 has: unit check with command reject in the first sense byte. */
	private static final String REJECTED = SENSE_ID.replace("X'E4'", "X'FF'");

	private static List<Check> checks(String text, String path) throws SessionException {
		try (Session s = Examples.open(text, SessionOptions.of(path))) {
			return s.run(() -> false).expectations();
		}
	}

	private static Check only(String expectation, String path) throws SessionException {
		List<Check> all = checks(SENSE_ID + "         EXPECT " + expectation + "\n", path);
		assertThat(all).hasSize(1);
		return all.get(0);
	}

	@Test
	void whatCameIsAsExpected() throws SessionException {
		for (String e : List.of("CC=0", "DCC=0", "UNIT=CE+DE", "CHAN=0", "COUNT=0", "CPA=PROG+8", "DATA=(DATA,X'FF')",
				"SCSW=X'00C04007 00010008 0C000000'")) {
			assertThat(only(e, "direct").ok()).as(e).isTrue();
		}
		for (String e : List.of("RC=0", "PINS=1")) {
			assertThat(only(e, "mediated").ok()).as(e).isTrue();
		}
	}

	@Test
	void whatCameIsToldWhereItIsNotAsExpected() throws SessionException {
		assertThat(only("CC=1", "direct")).isEqualTo(new Check("condition code", "1", "0", false, 6));
		assertThat(only("DCC=3", "direct")).isEqualTo(new Check("deferred condition code", "3", "0", false, 6));
		assertThat(only("UNIT=CE", "direct")).isEqualTo(new Check("device status", "08", "0C", false, 6));
		assertThat(only("CHAN=PGM", "direct")).isEqualTo(new Check("subchannel status", "20", "00", false, 6));
		assertThat(only("COUNT=5", "direct")).isEqualTo(new Check("residual count", "5", "0", false, 6));
		assertThat(only("CPA=PROG", "direct")).isEqualTo(new Check("channel-program address", "00010000", "00010008", false, 6));
		assertThat(only("DATA=(DATA,X'0102')", "direct")).isEqualTo(new Check("storage at DATA", "0102", "FF00", false, 6));
		assertThat(only("SENSE=X'80'", "direct")).isEqualTo(new Check("sense data", "80", "none", false, 6));
		assertThat(only("PINS=7", "mediated")).isEqualTo(new Check("pins", "7", "1", false, 6));
		assertThat(only("RC=-EINVAL", "mediated")).isEqualTo(new Check("return code", "-EINVAL", "0", false, 6));
	}

	@Test
	void senseBytesAreTakenFromTheDeviceWhereTheIrbHasNone() throws SessionException {
		for (String path : List.of("direct", "two-stage", "mediated")) {
			List<Check> all = checks(REJECTED + "         EXPECT CC=0,UNIT=CE+DE+UC,SENSE=X'80'\n", path);
			assertThat(all).extracting(Check::name).contains("sense data");
			assertThat(all).filteredOn(c -> c.name().equals("sense data")).allMatch(Check::ok);
		}
	}

	@Test
	void pinsAndReturnCodeSayNothingWhereTheGuestHasTheChannelToItself() throws SessionException {
		assertThat(checks(SENSE_ID + "         EXPECT PINS=7,RC=-EINVAL,CC=0\n", "direct")).extracting(Check::name)
				.containsExactly("condition code");
	}

	@Test
	void expectationsOfOtherPathsDoNotCount() throws SessionException {
		String text = SENSE_ID + "         EXPECT CC=3,PATH=linux\n         EXPECT CC=0,PATH=direct\n";
		assertThat(checks(text, "direct")).containsExactly(new Check("condition code", "0", "0", true, 7));
		assertThat(checks(text, "mediated")).isEmpty();
	}
}
