// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import java.util.Locale;

/** Sense data, up to 32 bytes. Bits 0 to 5 of byte 0 mean the same for every device (IBM SA22-7204). */
public final class Sense {
    /** Most bytes that fit into the extended-control word. */
    public static final int MAX_LENGTH = 32;

    /** Byte 0: command reject. */
    public static final int COMMAND_REJECT = 0x80;
    /** Byte 0: intervention required. */
    public static final int INTERVENTION_REQUIRED = 0x40;
    /** Byte 0: bus-out check. */
    public static final int BUS_OUT_CHECK = 0x20;
    /** Byte 0: equipment check. */
    public static final int EQUIPMENT_CHECK = 0x10;
    /** Byte 0: data check. */
    public static final int DATA_CHECK = 0x08;
    /** Byte 0: overrun. */
    public static final int OVERRUN = 0x04;
    /** Byte 0, ECKD: incomplete domain. */
    public static final int INCOMPLETE_DOMAIN = 0x01;

    /** Byte 1, ECKD: permanent error. */
    public static final int PERMANENT_ERROR = 0x80;
    /** Byte 1, ECKD: invalid track format. */
    public static final int INVALID_TRACK_FORMAT = 0x40;
    /** Byte 1, ECKD: end of cylinder. */
    public static final int END_OF_CYLINDER = 0x20;
    /** Byte 1, ECKD: message to operator. */
    public static final int MESSAGE_TO_OPERATOR = 0x10;
    /** Byte 1, ECKD: no record found. */
    public static final int NO_RECORD_FOUND = 0x08;
    /** Byte 1, ECKD: file protected. */
    public static final int FILE_PROTECTED = 0x04;
    /** Byte 1, ECKD: write inhibited. */
    public static final int WRITE_INHIBITED = 0x02;
    /** Byte 1, ECKD: imprecise ending. */
    public static final int IMPRECISE_ENDING = 0x01;

    private Sense() {
    }

    /**
     * The block that describes the sense data of a device type such as {@code 3390}; that of any
     * device, with byte 0 only, if the type is null or unknown.
     */
    public static Block block(String deviceType) {
        if (deviceType == null) {
            return SenseTables.SENSE_COMMON;
        }
        return switch (Commands.family(deviceType).toLowerCase(Locale.ROOT)) {
            case "eckd" -> SenseTables.SENSE;
            case "fba" -> SenseTables.SENSE_FBA;
            case "tape" -> SenseTables.SENSE_TAPE;
            case "cartridge" -> SenseTables.SENSE_3480;
            default -> SenseTables.SENSE_COMMON;
        };
    }
}
