// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

/**
 * What a device says that it is (SENSE ID, SA22-7204), asked by whoever opened it and not by a client.
 *
 * @param device  number, "0.0.1234"
 * @param type    such as "3390", the key of its table of commands; null if it does not tell or nobody knows it
 * @param senseId the bytes of SENSE ID; empty if it rejected the command
 */
public record Identity(String device, String type, byte[] senseId) {}
