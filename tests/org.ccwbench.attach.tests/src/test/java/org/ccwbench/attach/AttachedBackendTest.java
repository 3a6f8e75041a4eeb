// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ccwbench.attach.agent.HostAddress;
import org.ccwbench.attach.agent.Hosts;
import org.ccwbench.attach.simulated.SimulatedHost;
import org.ccwbench.notation.Image;
import org.ccwbench.notation.Notation;
import org.ccwbench.run.Outcome;
import org.ccwbench.run.Session;
import org.ccwbench.run.SessionException;
import org.ccwbench.run.SessionOptions;
import org.ccwbench.run.check.CapturedVectors;
import org.ccwbench.run.check.Verdict;
import org.ccwbench.run.check.VectorFile;
import org.ccwbench.run.compare.Comparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions whose device is at the end of system calls. What answers these is simulated; what asks is all there. */
class AttachedBackendTest {
	private static final String DEVICE = "         DEVICE 0.0.0120,TYPE=3390,CU=3990-6,CYLINDERS=10\n";
	private static final String SENSE_ID = DEVICE + """
			         STORAGE 4M
			         ORG   X'10000'
			PROG     CCW1  SENSEID,ID,SLI,7
			         ORG   X'20000'
			ID       DS    XL7
			         ORB   CPA=PROG,INTPARM=X'00ABCDEF'
			         EXPECT CC=0,UNIT=CE+DE,CHAN=0,COUNT=0,CPA=PROG+8,DATA=(ID,X'FF3990')
			""";
	private static final String WRITE = DEVICE + """
			         ORG   X'10000'
			PROG     CCW1  WD,DATA,SLI,8
			DATA     DC    XL8'00'
			         ORB   CPA=PROG
			""";
	/** Command reject: the extent of a DEFINE EXTENT ends before it begins. */
	private static final String CHECKED = DEVICE + """
			         ORG   X'10000'
			PROG     CCW1  DE,EXTENT,SLI,16
			EXTENT   DC    X'40C00000',XL4'00',H'5,0',H'1,0'
			         ORB   CPA=PROG
			         EXPECT UNIT=CE+DE+UC
			""";

	private SimulatedHost simulated;

	private Session open(String text, String armed) throws SessionException, AttachException {
		Image image = Notation.assemble("test.ccw", text);
		simulated = new SimulatedHost(image, Path.of("."));
		Hosts hosts = new Hosts() {
			@Override
			public Host open(HostAddress address) {
				return simulated.asHost();
			}
		};
		return Session.open(Path.of("test.ccw"), image, SessionOptions.of("linux").withBackend("lpar7/0.0.0120"), new AttachedBackend(hosts, armed));
	}

	@Test
	void aTextRunsOnADeviceAndIsHeldAgainstWhatItExpects() throws Exception {
		try (Session s = open(SENSE_ID, null)) {
			Outcome o = s.run(() -> false);
			assertThat(o.expectations()).hasSize(6).allMatch(c -> c.ok());
			assertThat(o.asExpected()).isTrue();
			assertThat(o.costs().known()).as("whether the kernel's costs are known").isFalse();
			assertThat(s.scene().guest().bytes(0x20000, 3)).as("storage at the beginning of the recording").containsOnly(0);
			s.history().seek(s.history().size());
			assertThat(s.scene().guest().bytes(0x20000, 3)).containsExactly(0xFF, 0x39, 0x90);
			assertThat(s.history().received()).singleElement().satisfies(a -> assertThat(a.guest()).isEqualTo(0x20000));
			assertThat(s.history().stages().stream().filter(x -> x.begun() >= 0).map(x -> x.stage().id()))
					.containsExactly("Q1", "Q2", "Q3", "Q4", "Q5", "K5", "K6", "Q6", "Q7");
		}
		assertThat(simulated.inUse()).isZero();
	}

