// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import java.util.Arrays;

/**
 * Device-command word with its control data (PoP SA22-7832, chapter 15): 8 bytes, and as many bytes of
 * control data as it says, padded to a word.
 *
 * @param command command code, 0 to 255
 * @param chain chain command: another DCW follows
 * @param controlData parameters of the command, 0 to 232 bytes
 * @param count bytes of data, 0 to 4294967295
 */
public record Dcw(int command, boolean chain, byte[] controlData, long count) {
    /** Bytes without control data. */
    public static final int LENGTH = 8;
    public static final Block BLOCK = TransportTables.DCW;
    public static final Field COMMAND = BLOCK.field("cmd");
    public static final Field FLAGS = BLOCK.field("flags");
    public static final Field CONTROL_DATA_COUNT = BLOCK.field("cdcount");
    public static final Field COUNT = BLOCK.field("count");
    /** Bit of {@link #FLAGS}: chain command. */
    public static final int CHAIN = TccbShape.CHAIN;
    /** Command code: interrogate, with service-action code {@link Tccb#INTERROGATE} only. */
    public static final int INTERROGATE = 0x40;
    /** Most bytes of control data that fit into a TCCB. */
    public static final int MAX_CONTROL_DATA = 232;

    /** @throws IllegalArgumentException if a value is out of range; the message names it */
    public Dcw {
        if (command < 0 || command > 255) {
            throw new IllegalArgumentException("DCW: command code " + command + " is not 0 to 255");
        }
        if (count < 0 || count > 0xffff_ffffL) {
            throw new IllegalArgumentException("DCW: count " + count + " is not 0 to 4294967295");
        }
        if (controlData.length > MAX_CONTROL_DATA) {
            throw new IllegalArgumentException("DCW: " + controlData.length + " bytes of control data, at most "
                + MAX_CONTROL_DATA + " fit");
        }
        controlData = controlData.clone();
    }

    @Override
    public byte[] controlData() {
        return controlData.clone();
    }

    /** Bytes in a TCCB: 8, the control data and padding. */
    public int length() {
        return LENGTH + TccbShape.padded(controlData.length);
    }

    void encode(byte[] into, int offset) {
        COMMAND.set(into, offset, command);
        FLAGS.set(into, offset, chain ? CHAIN : 0);
        CONTROL_DATA_COUNT.set(into, offset, controlData.length);
        COUNT.set(into, offset, count);
        System.arraycopy(controlData, 0, into, offset + LENGTH, controlData.length);
    }

    static Dcw decode(byte[] bytes, int offset) {
        int length = (int) CONTROL_DATA_COUNT.get(bytes, offset);
        return new Dcw((int) COMMAND.get(bytes, offset), (FLAGS.get(bytes, offset) & CHAIN) != 0,
            Arrays.copyOfRange(bytes, offset + LENGTH, offset + LENGTH + length), COUNT.get(bytes, offset));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dcw d && command == d.command && chain == d.chain && count == d.count
            && Arrays.equals(controlData, d.controlData);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * command + Long.hashCode(count)) + Arrays.hashCode(controlData) + (chain ? 1 : 0);
    }

    @Override
    public String toString() {
        return Hex.of(command) + (chain ? " CC " : " ") + count + " [" + Hex.of(controlData) + "]";
    }
}
