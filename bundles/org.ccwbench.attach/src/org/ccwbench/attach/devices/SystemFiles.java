// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.devices;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.ccwbench.attach.AttachException;

/**
 * The files by which the kernel shows and changes its devices, below a root folder. Names are relative to it, as in
 * "sys/bus/css/devices". What cannot be read counts as absent, because devices come and go while one looks.
 */
public class SystemFiles {
	/** No file that is read here is as long; a mount table may be long. */
	private static final int LONGEST = 1 << 20;
	private static final int MOST = 100_000;
	private final Path root;

	/** @param root "/" for the host itself */
	public SystemFiles(Path root) {
		this.root = root;
	}

	Path path(String name) {
		return root.resolve(name);
	}

	/** Whether there is such a file, folder or link whose target exists. */
	public boolean exists(String name) {
		return Files.exists(path(name));
	}

	/** The content without white space at its end; null if there is none to read. */
	public String read(String name) {
		try (InputStream in = Files.newInputStream(path(name))) {
			return new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1).stripTrailing();
		} catch (IOException unreadable) {
			return null;
		}
	}

	/** The names in a folder, ascending; none if it is not there. */
	public List<String> list(String folder) {
		List<String> names = new ArrayList<>();
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(path(folder))) {
			for (Path entry : entries) {
				if (names.size() == MOST) {
					break;
				}
				names.add(entry.getFileName().toString());
			}
		} catch (IOException | java.nio.file.DirectoryIteratorException unreadable) {
			return List.of();
		}
		Collections.sort(names);
		return names;
	}

	/** The last part of a link's target; null if it is no link. */
	public String link(String name) {
		String target = target(name);
		return target == null ? null : target.substring(target.lastIndexOf('/') + 1);
	}

	/** A link's target as it stands there; null if it is no link. */
	public String target(String name) {
		try {
			return Files.readSymbolicLink(path(name)).toString();
		} catch (IOException | UnsupportedOperationException none) {
			return null;
		}
	}

	/** The name, relative to the root, of what a link leads to in the end; null if it leads nowhere. */
	public String resolve(String name) {
		try {
			return root.toRealPath().relativize(path(name).toRealPath()).toString();
		} catch (IOException | IllegalArgumentException nowhere) {
			return null;
		}
	}

	/** Whether it is a folder itself and no link to one. */
	boolean isFolder(String name) {
		return Files.isDirectory(path(name), LinkOption.NOFOLLOW_LINKS);
	}

	/** Writes to a file of the kernel, which acts on it before this returns. */
	public void write(String name, String value) throws AttachException {
		try (FileChannel file = FileChannel.open(path(name), StandardOpenOption.WRITE)) {
			file.write(ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1)));
		} catch (AccessDeniedException denied) {
			throw new AttachException("no permission to write " + path(name) + ": only root may change which driver has a device", denied);
		} catch (IOException failed) {
			throw new AttachException("writing '" + value.strip() + "' to " + path(name) + " failed: " + failed.getMessage(), failed);
		}
	}
}
