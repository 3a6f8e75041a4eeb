// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.ccwbench.arch.Pmcw;
import org.junit.jupiter.api.Test;

/** The statements that HLASM does not have. Layouts: PoP SA22-7832, chapters 15 and 16. */
class StatementsTest {
	@Test
	void anOrbSaysByDefaultWhatALinuxGuestSays() {
		// parameter 0; format 1, prefetch, format-2 IDAWs; every path; CPA
		assertThat(orb(" ORB CPA=P\nP CCW1 NOP\n")).isEqualTo("0000000000C2FF0000002000");
	}

	@Test
	void everyBitOfAnOrbHasItsPlace() {
		// word 1: key 0-3, S 4, C 5, M 6, Y 7, F 8, P 9, I 10, A 11, U 12, B 13, H 14, T 15, LPM 16-23, L 24, D 25, X 31
		String base = "P CCW1 NOP\n ORB CPA=P,PFCH=NO,IDA2=NO,LPM=0,";
		assertThat(orb(base + "KEY=15")).isEqualTo("00000000F080000000002000");
		assertThat(orb(base + "S=1")).isEqualTo("000000000880000000002000");
		assertThat(orb(base + "C=1,M=1,Y=1")).isEqualTo("000000000780000000002000");
		assertThat(orb(base + "ISIC,ALCC,SSIC")).isEqualTo("0000000000B8000000002000");
		assertThat(orb(base + "FMT=0")).isEqualTo("000000000000000000002000");
		assertThat(orb(base + "H=YES,T=YES")).isEqualTo("000000000083000000002000");
		assertThat(orb(base + "ILS,MIDA")).isEqualTo("00000000008000C000002000");
		assertThat(orb(base + "INTPARM=X'00ABCDEF',LPM=X'80'")).isEqualTo("00ABCDEF0080800000002000");
	}

	@Test
	void prioritiesMakeAnOrbOf32Bytes() {
		assertThat(orb("P CCW1 NOP\n ORB CPA=P,CSSPRI=7,CUPRI=9")).hasSize(64)
				.startsWith("0000000000C2FF010000200007000900");
	}

	@Test
	void whatAnOrbLeavesOutSuitsTheProgram() {
		assertThat(orb("P CCW0 3,0,0,1\n ORB CPA=P")).as("format 0").startsWith("000000000042");
		assertThat(orb("P CCW1 NOP\nL IDAL FMT=1,0\n ORB CPA=P")).as("format-1 IDAWs").startsWith("0000000000C0");
		assertThat(orb("P CCW1 NOP\nL IDAL BLK=2K,0\n ORB CPA=P")).as("2K blocks").startsWith("0000000000C3");
		assertThat(orb("P CCW1 NOP\nL MIDAL (0,1,0)\n ORB CPA=P")).as("MIDAWs").startsWith("0000000000C2FF40");
		assertThat(orb("P CCW1 NOP\nQ CCW1 NOP\n ORB KEY=0")).as("first CCW").endsWith("00002000");
		assertThat(Texts.image(" CCW1 NOP\n").starts()).as("CCWs without an ORB").hasSize(1);
		assertThat(Texts.image(" DC X'00'\n").starts()).isEmpty();
	}

	@Test
	void listsOfFormat1HaveWordsAndOfFormat2Doublewords() {
		assertThat(Texts.hex(" IDAL FMT=1,X'1000',X'2000'\n")).isEqualTo("0000100000002000");
		assertThat(Texts.hex(" IDAL X'1000',X'123450000'\n")).isEqualTo("00000000000010000000000123450000");
	}

	@Test
	void computedListsHaveAWordForEachBlockThatTheDataTouch() {
		assertThat(Texts.hex(" IDAL DATA=X'10800',LEN=4096\n")).isEqualTo("00000000000108000000000000011000");
		assertThat(Texts.hex(" IDAL DATA=X'10800',LEN=2048\n")).isEqualTo("0000000000010800");
		assertThat(Texts.hex(" IDAL FMT=1,DATA=X'10400',LEN=4096\n")).isEqualTo("000104000001080000011000");
		assertThat(Texts.hex(" IDAL BLK=2K,DATA=X'10801',LEN=2048\n")).isEqualTo("00000000000108010000000000011000");
	}

	@Test
	void computedListsMayBeOfDataFurtherDown() {
		Image i = Texts.image("L IDAL DATA=B,LEN=L'B\nAFTER DC X'00'\n ORG X'2FF0'\nB DS XL100\n");
		assertThat(i.problems()).isEmpty();
		assertThat(i.labels()).containsEntry("AFTER", 0x2010L);
	}

	@Test
	void midawsHaveFlagsCountAndAddressAndTheLastOneSaysSo() {
		assertThat(Texts.hex(" MIDAL (SKIP,4,X'1000'),(0,76,X'123450000')\n"))
				.isEqualTo("00000000004000040000000000001000" + "000000000080004C0000000123450000");
		assertThat(Texts.image(" DC X'00'\nL MIDAL (0,1,0)\n").labels()).containsEntry("L", 0x2010L);
	}

	@Test
	void commandsAreThoseOfTheDeviceAbove() {
		String text = " DEVICE 0120,TYPE=3390\n CCW1 RD,0\n CCW1 READ_DATA,0\n DEVICE 0180,TYPE=3420\n CCW1 RD,0\n CCW1 WTM\n";
		assertThat(Texts.hex(text)).isEqualTo("0600000000000000060000000000000002000000000000001F00000000000000");
	}

