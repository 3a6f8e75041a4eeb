// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the Linux driver treats otherwise than a channel gets a warning at the CCW, with the name of the quirk. */
class DriverQuirksTest {
	private static final String TAIL = "L1 IDAL FMT=1,BUF\nL2 IDAL BUF\nBUF DS CL80\n";

	private static List<String> quirks(String program, String orb) {
		return quirks(LinuxDriver.V6_12, program, orb);
	}

	private static List<String> quirks(LinuxDriver driver, String program, String orb) {
		return Notation.check("t", " DEVICE 0120,TYPE=3390\n" + program + TAIL + orb + "\n", driver).stream()
				.map(p -> p.line() + " " + p.message().replaceFirst(":.*", "")).toList();
	}

	@Test
	void aCommandByteOf03ThatDataChainingLeadsTo() {
		assertThat(quirks("PROG CCW1 RD,BUF,CD,8\n CCW1 X'03',BUF,CC,8\n CCW1 NOP,0,SLI,1\n", " ORB CPA=PROG"))
				.containsExactly("3 quirk of vfio-ccw, NOP in a data chain");
		assertThat(quirks("PROG CCW0 RD,BUF,CD,8\n CCW0 TIC,NEXT\nNEXT CCW0 X'03',BUF,0,8\n", " ORB CPA=PROG"))
				.containsExactly("4 quirk of vfio-ccw, NOP in a data chain");
		assertThat(quirks("PROG CCW1 RD,BUF,CD,8\n CCW1 0,BUF,CC,8\n CCW1 X'03',0,SLI,1\n", " ORB CPA=PROG")).isEmpty();
	}

	@Test
	void aListThatNobodyTranslates() {
		assertThat(quirks("PROG CCW1 NOP,L2,CC+SLI+IDA,1\n CCW1 RD,L2,SLI+SKIP+IDA,8\n", " ORB CPA=PROG,IDA2=YES"))
				.containsExactly("2 quirk of vfio-ccw, list of untranslated addresses", "3 quirk of vfio-ccw, list of untranslated addresses");
		assertThat(quirks("PROG CCW1 NOP,L1,SLI+IDA,1\n", " ORB CPA=PROG,IDA2=NO"))
				.containsExactly("2 quirk of vfio-ccw, format-1 list of a NOP");
		assertThat(quirks("PROG CCW1 RD,L2,SLI+IDA,8\n", " ORB CPA=PROG,IDA2=YES")).isEmpty();
	}

	@Test
	void aProgramThatLoopsIsLookedAtOnce() {
		assertThat(quirks("PROG CCW1 RD,BUF,CD,8\nLOOP CCW1 X'03',BUF,CD,8\n CCW1 TIC,LOOP\n", " ORB CPA=PROG\n ORB CPA=PROG"))
				.containsExactly("3 quirk of vfio-ccw, NOP in a data chain");
	}

	/** 5.17 and 4.19 look at the ORB before they look at the list (ccwchain_calc_length). */
	@Test
	void listsThatDriversBeforeSixRefuse() {
		for (LinuxDriver old : List.of(LinuxDriver.V4_19, LinuxDriver.V5_17)) {
			assertThat(quirks(old, "PROG CCW1 RD,L1,SLI+IDA,8\n", " ORB CPA=PROG,IDA2=NO"))
					.containsExactly("2 quirk of vfio-ccw, list that is refused");
			assertThat(quirks(old, "PROG CCW1 RD,L2,SLI+IDA,8\n", " ORB CPA=PROG,IDA2=YES,IDA2K=YES"))
					.containsExactly("2 quirk of vfio-ccw, list that is refused");
			assertThat(quirks(old, "PROG CCW1 RD,L2,SLI+IDA,8\n", " ORB CPA=PROG,IDA2=YES")).isEmpty();
		}
		assertThat(quirks("PROG CCW1 RD,L1,SLI+IDA,8\n", " ORB CPA=PROG,IDA2=NO")).isEmpty();
	}

