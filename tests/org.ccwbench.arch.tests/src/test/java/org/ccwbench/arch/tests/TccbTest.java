// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ccwbench.arch.Dcw;
import org.ccwbench.arch.Explain;
import org.ccwbench.arch.Explanation;
import org.ccwbench.arch.Hex;
import org.ccwbench.arch.Tccb;
import org.ccwbench.arch.Tcw;
import org.junit.jupiter.api.Test;

/**
 * The TCCB: header of 16 bytes, DCWs with control data padded to words, trailer of 8 bytes or 12 (PoP
 * SA22-7832, chapter 15). Lengths 20 to 252 in the header, 12 to 244 in the TCW: z/VM listings TCCBK, TCAT.
 */
class TccbTest {
    /** Prefix with define extent of track 0, then read track data: what the Linux disk driver sends for one track. */
    private static final String READ_TRACK =
        "7f000000 0000005c 1ffe0000 00000000"
        + "e7400040 00000000"
        + "01800000 00000000 00000000 40c00000 00000000 00000000 0000000e 00000000 00000000 00000000 00000000"
        + "0c000001 00000000 00000000 00ff0000 00000000"
        + "a6000000 00001000"
        + "00000000 00001004";

    @Test
    void readTrackData() {
        byte[] bytes = Hex.parse(READ_TRACK);
        assertThat(bytes).hasSize(104);
        Tccb tccb = Tccb.decode(bytes);
        assertThat(tccb.serviceAction()).isEqualTo(0x1ffe);
        assertThat(tccb.dcws()).extracting(Dcw::command).containsExactly(0xe7, 0xa6);
        assertThat(tccb.dcws()).extracting(Dcw::chain).containsExactly(true, false);
        assertThat(tccb.dcws()).extracting(Dcw::count).containsExactly(0L, 4096L);
        assertThat(tccb.dcws().get(0).controlData()).hasSize(64).startsWith(0x01, 0x80);
        assertThat(tccb.transportCount()).isEqualTo(4100);
        assertThat(tccb.readCount()).isEqualTo(Tccb.UNIDIRECTIONAL);
        assertThat(Hex.of(tccb.encode())).isEqualTo(Hex.of(bytes));
        assertThat(Explain.oneLine(Tccb.BLOCK, bytes, "3390")).isEqualTo("2 commands for the device: PREFIX (E7) with 64 bytes"
            + " of control data, READ TRACK DATA (A6), 4096 bytes of data; transport count 4100.");
    }

    @Test
    void controlDataReadAsTheParametersOfTheirCommand() {
        Explanation e = Explain.explanation(Tccb.BLOCK, Hex.parse(READ_TRACK), "3390");
        assertThat(e.rows()).extracting(Explanation.Row::name).containsExactly("tcah", "dcw0", "cd0", "dcw1", "tcat");
        Explanation prefix = e.rows().get(2).nested();
        assertThat(prefix.block().name()).isEqualTo("prefix");
        assertThat(prefix.rows()).filteredOn(r -> r.name().equals("de")).extracting(Explanation.Row::text)
            .containsExactly("Extent from cylinder 0 head 0 to cylinder 0 head 14; all writes inhibited.");
        assertThat(Explain.explanation(Tccb.BLOCK, Hex.parse(READ_TRACK)).rows().get(2).nested().block().name())
            .isEqualTo("control-data");
    }

    @Test
    void interrogateDcwCarriesReasonAndPaths() {
        String hex = "7f000000 00000034 1fff0000 00000000 40000020 00000000"
            + "000101c0 f0ff001e 80000000 00000000 d000000000000000 0000000000000001" + "00000000 00000004";
        Explanation e = Explain.explanation(Tccb.BLOCK, Hex.parse(hex), "3390");
        assertThat(e.verdict()).isEqualTo("One command to interrogate: INTERROGATE (40) with 32 bytes of control data;"
            + " transport count 4.");
        assertThat(e.rows().get(2).nested().verdict()).isEqualTo("Interrogates because of timeout.");
        assertThat(e.rows().get(2).nested().rows().get(3).text()).isEqualTo("paths 0, 1");
    }

