// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/** Channel-to-channel adapters in basic and extended mode. Implements the ESCON Channel-to-Channel Adapter (SA22-7203). */
package org.ccwbench.device.ctc;
