// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.ccwbench.run.Backend;
import org.ccwbench.run.MachineDevice;
import org.ccwbench.run.Outcome;
import org.ccwbench.run.Session;
import org.ccwbench.run.SessionException;
import org.ccwbench.run.SessionOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a channel program and reports every stage. */
@Command(name = "run", mixinStandardHelpOptions = true, sortOptions = false,
		description = {"Runs the channel programs of a text and reports every stage, what came out, and whether it is what the text expects.", ""},
		footerHeading = "%nThe JSON report (--format json):%n",
		footer = {
			"  { file, path, backend, asExpected, starts: [ { start, device, conditionCode, programInterruption,",
			"    returnCode, ending, notes, irb, irbs, sense, reports, verdict, fields: [ { name, value, text } ],",
			"    expectations: [ { name, expected, actual, ok, line } ], costs: { as in ccwb compare } } ],",
			"    putOut: [ { device, page, lines: [ { number, channel, text, over: [ … ] } ] } ],",
			"    stages: [ { start, id, side, title, progress, begun, ended, result, tally: { … } } ],",
			"    program: [ { progress, fetched, unitStatus, channelStatus, residual, line, guest: { address, ccw,",
			"    command, flags, count, data, indirect: [ … ] }, user: …, host: … } ],",
			"    translations: [ { guest, user, host, cause, stage, count } ], pins: [ … still on at the end ],",
			"    received: [ { address, label, length, hex } ], events, recordingBytes }",
			"  Addresses and bytes are strings of hexadecimal digits; what there is not is null or left out.",
			"  With several paths the report is an array, one element a path.",
			"",
			"Examples:",
			"  ccwb run label.ccw                          along the two-stage path",
			"  ccwb run label.ccw --path direct            the guest has the channel to itself",
			"  ccwb run label.ccw --path all --quiet       compare what each path costs",
			"  ccwb run label.ccw --format json | jq .received",
			"  ccwb run label.ccw --backend lpar7/0.0.1234 on the real device 0.0.1234 of the host lpar7",
			"",
			"Exit codes: 0 done and as expected, 1 ran but not as expected, 2 bad input."})
final class RunCommand implements Callable<Integer> {
	@Mixin
	ProgramOptions program;

	@Option(names = "--path", split = ",", paramLabel = "NAME",
			description = "two-stage (default), mediated, linux, assignment, noiommu, direct; several with commas, or all; on a real device: linux")
	List<String> paths;

	@Mixin
	HostOptions hosts;

	@Option(names = "--backend", paramLabel = "HOST/DEVICE", defaultValue = "simulated",
			description = "simulated (default), or a real device that is bound to vfio_ccw: local/0.0.1234, or HOST/0.0.1234 through an agent there")
	String backend;

	@Option(names = "--arm-writes",
			description = "asks for the number of the real device; once it is typed, commands pass that change its medium")
	boolean armWrites;

	@Option(names = {"-q", "--quiet"}, description = "only the result, not every stage")
	boolean quiet;

	@Option(names = "--lines", paramLabel = "N", defaultValue = "100",
			description = "lines of each stage at most (default 100); 0 for all")
	int lines;

	@Option(names = "--limit", paramLabel = "STEPS", defaultValue = "" + SessionOptions.DEFAULT_STEPS,
			description = "steps of a program before it is halted (default ${DEFAULT-VALUE})")
	long limit;

	@Option(names = "--limit-time", paramLabel = "MICROS", defaultValue = "" + SessionOptions.DEFAULT_MICROS,
			description = "microseconds of simulated time before it is halted (default ${DEFAULT-VALUE})")
	long limitTime;

	@Option(names = "--write-through",
			description = "write into the image files, all of a channel program or nothing; without it they stay as they are")
	boolean writeThrough;

	@Option(names = "--terminal", paramLabel = "PORT",
			description = {"let TN3270 terminals on this machine be the 3270s of the text, the first at this port, the next at the next; "
					+ "0 for ports that are free. What OPERATOR statements say, the person there does"})
	Integer terminalPort;

	@Option(names = "--terminal-wait", paramLabel = "SECONDS", defaultValue = "300",
			description = "the longest to wait for a terminal or a key (default ${DEFAULT-VALUE})")
	int terminalWait;

	@Option(names = "--events", description = "print every event of the recording instead of the stages")
	boolean events;

	private final Terminal terminal;

	RunCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() throws IOException {
		if (limit <= 0 || limitTime <= 0 || lines < 0) {
			throw new BadInputException("limits must be above zero");
		}
		ProgramOptions.Assembled text = program.assemble(terminal);
		List<String> chosen = chosen();
		if (writeThrough && chosen.size() > 1) {
			throw new BadInputException("--write-through runs along one path: the second would start with what the first has written");
		}
		if (terminalPort != null && (chosen.size() > 1 || terminalPort < 0 || terminalPort > 0xFFFF || terminalWait < 1)) {
			throw new BadInputException("--terminal takes a port from 0 to 65535, one path, and at least a second of --terminal-wait");
		}
		Backend attached = hosts.backend(backend, armWrites);
		boolean good = true;
		String failure = null;
		PathSummary comparison = new PathSummary();
		RunJson json = program.format == ReportFormat.JSON ? new RunJson(terminal.out, chosen.size() > 1) : null;
		for (String path : chosen) {
			try (DisplayTerminals terminals = terminalPort == null ? null : new DisplayTerminals(terminal, terminalPort, terminalWait);
					Session session = open(text, path, terminals, attached)) {
				if (terminals != null) {
					terminals.connect(session);
				}
				Outcome outcome = session.run(() -> false);
				if (terminals != null) {
					terminals.linger();
				}
				good &= outcome.asExpected();
				failure = failure == null ? failure(session) : failure;
				comparison.add(path, outcome);
				if (json != null) {
					json.write(program.file, session);
				} else {
					new RunReport(terminal, session, program.file, quiet, lines).print(events);
				}
			} catch (SessionException e) {
				throw program.wrong(e.getMessage());
			}
		}
		if (json != null) {
			json.end();
		} else if (chosen.size() > 1) {
			comparison.print(terminal);
		}
		if (failure != null) {
			throw program.wrong(failure);
		}
		return good ? 0 : 1;
	}

	/** What is wrong with an image, as the run has found; null if nothing is. */
	static String failure(Session session) {
		return session.devices().stream().map(MachineDevice::failure).filter(Objects::nonNull).findFirst().orElse(null);
	}

	private Session open(ProgramOptions.Assembled text, String path, DisplayTerminals terminals, Backend attached) throws SessionException {
		SessionOptions options = program.along(path).withLimits(limitTime, limit).withWriteThrough(writeThrough).withAttendant(terminals);
		return Session.open(text.path(), text.image(), options.withBackend(backend), attached);
	}

	private List<String> chosen() {
		boolean simulated = backend.equals("simulated");
		if (paths == null) {
			return List.of(simulated ? "two-stage" : "linux");
		}
		return ProgramOptions.paths(paths, simulated ? ProgramOptions.simulated() : List.of("linux"));
	}
}