    @Test
    void controlDataArePaddedToAWord() {
        Tccb tccb = new Tccb(Tccb.COMMANDS, 5, List.of(new Dcw(0x1f, true, new byte[] {(byte) 0xc0}, 0),
            new Dcw(0x86, false, new byte[0], 80)), 84, Tccb.UNIDIRECTIONAL);
        assertThat(Hex.words(tccb.encode(), 0, tccb.length())).isEqualTo("7F000000 00000020 1FFE0005 00000000"
            + " 1F400001 00000000 C0000000 86000000 00000050 00000000 00000054");
        assertThat(Explain.explanation(Tccb.BLOCK, tccb.encode()).rows()).extracting(Explanation.Row::name)
            .containsExactly("tcah", "dcw0", "cd0", "res200", "dcw1", "tcat");
    }

    @Test
    void trailerOfABidirectionalOperationHasAReadCountToo() {
        Tccb tccb = new Tccb(Tccb.COMMANDS, 0, List.of(new Dcw(0x05, true, new byte[0], 8), new Dcw(0x06, false, new byte[0], 16)),
            12, 20);
        assertThat(Hex.words(tccb.encode(), 32, 12)).isEqualTo("00000000 0000000C 00000014");
        assertThat(tccb.encode()[7]).isEqualTo((byte) 28);
        assertThat(Tccb.decode(tccb.encode())).isEqualTo(tccb);
        assertThat(Explain.oneLine(Tccb.BLOCK, tccb.encode())).endsWith("transport count 12, read count 20.");
    }

    @Test
    void lengthInTheTcwLeavesOut20BytesOr24() {
        byte[] tcw = new byte[64];
        Tcw.R.set(tcw, 1);
        Tcw.tccbLength(tcw, 0, 104);
        assertThat(Hex.words(tcw, 4, 4)).isEqualTo("00560000");
        assertThat(Tcw.tccbLength(tcw, 0)).isEqualTo(104);
        Tcw.W.set(tcw, 1);
        assertThat(Tcw.tccbLength(tcw, 0)).isEqualTo(108);
        Tcw.tccbLength(tcw, 0, 268);
        assertThat(Tcw.TCCBL.get(tcw)).isEqualTo(61);
        assertThatThrownBy(() -> Tcw.tccbLength(tcw, 0, 30)).hasMessage("a TCW cannot designate a TCCB of 30 bytes");
        assertThatThrownBy(() -> Tcw.tccbLength(tcw, 0, 20)).hasMessage("a TCW cannot designate a TCCB of 20 bytes");
    }

    @Test
    void whatIsNoTccbIsRefusedWithThePlace() {
        refused("7f0000", "tccb (Transport-command-control block) takes 32 to 268 bytes in steps of 4, not 3");
        refused("7e" + READ_TRACK.substring(2), "TCCB: the format, byte 0, is 7E, not 7F");
        refused("7f000000 00000015" + READ_TRACK.substring(17),
            "TCCB: the length in the header, byte 7, is 21; it must be a multiple of 4 from 20 to 252");
        refused("7f000000 000000fc" + READ_TRACK.substring(17), "TCCB: the length in the header, byte 7, is 252: the TCCB takes"
            + " 264 bytes, 268 if bidirectional, not 104");
        refused("7f000000 00000014 1ffe0000 00000000 04000004 00000000 00000000 00000000",
            "TCCB: the DCW at offset 16 has 4 bytes of control data, but the transport-command area ends at offset 24");
        refused("7f000000 00000014 1ffe0000 00000000 04400000 00000020 00000000 00000000",
            "TCCB: the DCW at offset 16 chains, but none follows");
        refused("7f000000 0000001c 1ffe0000 00000000 04000000 00000020 e4000000 00000007 00000000 00000000",
            "TCCB: 8 bytes at offset 24 follow a DCW that does not chain");
        refused("7f000000 00000018 1ffe0000 00000000 04400000 00000020 e4000000 00000000 00000000",
            "TCCB: 4 bytes at offset 24 are too few for a DCW");
    }

