// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged image: one line with file, offset and what was expected there, exit code 2, and nothing has changed. */
class BadImageTest {
	@TempDir
	Path folder;

	private static byte[] image(String name) throws Exception {
		try (InputStream in = new GZIPInputStream(Files.newInputStream(Invocation.EXAMPLES.resolve("images/" + name + ".gz")))) {
			return in.readAllBytes();
		}
	}

	/** Runs an example on another image, along every kind of path, and with leave to write into it. */
	private void refused(String example, String name, byte[] image, String line) throws Exception {
		Path file = folder.resolve(name);
		Files.write(file, image);
		Path text = folder.resolve(example + ".ccw");
		Files.writeString(text, Files.readString(Invocation.EXAMPLES.resolve(example + ".ccw")).replace("images/" + name + ".gz", name));
		for (String[] more : new String[][] {{"--path", "direct"}, {"--path", "linux"}, {"--path", "direct", "--write-through"}}) {
			String[] args = Arrays.copyOf(new String[] {"run", text.toString(), "-q"}, 3 + more.length);
			System.arraycopy(more, 0, args, 3, more.length);
			Invocation i = Invocation.of(args);
			assertThat(i.exit()).as(line).isEqualTo(2);
			assertThat(i.err().lines()).hasSize(1);
			assertThat(i.err()).contains(name + ": " + line);
			assertThat(Files.readAllBytes(file)).isEqualTo(image);
		}
	}

	private static byte[] patched(byte[] image, int at, int to) {
		byte[] other = image.clone();
		other[at] = (byte) to;
		return other;
	}

	@Test
	void truncated() throws Exception {
		byte[] disk = image("volume.3390");
		refused("read-volume-label", "volume.3390", Arrays.copyOf(disk, 100), "offset 0: expected the header of a CKD image");
		refused("read-volume-label", "volume.3390", Arrays.copyOf(disk, disk.length - 1), "offset ");
		byte[] blocks = image("volume.9336");
		refused("fba-read-blocks", "volume.9336", Arrays.copyOf(blocks, 1000), "offset 200: expected a whole block 1 of 512 bytes");
		byte[] tape = image("tape.aws");
		refused("tape-read-label", "tape.aws", Arrays.copyOf(tape, 50), "offset 0: expected 80 bytes behind the chunk header");
		byte[] deck = image("deck.ebc");
		refused("read-cards", "deck.ebc", Arrays.copyOf(deck, 350), "offset 140: expected a whole card 5 of 80 bytes");
	}

	@Test
	void corrupt() throws Exception {
		byte[] disk = image("volume.3390");
		refused("read-volume-label", "volume.3390", patched(disk, 8, 0), "offset 8: expected 1 to 65535 tracks a cylinder, not 0");
		// Home address of the first track, and the key length of its record 0, found when they are needed.
		refused("read-volume-label", "volume.3390", patched(disk, 512 + 4, 7), "offset 201: expected 00000000, the home address of cylinder 0, head 0");
		refused("read-volume-label", "volume.3390", patched(disk, 512 + 5 + 6, 0xFF),
				"offset 205: expected a record that ends before the track of cylinder 0, head 0");
		byte[] tape = image("tape.aws");
		refused("tape-read-label", "tape.aws", patched(tape, 86 + 2, 0x51), "offset 56: expected a chunk header that repeats the length before it, 80");
	}

	@Test
	void ofAnotherFormat() throws Exception {
		byte[] disk = image("volume.3390");
		refused("fba-read-blocks", "volume.9336", disk, "offset 0: expected the blocks of a fixed-block disk, it is a count-key-data image");
		refused("tape-read-label", "tape.aws", disk, "offset 0: is not an AWS or HET tape");
		refused("read-volume-label", "volume.3390", image("tape.aws"), "offset 0: ");
		refused("read-volume-label", "volume.3390", patched(disk, 16, 0x80), "offset 10: expected a 3390, it is the image of a 3380");
	}
}
