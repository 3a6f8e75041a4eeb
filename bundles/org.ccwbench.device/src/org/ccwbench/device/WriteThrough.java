// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.TreeSet;
import org.ccwbench.storage.AddressSpace;

/**
 * Brings what a program wrote on a medium into the image file, all or nothing: the changed pages of a channel
 * program go into an {@link ImageJournal}, then into the image, each forced to the disk. Whenever a run is
 * killed, the image has either all or nothing of the last channel program once it is opened again.
 */
final class WriteThrough {
	/** Locks of files are no locks between the threads of one process. */
	private static final Object ONE_AT_A_TIME = new Object();
	private static final int ATTEMPTS = 100;
	private static final int PAUSE = 20;

	private final Path image;
	private final Collection<Long> changed = new TreeSet<>();
	private long lastMarked = -1;
	/** What the image file was when it was opened or written last. */
	private FileTime time;
	private long size;

	private WriteThrough(Path image) {
		this.image = image;
	}

	/** Finishes what an interrupted run has left undone, and begins. */
	static WriteThrough open(Path image) throws IOException {
		WriteThrough w = new WriteThrough(image.toRealPath());
		w.exclusively(file -> {
			ImageJournal left = ImageJournal.find(w.image, file.size());
			if (left != null) {
				try {
					left.carryOut(file);
				} finally {
					left.close();
				}
			}
			w.forgetJournal();
		});
		return w;
	}

	private interface Work {
		void on(FileChannel file) throws IOException;
	}

	private void exclusively(Work work) throws IOException {
		synchronized (ONE_AT_A_TIME) {
			try (FileChannel file = FileChannel.open(image, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
				FileLock lock = lock(file);
				work.on(file);
				note();
				lock.release();
			}
		}
	}

	private static FileLock lock(FileChannel file) throws IOException {
		for (int i = 0; i < ATTEMPTS; i++) {
			FileLock lock = file.tryLock();
			if (lock != null) {
				return lock;
			}
			try {
				Thread.sleep(PAUSE);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				break;
			}
		}
		throw new IOException("another program has it locked");
	}

	private void note() throws IOException {
		time = Files.getLastModifiedTime(image);
		size = Files.size(image);
	}

	/** Notes that bytes change. */
	void mark(long address, long length) {
		for (long page = address & AddressSpace.PAGE_MASK; page < address + length; page += AddressSpace.PAGE_SIZE) {
			if (page != lastMarked) {
				changed.add(page);
				lastMarked = page;
			}
		}
	}

	/** Whether something changed or may have, since the last commit: pages, or the length. */
	boolean pending(long length) {
		return lastMarked >= 0 || length != size;
	}

	/**
	 * Brings the changed pages into the image.
	 *
	 * @param length length of the content now
	 * @throws IOException if that failed; the image is as it was, or the next one to open it finishes the work
	 */
	void commit(Medium medium, long length) throws IOException {
		long[] pages = changed.stream().mapToLong(Long::longValue).filter(a -> a < length).toArray();
		exclusively(file -> {
			if (!time.equals(Files.getLastModifiedTime(image)) || size != file.size()) {
				throw new IOException("another program has changed it since it was opened; nothing more is written to it");
			}
			ImageJournal.write(ImageJournal.of(image), size, length, pages, (a, page) -> medium.storage().load(a, page, 0, page.length));
			ImageJournal journal = ImageJournal.find(image, size);
			if (journal == null) {
				throw new IOException("the journal beside it does not hold what was written");
			}
			try {
				journal.carryOut(file);
			} finally {
				journal.close();
			}
			forgetJournal();
		});
		changed.clear();
		lastMarked = -1;
	}

	private void forgetJournal() throws IOException {
		if (Files.deleteIfExists(ImageJournal.of(image))) {
			ImageJournal.forceFolder(image);
		}
	}
}
