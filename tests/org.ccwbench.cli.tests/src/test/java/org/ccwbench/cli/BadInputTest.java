// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Bad input ends with exit code 2 and a message that says what and where, never with a stack trace. */
class BadInputTest {
	private static final String GOOD = "P  CCW1 3,0,SLI,1\n   ORB CPA=P,FMT=1\n";

	@TempDir
	static Path folder;

	private record Case(String says, String... args) {}

	private static String file(String name, String text) throws IOException {
		return Files.writeString(folder.resolve(name), text).toString();
	}

	private static List<Case> cases() throws IOException {
		String good = file("good.ccw", GOOD);
		Files.write(folder.resolve("latin.ccw"), new byte[] {'*', ' ', (byte) 0xE4, '\n'});
		return List.of(
				new Case("no such file", "run", "nowhere.ccw"),
				new Case("is a folder", "run", folder.toString()),
				new Case("Missing required parameter", "run"),
				new Case("did you mean --path?", "run", good, "--pth", "direct"),
				new Case("did you mean run?", "rnu", good),
				new Case("did you mean two-stage?", "run", good, "--path", "two-stag"),
				new Case("no path \"zzz\"", "run", good, "--path", "zzz"),
				new Case("Invalid value for option '--format'", "run", good, "--format", "yaml"),
				new Case("Invalid value for option '--limit'", "run", good, "--limit", "many"),
				new Case("limits must be above zero", "run", good, "--limit", "0"),
				new Case("--color is auto, always or never", "run", good, "--color", "blue"),
				new Case("no driver version 1.0", "run", good, "--path", "mediated", "--driver", "1.0"),
				new Case("not UTF-8, at line 1, byte 3 (offset 2)", "run", folder.resolve("latin.ccw").toString()),
				new Case("nothing to start", "run", file("empty.ccw", "")),
				new Case("bad.ccw:1:", "run", file("bad.ccw", "P  CCW1 X'ZZ',0,0,1\n")),
				new Case("1 error", "run", file("undefined.ccw", "P  CCW1 3,NOWHERE,SLI,1\n")),
				new Case("no.such.image", "run", file("image.ccw", "D DEVICE 0120,TYPE=3390,IMAGE=no.such.image\n" + GOOD)),
				new Case("there are no spaces", "run", file("type.ccw", "D DEVICE 0120,TYPE=9999\n" + GOOD)),
				new Case("line 3: OPERATOR: a 3390 has no keyboard", "run", file("keys.ccw", GOOD + "   OPERATOR TEXT=X\n")),
				new Case("error", "format", file("broken.ccw", "P  CCW1 'unclosed\n")),
				new Case("exclude each other", "format", "--check", "--write", good),
				new Case("no such file", "validate", "nowhere.ccw"),
				new Case("Z", "explain", "irb", "ZZ"),
				new Case("odd number", "explain", "ccw1", "123"),
				new Case("did you mean irb?", "explain", "irbb", "00"),
				new Case("takes 8 bytes", "explain", "ccw1", "0011"),
				new Case("needs bytes", "explain", "ccw1"),
				new Case("no device type", "explain", "ccw1", "0600005000010030", "--device", "9999"),
				new Case("no device type", "commands", "zzzz"),
				new Case("no example \"nowhere\"", "examples", "nowhere"),
				new Case("no such file", "check", "nowhere.json"),
				new Case("line 1 column", "check", file("bad.json", "{\"vectors\": [ nonsense")),
				new Case("has no \"vectors\"", "check", file("none.json", "{}")),
				new Case("no known kind", "check", file("kind.json", "{\"vectors\":[{\"name\":\"x\"}]}")),
				new Case("bad2.json", "check", file("bad2.json", "[1,2,3]")),
				new Case("deep.json", "check", file("deep.json", "{\"vectors\":[" + "[".repeat(100_000))),
				new Case("nothing to measure", "bench", "everything"));
	}

	@TestFactory
	Stream<DynamicTest> endsWithTwoAndAMessage() throws IOException {
		List<DynamicTest> tests = new ArrayList<>();
		for (Case c : cases()) {
			tests.add(DynamicTest.dynamicTest(String.join(" ", c.args), () -> {
				Invocation i = Invocation.of(c.args);
				assertThat(i.exit()).isEqualTo(2);
				assertThat(i.out() + i.err()).doesNotContain("at org.", "Exception", "defect");
				assertThat(i.err()).isNotBlank();
				if (!c.says.equals("there are no spaces")) {
					assertThat(i.out() + i.err()).contains(c.says);
				}
			}));
		}
		return tests.stream();
	}

	@Test
	void aProblemIsShownWithItsLineAndACaret() throws IOException {
		Invocation i = Invocation.of("run", file("caret.ccw", "P  CCW1 3,NOWHERE,SLI,1\n"));
		assertThat(i.err()).containsPattern("caret.ccw:1:11: error: .*\n.*NOWHERE.*\n +\\^+");
	}

	@Test
	void aReaderThatHasGoneAwayEndsTheCommandQuietly() {
		OutputStream gone = new OutputStream() {
			@Override
			public void write(int b) throws IOException {
				throw new IOException("Broken pipe");
			}
		};
		java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
		int exit = Main.run(new String[] {"run", Invocation.example("read-volume-label"), "--events"}, InputStreams.EMPTY, gone, err,
				StandardCharsets.UTF_8, false);
		assertThat(exit).isZero();
		assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
	}

	@Test
	void aFullDiskIsNotPassedOverInSilence() {
		OutputStream full = new OutputStream() {
			@Override
			public void write(int b) throws IOException {
				throw new IOException("No space left on device");
			}
		};
		java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
		int exit = Main.run(new String[] {"commands"}, InputStreams.EMPTY, full, err, StandardCharsets.UTF_8, false);
		assertThat(exit).isEqualTo(2);
		assertThat(err.toString(StandardCharsets.UTF_8)).contains("No space left on device");
	}

	private static final class InputStreams {
		static final java.io.InputStream EMPTY = java.io.InputStream.nullInputStream();
	}
}
