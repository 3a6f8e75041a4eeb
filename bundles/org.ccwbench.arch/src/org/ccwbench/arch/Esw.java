// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

/**
 * Extended-status word, 20 bytes (PoP SA22-7832, chapter 16). Format 0 starts with the subchannel
 * logout, formats 1 to 3 with the last-path-used mask only; word 1 is the extended-report word in all.
 */
public final class Esw {
    public static final int LENGTH = 20;
    public static final Block FORMAT0 = StatusTables.ESW0;
    public static final Block FORMAT0_64 = StatusTables.ESW0_64;
    public static final Block FORMAT1 = StatusTables.ESW1;
    public static final Block FORMAT2 = StatusTables.ESW2;
    public static final Block FORMAT3 = StatusTables.ESW3;

    /** In every format. */
    public static final Field LPUM = FORMAT0.field("lpum");
    public static final Field ESF = FORMAT0.field("esf");
    public static final Field FVF = FORMAT0.field("fvf");
    public static final Field SA = FORMAT0.field("sa");
    public static final Field TC = FORMAT0.field("tc");
    public static final Field SEQ = FORMAT0.field("seq");
    public static final Field DCTI = FORMAT2.field("dcti");
    /** Path-verification required; the extended-report word's fields are counted from the ESW's start. */
    public static final Field PV = FORMAT0.field("PV");
    public static final Field FS = FORMAT0.field("FS");
    /** Concurrent sense. */
    public static final Field CS = FORMAT0.field("CS");
    public static final Field SC = FORMAT0.field("SC");
    public static final Field FF = FORMAT0.field("FF");
    /** Concurrent-sense count. */
    public static final Field SCNT = FORMAT0.field("scnt");
    public static final Field FSA = FORMAT0.field("fsa");
    public static final Field SCA = FORMAT0.field("sca");

    private Esw() {
    }

    /**
     * True if TEST SUBCHANNEL stores an extended-status word that means anything: bit L of the SCSW is one, or
     * status other than status-pending alone is indicated; and the status is not intermediate alone, unless the
     * program is suspended.
     *
     * @param irb bytes that hold an IRB
     * @param offset where it starts
     */
    public static boolean meaningful(byte[] irb, int offset) {
        long stctl = Scsw.STCTL.get(irb, offset);
        if (stctl == Scsw.STCTL_PENDING) {
            return Scsw.L.isSet(irb, offset);
        }
        return stctl != (Scsw.STCTL_INTERMEDIATE | Scsw.STCTL_PENDING)
            || (Scsw.ACTL.get(irb, offset) & Scsw.ACTL_SUSPENDED) != 0;
    }
}
