// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What printers and punches put out: pages in the report, text in a file if that is wanted. */
class PutOutTest {
	private static final String LISTING = "REPORT\rREPORT\n\n\nONE\n\nTWO\n\fREPORT\n";
	@TempDir
	Path folder;
	private Path text;
	private Path listing;

	@BeforeEach
	void copyTheExample() throws Exception {
		text = folder.resolve("print.ccw");
		listing = folder.resolve("listing.txt");
		Files.writeString(text, Files.readString(Path.of(Invocation.example("print-page"))));
	}

	@Test
	void theReportHasThePagesWithTheirCarriageControl() {
		Invocation i = Invocation.of("run", text.toString(), "-q");
		assertThat(i.exit()).isZero();
		assertThat(i.out()).contains("""
				Put out by device 000E (3211), page 1
				     1  1  |REPORT
				        + |REPORT
				     4  2  |ONE
				     6     |TWO

				Put out by device 000E (3211), page 2
				     1  1  |REPORT
				""");
		assertThat(Invocation.of("run", text.toString(), "--format", "json").out()).contains("\"number\": 4,", "\"channel\": 2,", "\"text\": \"ONE\",");
		assertThat(listing).doesNotExist();
	}

	@Test
	void theFileGrowsByWhatEachRunPutsOut() throws Exception {
		assertThat(Invocation.of("run", text.toString(), "-q", "--write-through", "--path", "direct").exit()).isZero();
		assertThat(Files.readString(listing)).isEqualTo(LISTING);
		Invocation again = Invocation.of("run", text.toString(), "-q", "--write-through", "--path", "linux");
		assertThat(Files.readString(listing)).isEqualTo(LISTING + LISTING);
		assertThat(again.out()).as("of this run only").contains("page 2").doesNotContain("page 3");
	}

	@Test
	void cardsAreNumbered() throws Exception {
		Files.writeString(text, """
				         DEVICE 000D,TYPE=3525,ASCII,OUT='cards.txt'
				P        CCW1  X'01',A,CC+SLI,3
				         CCW1  X'01',B,SLI,1
				A        DC    C'ONE'
				B        DC    C'2'
				         ORB   CPA=P
				""");
		assertThat(Invocation.of("run", text.toString(), "-q", "--write-through").out()).contains("     1     |ONE\n     2     |2\n");
		assertThat(Files.readString(folder.resolve("cards.txt"))).isEqualTo("ONE\n2\n");
	}
}
