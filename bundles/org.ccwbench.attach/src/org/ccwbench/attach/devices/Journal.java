// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.devices;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ccwbench.attach.AttachException;

/**
 * The list of subchannels that are away from their drivers, in a file that outlives whoever took them: each is written
 * and on the disk before anything is done to it, and struck out when it is back. Lines "+ …" and "- SUBCHANNEL". While
 * it is open nobody else has it open, in whatever process.
 */
final class Journal implements AutoCloseable {
	private static final int LONGEST = 1 << 20;
	private final Path file;
	private final FileChannel channel;

	/** @throws AttachException if it cannot be written, or another process is at work */
	Journal(Path file) throws AttachException {
		this.file = file;
		FileChannel opened = null;
		try {
			Files.createDirectories(file.toAbsolutePath().getParent());
			opened = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
			if (locked(opened)) {
				channel = opened;
				return;
			}
			opened.close();
		} catch (AccessDeniedException denied) {
			throw new AttachException("no permission to write " + file + ": only root may change which driver has a device", denied);
		} catch (IOException failed) {
			throw new AttachException("the journal " + file + " cannot be written, and without it no device is taken: " + failed.getMessage(), failed);
		}
		throw new AttachException("another ccwb is taking or giving back devices at this moment (" + file + " is locked); try again");
	}

	private static boolean locked(FileChannel channel) throws IOException {
		try {
			return channel.tryLock() != null;
		} catch (java.nio.channels.OverlappingFileLockException ours) {
			return false;
		}
	}

	/** What is taken and not back, in the order of taking. */
	List<Taken> taken() throws AttachException {
		Map<String, Taken> taken = new LinkedHashMap<>();
		for (String line : text().split("\n")) {
			if (line.startsWith("+ ")) {
				Taken entry = Taken.parse(line.substring(2));
				if (entry != null) {
					taken.put(entry.id(), entry);
				}
			} else if (line.startsWith("- ")) {
				taken.remove(line.substring(2));
			}
		}
		return new ArrayList<>(taken.values());
	}

	private String text() throws AttachException {
		try {
			ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(LONGEST, channel.size()));
			while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) > 0) {
				// until all of it is there
			}
			return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
		} catch (IOException failed) {
			throw new AttachException("the journal " + file + " cannot be read: " + failed.getMessage(), failed);
		}
	}

	void take(Taken entry) throws AttachException {
		append("+ " + entry.line() + "\n");
	}

	/** Strikes a subchannel out; an empty list is an empty file. */
	void back(String id) throws AttachException {
		append("- " + id + "\n");
		if (taken().isEmpty()) {
			try {
				channel.truncate(0);
			} catch (IOException harmless) {
				// It says the same when it is longer.
			}
		}
	}

	private void append(String line) throws AttachException {
		try {
			channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)), channel.size());
			channel.force(true);
		} catch (IOException failed) {
			throw new AttachException("the journal " + file + " cannot be written, and without it no device is taken: " + failed.getMessage(), failed);
		}
	}

	@Override
	public void close() {
		try {
			channel.close();
		} catch (IOException harmless) {
			// Every line is on the disk already.
		}
	}
}
