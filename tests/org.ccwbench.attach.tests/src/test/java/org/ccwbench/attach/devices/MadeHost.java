// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.devices;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.ccwbench.attach.AttachException;

/**
 * A host whose files lie in a folder and which does, when they are written, what the kernel does: the driver core's
 * unbind, override and probe, the making of mediated devices, devices that come and go with their driver.
 */
final class MadeHost extends SystemFiles {

	/** Whoever wrote is no more. */
	static final class Crash extends Error {
		private static final long serialVersionUID = 1L;
	}

	final Path root;
	final List<String> written = new ArrayList<>();
	private final Map<String, Map<String, String>> hidden = new TreeMap<>();
	private int crashAfter = Integer.MAX_VALUE;
	private String broken = "";
	private int group = 7;

	/** @param root an empty folder, which becomes the host of host.txt */
	MadeHost(Path root) throws IOException {
		super(root);
		this.root = root;
		try (InputStream in = MadeHost.class.getResourceAsStream("host.txt")) {
			for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
				if (line.contains(" -> ")) {
					link(line.split(" -> ")[0], line.split(" -> ")[1]);
				} else if (line.contains(" = ")) {
					file(line.substring(0, line.indexOf(" = ")), line.substring(line.indexOf(" = ") + 3).replace('|', '\n'));
				}
			}
		}
		file("dev/vfio/0", "");
		file("sys/bus/css/drivers_probe", "");
		file("proc/sys/kernel/random/boot_id", "5e0a1c2e-0000-4000-8000-000000000001\n");
	}

	void file(String name, String text) {
		try {
			Files.createDirectories(root.resolve(name).getParent());
			Files.writeString(root.resolve(name), text);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	void link(String name, String target) {
		try {
			Files.createDirectories(root.resolve(name).getParent());
			Files.createSymbolicLink(root.resolve(name), Path.of(target));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** After so many further writes the writer dies. */
	void crashAfter(int writes) {
		crashAfter = writes;
	}

	/** Writing to a file whose name ends like this fails from now on. */
	void breakDown(String end) {
		broken = end;
	}

	/** What a device is after all: every file and link below its subchannel. */
	Map<String, String> state(String id) {
		return below("sys/devices/css0/" + id);
	}

	@Override
	public void write(String name, String value) throws AttachException {
		if (crashAfter-- == 0) {
			throw new Crash();
		}
		if (!broken.isEmpty() && name.endsWith(broken)) {
			throw new AttachException("writing '" + value + "' to /" + name + " failed: Invalid argument");
		}
		if (!exists(name)) {
			throw new AttachException("/" + name + " is not there");
		}
		written.add("/" + name + " < " + value.strip());
		String[] part = name.split("/");
		String last = part[part.length - 1];
		switch (last) {
		case "unbind" -> unbind(part[4], value);
		case "drivers_probe" -> probe(value);
		case "driver_override" -> file(name, value.isBlank() ? "(null)\n" : value + "\n");
		case "create" -> create(name.substring(0, name.indexOf("/mdev_supported_types")), value);
		case "remove" -> remove(name.substring(0, name.lastIndexOf('/')));
		case "online" -> file(name, value + "\n");
		default -> throw new AttachException("nobody writes to /" + name);
		}
	}

	private void unbind(String driver, String id) {
		String at = "sys/devices/css0/" + id;
		remove("sys/bus/css/drivers/" + driver + "/" + id);
		remove(at + "/driver");
		String child = driver.equals(Subchannels.VFIO_CCW) ? "mdev_supported_types" : read(at + "/dev_busid");
		hidden.put(at + "/" + child, below(at + "/" + child));
		remove(at + "/" + child);
	}

	private void probe(String id) {
		String at = "sys/devices/css0/" + id;
		boolean vfio = Subchannels.VFIO_CCW.equals(read(at + "/driver_override"));
		String driver = vfio ? Subchannels.VFIO_CCW : "io_subchannel";
		link(at + "/driver", "../../../bus/css/drivers/" + driver);
		link("sys/bus/css/drivers/" + driver + "/" + id, "../../../../devices/css0/" + id);
		if (vfio) {
			file(at + "/mdev_supported_types/vfio_ccw-io/create", "");
			return;
		}
		String child = at + "/" + read(at + "/dev_busid");
		hidden.getOrDefault(child, Map.of()).forEach((name, text) -> {
			if (text.startsWith("-> ")) {
				link(child + name, text.substring(3));
			} else {
				file(child + name, name.equals("/online") ? "0\n" : text);
			}
		});
	}

	private void create(String at, String uuid) {
		group++;
		file("dev/vfio/" + group, "");
		file("sys/kernel/iommu_groups/" + group + "/type", "unknown\n");
		link(at.replace("sys/bus/css/devices", "sys/devices/css0") + "/" + uuid + "/iommu_group", "../../../../kernel/iommu_groups/" + group);
		file(at + "/" + uuid + "/remove", "");
	}

	private Map<String, String> below(String folder) {
		Map<String, String> files = new TreeMap<>();
		Path top = root.resolve(folder);
		try (Stream<Path> all = Files.walk(top)) {
			for (Path path : (Iterable<Path>) all::iterator) {
				String name = path.toString().substring(top.toString().length());
				if (Files.isSymbolicLink(path)) {
					files.put(name, "-> " + Files.readSymbolicLink(path));
				} else if (Files.isRegularFile(path)) {
					files.put(name, Files.readString(path));
				}
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return files;
	}

	private void remove(String folder) {
		try (Stream<Path> all = Files.walk(root.resolve(folder))) {
			for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(path);
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
