// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.devices;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.ccwbench.attach.AttachException;

/** The I/O subchannels of a host. */
public final class Subchannels {
	static final String VFIO_CCW = "vfio_ccw";
	static final String CSS = "sys/bus/css/devices/";
	static final String CCW = "sys/bus/ccw/devices/";
	/** As it stands in "type" of a subchannel (PoP, subchannel types). */
	private static final String IO = "0";
	private static final Pattern BUS_ID = Pattern.compile("[0-9a-f]{1,2}\\.[0-3]\\.[0-9a-f]{4}");
	private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private final SystemFiles files;

	public Subchannels(SystemFiles files) {
		this.files = files;
	}

	/**
	 * All of them, ascending.
	 *
	 * @throws AttachException if this host has no channel subsystem
	 */
	public List<Subchannel> list() throws AttachException {
		if (!files.exists(CSS)) {
			throw new AttachException(files.path(CSS) + " is not there: this host has no channel subsystem that the kernel shows");
		}
		Holders holders = new Holders(files);
		List<Subchannel> found = new ArrayList<>();
		for (String id : files.list(CSS)) {
			if (BUS_ID.matcher(id).matches() && IO.equals(files.read(CSS + id + "/type"))) {
				found.add(look(id, holders));
			}
		}
		return found;
	}

	/**
	 * The subchannel of a device.
	 *
	 * @param number its device number, "1000" or "0.0.1000"
	 */
	public Subchannel of(String number) throws AttachException {
		String wanted = number.toLowerCase(java.util.Locale.ROOT);
		String full = wanted.contains(".") ? wanted : "0.0." + wanted;
		if (!BUS_ID.matcher(full).matches()) {
			throw new AttachException("'" + number + "' is no device number; one looks like 1000 or 0.0.1000");
		}
		for (Subchannel subchannel : list()) {
			if (full.equals(subchannel.device())) {
				return subchannel;
			}
		}
		throw new AttachException("there is no device " + full + " on this host; 'ccwb devices list' shows those that there are");
	}

	/** A subchannel as it is now; null if it is gone. */
	Subchannel look(String id) {
		return files.exists(CSS + id) ? look(id, new Holders(files)) : null;
	}

	private Subchannel look(String id, Holders holders) {
		String at = CSS + id;
		String device = device(at);
		String ccw = at + "/" + device;
		boolean owned = device != null && files.isFolder(ccw);
		String uuid = files.list(at).stream().filter(name -> UUID.matcher(name).matches()).findFirst().orElse(null);
		return new Subchannel(id, device, owned ? known(files.read(ccw + "/cutype")) : null,
				owned ? known(files.read(ccw + "/devtype")) : null, files.link(at + "/driver"),
				owned ? files.link(ccw + "/driver") : null,
				ChannelPath.of(files, files.read(at + "/chpids"), files.read(at + "/pimpampom")),
				owned && "1".equals(files.read(ccw + "/online")), holders.of(owned ? ccw : at, uuid == null ? null : group(at, uuid)),
				uuid, uuid == null ? null : group(at, uuid));
	}

	private String group(String at, String uuid) {
		return files.link(at + "/" + uuid + "/iommu_group");
	}

	/** Kernels before 5.10 do not say it of a subchannel that their own drivers do not have. */
	private String device(String at) {
		String number = files.read(at + "/dev_busid");
		if (number == null) {
			return files.list(at).stream().filter(name -> BUS_ID.matcher(name).matches()).findFirst().orElse(null);
		}
		return BUS_ID.matcher(number).matches() ? number : null;
	}

	private static String known(String type) {
		return type == null || type.equals("n/a") ? null : type;
	}

	static boolean isBusId(String text) {
		return BUS_ID.matcher(text).matches();
	}

	static boolean isUuid(String text) {
		return UUID.matcher(text).matches();
	}
}
