// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Predicate;

/**
 * A file <code>{"meta": …, "vectors": [ … ]}</code>, read one vector at a time, so that memory does not grow with
 * the file. {@code meta} counts only if it comes first.
 */
public final class VectorFile {
	private static final long LARGEST_VECTOR = 32 << 20;

	/** Takes each vector's verdict as it comes. */
	public interface Sink {
		/** @param index place in the file, from 0 */
		void verdict(String name, int index, Verdict verdict);
	}

	/** How many ended in which way. */
	public record Totals(String kind, String oracle, long passed, long failed, long skipped) {}

	/** A file that is not what it should be; the message says what and where. */
	public static final class UnreadableException extends Exception {
		private static final long serialVersionUID = 1L;

		UnreadableException(String message) {
			super(message);
		}
	}

	private VectorFile() {}

	/** The kinds that are installed. */
	public static List<VectorKind> kinds() {
		return ServiceLoader.load(VectorKind.class, VectorKind.class.getClassLoader()).stream().map(ServiceLoader.Provider::get).toList();
	}

	/**
	 * Runs every vector of a file whose name {@code only} accepts.
	 *
	 * @param oracle whose results to compare with; null for the kind's default
	 * @throws UnreadableException if the file is no file of vectors, its kind is unknown, or the oracle is
	 * @throws IOException         if it cannot be read
	 */
	public static Totals check(Path file, String oracle, Predicate<String> only, Sink sink)
			throws IOException, UnreadableException {
		try (Metered metered = new Metered(Files.newBufferedReader(file)); JsonReader in = new JsonReader(metered)) {
			return new Run(file, in, metered, oracle, only, sink).run();
		} catch (JsonParseException | IllegalStateException | NumberFormatException e) {
			throw new UnreadableException(file + ": " + plain(e));
		} catch (com.google.gson.stream.MalformedJsonException | java.nio.charset.CharacterCodingException
				| java.io.EOFException e) {
			throw new UnreadableException(file + ": " + plain(e));
		}
	}

	/** Gson's message without its advice to programmers: the problem and where it is. */
	private static String plain(Exception e) {
		String m = e.getMessage() == null ? "not text" : e.getMessage();
		int colon = m.indexOf("Exception: ");
		m = colon < 0 ? m : m.substring(colon + "Exception: ".length());
		int end = m.indexOf('\n');
		m = end < 0 ? m : m.substring(0, end);
		return m.replace("Use JsonReader.setStrictness(Strictness.LENIENT) to accept malformed JSON", "malformed JSON");
	}

	private static final class Run {
		private final Path file;
		private final JsonReader in;
		private final Metered metered;
		private final String wanted;
		private final Predicate<String> only;
		private final Sink sink;
		private VectorKind kind;
		private VectorKind.Checker checker;
		private String oracle;
		private long passed;
		private long failed;
		private long skipped;

		Run(Path file, JsonReader in, Metered metered, String wanted, Predicate<String> only, Sink sink) {
			this.file = file;
			this.in = in;
			this.metered = metered;
			this.wanted = wanted;
			this.only = only;
			this.sink = sink;
		}

		Totals run() throws IOException, UnreadableException {
			JsonObject meta = new JsonObject();
			boolean found = false;
			try {
				in.beginObject();
				while (in.hasNext()) {
					String member = in.nextName();
					metered.left = LARGEST_VECTOR;
					if (member.equals("meta") && in.peek() == JsonToken.BEGIN_OBJECT) {
						meta = JsonParser.parseReader(in).getAsJsonObject();
					} else if (member.equals("vectors")) {
						found = true;
						vectors(meta);
					} else {
						in.skipValue();
					}
				}
				in.endObject();
			} finally {
				if (checker != null) {
					checker.close();
				}
			}
			if (!found) {
				throw new UnreadableException(file + ": has no \"vectors\"");
			}
			return new Totals(kind == null ? "none" : kind.name(), oracle, passed, failed, skipped);
		}

		private void vectors(JsonObject meta) throws IOException, UnreadableException {
			in.beginArray();
			for (int i = 0; in.hasNext(); i++) {
				metered.left = LARGEST_VECTOR;
				JsonElement e = JsonParser.parseReader(in);
				if (!e.isJsonObject()) {
					throw new UnreadableException(file + ": vector " + i + " is no object");
				}
				JsonObject v = e.getAsJsonObject();
				if (checker == null) {
					open(meta, v);
				}
				String name = v.has("name") && v.get("name").isJsonPrimitive() ? v.get("name").getAsString() : "#" + i;
				if (only.test(name)) {
					count(name, i, verdict(v));
				}
			}
			in.endArray();
		}

		private Verdict verdict(JsonObject v) {
			try {
				return checker.check(v);
			} catch (RuntimeException e) {
				String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
				return Verdict.of(List.of(new Verdict.Difference("(vector)", "can be run", what)));
			}
		}

		private void count(String name, int index, Verdict v) {
			switch (v.state()) {
				case PASSED -> passed++;
				case FAILED -> failed++;
				case SKIPPED -> skipped++;
			}
			sink.verdict(name, index, v);
		}

		private void open(JsonObject meta, JsonObject first) throws UnreadableException {
			StringBuilder known = new StringBuilder();
			for (VectorKind k : kinds()) {
				known.append(known.isEmpty() ? "" : ", ").append(k.name());
				if (kind == null && k.recognises(first)) {
					kind = k;
				}
			}
			if (kind == null) {
				throw new UnreadableException(file + ": vectors of no known kind (known: "
						+ (known.isEmpty() ? "none" : known) + ")");
			}
			oracle = wanted == null ? kind.oracles().get(0) : wanted;
			if (!kind.oracles().contains(oracle)) {
				throw new UnreadableException(file + ": " + kind.name() + " vectors have no oracle \"" + oracle
						+ "\"; there are " + String.join(", ", kind.oracles()));
			}
			Path folder = file.toAbsolutePath().getParent();
			checker = kind.open(meta, folder, oracle);
		}
	}

	/** Ends the reading when one element alone takes more characters than any honest vector. */
	private static final class Metered extends FilterReader {
		long left = LARGEST_VECTOR;

		Metered(Reader in) {
			super(in);
		}

		@Override
		public int read(char[] into, int offset, int length) throws IOException {
			int n = super.read(into, offset, length);
			left -= Math.max(n, 0);
			if (left < 0) {
				throw new com.google.gson.stream.MalformedJsonException(
						"a single vector is larger than " + (LARGEST_VECTOR >> 20) + " MiB");
			}
			return n;
		}
	}
}
