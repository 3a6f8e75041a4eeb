// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Transport-command-control block (PoP SA22-7832, chapter 15): a header of 16 bytes, 8 to 240 bytes of
 * DCWs with their control data, and a trailer of 8 bytes, 12 if data go both ways.
 *
 * @param serviceAction {@link #COMMANDS} or {@link #INTERROGATE}; 0 to 65535
 * @param priority 0 to 255
 * @param dcws 1 to 30, every one but the last chained
 * @param transportCount bytes that the transport moves, check bytes included; of a bidirectional
 *     operation, those that are written
 * @param readCount of a bidirectional operation, bytes that are read; {@link #UNIDIRECTIONAL} otherwise
 */
public record Tccb(int serviceAction, int priority, List<Dcw> dcws, long transportCount, long readCount) {
    public static final Block BLOCK = TransportTables.TCCB;
    /** Format in the header: DCWs of variable length. */
    public static final int FORMAT = 0x7f;
    /** Service-action code: commands for the device. */
    public static final int COMMANDS = 0x1ffe;
    /** Service-action code: interrogate. */
    public static final int INTERROGATE = 0x1fff;
    public static final int MIN_LENGTH = 32;
    public static final int MAX_LENGTH = 268;
    /** Most bytes of DCWs and control data. */
    public static final int MAX_AREA = 240;
    /** The read count of an operation that moves data one way. */
    public static final long UNIDIRECTIONAL = -1;

    /** @throws IllegalArgumentException if a value is out of range or the DCWs do not fit; the message says why */
    public Tccb {
        range("service-action code", serviceAction, 0xffff);
        range("priority", priority, 0xff);
        range("transport count", transportCount, 0xffff_ffffL);
        if (readCount != UNIDIRECTIONAL) {
            range("read count", readCount, 0xffff_ffffL);
        }
        dcws = List.copyOf(dcws);
        if (dcws.isEmpty()) {
            throw new IllegalArgumentException("TCCB: it needs at least one DCW");
        }
        int area = dcws.stream().mapToInt(Dcw::length).sum();
        if (area > MAX_AREA) {
            throw new IllegalArgumentException("TCCB: DCWs and control data take " + area + " bytes, at most "
                + MAX_AREA + " fit");
        }
        for (int n = 0; n < dcws.size(); n++) {
            boolean last = n == dcws.size() - 1;
            if (dcws.get(n).chain() == last) {
                throw new IllegalArgumentException("TCCB: DCW " + n + (last ? ", the last, chains" : " does not chain"));
            }
        }
    }

    private static void range(String what, long value, long max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException("TCCB: " + what + " " + value + " is not 0 to " + max);
        }
    }

    /** Bytes of the whole block. */
    public int length() {
        return TccbShape.HEADER + area() + (readCount == UNIDIRECTIONAL ? 8 : 12);
    }

    private int area() {
        return dcws.stream().mapToInt(Dcw::length).sum();
    }

    /** The block; reserved bits and padding are zero. */
    public byte[] encode() {
        byte[] bytes = new byte[length()];
        TransportTables.TCAH.field("format").set(bytes, FORMAT);
        TransportTables.TCAH.field("tcal").set(bytes, area() + TccbShape.EXTRA);
        TransportTables.TCAH.field("sac").set(bytes, serviceAction);
        TransportTables.TCAH.field("prio").set(bytes, priority);
        int at = TccbShape.HEADER;
        for (Dcw dcw : dcws) {
            dcw.encode(bytes, at);
            at += dcw.length();
        }
        TransportTables.TCAT_BIDI.field("tcount").set(bytes, at, transportCount);
        if (readCount != UNIDIRECTIONAL) {
            TransportTables.TCAT_BIDI.field("rcount").set(bytes, at, readCount);
        }
        return bytes;
    }

    /**
     * Takes a TCCB apart.
     *
     * @param bytes the whole block, 32 to 268 bytes
     * @throws IllegalArgumentException if it is no TCCB: wrong length, a header of another format, DCWs that
     *     run past the end, or bytes that no DCW covers; the message gives the offset
     */
    public static Tccb decode(byte[] bytes) {
        Objects.requireNonNull(bytes);
        BLOCK.check(bytes.length);
        if ((bytes[0] & 0xff) != FORMAT) {
            throw new IllegalArgumentException("TCCB: the format, byte 0, is " + Hex.of(bytes[0]) + ", not 7F");
        }
        TccbShape shape = TccbShape.of(bytes, 0, bytes.length);
        if (shape.problem() != null) {
            throw new IllegalArgumentException("TCCB: " + shape.problem());
        }
        List<Dcw> dcws = new ArrayList<>();
        for (int at : shape.dcws()) {
            dcws.add(Dcw.decode(bytes, at));
        }
        boolean both = bytes.length - shape.end() == 12;
        return new Tccb((int) TransportTables.TCAH.field("sac").get(bytes), (int) TransportTables.TCAH.field("prio").get(bytes),
            dcws, TransportTables.TCAT_BIDI.field("tcount").get(bytes, shape.end()),
            both ? TransportTables.TCAT_BIDI.field("rcount").get(bytes, shape.end()) : UNIDIRECTIONAL);
    }
}
