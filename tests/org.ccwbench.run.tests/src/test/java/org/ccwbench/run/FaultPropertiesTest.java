// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever goes wrong with whatever program on whatever path: it ends, and no page stays pinned. */
class FaultPropertiesTest {
	private static final String HEAD = " DEVICE 0120,TYPE=3390,IMAGE=images/volume.3390.gz\n STORAGE 256K\n ORG X'10000'\nPROG EQU *\n";
	private static final String DATA = "EXTENT DC X'C0C00000',XL4'00',H'0,0,1,14'\nWHERE DC X'06000001',H'0,0,0,0',X'03FF0000'\n"
			+ "TRACK DC H'0,1,0'\n ORG X'20000'\nBUF DS XL8192\n";

	@Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
	void everythingEndsAndNothingStaysPinned(@ForAll("texts") String text, @ForAll("paths") String path, @ForAll("drivers") String driver)
			throws Exception {
		try (Session s = Examples.open(text, SessionOptions.of(path).withDriver(driver).withLimits(1_000_000, 500))) {
			Outcome o = s.run(() -> false);
			assertThat(o.starts()).hasSize((int) text.lines().filter(l -> l.startsWith(" ORB")).count());
			assertThat(s.recording().pinTables()).allSatisfy(pins -> assertThat(pins.pages()).as("pinned pages").isZero());
			History h = s.history();
			h.seek(h.size());
			assertThat(h.pinned()).isZero();
			h.seek(0);
			assertThat(h.pinned()).isZero();
		}
	}

	@Provide
	Arbitrary<String> paths() {
		return Arbitraries.of(Examples.paths());
	}

	@Provide
	Arbitrary<String> drivers() {
		return Arbitraries.of("6.12", "6.12", "5.17", "4.19");
	}

	@Provide
	Arbitrary<String> texts() {
		Arbitrary<String> ccw = Arbitraries.of("CCW1 DE,EXTENT,CC,16", "CCW1 LR,WHERE,CC,16", "CCW1 RD,BUF,CC+SLI,80",
				"CCW1 RD,BUF+4000,CD,200", "CCW1 SEEK,TRACK,CC,6", "CCW1 NOP,0,CC+SLI,1", "CCW1 SENSEID,BUF,CC+SLI,20",
				"CCW1 RD,BUF+100,CC+SLI,8000", "CCW1 NOP,0,CC+SLI+S,1", "CCW1 NOP,0,CC+SLI+PCI,1", "CCW1 TIC,PROG", "CCW1 RD,0,CC+SLI+SKIP,80");
		Arbitrary<String> program = ccw.list().ofMinSize(1).ofMaxSize(5)
				.map(l -> " " + String.join("\n ", l) + "\n CCW1 RD,BUF,SLI,80\n");
		Arbitrary<String> when = Arbitraries.of("", ",NTH=2", ",NTH=3", ",TIMES=2", ",NTH=2,TIMES=3", ",TIMES=1000000");
		Arbitrary<String> timed = Combinators.combine(Arbitraries.of("NOTREADY", "UNITCHECK,SENSE=X'1000'", "EQUIPMENT", "DATACHECK",
				"DATACHECK,RECORD=(0,0,3)", "BUSY", "BUSY,UNIT=BUSY+ATTN", "BUSY,UNIT=BUSY+SM", "SLOW,MICROS=300", "NOCE", "NOSTATUS",
				"CDC", "CCC", "IFCC", "CHAIN", "NOINT", "LATEINT,MICROS=500", "NOPIN", "NOPIN,RC=-ENOMEM", "CC,OF=SSCH,CC=1",
				"CC,OF=SSCH,CC=2", "CC,OF=SSCH,CC=3", "CC,OF=TSCH,CC=1", "CC,OF=TSCH,CC=3", "CC,OF=HSCH,CC=2", "CC,OF=CSCH,CC=3",
				"CC,OF=MSCH,CC=2", "CC,OF=STSCH,CC=3"), when).as((kind, times) -> kind + times);
		Arbitrary<String> fault = Arbitraries.oneOf(timed, Arbitraries.of("NONE", "NOPATH", "PATHLOST,NTH=2", "PATHLOST", "GONE",
				"GONE,NTH=2",
				"UNMAP,AREA=(X'20000',4K),NTH=1", "UNMAP,AREA=(X'20000',4K),NTH=2", "UNMAP,AREA=(0,256K),NTH=2",
				"UNPLUG,AREA=(X'20000',8K),NTH=2", "BALLOON,AREA=(X'20000',4K),NTH=1", "MEMLOCK,PAGES=2"), Arbitraries.of("K1", "K2", "K3", "K4", "K5", "K6", "Q1", "Q4", "Q7", "C2", "C3").flatMap(stage ->
				Arbitraries.of("GONE,AT=" + stage, "UNMAP,AREA=(X'20000',4K),AT=" + stage, "UNMAP,AREA=(0,256K),AT=" + stage,
				"UNPLUG,AREA=(X'20000',4K),AT=" + stage, "UNPLUG,AREA=(0,256K),AT=" + stage, "PLUG,AREA=(X'20000',64K),AT=" + stage,
				"PLUG,AREA=(256K,64K),AT=" + stage, "BALLOON,AREA=(0,256K),AT=" + stage)), Arbitraries.of("MEMLOCK,PAGES=0",
				"MEMLOCK,PAGES=2", "MEMLOCK,PAGES=64"));
		Arbitrary<String> later = Arbitraries.of("", "", " HSCH AFTER=1\n", " HSCH\n", " CSCH AFTER=2\n", " CSCH MICROS=1\n", " RSCH\n",
				" SSCH AFTER=1\n", " XSCH AFTER=0\n", " HSCH\n CSCH\n");
		Arbitrary<String> start = Combinators.combine(fault.list().ofMaxSize(3), later, Arbitraries.of("", ",SUSPEND"))
				.as((f, l, s) -> faults(f) + " ORB CPA=PROG" + s + "\n" + l);
		return Combinators.combine(program, start.list().ofMinSize(1).ofMaxSize(3)).as((p, s) -> HEAD + p + DATA + String.join("", s));
	}

	private static String faults(List<String> list) {
		StringBuilder b = new StringBuilder();
		list.forEach(f -> b.append(" FAULT ").append(f).append('\n'));
		return b.toString();
	}
}
