// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.devices;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What holds the devices of a host: mounted file systems (in whatever mount namespace), swap, device-mapper, RAID and
 * LVM volumes on top of them, network interfaces that are up, processes that have their VFIO group open. Looks once,
 * when it is made.
 */
final class Holders {
	private static final int MOST_PROCESSES = 100_000;
	private static final int DEEPEST = 16;
	private static final String GROUPS = "/dev/vfio/";
	private final SystemFiles files;
	/** Where a block device is mounted, by number ("254:16") and by name ("vda1"). */
	private final Map<String, Set<String>> mounts = new HashMap<>();
	private final Set<String> swaps = new LinkedHashSet<>();
	private final Map<String, Set<String>> openGroups = new HashMap<>();

	Holders(SystemFiles files) {
		this.files = files;
		Set<String> namespaces = new LinkedHashSet<>();
		mountTable("proc/self/mountinfo");
		int looked = 0;
		for (String process : files.list("proc")) {
			if (!Character.isDigit(process.charAt(0)) || looked++ > MOST_PROCESSES) {
				continue;
			}
			String namespace = files.link("proc/" + process + "/ns/mnt") + " " + files.resolve("proc/" + process + "/root");
			if (namespaces.add(namespace)) {
				mountTable("proc/" + process + "/mountinfo");
			}
			for (String open : files.list("proc/" + process + "/fd")) {
				String target = files.target("proc/" + process + "/fd/" + open);
				if (target != null && target.startsWith(GROUPS)) {
					openGroups.computeIfAbsent(target.substring(GROUPS.length()), group -> new LinkedHashSet<>()).add(process);
				}
			}
		}
		btrfs();
		String table = files.read("proc/swaps");
		for (String line : table == null ? new String[0] : table.split("\n")) {
			if (line.startsWith("/dev/")) {
				swaps.add(blockName(line.split("\\s+")[0]));
			}
		}
	}

	/** Fields of a line: id, parent, device number, root, mount point, options …, "-", type, source (proc(5)). */
	private void mountTable(String name) {
		String table = files.read(name);
		for (String line : table == null ? new String[0] : table.split("\n")) {
			String[] field = line.split(" ");
			if (field.length < 7) {
				continue;
			}
			String where = field[4].replace("\\040", " ");
			mounts.computeIfAbsent(field[2], number -> new LinkedHashSet<>()).add(where);
			for (int i = 6; i < field.length - 2; i++) {
				if (field[i].equals("-") && field[i + 2].startsWith("/dev/")) {
					mounts.computeIfAbsent(blockName(field[i + 2]), source -> new LinkedHashSet<>()).add(where);
					break;
				}
			}
		}
	}

	/** A file system of several devices shows only one of them in the mount table. */
	private void btrfs() {
		for (String uuid : files.list("sys/fs/btrfs")) {
			for (String device : files.list("sys/fs/btrfs/" + uuid + "/devices")) {
				mounts.computeIfAbsent(device, name -> new LinkedHashSet<>()).add("a btrfs of several devices");
			}
		}
	}

	/** "/dev/mapper/x" leads to "dm-0". */
	private String blockName(String file) {
		String real = files.resolve(file.substring(1));
		String name = real == null ? file : real;
		return name.substring(name.lastIndexOf('/') + 1);
	}

	/**
	 * @param at    folder of the device
	 * @param group number of its VFIO group, or null
	 */
	List<Use> of(String at, String group) {
		List<Use> uses = new ArrayList<>();
		below(at, 0, uses);
		for (String process : group == null ? Set.<String>of() : openGroups.getOrDefault(group, Set.of())) {
			uses.add(new Use("process " + process + " has it open through " + GROUPS + group, true));
		}
		return uses;
	}

	/** Block devices and network interfaces stand in folders "block" and "net", right below or one driver deeper. */
	private void below(String folder, int depth, List<Use> uses) {
		for (String name : files.list(folder)) {
			String entry = folder + "/" + name;
			if (!files.isFolder(entry)) {
				continue;
			}
			if (name.equals("block")) {
				files.list(entry).forEach(disk -> disk(entry + "/" + disk, disk, uses));
			} else if (name.equals("net")) {
				files.list(entry).forEach(network -> network(entry + "/" + network, network, uses));
			} else if (depth < 2 && !name.equals("power")) {
				below(entry, depth + 1, uses);
			}
		}
	}

	private void disk(String at, String name, List<Use> uses) {
		block(at, name, name, 0, uses);
		for (String part : files.list(at)) {
			if (files.exists(at + "/" + part + "/partition")) {
				block(at + "/" + part, part, part, 0, uses);
			}
		}
	}

	/** @param title how people get from the disk to this: "vda1, below dm-0" */
	private void block(String at, String name, String title, int depth, List<Use> uses) {
		Set<String> places = new LinkedHashSet<>(mounts.getOrDefault(name, Set.of()));
		places.addAll(mounts.getOrDefault(files.read(at + "/dev"), Set.of()));
		for (String place : places) {
			uses.add(new Use(place.equals("/") ? title + " is the root file system" : title + " is mounted on " + place, true));
		}
		if (swaps.contains(name)) {
			uses.add(new Use(title + " is swap space", true));
		}
		for (String holder : files.list(at + "/holders")) {
			uses.add(new Use(title + " is part of " + holder, true));
			if (depth < DEEPEST) {
				block("sys/class/block/" + holder, holder, holder + " on " + title, depth + 1, uses);
			}
		}
	}

	private void network(String at, String name, List<Use> uses) {
		String flags = files.read(at + "/flags");
		if (flags != null && flags.matches("0x[0-9a-f]{1,8}") && (Long.parseLong(flags.substring(2), 16) & 1) != 0) {
			uses.add(new Use("network interface " + name + " is up", true));
		}
	}
}
