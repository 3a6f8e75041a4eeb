// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import java.util.Locale;
import java.util.Optional;

/** What the data of a command are, where a manual defines a block for them. */
public final class CommandData {
    private CommandData() {
    }

    /**
     * The block that a command's data or parameters form.
     *
     * @param deviceType type of the device, such as {@code 3390}; null if unknown
     * @param command command code, 0 to 255
     */
    public static Optional<Block> of(String deviceType, int command) {
        String family = Commands.family(deviceType).toLowerCase(Locale.ROOT);
        Block own = switch (family) {
            case "eckd" -> eckd(command);
            case "fba" -> fba(command);
            default -> null;
        };
        return Optional.ofNullable(own != null ? own : any(deviceType, command));
    }

    private static Block eckd(int command) {
        return switch (command) {
            case 0x12, 0x92 -> DeviceTables.COUNT;
            case 0x47 -> DeviceTables.LOCATE_RECORD;
            case 0x4b -> DeviceTables.LOCATE_RECORD_EXTENDED;
            case 0x63 -> DeviceTables.DEFINE_EXTENT;
            case 0x64 -> DeviceTables.RDC;
            case 0xe7, 0xea -> DeviceTables.PREFIX;
            default -> null;
        };
    }

    private static Block fba(int command) {
        return switch (command) {
            case 0x43 -> DeviceTables.FBA_LOCATE;
            case 0x63 -> DeviceTables.FBA_DEFINE_EXTENT;
            case 0x64 -> DeviceTables.RDC_FBA;
            default -> null;
        };
    }

    private static Block any(String deviceType, int command) {
        return switch (command) {
            case 0x04 -> Sense.block(deviceType);
            case 0x34 -> DeviceTables.PGID;
            case 0xaf -> DeviceTables.SPID;
            case 0xe4 -> DeviceTables.SENSE_ID;
            default -> null;
        };
    }
}
