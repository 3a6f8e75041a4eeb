// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device;

import java.nio.file.Path;

/** A device cannot be made: its image or an option is not right. The message names file and offset. */
public final class ImageException extends Exception {
	private static final long serialVersionUID = 1L;
	private final transient Path file;
	private final long offset;

	/**
	 * @param file   the image, or null if it is not about one
	 * @param offset offset in bytes of what is wrong, or -1 if it is about the whole file
	 */
	public ImageException(Path file, long offset, String message) {
		super((file == null ? "" : file + ": ") + (offset < 0 ? "" : String.format("offset %X: ", offset)) + message);
		this.file = file;
		this.offset = offset;
	}

	/** The image, or null. */
	public Path file() {
		return file;
	}

	/** Offset in the (uncompressed) image, or -1. */
	public long offset() {
		return offset;
	}
}
