// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.ccwbench.run.Event;
import org.ccwbench.run.EventKind;
import org.ccwbench.run.Session;
import org.ccwbench.run.SessionOptions;
import org.junit.jupiter.api.Test;

/** Two sessions of a text side by side: where they part, and everything in which they differ. */
class ComparisonTest {
	private static final Path HERE = Path.of(System.getProperty("ccwb.root", "../..")).resolve("examples/text.ccw");
	private static final String TEXT = """
			 DEVICE 0120,TYPE=3390,IMAGE=images/volume.3390.gz
			 STORAGE 256K
			 ORG X'10000'
			PROG CCW1 DE,EXTENT,CC,16
			 CCW1 LR,WHERE,CC,16
			 CCW1 RD,LABEL,0,80
			EXTENT DC X'C0C00000',XL4'00',H'0,0,0,14'
			WHERE DC X'06000001',H'0,0,0,0',X'03FF0000'
			 ORG X'20FE0'
			LABEL DC CL80'-'
			%s
			 ORB CPA=PROG
			""";

	private static Session ran(String path, String fault) throws Exception {
		Session s = Session.open(HERE, String.format(TEXT, fault), SessionOptions.of(path));
		s.run(() -> false);
		return s;
	}

	@Test
	void aProgramThatGoesWellIsTheSameToTheGuestOnEveryPath() throws Exception {
		for (String path : new String[] {"direct", "two-stage", "mediated", "assignment", "noiommu"}) {
			try (Session linux = ran("linux", ""); Session other = ran(path, "")) {
				Comparison c = Comparison.of(linux, other);
				assertThat(c.sameForTheGuest()).as(path).isTrue();
				assertThat(c.all(Difference.Kind.COST)).as(path).isNotEmpty();
			}
		}
	}

	@Test
	void theSamePathTwiceDiffersInNothing() throws Exception {
		try (Session one = ran("linux", ""); Session two = ran("linux", "")) {
			assertThat(Comparison.of(one, two).all()).isEmpty();
			assertThat(Comparison.of(one, two).first()).isNull();
		}
	}

	/** The third command of the one is executed, that of the other ends with unit check: there they part. */
	@Test
	void theFirstDifferenceIsTheEventAtWhichTheyPart() throws Exception {
		try (Session well = ran("linux", ""); Session bad = ran("linux", " FAULT UNITCHECK,SENSE=X'1000',NTH=3")) {
			Difference first = Comparison.of(well, bad).first();
			assertThat(first.kind()).isEqualTo(Difference.Kind.COURSE);
			assertThat(first.left()).isEqualTo("80 bytes from the device");
			assertThat(first.right()).isEqualTo("command 06 ended: unit status 0E, channel status 40, residual count 80");
			Event e = new Event();
			well.recording().read(first.leftEvent(), e);
			assertThat(e.kind()).isEqualTo(EventKind.DATA);
			bad.recording().read(first.rightEvent(), e);
			assertThat(e.kind()).isEqualTo(EventKind.ENDED);
		}
	}

	/** X'E5D6D3F1', VOL1 in EBCDIC, begins the label that only one of them has read; the other has its dash, X'60', and blanks. */
	@Test
	void statusFieldsAndStorageAreListed() throws Exception {
		try (Session well = ran("direct", ""); Session refused = ran("linux", " FAULT NOPIN,NTH=4")) {
			Comparison c = Comparison.of(well, refused);
			assertThat(c.all(Difference.Kind.STATUS)).extracting(Difference::what, Difference::left, Difference::right)
					.contains(org.assertj.core.groups.Tuple.tuple("return code", "0", "-EFAULT"));
			assertThat(c.all(Difference.Kind.IRB)).extracting(Difference::what).contains("scsw.cpa", "scsw.dstat");
			assertThat(c.all(Difference.Kind.STORAGE).get(0)).satisfies(d -> {
				assertThat(d.address()).isEqualTo(0x20FE0);
				assertThat(d.left()).startsWith("E5D6D3F1");
				assertThat(d.right()).startsWith("60404040");
			});
			assertThat(c.all(Difference.Kind.STAGE)).anySatisfy(d -> {
				assertThat(d.what()).isEqualTo("K2 Translate and pin");
				assertThat(d.left()).isEqualTo("not there");
				assertThat(d.right()).isEqualTo("failed, -EFAULT");
			});
		}
	}

	@Test
	void historiesStandWhereTheyStood() throws Exception {
		try (Session one = ran("linux", ""); Session two = ran("mediated", "")) {
			one.history().seek(11);
			two.history().seek(two.history().size());
			Comparison.of(one, two);
			assertThat(one.history().position()).isEqualTo(11);
			assertThat(two.history().position()).isEqualTo(two.history().size());
		}
	}

	@Test
	void whatHasNotRunCannotBeCompared() throws Exception {
		try (Session one = ran("linux", ""); Session two = Session.open(HERE, String.format(TEXT, ""), SessionOptions.of("linux"))) {
			assertThatIllegalArgumentException().isThrownBy(() -> Comparison.of(one, two));
		}
	}
}
