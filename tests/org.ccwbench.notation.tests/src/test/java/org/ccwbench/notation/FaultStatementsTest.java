// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ccwbench.model.Document;
import org.ccwbench.model.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** FAULT, and the instructions that are issued while a program goes on. */
class FaultStatementsTest {
	private static final String DISK = " DEVICE 0120,TYPE=3390\n";
	private static final String PROGRAM = "PROG CCW1 NOP,0,SLI,1\n ORB CPA=PROG\n";

	private static FaultSpec fault(String operands) {
		Image i = Texts.image(DISK + " FAULT " + operands + "\n" + PROGRAM);
		assertThat(i.problems()).isEmpty();
		assertThat(i.faults()).hasSize(1);
		return i.faults().get(0);
	}

	@Test
	void everyKindHasItsFigures() {
		assertThat(fault("NOTREADY").what()).isEqualTo(new Failure.NotReady());
		assertThat(fault("UNITCHECK,SENSE=X'1000',UNIT=UC").what()).isInstanceOfSatisfying(Failure.UnitCheck.class, u -> {
			assertThat(u.sense()).containsExactly(0x10, 0);
			assertThat(u.status()).isEqualTo(0x02);
		});
		assertThat(fault("EQUIPMENT").what()).isEqualTo(new Failure.EquipmentCheck());
		assertThat(fault("DATACHECK,RECORD=(1,2,X'03')").what()).isEqualTo(new Failure.DataCheck(1, 2, 3));
		assertThat(fault("BUSY,MICROS=50").what()).isEqualTo(new Failure.Busy(50, 0x10));
		assertThat(fault("BUSY,UNIT=ATTN+BUSY").what()).isEqualTo(new Failure.Busy(1000, 0x90));
		assertThat(fault("SLOW,MICROS=500").what()).isEqualTo(new Failure.Slow(500));
		assertThat(fault("NOCE").what()).isEqualTo(new Failure.NoChannelEnd());
		assertThat(fault("NOSTATUS").what()).isEqualTo(new Failure.NoStatus());
		assertThat(fault("NOPATH").what()).isEqualTo(new Failure.NoPath(0xFF));
		assertThat(fault("PATHLOST,LPM=X'80',NTH=3").what()).isEqualTo(new Failure.PathLost(0x80));
		assertThat(fault("CDC").what()).isEqualTo(new Failure.ChannelCheck(0x08));
		assertThat(fault("CCC").what()).isEqualTo(new Failure.ChannelCheck(0x04));
		assertThat(fault("IFCC").what()).isEqualTo(new Failure.ChannelCheck(0x02));
		assertThat(fault("CHAIN").what()).isEqualTo(new Failure.ChannelCheck(0x01));
		assertThat(fault("GONE,AT=k3").what()).isEqualTo(new Failure.Gone("K3"));
		assertThat(fault("GONE,NTH=2").what()).isEqualTo(new Failure.Gone(null));
		assertThat(fault("CC,OF=ssch,CC=2").what()).isEqualTo(new Failure.Answer("SSCH", 2));
		assertThat(fault("NOINT").what()).isEqualTo(new Failure.InterruptionLost());
		assertThat(fault("LATEINT,MICROS=300").what()).isEqualTo(new Failure.InterruptionLate(300));
		assertThat(fault("UNMAP,AREA=(PROG+X'1E000',4K),AT=K2").what()).isEqualTo(new Failure.Unmapped(0x20000, 0x1000, "K2"));
		assertThat(fault("NOPIN,NTH=3,RC=-ENOMEM").what()).isEqualTo(new Failure.PinFails(12));
		assertThat(fault("UNPLUG,AREA=(1G,16M),AT=K2").what()).isEqualTo(new Failure.Unplugged(1 << 30, 16 << 20, "K2"));
		assertThat(fault("PLUG,AREA=(1G,16M),AT=Q1").what()).isEqualTo(new Failure.Plugged(1 << 30, 16 << 20, "Q1"));
		assertThat(fault("BALLOON,AREA=(0,4K),AT=K3").what()).isEqualTo(new Failure.Ballooned(0, 4096, "K3"));
		assertThat(fault("MEMLOCK,PAGES=8").what()).isEqualTo(new Failure.MemoryLocked(8));
		assertThat(fault("NONE").what()).isEqualTo(new Failure.None());
	}

