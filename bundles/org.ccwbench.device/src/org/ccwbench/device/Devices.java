// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.ccwbench.channel.Device;

/** All device types that are there. */
public final class Devices {
	private static final TreeMap<String, DeviceType> TYPES = load();

	private Devices() {}

	/**
	 * Makes a device.
	 *
	 * @throws ImageException if the type is unknown, or an option or the image is not right
	 */
	public static Device create(DeviceOptions options) throws ImageException {
		DeviceType type = TYPES.get(options.type());
		if (type == null) {
			throw new ImageException(null, -1,
					"no device type " + options.type() + "; known are " + String.join(", ", TYPES.keySet()));
		}
		if (options.number() < 0 || options.number() > 0xFFFF) {
			throw new ImageException(null, -1, String.format("no device number %X", options.number()));
		}
		if (options.image() == null && !options.has(Medium.OUT) && options.has(Medium.WRITE_THROUGH)) {
			throw new ImageException(null, -1, "a " + options.type() + " without an image has nothing to be written through to");
		}
		try {
			return type.create(options);
		} catch (java.io.UncheckedIOException e) {
			throw new ImageException(options.image(), -1, "cannot be read: " + e.getCause().getMessage());
		}
	}

	/** The types that {@link #create} makes, sorted. */
	public static List<String> types() {
		return List.copyOf(TYPES.keySet());
	}

	/** Connects the devices of a machine that work in pairs; one whose partner is not there stays alone. */
	public static void couple(Iterable<? extends Device> devices) {
		List<CoupledDevice> sides = new ArrayList<>();
		for (Device d : devices) {
			if (d instanceof CoupledDevice c) {
				sides.add(c);
			}
		}
		for (CoupledDevice a : sides) {
			for (CoupledDevice b : sides) {
				boolean wanted = a.partner() < 0 ? b.partner() < 0 || b.partner() == a.deviceNumber() : a.partner() == b.deviceNumber();
				if (a != b && wanted && a.couple(b)) {
					break;
				}
			}
		}
	}

	private static TreeMap<String, DeviceType> load() {
		TreeMap<String, DeviceType> types = new TreeMap<>();
		for (DeviceType t : ServiceLoader.load(DeviceType.class, Devices.class.getClassLoader())) {
			for (String name : t.types()) {
				types.put(name, t);
			}
		}
		return types;
	}
}
