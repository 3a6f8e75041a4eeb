// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ccwbench.model.Document;
import org.ccwbench.model.Statement;
import org.junit.jupiter.api.Test;

/** Which statement put which byte where. */
class SourceMapTest {
	private static final String TEXT = """
			PROG     CCW1  NOP,0,CC,1
			         CCW1  SENSEID,BUF,SLI,7
			LIST     IDAL  BUF,BUF+2K
			DATA     DC    X'0102',C'VOL1'
			BUF      DS    CL80
			""";

	@Test
	void everyAddressLeadsToItsStatementAndOperand() {
		Document d = Notation.parse("t", TEXT).document();
		Image i = Notation.assemble(d);
		assertThat(at(i, 0x2000)).isSameAs(d.getStatements().get(0));
		assertThat(at(i, 0x2007)).isSameAs(d.getStatements().get(0));
		assertThat(at(i, 0x2008)).isSameAs(d.getStatements().get(1));
		assertThat(i.sources().at(0x2018).orElseThrow()).satisfies(p -> {
			assertThat(p.statement()).isSameAs(d.getStatements().get(2));
			assertThat(p.part()).isEqualTo(1);
			assertThat(p.line()).isEqualTo(3);
			assertThat(i.text().substring(p.offset(), p.offset() + p.textLength())).isEqualTo("BUF+2K");
		});
		assertThat(i.sources().at(0x2022).orElseThrow()).satisfies(p -> {
			assertThat(p.address()).isEqualTo(0x2022);
			assertThat(p.length()).isEqualTo(4);
			assertThat(i.text().substring(p.offset(), p.offset() + p.textLength())).isEqualTo("C'VOL1'");
		});
		assertThat(i.sources().at(0x2026).orElseThrow().stored()).isFalse();
		assertThat(i.sources().at(0x2026 + 80)).isEmpty();
		assertThat(i.sources().at(0x1FFF)).isEmpty();
		assertThat(i.name(0x2010)).isEqualTo("LIST");
		assertThat(i.name(0x2028)).isEqualTo("BUF+2");
	}

	@Test
	void aStatementLeadsToItsAddresses() {
		Document d = Notation.parse("t", TEXT).document();
		SourceMap m = Notation.assemble(d).sources();
		assertThat(m.of(d.getStatements().get(3))).extracting(SourceMap.Piece::address).containsExactly(0x2020L, 0x2022L);
		assertThat(m.of(d.getStatements().get(4))).extracting(SourceMap.Piece::length).containsExactly(80L);
	}

	@Test
	void whatOverwritesCountsAndTheRestStays() {
		Document d = Notation.parse("t", "A DC 8X'11'\n ORG A+2\nB DC X'2222'\n ORG\nC DC X'33'\n").document();
		Image i = Notation.assemble(d);
		assertThat(at(i, 0x2001)).isSameAs(d.getStatements().get(0));
		assertThat(at(i, 0x2003)).isSameAs(d.getStatements().get(2));
		assertThat(at(i, 0x2004)).isSameAs(d.getStatements().get(0));
		assertThat(at(i, 0x2008)).isSameAs(d.getStatements().get(4));
		assertThat(i.segments()).containsExactly(new Segment(0x2000, new byte[] { 0x11, 0x11, 0x22, 0x22, 0x11, 0x11, 0x11, 0x11, 0x33 }));
	}

	@Test
	void linesAreThoseOfTheTextWithContinuation() {
		Image i = Texts.image("* one\n IDAL X'1000',\n   X'2000'\n");
		assertThat(i.sources().at(0x2000).orElseThrow().line()).isEqualTo(2);
		assertThat(i.sources().at(0x2008).orElseThrow().line()).isEqualTo(3);
	}

	@Provide
	Arbitrary<String> nearlyPrograms() {
		return Texts.nearlyPrograms();
	}

	@Property(tries = 500)
	void everyStoredByteHasAStatementAndNoOtherHas(@ForAll("nearlyPrograms") String text) {
		Image i = Texts.image(text);
		long stored = 0;
		for (SourceMap.Piece p : i.sources().pieces()) {
			stored += p.stored() ? p.length() : 0;
		}
		long bytes = 0;
		for (Segment s : i.segments()) {
			bytes += s.bytes().length;
			for (long a = s.address(); a < s.end(); a += Math.max(1, s.bytes().length / 50)) {
				assertThat(i.sources().at(a).orElseThrow().stored()).isTrue();
			}
		}
		assertThat(bytes).isEqualTo(stored);
	}

	private static Statement at(Image i, long address) {
		return i.sources().at(address).orElseThrow().statement();
	}
}
