// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a device statement says.
 *
 * @param type     the device type, such as "3390"
 * @param number   the device number, 0 to 0xFFFF
 * @param image    the image file, which may be compressed with gzip, or null
 * @param settings options by name; one without a value ("eof") has the empty string as its value
 */
public record DeviceOptions(String type, int number, Path image, Map<String, String> settings) {
	public DeviceOptions {
		settings = Map.copyOf(settings);
	}

	/** Options from words such as {@code cu=3990-6} or {@code ebcdic eof}, separated by blanks or commas. */
	public static DeviceOptions of(String type, int number, Path image, String words) {
		Map<String, String> settings = new LinkedHashMap<>();
		for (String word : words.split("[ ,\t]+")) {
			if (!word.isEmpty()) {
				int equals = word.indexOf('=');
				settings.put(equals < 0 ? word : word.substring(0, equals),
						equals < 0 ? "" : word.substring(equals + 1));
			}
		}
		return new DeviceOptions(type, number, image, settings);
	}

	/** Whether an option is given. */
	public boolean has(String name) {
		return settings.containsKey(name);
	}

	/** The value of an option, or {@code otherwise} if it is not given. */
	public String value(String name, String otherwise) {
		return settings.getOrDefault(name, otherwise);
	}

	/** The value of an option as a decimal number from {@code least} to {@code most}. */
	public int number(String name, int least, int most) throws ImageException {
		String value = value(name, "");
		if (value.matches("[0-9]{1,9}")) {
			int n = Integer.parseInt(value);
			if (n >= least && n <= most) {
				return n;
			}
		}
		throw new ImageException(null, -1, name + "=" + value + " is not a number from " + least + " to " + most);
	}

	/** Refuses options that are not among {@code known}. */
	public void allow(String... known) throws ImageException {
		for (String name : settings.keySet()) {
			if (!List.of(known).contains(name)) {
				throw new ImageException(null, -1, "a " + type + " has no option " + name
						+ (known.length == 0 ? "" : "; it has " + String.join(", ", known)));
			}
		}
	}
}
