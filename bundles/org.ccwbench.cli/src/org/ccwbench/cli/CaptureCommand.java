// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ccwbench.notation.LinuxDriver;
import org.ccwbench.run.Backend;
import org.ccwbench.run.Session;
import org.ccwbench.run.SessionException;
import org.ccwbench.run.SessionOptions;
import org.ccwbench.run.check.CapturedVectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes down what a device did, as vectors that check replays. */
@Command(name = "capture", mixinStandardHelpOptions = true, sortOptions = false,
		description = {"Runs texts on a real device and writes what it did as a file of vectors, one a text, which ccwb check replays on the simulation.", ""},
		footerHeading = "%nExamples:%n",
		footer = {
			"  ccwb capture label.ccw --backend lpar7/0.0.1234 --output label.json",
			"  ccwb check label.json",
			"",
			"A vector holds the text itself; images that it names are looked for beside the file.",
			"Exit codes: 0 written, 2 bad input."})
final class CaptureCommand implements Callable<Integer> {
	@Parameters(arity = "1..*", paramLabel = "FILE", description = "the .ccw texts; - reads standard input")
	List<String> files;

	@Option(names = "--backend", required = true, paramLabel = "HOST/DEVICE",
			description = "local/0.0.1234, HOST/0.0.1234 through an agent there, or simulated")
	String backend;

	@Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "where the vectors go; standard output without it")
	Path output;

	@Option(names = "--arm-writes",
			description = "asks for the number of the real device; once it is typed, commands pass that change its medium")
	boolean armWrites;

	@Mixin
	HostOptions hosts;

	private final Terminal terminal;

	CaptureCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() throws IOException {
		Backend attached = hosts.backend(backend, armWrites);
		List<JsonObject> vectors = new ArrayList<>();
		for (String file : files) {
			vectors.add(vector(file, attached));
		}
		if (output == null) {
			write(vectors, terminal.out);
		} else {
			try (PrintStream out = new PrintStream(Files.newOutputStream(output), false, java.nio.charset.StandardCharsets.UTF_8)) {
				write(vectors, out);
				if (out.checkError()) {
					throw new IOException(output + ": cannot be written");
				}
			}
			terminal.out.println(output + ": " + vectors.size() + (vectors.size() == 1 ? " vector" : " vectors") + " from " + backend);
		}
		return 0;
	}

	private JsonObject vector(String file, Backend attached) throws IOException {
		ProgramOptions.Assembled text = ProgramOptions.assemble(file, LinuxDriver.of(null), terminal);
		SessionOptions options = SessionOptions.of("linux").withBackend(backend);
		try (Session session = Session.open(text.path(), text.image(), options, attached)) {
			session.run(() -> false);
			return CapturedVectors.capture(name(file), backend, session);
		} catch (SessionException e) {
			throw new BadInputException(file + ": " + e.getMessage());
		}
	}

	private static String name(String file) {
		String name = String.valueOf(Path.of(file).getFileName());
		return name.endsWith(".ccw") ? name.substring(0, name.length() - 4) : name;
	}

	private void write(List<JsonObject> vectors, PrintStream out) {
		Gson gson = new GsonBuilder().disableHtmlEscaping().create();
		JsonObject meta = new JsonObject();
		meta.addProperty("source", backend);
		out.println("{\"meta\":" + gson.toJson(meta) + ",\"vectors\":[");
		for (int i = 0; i < vectors.size(); i++) {
			out.println(gson.toJson(vectors.get(i)) + (i < vectors.size() - 1 ? "," : ""));
		}
		out.println("]}");
	}
}