	@Test
	void aDeviceHasNumberTypeImageAndOptions() {
		Image i = Texts.image(" DEVICE 0.0.0120,TYPE=3390,CU=3990-6,IMAGE='a dir/it''s.gz',FOO=bar\n SUBCH LPM=X'C0',ISC=5,ENABLE=NO,SENSE,LIMIT=X'1000'\n");
		assertThat(i.problems()).isEmpty();
		DeviceSpec d = i.devices().get(0);
		assertThat(d.number()).isEqualTo(0x120);
		assertThat(d.type()).isEqualTo("3390");
		assertThat(d.image()).isEqualTo("a dir/it's.gz");
		assertThat(d.options()).containsEntry("CU", "3990-6").containsEntry("FOO", "bar").hasSize(2);
		byte[] pmcw = d.subchannel().pmcw();
		assertThat(pmcw).hasSize(28);
		assertThat(HexFormat.of().withUpperCase().formatHex(pmcw)).startsWith("0000000028010120C0000080" + "0000FF80").endsWith("00000001");
		assertThat(Pmcw.BLOCK.field("isc").get(pmcw)).isEqualTo(5);
		assertThat(d.subchannel().limit()).isEqualTo(0x1000);
	}

	@Test
	void aTextWithoutMachineGetsADiskAnd16M() {
		Image i = Texts.image(" CCW1 NOP\n");
		assertThat(i.devices()).singleElement().satisfies(d -> assertThat(d.type()).isEqualTo("3390"));
		assertThat(i.storage()).containsExactly(new StorageRange(0, 16 << 20, null));
		assertThat(i.dma()).isEmpty();
	}

	@Test
	void theDmaMapIsBuiltInOrder() {
		Image i = Texts.image(" STORAGE 1M\n STORAGE 1M,BASE=2G\n KEY X'1000',4K,9,F\n MAP 0,64K,USER=X'7F0000000000',HOST=X'123000',PERM=RO\n UNMAP 4K,4K\n NOPIN 8K,4K\n");
		assertThat(i.problems()).isEmpty();
		assertThat(i.storage()).extracting(StorageRange::base).containsExactly(0L, 1L << 31);
		assertThat(i.keys()).singleElement().satisfies(k -> {
			assertThat(k.accessControl()).isEqualTo(9);
			assertThat(k.fetchProtected()).isTrue();
		});
		assertThat(i.dma().get(0)).isInstanceOfSatisfying(DmaStep.Map.class, m -> {
			assertThat(m.user()).isEqualTo(0x7F0000000000L);
			assertThat(m.host()).isEqualTo(0x123000);
			assertThat(m.writable()).isFalse();
		});
		assertThat(i.dma().get(1)).isInstanceOf(DmaStep.Unmap.class);
		assertThat(i.dma().get(2)).isInstanceOfSatisfying(DmaStep.NoPin.class, n -> assertThat(n.guest()).isEqualTo(8192));
	}

	@Test
	void expectationsBelongToTheOrbAbove() {
		Image i = Texts.image("""
				P CCW1 NOP
				B DS CL4
				 ORB CPA=P
				 EXPECT CC=0,UNIT=CE+DE+UC,CHAN=IL+PGM,COUNT=5,CPA=P+8,RC=-EINVAL,PINS=3,DCC=1
				 EXPECT SENSE=X'0008',DATA=(B,C'VOL1'),DATA=B,2H'1',PATH=(linux,mediated)
				 ORB CPA=P
				 EXPECT SCSW=12X'1F'
				""");
		assertThat(i.problems()).isEmpty();
		List<Expectation> first = i.starts().get(0).expectations();
		assertThat(first).extracting(Expectation::what).startsWith(new Expected.ConditionCode(0), new Expected.DeviceStatus(0x0E),
				new Expected.SubchannelStatus(0x60), new Expected.ResidualCount(5), new Expected.ProgramAddress(0x2008),
				new Expected.ReturnCode(-22), new Expected.Pins(3), new Expected.DeferredCode(1));
		assertThat(first.get(8).what()).isInstanceOfSatisfying(Expected.SenseData.class, s -> assertThat(s.begins()).containsExactly(0, 8));
		assertThat(first.get(9).what()).isInstanceOfSatisfying(Expected.Content.class, c -> {
			assertThat(c.address()).isEqualTo(0x2008);
			assertThat(c.bytes()).containsExactly(0xE5, 0xD6, 0xD3, 0xF1);
		});
		assertThat(first.get(10).what()).isInstanceOfSatisfying(Expected.Content.class, c -> assertThat(c.bytes()).containsExactly(0, 1, 0, 1));
		assertThat(first.get(7).appliesTo(null)).isTrue();
		assertThat(first.get(8).appliesTo("linux")).isTrue();
		assertThat(first.get(8).appliesTo("two-stage")).isFalse();
		assertThat(first.get(8).appliesTo(null)).isFalse();
		assertThat(first.get(8).line()).isEqualTo(5);
		assertThat(i.starts().get(1).expectations()).singleElement().satisfies(e -> assertThat(e.what())
				.isInstanceOfSatisfying(Expected.StatusWord.class, s -> assertThat(s.scsw()).hasSize(12).containsOnly(0x1F)));
	}

	@Test
	void theCodePageDecidesOverBrackets() {
		// left bracket: X'AD' in 1047, X'BA' in 037
		assertThat(Texts.hex(" DC C'['\n CODEPAGE 037\n DC C'['\n")).isEqualTo("ADBA");
	}

	private static String orb(String text) {
		Image i = Texts.image(text);
		assertThat(i.problems()).isEmpty();
		return HexFormat.of().withUpperCase().formatHex(i.starts().get(0).orb());
	}
}