    @Test
    void malformedBlockIsExplainedAllTheSame() {
        byte[] bytes = Hex.parse("7f000000 00000014 1ffe0000 00000000 04000004 00000000 00000000 00000000");
        assertThat(Explain.explanation(Tccb.BLOCK, bytes).rows()).extracting(Explanation.Row::name)
            .containsExactly("tcah", "rest", "tcat");
        assertThat(Explain.oneLine(Tccb.BLOCK, bytes)).contains("the transport-command area ends at offset 24");
        assertThat(Explain.oneLine(Tccb.BLOCK, new byte[268])).contains("only 7F is defined").contains("byte 7, is 0");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Dcw full = new Dcw(0x06, false, new byte[232], 1);
        assertThat(new Tccb(Tccb.COMMANDS, 0, List.of(full), 8, 4).length()).isEqualTo(268);
        assertThatThrownBy(() -> new Dcw(0x06, false, new byte[233], 1)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("DCW: 233 bytes of control data, at most 232 fit");
        assertThatThrownBy(() -> new Dcw(256, false, new byte[0], 1)).hasMessageContaining("command code 256");
        assertThatThrownBy(() -> new Dcw(6, false, new byte[0], 1L << 32)).hasMessageContaining("count 4294967296");
        Dcw chained = new Dcw(0x06, true, new byte[0], 1);
        assertThatThrownBy(() -> new Tccb(Tccb.COMMANDS, 0, List.of(chained, full), 8, Tccb.UNIDIRECTIONAL))
            .hasMessage("TCCB: DCWs and control data take 248 bytes, at most 240 fit");
        assertThatThrownBy(() -> new Tccb(Tccb.COMMANDS, 0, List.of(chained), 8, Tccb.UNIDIRECTIONAL))
            .hasMessage("TCCB: DCW 0, the last, chains");
        assertThatThrownBy(() -> new Tccb(Tccb.COMMANDS, 0, List.of(), 8, Tccb.UNIDIRECTIONAL))
            .hasMessage("TCCB: it needs at least one DCW");
        assertThatThrownBy(() -> new Tccb(Tccb.COMMANDS, 256, List.of(full), 8, Tccb.UNIDIRECTIONAL))
            .hasMessage("TCCB: priority 256 is not 0 to 255");
    }

    @Property(tries = 300)
    void encodedThenDecodedIsTheSame(@ForAll @IntRange(min = 1, max = 30) int dcws, @ForAll long seed) {
        Random random = new Random(seed);
        List<Dcw> list = new ArrayList<>();
        int spare = Tccb.MAX_AREA - 8 * dcws;
        for (int n = 0; n < dcws; n++) {
            byte[] data = new byte[random.nextInt(spare / 4 * 4 + 1)];
            random.nextBytes(data);
            list.add(new Dcw(random.nextInt(256), n < dcws - 1, data, random.nextInt() & 0xffff_ffffL));
            spare -= data.length + 3 & ~3;
        }
        Tccb tccb = new Tccb(random.nextInt(65536), random.nextInt(256), list, random.nextInt() & 0xffff_ffffL,
            random.nextBoolean() ? Tccb.UNIDIRECTIONAL : random.nextInt() & 0xffff_ffffL);
        byte[] bytes = tccb.encode();
        assertThat(bytes).hasSize(tccb.length());
        assertThat(Tccb.decode(bytes)).isEqualTo(tccb);
        assertThat(Explain.explanation(Tccb.BLOCK, bytes, "3390").block().length()).isEqualTo(bytes.length);
    }

    private static void refused(String hex, String message) {
        assertThatThrownBy(() -> Tccb.decode(Hex.parse(hex))).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
