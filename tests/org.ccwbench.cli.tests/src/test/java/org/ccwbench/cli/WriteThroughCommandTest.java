// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only who runs a text can say that it writes into image files. */
class WriteThroughCommandTest {
	private static final byte[] MESSAGE = "Hello, channel".getBytes(Charset.forName("IBM037"));
	@TempDir
	Path folder;
	private Path text;
	private Path disk;
	private byte[] before;

	@BeforeEach
	void copyTheExampleWithItsDisk() throws Exception {
		disk = folder.resolve("volume.3390");
		try (InputStream in = new GZIPInputStream(Files.newInputStream(Invocation.EXAMPLES.resolve("images/volume.3390.gz")))) {
			before = in.readAllBytes();
		}
		Files.write(disk, before);
		text = folder.resolve("write.ccw");
		Files.writeString(text, Files.readString(Invocation.EXAMPLES.resolve("write-and-read-back.ccw")).replace("images/volume.3390.gz", "volume.3390"));
	}

	private static boolean holds(byte[] image, byte[] what) {
		for (int i = 0; i + what.length <= image.length; i++) {
			if (image[i] == what[0] && Arrays.equals(image, i, i + what.length, what, 0, what.length)) {
				return true;
			}
		}
		return false;
	}

	@Test
	void theImageHasTheRecordOnlyIfThatIsWanted() throws Exception {
		assertThat(holds(before, MESSAGE)).isFalse();
		assertThat(Invocation.of("run", text.toString(), "-q").exit()).isZero();
		assertThat(Files.readAllBytes(disk)).isEqualTo(before);
		Invocation i = Invocation.of("run", text.toString(), "-q", "--write-through", "--path", "mediated");
		assertThat(i.err()).isEmpty();
		assertThat(i.exit()).isZero();
		byte[] after = Files.readAllBytes(disk);
		assertThat(after).hasSameSizeAs(before);
		assertThat(holds(after, MESSAGE)).isTrue();
	}

	@Test
	void aTextCannotAskForItself() throws Exception {
		Files.writeString(text, Files.readString(text).replace("CU=3990-6", "CU=3990-6,WRITE-THROUGH"));
		Invocation i = Invocation.of("run", text.toString(), "-q");
		assertThat(i.exit()).isEqualTo(2);
		assertThat(Files.readAllBytes(disk)).isEqualTo(before);
	}

	@Test
	void severalPathsWouldNotStartWithTheSameDisk() throws Exception {
		Invocation i = Invocation.of("run", text.toString(), "--write-through", "--path", "all");
		assertThat(i.exit()).isEqualTo(2);
		assertThat(i.err()).contains("--write-through runs along one path");
		assertThat(Files.readAllBytes(disk)).isEqualTo(before);
	}

	@Test
	void aPackedDiskIsRefused() {
		Invocation i = Invocation.of("run", Invocation.example("write-and-read-back"), "--write-through");
		assertThat(i.exit()).isEqualTo(2);
		assertThat(i.err()).contains("device 0120").contains("is compressed with gzip; only a plain image can be written through");
	}
}
