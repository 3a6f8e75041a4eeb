// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.Map;
import org.ccwbench.model.Statement;

/**
 * A device as a text describes it.
 *
 * @param number device number, 0 to X'FFFF'; the subchannel set is always 0.0
 * @param type such as 3390
 * @param image path as written, relative to the file that says so; null if there is none
 * @param options MODEL, CU, OUT and whatever else is given, by upper-case keyword, without TYPE and IMAGE
 * @param subchannel its subchannel
 * @param statement the DEVICE statement; null for the device that stands in when a text has none
 */
public record DeviceSpec(int number, String type, String image, Map<String, String> options,
		SubchannelSpec subchannel, Statement statement) {}
