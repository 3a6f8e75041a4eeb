// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

/**
 * Channel-command word in a {@code long}, most significant byte first as it stands in storage (PoP
 * SA22-7832, chapter 15). Format 0 has command, 24-bit address, flags, an ignored byte and count;
 * format 1 has command, flags, count and a 32-bit word whose bit 0 must be zero. Nothing here
 * allocates.
 */
public final class Ccw {
    /** Bytes of a CCW of either format. */
    public static final int LENGTH = 8;

    /** Chain data. */
    public static final int CD = 0x80;
    /** Chain command. */
    public static final int CC = 0x40;
    /** Suppress length indication. */
    public static final int SLI = 0x20;
    /** Skip the transfer to storage. */
    public static final int SKIP = 0x10;
    /** Program-controlled interruption. */
    public static final int PCI = 0x08;
    /** Indirect data address. */
    public static final int IDA = 0x04;
    /** Suspend. */
    public static final int S = 0x02;
    /** Modified indirect data address. */
    public static final int MIDA = 0x01;

    /** Transfer in channel; in format 0 any code whose right half is 8 is one. */
    public static final int TIC = 0x08;
    /** Control no-operation. */
    public static final int NOP = 0x03;
    /** Basic sense. */
    public static final int SENSE = 0x04;

    public static final Block FORMAT0 = ProgramTables.CCW0;
    public static final Block FORMAT1 = ProgramTables.CCW1;

    private Ccw() {
    }

    /** The table of the format. */
    public static Block block(boolean format1) {
        return format1 ? FORMAT1 : FORMAT0;
    }

    /** Command code, 0 to 255. */
    public static int command(long ccw) {
        return (int) (ccw >>> 56);
    }

    /** Command code; stands at the same place in both formats. */
    public static int command(long ccw, boolean format1) {
        return (int) (ccw >>> 56);
    }

    /** Flag byte: {@link #CD} to {@link #MIDA}. */
    public static int flags(long ccw, boolean format1) {
        return (int) (format1 ? ccw >>> 48 : ccw >>> 24) & 0xff;
    }

    /** Byte count, 0 to 65535. */
    public static int count(long ccw, boolean format1) {
        return (int) (format1 ? ccw >>> 32 : ccw) & 0xffff;
    }

    /**
     * Data address: 24 bits of format 0; the whole second word of format 1, unsigned, so that a bit 0
     * that should be zero is seen.
     */
    public static long address(long ccw, boolean format1) {
        return format1 ? ccw & 0xffffffffL : ccw >>> 32 & 0xffffffL;
    }

    /** Transfer in channel as the format defines it: code 08 exactly in format 1, any x8 in format 0. */
    public static boolean isTic(long ccw, boolean format1) {
        int command = command(ccw);
        return format1 ? command == TIC : (command & 0x0f) == TIC;
    }

    /** Builds a format-0 CCW. Operands are cut to their fields. */
    public static long format0(int command, int address, int flags, int count) {
        return (long) (command & 0xff) << 56 | (address & 0xffffffL) << 32 | (flags & 0xffL) << 24 | count & 0xffff;
    }

    /** Builds a format-1 CCW. Operands are cut to their fields. */
    public static long format1(int command, int flags, int count, int address) {
        return (long) (command & 0xff) << 56 | (flags & 0xffL) << 48 | (count & 0xffffL) << 32 | address & 0xffffffffL;
    }

    /**
     * The same CCW in format 1, as a channel that knows one format only sees it: any x8 becomes TIC
     * with flags and count zero, because format 0 ignores them.
     */
    public static long toFormat1(long ccw0) {
        int address = (int) address(ccw0, false);
        if (isTic(ccw0, false)) {
            return format1(TIC, 0, 0, address);
        }
        return format1(command(ccw0), flags(ccw0, false), count(ccw0, false), address);
    }

    /** Direction of a command by its code's low bits; TIC and invalid codes included. */
    public static Direction direction(int command) {
        return Direction.of(command);
    }

    /** Loads a CCW from bytes. */
    public static long get(byte[] bytes, int offset) {
        long value = 0;
        for (int i = 0; i < LENGTH; i++) {
            value = value << 8 | bytes[offset + i] & 0xff;
        }
        return value;
    }

    /** Stores a CCW into bytes. */
    public static void put(byte[] bytes, int offset, long ccw) {
        for (int i = 0; i < LENGTH; i++) {
            bytes[offset + i] = (byte) (ccw >>> 56 - 8 * i);
        }
    }
}