	@Test
	void whenItHappens() {
		FaultSpec f = fault("EQUIPMENT,CMD=RD,NTH=2,TIMES=3");
		assertThat(List.of(f.command(), f.nth(), f.times(), f.start(), f.device(), f.line())).containsExactly(0x06, 2, 3, 0, 0, 2);
		assertThat(fault("EQUIPMENT")).extracting(FaultSpec::command, FaultSpec::nth, FaultSpec::times).containsExactly(-1, 1, 1);
		assertThat(fault("NOTREADY").times()).isEqualTo(Integer.MAX_VALUE);
		assertThat(fault("DATACHECK").times()).isEqualTo(1);
		assertThat(fault("DATACHECK,RECORD=(0,0,1)").times()).as("a bad spot stays").isEqualTo(Integer.MAX_VALUE);
	}

	@Test
	void aFaultBelongsToTheDeviceAboveAndTheStartFunctionBelow() {
		Image i = Texts.image(DISK + PROGRAM + " FAULT BUSY\n DEVICE 0180,TYPE=3420\n FAULT NOTREADY\n ORB CPA=PROG\n");
		assertThat(i.faults()).extracting(FaultSpec::device).containsExactly(0, 1);
		assertThat(i.faults()).extracting(FaultSpec::start).containsExactly(1, 1);
		assertThat(Texts.image("A CCW1 NOP,0,SLI,1\n FAULT BUSY\n").faults()).extracting(FaultSpec::start).containsExactly(0);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "FAULT BUSSY|2:8|'BUSSY' is nothing that can go wrong; did you mean BUSY?",
			"FAULT NTH=2|2:8|FAULT does not say what goes wrong", "FAULT|2:2|FAULT wants at least 1 operand, found 0",
			"FAULT BUSY,SENSE=X'80'|2:19|FAULT BUSY has no keyword SENSE", "FAULT BUSY,NTH=0|2:17|NTH is 0, out of range",
			"FAULT UNITCHECK|2:2|FAULT UNITCHECK without SENSE=", "FAULT UNITCHECK,SENSE=33X'00'|2:24|a device has at most 32 sense bytes, found 33",
			"FAULT DATACHECK,RECORD=(1,2)|2:25|a record has a cylinder, a head and a number", "FAULT SLOW|2:2|FAULT SLOW without MICROS=",
			"FAULT CC,OF=SIO,CC=1|2:14|'SIO' is no I/O instruction of a subchannel", "FAULT CC,OF=SSCH,CC=4|2:22|CC is 4, out of range",
			"FAULT UNMAP,AREA=(1,4K),AT=K2|2:20|the IOVA X'1' is not on a page boundary",
			"FAULT NOSTATUS,COLOUR=RED|2:17|FAULT has no keyword COLOUR" })
	void whatIsWrongIsSaidWithItsPlace(String statement, String place, String message) {
		assertThat(Texts.problems(DISK + " " + statement + "\n" + PROGRAM)).first().satisfies(p -> {
			assertThat(p.line() + ":" + p.column()).isEqualTo(place);
			assertThat(p.message()).startsWith(message);
			assertThat(p.severity()).isEqualTo(Severity.ERROR);
		});
	}

	@Test
	void aFaultThatNothingFollowsGivesAWarning() {
		assertThat(Texts.problems(DISK + PROGRAM + " FAULT BUSY\n")).singleElement().satisfies(p -> {
			assertThat(p.severity()).isEqualTo(Severity.WARNING);
			assertThat(p.message()).startsWith("no ORB follows");
		});
	}

	@Test
	void instructionsBelongToTheOrbAbove() {
		Image i = Texts.image(DISK + PROGRAM + " HSCH AFTER=2,CC=0\n EXPECT CC=0\n csch MICROS=100\n ORB CPA=PROG\n RSCH\n");
		assertThat(i.problems()).isEmpty();
		assertThat(i.starts().get(0).instructions()).extracting(Instruction::name).containsExactly("HSCH", "CSCH");
		assertThat(i.starts().get(0).instructions().get(0)).extracting(Instruction::after, Instruction::micros, Instruction::cc)
				.containsExactly(2, -1L, 0);
		assertThat(i.starts().get(0).instructions().get(1).micros()).isEqualTo(100);
		assertThat(i.starts().get(1).instructions()).singleElement().extracting(Instruction::name, Instruction::after, Instruction::cc)
				.containsExactly("RSCH", -1, -1);
		assertThat(Texts.problems(DISK + " HSCH AFTER=1\n" + PROGRAM)).first().extracting(Problem::message)
				.isEqualTo("HSCH belongs to the ORB above it, and there is none");
	}

	@Test
	void anEditedFaultIsPrintedAnew() {
		Document d = Notation.parse("t", " FAULT busy,NTH=2   a remark\n").document();
		Fault f = (Fault) d.getStatements().get(0);
		assertThat(f.getKind()).isEqualTo("busy");
		f.setKind("SLOW");
		f.getOptions().get(0).setName("MICROS");
		assertThat(Notation.print(d)).isEqualTo(" FAULT SLOW,MICROS=2 a remark\n");
	}

	@ParameterizedTest
	@EnumSource(FaultKind.class)
	void everyKindIsProposedAndColouredAndItsKeywordsAreKnown(FaultKind kind) {
		String text = " FAULT " + kind + ",";
		assertThat(Completion.at(text, 7)).extracting(Proposal::text).contains(kind.name());
		assertThat(Completion.at(text, text.length())).extracting(Proposal::text)
				.containsExactlyInAnyOrderElementsOf(kind.keywords().stream().map(k -> k + "=").toList());
		assertThat(kind.keywords()).allSatisfy(k -> assertThat(Keyword.find(StatementKind.FAULT, k)).isNotNull());
		assertThat(Scanner.scan(text)).extracting(Token::kind).containsExactly(Token.Kind.OPERATION, Token.Kind.FLAG, Token.Kind.OPERATOR);
	}

	@Test
	void valuesAreProposedFromTheirTables() {
		String text = DISK + " FAULT UNITCHECK,CMD=S";
		assertThat(Completion.at(text, text.length())).extracting(Proposal::text).contains("SENSE", "SIDEQ");
		assertThat(Completion.at(" FAULT CC,OF=T", 14)).extracting(Proposal::text).containsExactly("TSCH");
		assertThat(Completion.at(" HSCH A", 7)).extracting(Proposal::text).containsExactly("AFTER=");
	}

	@Test
	void whatAnOperatorDoes() {
		Image i = Texts.image("""
				         DEVICE 0700,TYPE=3270
				P        CCW1  RM,P,SLI,8
				         ORB   CPA=P
				         OPERATOR TEXT='IT''S ME',KEY=pf13,AFTER=1
				         OPERATOR
				         OPERATOR KEY=PF24,MICROS=5
				""");
		assertThat(i.problems()).isEmpty();
		assertThat(i.starts().get(0).instructions()).allMatch(Instruction::byOperator)
				.extracting(Instruction::text, Instruction::key, Instruction::after)
				.containsExactly(org.assertj.core.groups.Tuple.tuple("IT'S ME", 0xC1, 1), org.assertj.core.groups.Tuple.tuple("", 0x7D, -1),
						org.assertj.core.groups.Tuple.tuple("", 0x4C, -1));
		assertThat(Texts.image("P CCW1 3,0,SLI,1\n ORB CPA=P\n OPERATOR KEY=F1\n").problems().toString()).contains("there is no key 'F1'");
	}
}
