// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch.tests;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ccwbench.arch.Ccw;
import org.ccwbench.arch.Direction;
import org.ccwbench.arch.Idaw;
import org.ccwbench.arch.Midaw;
import org.junit.jupiter.api.Test;

/** CCWs in a register agree with the tables (PoP SA22-7832, chapter 15). */
class CcwTest {
    @Property
    void accessorsAgreeWithTheTables(@ForAll long ccw, @ForAll boolean format1) {
        byte[] bytes = new byte[8];
        Ccw.put(bytes, 0, ccw);
        assertThat(Ccw.get(bytes, 0)).isEqualTo(ccw);
        assertThat((long) Ccw.command(ccw, format1)).isEqualTo(Ccw.block(format1).field("cmd").get(bytes));
        assertThat((long) Ccw.flags(ccw, format1)).isEqualTo(Ccw.block(format1).field("flags").get(bytes));
        assertThat((long) Ccw.count(ccw, format1)).isEqualTo(Ccw.block(format1).field("count").get(bytes));
        assertThat(Ccw.address(ccw, format1)).isEqualTo(Ccw.block(format1).field("addr").get(bytes));
    }

    @Property
    void builtIsTakenApart(@ForAll @IntRange(max = 255) int command, @ForAll @IntRange(max = 255) int flags,
            @ForAll @IntRange(max = 65535) int count, @ForAll @IntRange(max = 0xffffff) int address) {
        long zero = Ccw.format0(command, address, flags, count);
        long one = Ccw.format1(command, flags, count, address);
        assertThat(Ccw.count(zero, false)).isEqualTo(count);
        assertThat(Ccw.address(zero, false)).isEqualTo(address);
        assertThat(Ccw.flags(one, true)).isEqualTo(flags);
        assertThat(Ccw.toFormat1(zero)).isEqualTo((command & 15) == 8 ? Ccw.format1(8, 0, 0, address) : one);
    }

    @Test
    void format0AddressHas24BitsAndFormat1ShowsABitThatMustBeZero() {
        assertThat(Ccw.address(0x02abcdef_00000001L, false)).isEqualTo(0xabcdef);
        assertThat(Ccw.address(0x02000001_80000000L, true)).isEqualTo(0x80000000L);
    }

    @Test
    void anyX8IsATransferInChannelInFormat0Only() {
        assertThat(Ccw.isTic(0xf8010000_00000000L, false)).isTrue();
        assertThat(Ccw.isTic(0xf8000000_00010000L, true)).isFalse();
        assertThat(Ccw.isTic(0x08000000_00010000L, true)).isTrue();
    }

    @Test
    void lowBitsOfTheCodeGiveTheDirection() {
        assertThat(Direction.of(0x01)).isEqualTo(Direction.WRITE);
        assertThat(Direction.of(0x02)).isEqualTo(Direction.READ);
        assertThat(Direction.of(0xde)).isEqualTo(Direction.READ);
        assertThat(Direction.of(0x63)).isEqualTo(Direction.CONTROL);
        assertThat(Direction.of(0xe4)).isEqualTo(Direction.SENSE);
        assertThat(Direction.of(0x0c)).isEqualTo(Direction.READ_BACKWARD);
        assertThat(Direction.of(0x08)).isEqualTo(Direction.TIC);
        assertThat(Direction.of(0x00)).isEqualTo(Direction.INVALID);
        assertThat(Direction.of(0xf0)).isEqualTo(Direction.INVALID);
    }

    @Test
    void idawsNeededForATransfer() {
        assertThat(Idaw.words(0x10000, 0, 2048)).isZero();
        assertThat(Idaw.words(0x10000, 2048, 2048)).isEqualTo(1);
        assertThat(Idaw.words(0x107ff, 2, 2048)).isEqualTo(2);
        assertThat(Idaw.words(0x10fff, 65535, 4096)).isEqualTo(17);
        assertThat(Idaw.blockSize(false, true)).isEqualTo(2048);
        assertThat(Idaw.blockSize(true, false)).isEqualTo(4096);
        assertThat(Idaw.blockSize(true, true)).isEqualTo(2048);
    }

    @Test
    void midawHalves() {
        long first = Midaw.first(Midaw.LAST | Midaw.SKIP, 0x1000);
        assertThat(first).isEqualTo(0x00000000_00c01000L);
        assertThat(Midaw.flags(first)).isEqualTo(0xc0);
        assertThat(Midaw.count(first)).isEqualTo(0x1000);
        assertThat(Midaw.reservedZero(first)).isTrue();
        assertThat(Midaw.reservedZero(first | 0x00100000)).isFalse();
        assertThat(Midaw.reservedZero(first | 1L << 63)).isFalse();
    }
}
