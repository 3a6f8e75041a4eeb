// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import java.util.Locale;

/**
 * What byte 7 of 24-byte ECKD sense data says: format in bits 0-3, message in bits 4-7 (IBM GA32-0099, 3990
 * Storage Control Reference, Sense Data). An empty text is a message that the manual reserves.
 */
final class SenseMessages {
    private static final int OVERRUN_FORMAT = 6;

    private static final String[][] TEXT = {
        {"", "invalid command", "invalid command sequence", "CCW count less than required", "invalid parameter",
            "diagnostic or special command violates file mask", "", "channel returned with incorrect retry CCW",
            "reset notification", "storage-path restart", "check asked for by the channel",
            "invalid defective- or alternate-track pointer", "DPS installation check", "",
            "command invalid on secondary address", "status not as required"},
        {"", "device status 1 not as expected", "", "index missing", "interruption cannot be reset",
            "device did not respond to selection", "device check-2 error, or set sector incomplete",
            "head address does not compare", "device status 1 not valid", "device not ready",
            "physical track address did not compare", "device-address bit missing", "drive motor switched off",
            "seek incomplete", "cylinder address did not compare", "active offset cannot be reset"},
        {"", "", "", "", "", "", "", "", "check-2 error of the storage control", "", "", "", "", "",
            "support-facility error", "error detected by microcode"},
        {"", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "allegiance terminated"},
        {"error in home address", "error in count area", "error in key area", "error in data area",
            "no sync byte in home address", "no sync byte in count area", "no sync byte in key area",
            "no sync byte in data area", "error in home address, offset active", "error in count area, offset active",
            "error in key area, offset active", "error in data area, offset active",
            "no sync byte in home address, offset active", "no sync byte in count area, offset active",
            "no sync byte in key area, offset active", "no sync byte in data area, offset active"},
        {"data check in home address", "data check in count area", "data check in key area", "data check in data area",
            "", "", "", "", "data check in home address, offset active", "data check in count area, offset active",
            "data check in key area, offset active", "data check in data area, offset active", "", "", "", ""},
        {"overrun on channel A", "overrun on channel B", "overrun on channel C", "overrun on channel D",
            "overrun on channel E", "overrun on channel F", "overrun on channel G", "overrun on channel H",
            "", "", "", "", "", "", "", ""},
        {"reset begun by a connection-check alert", "first reset sequence failed", "both reset sequences failed",
            "invalid tag during selection", "extra reset required", "invalid selection response, or timeout",
            "end missing, transfer complete", "end missing, transfer incomplete",
            "invalid tag for an immediate command", "invalid tag for an extended command",
            "timeout while stopping selection", "no response to selection after a poll",
            "permanent path error, controller not available", "controller not available for a disconnected chain",
            "", ""},
        {"", "fault of the error-correction hardware", "", "unexpected response at the end of an operation",
            "operation ended with a transfer count not zero", "operation ended with a transfer count of zero",
            "DPS check after a reset", "DPS cannot be filled", "short-busy timeout during selection",
            "controller could not set or reset long busy", "no interruption from the device in a command chain",
            "", "", "", "", ""},
        {"", "", "", "", "", "", "device check-2 error", "head address did not compare", "", "",
            "physical track address did not compare while oriented", "", "", "", "cylinder address did not compare", ""},
        {}, {}, {}, {}, {},
        {"operation terminated", "subsystem processing error", "cache or nonvolatile storage failed", "",
            "caching terminated", "", "cache fast write not authorized", "track format incorrect", "",
            "caching begun again", "nonvolatile storage terminated", "duplex pair suspended",
            "subsystem status cannot be determined", "caching status reset to default", "DASD fast write inhibited", ""},
    };

    private SenseMessages() {
    }

    /**
     * Format and message in words; empty if there is none.
     *
     * @param byte0 sense byte 0: format 0 says why a command was rejected only with command reject, and
     *     format 6 speaks of overruns only with overrun (it is usage statistics otherwise)
     */
    static String phrase(int byte0, int format, int message) {
        if (format == 0 && message == 0 || format == 1 && message == 0) {
            return "";
        }
        String numbers = "format " + digit(format) + " message " + digit(message);
        if (format == 0 && (byte0 & Sense.COMMAND_REJECT) == 0) {
            return numbers;
        }
        if (format == OVERRUN_FORMAT && (byte0 & Sense.OVERRUN) == 0) {
            return "format 6: usage statistics";
        }
        String text = message < TEXT[format].length ? TEXT[format][message] : "";
        return text.isEmpty() ? numbers : numbers + ": " + text;
    }

    private static String digit(int value) {
        return Integer.toHexString(value).toUpperCase(Locale.ROOT);
    }
}
