// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever can go wrong with a command goes wrong on every device and along every path (PoP SA22-7832, chapter 16). */
class FaultsOfEveryDeviceTest {
	/** A device, a command that works on it with a count that fits, and whether it reads. */
	private record Case(String device, String ccw, boolean reads) {}

	private static final List<Case> DEVICES = List.of(
			new Case("TYPE=3390,CYLINDERS=1", "X'1A',BUF,SLI,5", true), new Case("TYPE=3380,CYLINDERS=1", "X'1A',BUF,SLI,5", true),
			new Case("TYPE=3330,CYLINDERS=1", "X'1A',BUF,SLI,5", true), new Case("TYPE=9336,BLOCKS=10", "X'02',BUF,SLI,512", true),
			new Case("TYPE=3370,BLOCKS=10", "X'02',BUF,SLI,512", true),
			new Case("TYPE=3420,IMAGE='images/tape.aws.gz'", "X'02',BUF,SLI,80", true),
			new Case("TYPE=3480,IMAGE='images/tape.aws.gz'", "X'02',BUF,SLI,80", true),
			new Case("TYPE=3490,IMAGE='images/tape.aws.gz'", "X'02',BUF,SLI,80", true),
			new Case("TYPE=3590,IMAGE='images/tape.aws.gz'", "X'06',BUF,SLI,80", true),
			new Case("TYPE=3505,IMAGE='images/deck.ebc.gz'", "X'02',BUF,SLI,80", true),
			new Case("TYPE=3525", "X'01',BUF,SLI,80", false), new Case("TYPE=1403", "X'01',BUF,SLI,80", false),
			new Case("TYPE=3211", "X'01',BUF,SLI,80", false), new Case("TYPE=3203", "X'01',BUF,SLI,80", false),
			new Case("TYPE=3270", "X'06',BUF,SLI,80", true), new Case("TYPE=3215", "X'01',BUF,SLI,8", false),
			new Case("TYPE=virtio-rng-ccw", "X'33',0,SLI,0", false));

	/** What is said, and what it leads to; DATACHECK is for those that read. */
	private static final String[][] FAULTS = {
		{"NOTREADY", "UNIT=UC,SENSE=X'40'"}, {"UNITCHECK,SENSE=X'05'", "UNIT=CE+DE+UC,SENSE=X'05'"},
		{"UNITCHECK,SENSE=X'80',UNIT=UC", "UNIT=UC,SENSE=X'80'"}, {"EQUIPMENT", "UNIT=CE+DE+UC,SENSE=X'10'"},
		{"DATACHECK", "UNIT=CE+DE+UC,SENSE=X'08'"}, {"BUSY,TIMES=3,MICROS=100", "CC=0,UNIT=CE+DE"},
		{"BUSY,UNIT=ATTN+BUSY", "DCC=1,UNIT=ATTN+BUSY"}, {"SLOW,MICROS=3000", "CC=0,UNIT=CE+DE"}, {"NOCE", "UNIT=DE"},
		{"NOPATH", "DCC=3"}, {"NOINT", "IRB=NO"}, {"NOSTATUS", "IRB=NO"}, {"IFCC", "CHAN=IFCC"}, {"CDC", "CHAN=CDC"},
	};

	@TestFactory
	Stream<DynamicTest> faults() {
		List<DynamicTest> tests = new ArrayList<>();
		for (Case c : DEVICES) {
			for (String[] f : FAULTS) {
				boolean moves = !c.device.startsWith("TYPE=virtio");
				if ((c.reads || !f[0].equals("DATACHECK")) && (moves || !f[0].equals("CDC"))) {
					tests.add(DynamicTest.dynamicTest(c.device + ": " + f[0], () -> check(c, f[0], f[1])));
				}
			}
		}
		return tests.stream();
	}

	private void check(Case c, String fault, String expected) throws Exception {
		String before = c.device.contains("33") && c.device.contains("CYL") ? "         CCW1  X'07',SEEK,CC,6\n" : "";
		String only = before.isEmpty() || !fault.matches("(UNITCHECK|EQUIPMENT|NOCE|CDC|IFCC).*") ? "" : ",NTH=2";
		String text = "         DEVICE 0120," + c.device + "\n         ORG X'10000'\n" + before + "         CCW1  " + c.ccw + "\n"
				+ "SEEK     DC    XL6'00'\n         ORG   X'20000'\nBUF      DS    XL512\n         FAULT " + fault + only + "\n"
				+ "         ORB   CPA=X'10000'\n         EXPECT " + expected + "\n";
		boolean one = c.device.startsWith("TYPE=3390");
		for (String path : one ? Examples.paths() : c.device.matches("TYPE=(9336|3480|3270).*") ? List.of("direct", "linux") : List.of("linux")) {
			try (Session s = Examples.open(text, SessionOptions.of(path).withRecording(false))) {
				Outcome o = s.run(() -> false);
				assertThat(o.expectations()).as("%s: %s%n%s", path, o.last().notes(), text).isNotEmpty().allMatch(Check::ok);
			}
		}
	}
}