	/** ccwchain_fetch_one of 4.19 leaves NOP and test alone, whatever leads to them; skipping is not looked at. */
	@Test
	void whatTheFirstLeavesAlone() {
		String chained = "PROG CCW1 RD,BUF,CD,8\n CCW1 0,BUF,CC,8\n CCW1 NOP,0,SLI,1\n";
		assertThat(quirks(LinuxDriver.V4_19, chained, " ORB CPA=PROG")).containsExactly("3 quirk of vfio-ccw, test in a data chain");
		assertThat(quirks(LinuxDriver.V5_17, chained, " ORB CPA=PROG")).isEmpty();
		String skipping = "PROG CCW1 NOP,L2,CC+SLI+IDA,1\n CCW1 RD,L2,SLI+SKIP+IDA,8\n";
		assertThat(quirks(LinuxDriver.V4_19, skipping, " ORB CPA=PROG,IDA2=YES"))
				.containsExactly("2 quirk of vfio-ccw, list of untranslated addresses");
		assertThat(quirks(LinuxDriver.V5_17, skipping, " ORB CPA=PROG,IDA2=YES")).hasSize(2);
	}

	/** No version knows the MIDA flag: ccwchain_fetch_direct turns IDA on beside it. */
	@Test
	void midawsAreTakenForData() {
		String program = "PROG CCW1 RD,ML,SLI+MIDA,8\nML MIDAL (0,8,BUF)\n";
		for (LinuxDriver d : LinuxDriver.values()) {
			assertThat(quirks(d, program, " ORB CPA=PROG,MIDA=YES")).containsExactly("2 quirk of vfio-ccw, list of MIDAWs taken for data");
		}
	}

	/** get_guest_idal, ccw_count_idaws: lists go upward whatever the command; the channel goes down from the address. */
	@Test
	void readingBackward() {
		String direct = " ORG X'10000'\nPROG CCW1 X'0C',X'20FFF',SLI,%s\n";
		assertThat(quirks(direct.formatted("4096"), " ORB CPA=PROG,IDA2=YES")).isEmpty();
		assertThat(quirks(direct.formatted("4097"), " ORB CPA=PROG,IDA2=YES"))
				.containsExactly("3 quirk of vfio-ccw, reading backward across a block");
		assertThat(quirks(direct.formatted("4096"), " ORB CPA=PROG,IDA2=NO")).as("blocks of 2K")
				.containsExactly("3 quirk of vfio-ccw, reading backward across a block");
		String list = " ORG X'10000'\nPROG CCW1 X'0C',L,SLI+IDA,4096\nL DC X'0000000000020FFF0000000000021FFF'\n";
		assertThat(quirks(list, " ORB CPA=PROG,IDA2=YES")).as("two words upward, one downward")
				.containsExactly("3 quirk of vfio-ccw, list for reading backward");
		String two = " ORG X'10000'\nPROG CCW1 X'0C',L,SLI+IDA,4096\nL DC X'00000000000207FF0000000000021FFF'\n";
		assertThat(quirks(two, " ORB CPA=PROG,IDA2=YES")).isEmpty();
		assertThat(quirks(LinuxDriver.V5_17, two, " ORB CPA=PROG,IDA2=YES")).as("the second word loses its FFF")
				.containsExactly("3 quirk of vfio-ccw, list for reading backward");
	}

	/** Eight bytes of data behind a TIC are X'31' with a count of 8 to the first driver; those with a count of 0 harm nobody. */
	@Test
	void dataBehindATic() {
		String program = "PROG CCW1 RD,BUF,CC,8\n CCW1 TIC,LAST\n DC X'3100000800F00000'\nLAST CCW1 NOP,0,SLI,1\n";
		assertThat(quirks(LinuxDriver.V4_19, program, " ORB CPA=PROG")).containsExactly("3 quirk of vfio-ccw, data behind a TIC");
		assertThat(quirks(LinuxDriver.V5_17, program, " ORB CPA=PROG")).isEmpty();
		assertThat(quirks(LinuxDriver.V4_19, program.replace("3100000800F00000", "0000000000F00000"), " ORB CPA=PROG")).isEmpty();
	}
}
