// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.ccwbench.notation.LinuxDriver;
import picocli.CommandLine.Option;

/** Which version of the Linux driver is meant. */
final class DriverOption {
	@Option(names = "--driver", paramLabel = "VERSION",
			description = "version of the vfio-ccw driver, whose quirks are warned of: 6.12 (default), 5.17, 4.19")
	String number;

	/** @throws BadInputException if there is no such version, whether what is asked for comes to the driver or not */
	LinuxDriver version() {
		LinuxDriver version = LinuxDriver.of(number);
		if (version == null) {
			throw new BadInputException("no driver version " + number + "; known are "
					+ Arrays.stream(LinuxDriver.values()).map(LinuxDriver::number).collect(Collectors.joining(", ")));
		}
		return version;
	}
}
