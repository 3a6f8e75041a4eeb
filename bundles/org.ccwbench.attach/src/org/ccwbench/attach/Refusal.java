// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

/**
 * Why a CCW must not reach a real device.
 *
 * @param ccw     its guest absolute address
 * @param command its command code
 * @param reason  words for people
 * @param always  whether arming does not help
 */
public record Refusal(long ccw, int command, String reason, boolean always) {
	@Override
	public String toString() {
		return String.format("the CCW at %08X (command %02X) %s", ccw, command, reason);
	}
}
