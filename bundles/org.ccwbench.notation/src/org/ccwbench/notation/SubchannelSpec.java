// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import org.ccwbench.model.Statement;

/**
 * A subchannel as a text describes it.
 *
 * @param number subchannel number; -1 for the device's place in the text
 * @param pmcw the 28 bytes of the path-management-control word: device number, enabled, one path (PIM, PAM and
 *     LPM X'80', POM X'FF') unless SUBCH says otherwise
 * @param limit address limit; -1 if none is set
 * @param statement the SUBCH statement; null if there is none
 */
public record SubchannelSpec(int number, byte[] pmcw, long limit, Statement statement) {}
