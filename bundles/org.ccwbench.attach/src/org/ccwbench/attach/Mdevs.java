// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The mediated devices of this host's subchannels, as sysfs shows them. */
public final class Mdevs {
	private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private final Path subchannels;

	/** @param sysfs where sysfs is mounted, /sys */
	public Mdevs(Path sysfs) {
		subchannels = sysfs.resolve("bus/css/devices");
	}

	/** All of them; none on a host without channel subsystem. */
	public List<Mdev> all() throws AttachException {
		List<Mdev> found = new ArrayList<>();
		try (DirectoryStream<Path> list = Files.newDirectoryStream(subchannels)) {
			for (Path s : list) {
				of(s, found);
			}
		} catch (NoSuchFileException | NotDirectoryException e) {
			return List.of();
		} catch (IOException e) {
			throw new AttachException("cannot read " + subchannels + ": " + e.getMessage(), e);
		}
		return found;
	}

	private static void of(Path subchannel, List<Mdev> found) throws IOException {
		Path driver = subchannel.resolve("driver");
		if (!Files.exists(driver) || !driver.toRealPath().getFileName().toString().equals("vfio_ccw")) {
			return;
		}
		try (DirectoryStream<Path> list = Files.newDirectoryStream(subchannel)) {
			for (Path p : list) {
				String name = p.getFileName().toString();
				Path group = p.resolve("iommu_group");
				if (UUID.matcher(name).matches() && Files.exists(group)) {
					found.add(new Mdev(subchannel.getFileName().toString(), device(subchannel), name,
							group.toRealPath().getFileName().toString()));
				}
			}
		}
	}

	/** The kernel's attribute since Linux 5.19; "none" where there is no device. */
	private static String device(Path subchannel) throws IOException {
		Path p = subchannel.resolve("dev_busid");
		String text = Files.isReadable(p) ? Files.readString(p).strip() : "none";
		return text.equals("none") ? null : text;
	}

	/**
	 * The mediated device of a device, or of a subchannel.
	 *
	 * @throws AttachException if there is none; the message says what to do
	 */
	public Mdev find(DeviceNumber number) throws AttachException {
		String wanted = number.toString();
		List<Mdev> all = all();
		for (Mdev m : all) {
			if (wanted.equals(m.device())) {
				return m;
			}
		}
		for (Mdev m : all) {
			if (wanted.equals(m.subchannel()) && m.device() == null) {
				return m;
			}
		}
		if (!Files.isDirectory(subchannels)) {
			throw new AttachException("This host has no channel subsystem (" + subchannels + " is not there).");
		}
		throw new AttachException(wanted + " is not bound to vfio_ccw. See it with: ccwb devices; take it with: ccwb devices bind " + wanted + ".");
	}
}
