// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ccwbench.arch.Ebcdic;
import org.ccwbench.arch.Hex;
import org.ccwbench.arch.HexException;
import org.junit.jupiter.api.Test;

/** Hexadecimal text, and EBCDIC (expected codes: IBM code-page charts 1047 and 037). */
class HexTest {
    @Property
    void writtenIsRead(@ForAll byte[] bytes) {
        assertThat(Hex.parse(Hex.of(bytes))).isEqualTo(bytes);
        assertThat(Hex.parse(Hex.words(bytes, 0, bytes.length))).isEqualTo(bytes);
    }

    @Test
    void allUsualSpellingsAreRead() {
        byte[] expected = {0x00, (byte) 0x80, 0x40, 0x17};
        for (String text : new String[] {"00804017", "0080 4017", "0080_4017", "0x00804017", "X'00804017'", "x'0080' 0x40 17",
            " 00\n80\t40\r\n17 ", "0X0080 0x4017"}) {
            assertThat(Hex.parse(text)).as(text).isEqualTo(expected);
        }
        assertThat(Hex.parse("")).isEmpty();
    }

    @Test
    void mistakesCarryTheirOffset() {
        offset("0080g0", 4);
        offset("00804", 4);
        offset("00 X'80", 3);
        offset("00'80", 2);
        offset("00\u066180", 2);
    }

    @Property
    void everyByteIsACharacterAndBack(@ForAll byte[] bytes) {
        for (Ebcdic page : Ebcdic.values()) {
            assertThat(page.encode(page.decode(bytes))).isEqualTo(bytes);
        }
    }

    @Test
    void codePages() {
        assertThat(Ebcdic.IBM1047.encode("VOL1 aZ09")).isEqualTo(Hex.parse("E5D6D3F1 40 81E9 F0F9"));
        assertThat(Ebcdic.IBM1047.encode("[]^")).isEqualTo(Hex.parse("ADBD5F"));
        assertThat(Ebcdic.IBM037.encode("[]^")).isEqualTo(Hex.parse("BABBB0"));
        assertThat(Ebcdic.IBM037.decode(Hex.parse("4C6E4E7B7C"))).isEqualTo("<>+#@");
        assertThat(Ebcdic.printable(0x00)).isEqualTo('.');
        assertThat(Ebcdic.printable(0xc1)).isEqualTo('A');
        assertThatThrownBy(() -> Ebcdic.IBM1047.encode("a\u20ac")).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("character 2");
    }

    private static void offset(String text, int offset) {
        assertThatThrownBy(() -> Hex.parse(text)).isInstanceOf(HexException.class)
            .satisfies(e -> assertThat(((HexException) e).offset()).isEqualTo(offset))
            .hasMessageContaining("offset " + offset);
    }
}
