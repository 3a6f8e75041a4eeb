// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.ccwbench.device.Medium;

/** A medium after a run against what was recorded of it. */
final class MediumCompare {
	private static final int PIECE = 4096;
	private static final HexFormat HEX = HexFormat.of();

	private MediumCompare() {}

	/** What was printed or punched, whole. */
	static void whole(String name, byte[] expected, Medium medium, List<Verdict.Difference> out) {
		int length = (int) Math.min(medium.length(), expected.length + PIECE);
		byte[] actual = medium.bytes(0, length);
		if (new String(actual, StandardCharsets.ISO_8859_1).indexOf('\f') >= 0) {
			// The recorders' paper was kept without its form feeds.
			actual = new String(actual, StandardCharsets.ISO_8859_1).replace("\f", "").getBytes(StandardCharsets.ISO_8859_1);
		}
		if (!Arrays.equals(expected, actual)) {
			out.add(new Verdict.Difference("outputs." + name, HEX.formatHex(expected), HEX.formatHex(actual)));
		}
	}

	/** An image that differs from its file in these places and no others. */
	static void diff(String name, Path original, JsonArray changes, Medium medium, List<Verdict.Difference> out) {
		try (InputStream in = Files.newInputStream(original)) {
			long end = Math.max(Files.size(original), medium.length());
			for (JsonElement e : changes) {
				JsonObject c = e.getAsJsonObject();
				end = Math.max(end, c.get("offset").getAsLong() + c.get("hex").getAsString().length() / 2);
			}
			byte[] expected = new byte[PIECE];
			for (long at = 0; at < end; at += PIECE) {
				int n = Math.max(0, in.readNBytes(expected, 0, PIECE));
				Arrays.fill(expected, n, PIECE, (byte) 0);
				overlay(changes, at, expected);
				byte[] actual = medium.bytes(at, PIECE);
				int differs = Arrays.mismatch(expected, actual);
				if (differs >= 0) {
					out.add(new Verdict.Difference("outputs." + name + " offset " + (at + differs),
							some(expected, differs), some(actual, differs)));
					return;
				}
			}
		} catch (IOException e) {
			throw new UncheckedIOException(original + " cannot be read: " + e.getMessage(), e);
		}
	}

	private static void overlay(JsonArray changes, long at, byte[] piece) {
		for (JsonElement e : changes) {
			JsonObject c = e.getAsJsonObject();
			String hex = c.get("hex").getAsString();
			long offset = c.get("offset").getAsLong();
			int from = (int) Math.max(0, Math.min(PIECE, offset - at));
			int to = (int) Math.max(0, Math.min(PIECE, offset + hex.length() / 2 - at));
			for (int i = from; i < to; i++) {
				int k = (int) (at + i - offset) * 2;
				piece[i] = (byte) HexFormat.fromHexDigits(hex, k, k + 2);
			}
		}
	}

	private static String some(byte[] bytes, int from) {
		return HEX.formatHex(bytes, from, Math.min(bytes.length, from + 16)) + "…";
	}
}
