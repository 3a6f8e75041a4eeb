// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ccwbench.storage.Storage;

/**
 * The bytes of a disk, a tape, a deck of cards or printed paper. They live in a {@link Storage}, first read
 * from the image file page by page; what is written stays in storage, unless the medium was opened to write it
 * through to the image. The length is kept in storage too, so that one journal undoes both.
 */
public final class Medium {
	/** The most that a medium grows to, in bytes. */
	public static final long LIMIT = 1L << 41;
	/** The option of disks and tapes that writes go into the image file. */
	public static final String WRITE_THROUGH = "write-through";
	/** The option of printers and punches that names the file for what they put out. */
	public static final String OUT = "out";
	/** Where the length stands as a doubleword: in a page after all content. */
	private static final long LENGTH_AT = LIMIT;

	private final String name;
	private final Storage storage;
	/** The image that commits go to, or null. */
	private final WriteThrough through;
	private String failure;
	private String damage;
	/** The packed image that the content is unpacked from, or null. */
	private Medium packed;

	/** @param source where the first content comes from; null for none */
	Medium(String name, Storage.PageSource source, long length) {
		this(name, source, length, null);
	}

	Medium(String name, Storage.PageSource source, long length, WriteThrough through) {
		this.name = name;
		this.storage = new Storage(name, LENGTH_AT + Long.BYTES, source);
		this.through = through;
		storage.store64(LENGTH_AT, length);
	}

	/** An image file, which may be compressed with gzip; it may grow to {@link #LIMIT} in storage. */
	public static Medium open(Path image) throws ImageException {
		return ImageFile.open(image);
	}

	/**
	 * The image of a device. With the option {@value #WRITE_THROUGH} what programs write goes into the image file,
	 * as each channel program ends; the file must not be compressed then.
	 */
	public static Medium open(DeviceOptions options) throws ImageException {
		return options.has(WRITE_THROUGH) ? ImageFile.openToWrite(options.image()) : ImageFile.open(options.image());
	}

	/**
	 * What a device puts out: nothing at first. With the options {@value #OUT} and {@value #WRITE_THROUGH} it comes behind
	 * what is in that file, all of a channel program or nothing; a file that is not there is made.
	 *
	 * @param name of the medium without a file
	 */
	public static Medium output(DeviceOptions options, String name) throws ImageException {
		if (!options.has(OUT) || !options.has(WRITE_THROUGH)) {
			return blank(name);
		}
		Path file = Path.of(options.value(OUT, ""));
		try {
			if (!Files.exists(file)) {
				Files.createFile(file);
			}
		} catch (IOException e) {
			throw new ImageException(file, -1, "cannot be made: " + e.getMessage());
		}
		return ImageFile.openToWrite(file);
	}

	/**
	 * A medium whose first content {@code source} gives, such as an image in a packed form.
	 *
	 * @param length length of the content in bytes, at most {@link #LIMIT}
	 */
	public static Medium of(String name, Storage.PageSource source, long length) {
		return new Medium(name, source, length);
	}

	/** As {@link #of(String, Storage.PageSource, long)}, with content that is unpacked from another medium, whose damage is its own. */
	public static Medium of(Medium packed, Storage.PageSource source, long length) {
		Medium medium = new Medium(packed.name, source, length);
		medium.packed = packed;
		return medium;
	}

	/** A medium with nothing on it. */
	public static Medium blank(String name) {
		return new Medium(name, null, 0);
	}

	/** The file name of the image, or what was given for a blank medium. */
	public String name() {
		return name;
	}

	/** The bytes, from address 0; what lies beyond {@link #length} is no part of the medium. */
	public Storage storage() {
		return storage;
	}

	/** Length of the content in bytes. */
	public long length() {
		return storage.load64(LENGTH_AT);
	}

	/** Sets the length, as writing in the middle of a tape does. */
	public void length(long bytes) {
		if (bytes != length()) {
			storage.store64(LENGTH_AT, bytes);
		}
	}

	/** {@code count} bytes as a new array, zeros where they lie beyond the end; for views and checks. */
	public byte[] bytes(long at, int count) {
		byte[] b = new byte[count];
		long there = Math.max(0, Math.min(count, length() - at));
		storage.load(at, b, 0, (int) there);
		return b;
	}

	/** Changes bytes, as a write of a program does; the length stays. */
	public void store(long at, byte[] from, int offset, int count) {
		if (through != null) {
			through.mark(at, count);
		}
		storage.store(at, from, offset, count);
	}

	/** Adds bytes at the end. */
	public void append(byte[] from, int offset, int count) {
		long end = length();
		store(end, from, offset, count);
		length(end + count);
	}

	/** Whether writes go into the image file. */
	public boolean writesThrough() {
		return through != null;
	}

	/**
	 * Brings what was changed since the last time into the image file, all of it or nothing; does nothing for a
	 * medium that is not written through.
	 *
	 * @throws UncheckedIOException if that failed; {@link #failure} says why
	 */
	public void commit() {
		if (through == null || !through.pending(length())) {
			return;
		}
		try {
			if (damage != null) {
				throw new IOException(damage);
			}
			through.commit(this, length());
		} catch (IOException e) {
			failed(e.getMessage());
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * Says that the content is not what the format demands; the first time counts. Nothing is written to the image any
	 * more then.
	 *
	 * @param offset   in the image file, or in what it unpacks to
	 * @param expected "expected a …"
	 */
	public void damaged(long offset, String expected) {
		if (damage == null) {
			damage = new ImageException(null, offset, expected).getMessage();
			failed(damage);
		}
	}

	/** Says that the image file cannot be read or written; the first time counts. */
	void failed(String why) {
		failure = failure == null ? name + ": " + why : failure;
	}

	/** Refuses the image if damage was found. */
	public void refuseDamage(Path image) throws ImageException {
		if (packed != null) {
			packed.refuseDamage(image);
		}
		if (damage != null) {
			throw new ImageException(image, -1, damage);
		}
	}

	/** What is wrong with the image file or why it does not hold what was written, for people; null if all is well. */
	public String failure() {
		return packed != null && packed.failure != null ? packed.failure : failure;
	}
}
