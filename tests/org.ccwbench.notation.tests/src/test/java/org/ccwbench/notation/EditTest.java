// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import static org.assertj.core.api.Assertions.assertThat;

import org.ccwbench.model.Ccw;
import org.ccwbench.model.CommentLine;
import org.ccwbench.model.Data;
import org.ccwbench.model.Document;
import org.ccwbench.model.Idal;
import org.ccwbench.model.ModelFactory;
import org.ccwbench.model.Option;
import org.ccwbench.model.Orb;
import org.junit.jupiter.api.Test;

/** What a table or a diagram does to the model shows in the text, and nothing else does. */
class EditTest {
	private static final String TEXT = "* head\r\nPROG   ccw1  NOP,0,CC,1     do nothing\r\n       ccw1  SENSEID,BUF,SLI,7  who\r\n\r\nBUF    DS    CL80\r\n ORB CPA=PROG\r\n";

	private final Document document = Notation.parse("t", TEXT).document();

	@Test
	void anEditedStatementKeepsColumnsCaseAndRemark() {
		ccw(1).setCount("0");
		ccw(2).setFlags("SLI+PCI");
		assertThat(Notation.print(document)).isEqualTo(TEXT.replace("CC,1     do", "CC,0     do").replace("SLI,7  who", "SLI+PCI,7 who"));
	}

	@Test
	void takingAnEditBackGivesTheOldTextToTheByte() {
		ccw(1).setCount("0");
		ccw(1).setCount("1");
		assertThat(Notation.print(document)).isEqualTo(TEXT);
	}

	@Test
	void aNewFormatGivesANewOperation() {
		ccw(1).setFormat(0);
		assertThat(Notation.print(document)).contains("PROG   CCW0  NOP,0,CC,1     do nothing\r\n");
	}

	@Test
	void aNewStatementStandsInCanonicalColumns() {
		Ccw c = ModelFactory.eINSTANCE.createCcw();
		c.setFormat(1);
		c.setLabel("LAST");
		c.setCommand("NOP");
		c.setAddress("0");
		c.setFlags("SLI");
		c.setCount("1");
		c.setComment("the end");
		document.getStatements().add(3, c);
		assertThat(Notation.print(document)).isEqualTo(TEXT.replace("who\r\n", "who\r\nLAST     CCW1  NOP,0,SLI,1             the end\r\n"));
	}

	@Test
	void aStatementBehindALastLineWithoutEndGetsALineOfItsOwn() {
		Document d = Notation.parse("t", " DC X'00'").document();
		CommentLine c = ModelFactory.eINSTANCE.createCommentLine();
		c.setText("more");
		d.getStatements().add(c);
		assertThat(Notation.print(d)).isEqualTo(" DC X'00'\n* more\n");
	}

	@Test
	void referencesFollowTheText() {
		Orb orb = (Orb) document.getStatements().get(5);
		assertThat(orb.getProgram()).isSameAs(ccw(1));
		assertThat(ccw(2).getTarget()).isSameAs(document.getStatements().get(4));
		ccw(2).setAddress("PROG+8");
		Option cpa = orb.getOptions().get(0);
		cpa.setValue("NOWHERE");
		Notation.resolve(document);
		assertThat(ccw(2).getTarget()).isSameAs(ccw(1));
		assertThat(orb.getProgram()).isNull();
	}

	@Test
	void textInAFieldThatBreaksTheLineIsAProblemAndDoesNoHarm() {
		ccw(1).setCount("1\n X");
		ccw(2).setLabel("A B");
		Image i = Notation.assemble(document);
		assertThat(i.ok()).isFalse();
		assertThat(Notation.parse("t", i.text()).document().getStatements()).hasSize(6);
	}

	@Test
	void longOperandsAreContinued() {
		Data d = (Data) Notation.parse("t", " DC C'" + "x".repeat(200) + "'\n").document().getStatements().get(0);
		String line = Notation.format((Document) d.eContainer());
		assertThat(line.lines()).allMatch(l -> l.length() <= 72).hasSize(4);
		assertThat(line.lines().toList().get(0)).endsWith("X").hasSize(72);
		Idal i = (Idal) Notation.parse("t", " IDAL " + "X'10000',".repeat(20) + "0 remark\n").document().getStatements().get(0);
		assertThat(Notation.format((Document) i.eContainer()).lines()).allMatch(l -> l.length() <= 71)
				.last().asString().endsWith(" remark");
	}

	@Test
	void formatAlignsEverything() {
		assertThat(Notation.format(Notation.parse("t", "A dc X'00' one\n\torb CPA=A,,  \n  \n*c  \n").document()))
				.isEqualTo("A        DC    X'00'                   one\n         ORB   CPA=A\n\n*c  \n");
	}

	private Ccw ccw(int i) {
		return (Ccw) document.getStatements().get(i);
	}
}