	@Test
	void theGuestSeesWhatItSeesOnTheSimulation() throws Exception {
		try (Session real = open(SENSE_ID, null);
				Session other = Session.open(Path.of("test.ccw"), SENSE_ID, SessionOptions.of("linux"))) {
			real.run(() -> false);
			other.run(() -> false);
			assertThat(Comparison.of(other, real).all()).isEmpty();
		}
	}

	@Test
	void aProgramThatWritesIsRefusedUnlessTheNumberWasTyped() throws Exception {
		try (Session s = open(WRITE, null)) {
			Outcome o = s.run(() -> false);
			assertThat(o.asExpected()).isFalse();
			assertThat(o.last().notes()).anyMatch(n -> n.startsWith("Nothing was sent to 0.0.0120: the CCW at 00010000 (command 05) is WRITE DATA"));
		}
		try (Session s = open(WRITE, "0.0.0120")) {
			assertThat(s.run(() -> false).conditionCode()).isZero();
		}
		assertThatThrownBy(() -> open(WRITE, "0.0.0121")).isInstanceOf(SessionException.class).hasMessageContaining("not the number of this device");
		assertThat(simulated.inUse()).isZero();
	}

	@Test
	void senseBytesAreAskedForAfterAUnitCheck() throws Exception {
		try (Session s = open(CHECKED, null)) {
			Outcome o = s.run(() -> false);
			assertThat(o.asExpected()).isTrue();
			assertThat(o.last().delivered().sense()).hasSizeGreaterThanOrEqualTo(24).startsWith(0x80);
		}
	}

	@Test
	void aProgramIsHaltedByAnInstructionOfTheText() throws Exception {
		String endless = DEVICE + """
				         ORG   X'10000'
				PROG     CCW1  SENSEID,ID,CC+SLI,7
				         CCW1  TIC,PROG
				         ORG   X'20000'
				ID       DS    XL7
				         ORB   CPA=PROG
				         HSCH  AFTER=20,CC=0
				         EXPECT CC=0
				""";
		try (Session s = open(endless, null)) {
			Outcome o = s.run(() -> false);
			assertThat(o.last().notes()).anyMatch(n -> n.matches("HSCH \\(line \\d+\\) ends with condition code 0"));
			assertThat(o.asExpected()).isTrue();
		}
	}

	@Test
	void ofALargeGuestTheDeviceReachesWhatTheTextUses() throws Exception {
		try (Session s = open(SENSE_ID.replace("STORAGE 4M", "STORAGE 1G"), null)) {
			Outcome o = s.run(() -> false);
			assertThat(o.asExpected()).isTrue();
			assertThat(o.last().notes()).contains("of the storage from 0 to 3FFFFFFF the device reaches the 1 MiB that the text uses");
		}
	}

	@Test
	void twoDevicesAreOneTooMany() {
		String two = SENSE_ID + "         DEVICE 0.0.0121,TYPE=3390,CYLINDERS=10\n         ORB   CPA=PROG\n";
		assertThatThrownBy(() -> open(two, null)).isInstanceOf(SessionException.class).hasMessageContaining("several devices");
	}

	@Test
	void whatWasCapturedIsCheckedAgainstTheSimulation(@TempDir Path folder) throws Exception {
		JsonObject vector;
		try (Session s = open(SENSE_ID, null)) {
			s.run(() -> false);
			vector = CapturedVectors.capture("sense-id", "lpar7/0.0.0120", s);
		}
		Path file = folder.resolve("vectors.json");
		Files.writeString(file, "{\"meta\":{},\"vectors\":[" + vector + "," + vector.toString().replace("FF3990", "FF3380") + "]}");
		java.util.List<Verdict> verdicts = new java.util.ArrayList<>();
		VectorFile.Totals t = VectorFile.check(file, null, n -> true, (name, i, v) -> verdicts.add(v));
		assertThat(t.kind()).isEqualTo("captured");
		assertThat(verdicts.get(0).state()).isEqualTo(Verdict.State.PASSED);
		assertThat(verdicts.get(1).state()).isEqualTo(Verdict.State.FAILED);
	}
}
