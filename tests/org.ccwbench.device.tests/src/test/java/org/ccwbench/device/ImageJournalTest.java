// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run may end at any point of a commit: while the journal is written, while it is carried out, before it goes. */
class ImageJournalTest {
	private static final int OLD = 10_000;
	private static final int NEW = 13_000;
	@TempDir
	Path folder;
	private Path image;
	private Path journal;
	private byte[] before;
	private byte[] after;

	/** An image of three pages, the last one part; pages 0, 2 and 3 change, and it grows. */
	private void commitInterrupted() throws Exception {
		image = folder.resolve("image").toAbsolutePath();
		journal = folder.resolve("image.ccwb-journal").toAbsolutePath();
		before = new byte[OLD];
		new Random(1).nextBytes(before);
		after = Arrays.copyOf(before, NEW);
		Arrays.fill(after, 0, 4096, (byte) 1);
		Arrays.fill(after, 8192, NEW, (byte) 2);
		Files.write(image, before);
		ImageJournal.write(journal, OLD, NEW, new long[] {0, 8192, 12288},
				(a, page) -> System.arraycopy(after, (int) a, page, 0, Math.min(page.length, NEW - (int) a)));
	}

	private byte[] seen() throws Exception {
		Medium medium = Medium.open(image);
		return medium.bytes(0, (int) medium.length());
	}

	private void openToWrite() throws Exception {
		Medium.open(DeviceOptions.of("3390", 1, image, Medium.WRITE_THROUGH));
	}

	@Test
	void aJournalThatIsWholeCounts() throws Exception {
		commitInterrupted();
		assertThat(seen()).as("who only reads sees what it says").isEqualTo(after);
		assertThat(Files.readAllBytes(image)).as("and leaves the file alone").isEqualTo(before);
		openToWrite();
		assertThat(Files.readAllBytes(image)).isEqualTo(after);
		assertThat(journal).doesNotExist();
	}

	@Test
	void aJournalThatIsNotWholeDoesNotCount() throws Exception {
		commitInterrupted();
		byte[] whole = Files.readAllBytes(journal);
		for (int length : new int[] {0, 7, 8, 27, 28, 100, 28 + 4104, 28 + 3 * 4104, whole.length - 1}) {
			Files.write(journal, Arrays.copyOf(whole, length));
			assertThat(seen()).as("%d bytes of it", length).isEqualTo(before);
		}
		for (int at : new int[] {0, 10, 24, 30, 5000, whole.length - 1}) {
			byte[] torn = whole.clone();
			torn[at] ^= 0x40;
			Files.write(journal, torn);
			assertThat(seen()).as("byte %d is not as it was written", at).isEqualTo(before);
		}
		openToWrite();
		assertThat(Files.readAllBytes(image)).isEqualTo(before);
		assertThat(journal).doesNotExist();
	}

	@Test
	void anImageThatIsHalfWrittenIsFinished() throws Exception {
		commitInterrupted();
		byte[] half = Arrays.copyOf(before, 11_000);
		System.arraycopy(after, 0, half, 0, 4096);
		Files.write(image, half);
		assertThat(seen()).isEqualTo(after);
		openToWrite();
		assertThat(Files.readAllBytes(image)).isEqualTo(after);
	}

	@Test
	void aTapeThatGotShorterIsCutOff() throws Exception {
		commitInterrupted();
		ImageJournal.write(journal, OLD, 5000, new long[] {4096}, (a, page) -> Arrays.fill(page, (byte) 3));
		byte[] cut = Arrays.copyOf(before, 5000);
		Arrays.fill(cut, 4096, 5000, (byte) 3);
		assertThat(seen()).isEqualTo(cut);
		openToWrite();
		assertThat(Files.readAllBytes(image)).isEqualTo(cut);
	}

	@Test
	void aJournalOfAnotherImageIsNotCarriedOut() throws Exception {
		commitInterrupted();
		Files.write(image, new byte[50_000]);
		assertThatExceptionOfType(ImageException.class).isThrownBy(this::openToWrite)
				.withMessageContaining("a journal of an interrupted run lies beside it that belongs to another image");
		assertThat(Files.readAllBytes(image)).isEqualTo(new byte[50_000]);
		assertThat(journal).exists();
	}
}
