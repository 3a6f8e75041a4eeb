// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.trace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.ccwbench.attach.AttachException;
import org.ccwbench.attach.devices.SystemFiles;

/**
 * Watches the kernel's events of subchannels, in a buffer of its own beside those of whoever else traces on this host.
 * Where that is not permitted it says so in {@link #missing} and otherwise does nothing, so that whoever uses it works
 * the same without it. For one thread at a time.
 */
public final class KernelWatch implements AutoCloseable {
	private static final AtomicInteger NUMBERS = new AtomicInteger();
	private static final List<String> PLACES = List.of("sys/kernel/tracing", "sys/kernel/debug/tracing");
	private static final List<String> EVENTS = List.of("s390/s390_cio_ssch", "s390/s390_cio_hsch", "s390/s390_cio_csch",
			"s390/s390_cio_tsch", "s390/s390_cio_interrupt");
	private static final String LOGS = "sys/kernel/debug/s390dbf/";
	private static final int ROOM_KIB = 256;

	private final SystemFiles files;
	private final Path root;
	private final List<String> missing = new ArrayList<>();
	private String instance;
	/** Time of the last record of the debug feature that is old. */
	private long seen = Long.MIN_VALUE;

	/** @param root "/" for the host itself */
	public KernelWatch(Path root) {
		this.root = root;
		files = new SystemFiles(root);
		String place = PLACES.stream().filter(each -> files.exists(each + "/events")).findFirst().orElse(null);
		if (place == null) {
			missing.add("stages of the kernel are not shown: tracefs is not mounted at /sys/kernel/tracing, or may only be read by root");
			return;
		}
		open(place);
	}

	private void open(String place) {
		removeAbandoned(place + "/instances/");
		String mine = place + "/instances/ccwb-" + ProcessHandle.current().pid() + "-" + NUMBERS.incrementAndGet();
		try {
			Files.createDirectory(root.resolve(mine));
		} catch (IOException refused) {
			missing.add("stages of the kernel are not shown: no buffer can be made below /" + place
					+ "/instances, which usually only root may do");
			return;
		}
		instance = mine;
		boolean driver = enable("vfio_ccw");
		if (!driver) {
			missing.add("the kernel's vfio_ccw has no events here; of its stages only the I/O instructions are shown");
		}
		for (String event : EVENTS) {
			if (!enable(event)) {
				missing.add("the kernel has no event " + event);
			}
		}
		try {
			files.write(mine + "/buffer_size_kb", String.valueOf(ROOM_KIB));
		} catch (AttachException kept) {
			// The default will do.
		}
	}

	/** Buffers of processes that were killed. */
	private void removeAbandoned(String instances) {
		for (String name : files.list(instances)) {
			String[] part = name.split("-");
			if (part.length == 3 && part[0].equals("ccwb") && !files.exists("proc/" + part[1])) {
				try {
					Files.deleteIfExists(root.resolve(instances + name));
				} catch (IOException stays) {
					// It costs memory and harms nothing else.
				}
			}
		}
	}

	private boolean enable(String events) {
		try {
			files.write(instance + "/events/" + events + "/enable", "1");
			return true;
		} catch (AttachException none) {
			return false;
		}
	}

	/** What cannot be told on this host, and why, as lines for people; empty if nothing is missing. */
	public List<String> missing() {
		return List.copyOf(missing);
	}

	/** Forgets what has come until now. */
	public void begin() {
		seen = logged().stream().mapToLong(KernelEvent::micros).max().orElse(seen);
		if (instance == null) {
			return;
		}
		try (FileChannel trace = FileChannel.open(root.resolve(instance + "/trace"), StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
			trace.force(false);
		} catch (IOException kept) {
			// What is too old is passed over by its subchannel and order.
		}
	}

	/** What came of a subchannel since {@link #begin}: the events of tracefs, then the records of the debug feature. */
	public List<KernelEvent> events(String subchannel) {
		List<KernelEvent> events = new ArrayList<>();
		String text = instance == null ? null : files.read(instance + "/trace");
		if (text != null) {
			events.addAll(TraceText.read(text).of(subchannel));
		}
		logged().stream().filter(event -> event.micros() > seen && event.subchannel().equals(subchannel)).forEach(events::add);
		return events;
	}

	/** What the debug feature's logs of the driver hold; empty if they may not be read. How much that is is the host's to say. */
	private List<KernelEvent> logged() {
		List<KernelEvent> events = new ArrayList<>();
		for (String log : List.of("vfio_ccw_msg/sprintf", "vfio_ccw_trace/hex_ascii")) {
			String text = files.read(LOGS + log);
			if (text != null) {
				events.addAll(DebugText.read(log.substring(0, log.indexOf('/')), text));
			}
		}
		events.sort((a, b) -> Long.compare(a.micros(), b.micros()));
		return events;
	}

	/** Removes the buffer. */
	@Override
	public void close() {
		if (instance != null) {
			try {
				files.write(instance + "/events/enable", "0");
			} catch (AttachException goesWithTheInstance) {
				// Removing it ends them, too.
			}
			try {
				Files.deleteIfExists(root.resolve(instance));
			} catch (IOException stays) {
				missing.add("/" + instance + " could not be removed: " + stays.getMessage());
			}
			instance = null;
		}
	}
}
