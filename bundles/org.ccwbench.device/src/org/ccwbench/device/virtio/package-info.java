// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * Virtio devices behind their channel control unit (Virtual I/O Device specification 1.2, section 4.3): everything
 * that goes through channel commands. Virtqueues are set up and not served: their notifications are hypervisor
 * calls, which no channel program makes.
 */
package org.ccwbench.device.virtio;
