// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ccwbench.arch.Block;
import org.ccwbench.arch.Commands;
import org.ccwbench.arch.Explain;
import org.ccwbench.arch.Explanation;
import org.ccwbench.arch.Scsw;
import org.ccwbench.arch.Hex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains a block of the architecture: a sentence, then every field. */
@Command(name = "explain", mixinStandardHelpOptions = true, sortOptions = false,
		description = {"Explains a block in hexadecimal: one sentence, then every field with its meaning. What matters is marked with an asterisk.", ""},
		footerHeading = "%nExamples:%n",
		footer = {
			"  ccwb explain irb 00C04017 00010008 0C000000      its status word alone, or all 64 or 96 bytes",
			"  ccwb explain ccw1 06200050 00010030 --device 3390",
			"  ccwb explain orb X'0000000000C0FF0000010000'",
			"  ccwb explain tidaw 80000000 00000050 00000000 00020000",
			"  xxd -p irb.bin | ccwb explain irb -",
			"  ccwb explain list                              every kind of block",
			"",
			"Blanks, underscores, 0x and X'...' are accepted. Of blocks of fixed length (ccw0, ccw1, idaw, midaw, crw)",
			"several may follow one another. --format json: [ { kind, verdict, fields: [ { name, value, text } ] } ].",
			"Exit codes: 0 explained, 2 bad input."})
final class ExplainCommand implements Callable<Integer> {
	private static final int LONGEST = 1 << 20;
	private static final int MOST = 4096;

	@Parameters(index = "0", paramLabel = "KIND", description = "irb, orb, scsw, esw, ecw, schib, pmcw, ccw0, ccw1, idaw, midaw, tcw, tccb, tidaw, tsb, crw, sense ..., or list")
	String kind;

	@Parameters(index = "1..*", paramLabel = "HEX", description = "the bytes; - reads standard input")
	List<String> hex = new ArrayList<>();

	@Option(names = "--device", paramLabel = "TYPE", description = "device type, such as 3390: names commands and sense bytes")
	String device;

	@Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text (default) or json")
	ReportFormat format;

	private final Terminal terminal;

	ExplainCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() throws IOException {
		if (kind.equals("list")) {
			list();
			return 0;
		}
		if (device != null && !Commands.knows(device)) {
			throw new BadInputException("no device type \"" + device + "\"" + Nearest.didYouMean(device, Commands.deviceTypes()));
		}
		byte[] bytes = Hex.parse(digits());
		if (bytes.length == 0) {
			throw new BadInputException("explain " + kind + " needs bytes in hexadecimal");
		}
		List<Explanation> found = explain(bytes);
		if (format == ReportFormat.JSON) {
			json(found);
			return 0;
		}
		for (Explanation e : found) {
			terminal.out.print(e.text());
			terminal.out.print(found.size() > 1 ? "\n" : "");
		}
		return 0;
	}

	private List<Explanation> explain(byte[] bytes) {
		Block block = block(bytes);
		int each = block.lengths().get(0);
		boolean many = block.lengths().size() == 1 && each <= 16 && bytes.length > each && bytes.length % each == 0
				&& bytes.length / each <= MOST;
		if (!many) {
			return List.of(Explain.explanation(block, bytes, device));
		}
		List<Explanation> list = new ArrayList<>();
		for (int at = 0; at < bytes.length; at += each) {
			list.add(Explain.explanation(block, Arrays.copyOfRange(bytes, at, at + each), device));
		}
		return list;
	}

	/** The block that is meant; where one name stands for several, the bytes decide. */
	private Block block(byte[] b) {
		String name = kind.toLowerCase(Locale.ROOT);
		name = switch (name) {
			case "ccw" -> "ccw1";
			// Traces often have no more of it than its first three words.
			case "irb" -> b.length == Scsw.LENGTH ? "scsw" : name;
			case "idaw" -> b.length % 8 == 0 ? "idaw2" : "idaw1";
			case "esw" -> b.length >= 4 && (b[0] != 0 || b[2] != 0 && b[1] == 0) ? "esw0" : b.length >= 4 && (b[2] | b[3]) != 0 ? "esw2" : "esw1";
			default -> name;
		};
		List<String> names = names();
		if (!names.contains(name)) {
			throw new BadInputException("no block \"" + kind + "\"" + Nearest.didYouMean(name, names) + "; there are " + String.join(", ", names));
		}
		return Block.byName(name);
	}

	private static List<String> names() {
		List<String> names = new ArrayList<>();
		for (Block b : Block.all()) {
			names.add(b.name());
		}
		return names;
	}

	private String digits() throws IOException {
		if (hex.size() == 1 && hex.get(0).equals("-")) {
			byte[] in = terminal.in.readNBytes(LONGEST + 1);
			if (in.length > LONGEST) {
				throw new BadInputException("standard input is longer than " + LONGEST + " characters");
			}
			return new String(in, StandardCharsets.ISO_8859_1);
		}
		return String.join(" ", hex);
	}

	private void list() {
		for (Block b : Block.all()) {
			List<Integer> n = b.lengths();
			String length = n.size() > 3 ? n.get(0) + "-" + n.get(n.size() - 1) : n.toString().replaceAll("[\\[\\]]", "");
			terminal.out.printf("%-22s %7s bytes  %s%n", b.name(), length, b.title());
		}
	}

	private void json(List<Explanation> found) throws IOException {
		JsonWriter json = new JsonWriter(new OutputStreamWriter(terminal.out, StandardCharsets.UTF_8));
		json.setIndent("  ");
		json.setHtmlSafe(false);
		json.beginArray();
		for (Explanation e : found) {
			json.beginObject().name("kind").value(e.block().name()).name("verdict").value(e.verdict()).name("fields").beginArray();
			RunJson.fields(json, e, "");
			json.endArray().endObject();
		}
		json.endArray().flush();
		terminal.out.println();
	}
}
