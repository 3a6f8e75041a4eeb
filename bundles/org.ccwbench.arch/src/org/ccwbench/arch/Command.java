// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

/**
 * One command of a device.
 *
 * @param code command code, 0 to 255
 * @param mnemonic short name for programs, unique in its table: {@code DE}
 * @param title name as the manual prints it: {@code DEFINE EXTENT}
 * @param direction what the code's low bits say
 * @param changesMedium true if the command can change what the medium holds or who may use it, so
 *     that a guard has to ask before it reaches a real device
 * @param length usual parameter or data length in bytes; -1 if it depends on the data
 * @param reference manual that defines the command
 */
public record Command(int code, String mnemonic, String title, Direction direction, boolean changesMedium,
        int length, String reference) {
}
