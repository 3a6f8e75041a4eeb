// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * Devices that fail: one wrapper around any device, and what can go wrong with a command. It decides nothing by
 * itself; whoever attaches the device says when. May touch what the devices may touch. Implements the status and
 * sense conditions of SA22-7204 and PoP SA22-7832, chapter 16, "Device Status".
 */
package org.ccwbench.device.fault;
