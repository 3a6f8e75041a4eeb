// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ccwbench.attach.devices.Binding;

/** The host that this program runs on. */
public final class LocalHost implements Host {
	/** Name by which users call it. */
	public static final String NAME = "local";

	/** Finds the mediated device of a device or subchannel. */
	@FunctionalInterface
	public interface Finder {
		/** @throws AttachException if there is none; the message says what to do */
		Mdev find(DeviceNumber number) throws AttachException;
	}

	private final SystemCalls calls;
	private final Finder finder;
	private final HostDevices devices;
	private final Path kernel;
	private final Set<AttachedSubchannel> open = ConcurrentHashMap.newKeySet();

	/**
	 * @param finder such as {@link Mdevs#find}
	 * @param kernel root of the files by which the kernel tells what it does; null if there is no such kernel
	 */
	public LocalHost(SystemCalls calls, Finder finder, HostDevices devices, Path kernel) {
		this.calls = calls;
		this.kernel = kernel;
		this.finder = finder;
		this.devices = devices;
	}

	/** This host as it is. */
	public static LocalHost real() throws AttachException {
		return new LocalHost(NativeCalls.load(), new Mdevs(Path.of("/sys"))::find, new Binding(), Path.of("/"));
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public List<String> description() {
		List<String> lines = new ArrayList<>();
		lines.add(System.getProperty("os.name") + " " + System.getProperty("os.version") + ", " + System.getProperty("os.arch")
				+ ", Java " + System.getProperty("java.version"));
		return lines;
	}

	@Override
	public AttachedSubchannel open(String device, List<StorageStretch> storage) throws AttachException {
		DeviceNumber number = DeviceNumber.of(device);
		LocalSubchannel s = new LocalSubchannel(calls, finder.find(number), number, storage);
		s.kernel(kernel);
		open.add(s);
		return s;
	}

	@Override
	public HostDevices devices() {
		return devices;
	}

	/** Everything that was opened and is not closed yet is closed. */
	@Override
	public void close() {
		open.forEach(AttachedSubchannel::close);
		open.clear();
	}
}
