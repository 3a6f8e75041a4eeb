// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import org.ccwbench.arch.Commands;

/**
 * What a device says that it is (SENSE ID, SA22-7204), asked by whoever opened it and not by a client.
 *
 * @param device  number, "0.0.1234"
 * @param type    such as "3390", the key of its table of commands; null if it does not tell or nobody knows it
 * @param senseId the bytes of SENSE ID; empty if it rejected the command
 */
public record Identity(String device, String type, byte[] senseId) {
	/** @param senseId what SENSE ID gave */
	static Identity of(String device, byte[] senseId) {
		return new Identity(device, type(senseId), senseId);
	}

	/** The device's type if it has a table of commands, or else its control unit's; null if neither has. */
	private static String type(byte[] senseId) {
		if (senseId.length < 7 || senseId[0] != (byte) 0xFF) {
			return null;
		}
		for (int at : new int[] {4, 1}) {
			String type = String.format("%02X%02X", senseId[at], senseId[at + 1]);
			if (Commands.knows(type)) {
				return type;
			}
		}
		return null;
	}
}
