// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.save;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * Replaces what a file holds so that whoever reads it, whenever, and whatever becomes of this process or the machine
 * meanwhile, finds the old contents or the new ones.
 */
public final class WholeFile {
	private WholeFile() {}

	/**
	 * @param file need not exist; of a symbolic link it is the target that is replaced
	 * @throws IOException if the new contents could not be put on the disk; the file is then as it was
	 */
	public static void write(Path file, byte[] contents) throws IOException {
		Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
		write(target, target.resolveSibling("." + target.getFileName() + ".part"), contents);
	}

	/** As above, by way of a file beside it that is new or left over. */
	public static void write(Path target, Path part, byte[] contents) throws IOException {
		if (Files.exists(target) && !Files.isWritable(target)) {
			throw new java.nio.file.AccessDeniedException(target.toString());
		}
		boolean moved = false;
		try {
			try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
				ByteBuffer bytes = ByteBuffer.wrap(contents);
				while (bytes.hasRemaining()) {
					channel.write(bytes);
				}
				channel.force(true);
			}
			keepRights(target, part);
			move(part, target);
			moved = true;
			sync(target.getParent());
		} finally {
			if (!moved) {
				Files.deleteIfExists(part);
			}
		}
	}

	private static void keepRights(Path from, Path to) throws IOException {
		PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
		if (old != null && Files.exists(from)) {
			Files.setPosixFilePermissions(to, old.readAttributes().permissions());
		}
	}

	private static void move(Path from, Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		} catch (AtomicMoveNotSupportedException e) {
			throw new IOException("the file system cannot replace a file as a whole", e);
		}
	}

	/** Makes the new name last; where folders cannot be opened (Windows) the system does so itself. */
	private static void sync(Path folder) {
		try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
			channel.force(true);
		} catch (IOException e) {
			// The contents are on the disk under one name or the other all the same.
		}
	}
}
