// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.save;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.ccwbench.ui.UiPlugin;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.FrameworkUtil;

/**
 * Texts that are not saved, one file each in the workspace's own folder: the first line says whose text it is, the
 * rest is the text. What is there when the workbench starts was not saved when it ended; it gets another name, so
 * that new edits of the same file do not replace it.
 */
public final class Unsaved {
	/**
	 * A text that is not saved.
	 *
	 * @param file that it belongs in
	 * @param when it was kept last
	 * @param kept where it is kept
	 */
	public record Entry(URI file, String text, Instant when, Path kept) {
		/** It is brought back, or given up. */
		public void drop() {
			try {
				Files.deleteIfExists(kept);
			} catch (IOException e) {
				UiPlugin.log("Kept edits of " + file + " could not be removed", e);
			}
		}
	}

	private static final String ENDING = ".text";
	private static final String LEFT = ".left";

	private Unsaved() {}

	private static Path folder() throws IOException {
		Path folder = Platform.getStateLocation(FrameworkUtil.getBundle(Unsaved.class)).toPath().resolve("unsaved");
		return Files.createDirectories(folder);
	}

	private static Path entry(URI file) throws IOException {
		return folder().resolve(UUID.nameUUIDFromBytes(file.toString().getBytes(StandardCharsets.UTF_8)) + ENDING);
	}

	/** Keeps a text in the place of the one that was kept of this file before. */
	public static synchronized void keep(URI file, String text) {
		try {
			WholeFile.write(entry(file), (file + "\n" + text).getBytes(StandardCharsets.UTF_8));
		} catch (IOException e) {
			UiPlugin.log("Edits of " + file + " could not be kept for the case of a crash", e);
		}
	}

	/** The text is saved, or given up. */
	public static synchronized void drop(URI file) {
		try {
			Files.deleteIfExists(entry(file));
		} catch (IOException e) {
			UiPlugin.log("Kept edits of " + file + " could not be removed", e);
		}
	}

	/** All that another process kept and did not drop, oldest first. To be called once, before any editor keeps anything. */
	public static synchronized List<Entry> left() {
		List<Entry> found = new ArrayList<>();
		try (Stream<Path> files = Files.list(folder())) {
			for (Path p : files.toList()) {
				boolean left = p.toString().endsWith(LEFT);
				if (left || p.toString().endsWith(ENDING)) {
					add(left ? p : Files.move(p, p.resolveSibling(UUID.randomUUID() + LEFT)), found);
				}
			}
		} catch (IOException | IllegalArgumentException e) {
			UiPlugin.log("Edits that were kept could not be read", e);
		}
		found.sort(java.util.Comparator.comparing(Entry::when));
		return found;
	}

	/** All that is kept, of this process too. */
	public static synchronized List<Entry> kept() {
		List<Entry> found = new ArrayList<>();
		try (Stream<Path> files = Files.list(folder())) {
			for (Path p : files.filter(f -> f.toString().endsWith(ENDING) || f.toString().endsWith(LEFT)).toList()) {
				add(p, found);
			}
		} catch (IOException | IllegalArgumentException e) {
			UiPlugin.log("Edits that were kept could not be read", e);
		}
		return found;
	}

	private static void add(Path kept, List<Entry> to) throws IOException {
		String all = Files.readString(kept);
		int end = all.indexOf('\n');
		if (end > 0) {
			to.add(new Entry(URI.create(all.substring(0, end)), all.substring(end + 1), Files.getLastModifiedTime(kept).toInstant(), kept));
		}
	}
}
