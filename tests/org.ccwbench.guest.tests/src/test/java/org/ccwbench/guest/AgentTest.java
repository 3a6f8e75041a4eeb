// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.ccwbench.guest.Programs.CP;
import static org.ccwbench.guest.Programs.DATA;
import static org.ccwbench.guest.Programs.STORAGE;
import static org.ccwbench.guest.Programs.at;
import static org.ccwbench.guest.Programs.bytes;
import static org.ccwbench.guest.Programs.hex;
import static org.ccwbench.guest.Programs.loaded;
import static org.ccwbench.guest.Programs.orb;
import static org.ccwbench.guest.Programs.run;
import static org.ccwbench.guest.Programs.scsw;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.ccwbench.attach.AttachException;
import org.ccwbench.attach.AttachedSubchannel;
import org.ccwbench.attach.Execution;
import org.ccwbench.attach.Interruption;
import org.ccwbench.attach.agent.AgentHost;
import org.ccwbench.attach.agent.HostAddress;
import org.ccwbench.attach.devices.Subchannel;
import org.ccwbench.attach.trace.KernelStage;
import org.ccwbench.attach.trace.KernelStages;
import org.ccwbench.cli.Main;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A client drives real subchannels through an agent: everything from the client's request to the kernel's vfio_ccw is
 * what a user has; only the devices behind it are emulated. One agent serves most tests, as each starts a Java machine.
 */
@ExtendWith(GuestExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AgentTest {
	private static final String SENSE_ID = Programs.SENSE_ID;
	/** Format 1; start function; primary, secondary and status pending (PoP, SCSW), as the emulated channel presents them. */
	private static final String ENDED = "00804007";
	/** The address after the only CCW; channel end and device end, and nothing of the channel's own. */
	private static final String ENDED_AT_FIRST = ENDED + "00011008" + "0c00";

	private static Guest guest;
	private static AgentHost host;

	@BeforeAll
	static void connect(Guest machine) throws Exception {
		guest = machine;
		host = agent();
	}

	/** On a machine that has much else to do, an emulated Java machine can take longer to start than a client waits. */
	private static AgentHost agent() throws Exception {
		for (int attempt = 1;; attempt++) {
			Socket socket = guest.connect();
			socket.setSoTimeout(0);
			try {
				return AgentHost.over("guest", socket.getInputStream(), socket.getOutputStream());
			} catch (AttachException late) {
				if (attempt == 3) {
					throw late;
				}
			}
		}
	}

	/** As a user reaches it. */
	private static AgentHost agentBySsh() throws Exception {
		String ssh = guest.ssh();
		if (ssh == null) {
			System.out.println("There is no ssh on this machine; its part is done by a socket.");
			return agent();
		}
		return AgentHost.start("guest", HostAddress.of(Guest.SSH_HOST).command(ssh));
	}

	private static AttachedSubchannel open(String device) throws AttachException {
		return host.open(device, STORAGE);
	}

	// --- devices -------------------------------------------------------------------------------------------------

	@Test
	@Order(1)
	void devicesAreListedWithWhatHoldsThem() throws Exception {
		guest.shell("mount /run/scratch /mnt");
		List<Subchannel> all = host.devices().list();
		assertThat(all).extracting(Subchannel::device)
				.contains("0.0.0001", "0.0.0002", Guest.RNG, Guest.DISK, Guest.UNPLUGGED, Guest.TERMINAL);
		assertThat(all).filteredOn(s -> s.device().equals("0.0.0001")).flatExtracting(Subchannel::forbidding)
				.extracting(Object::toString).containsExactly("network interface eth0 is up");
		assertThat(all).filteredOn(s -> s.device().equals("0.0.0002")).flatExtracting(Subchannel::forbidding)
				.extracting(Object::toString).anyMatch(use -> use.matches("vd. is the root file system"));
		assertThat(all).filteredOn(s -> s.device().equals(Guest.TERMINAL)).extracting(Subchannel::controlUnit, Subchannel::deviceDriver)
				.containsExactly(tuple("3270/00", "3270"));
	}

	@Test
	@Order(2)
	void aMountedDiskIsLeftAlone() throws Exception {
		assertThat(host.devices().planToBind(Guest.DISK).refusal()).matches("is in use: .* is mounted on /mnt.*");
		assertThatThrownBy(() -> host.devices().bind(Guest.DISK)).isInstanceOf(AttachException.class).hasMessageContaining("is mounted on /mnt");
		assertThat(guest.shell("umount /mnt; readlink /sys/bus/css/devices/0.0.0003/driver")).endsWith("/io_subchannel");
	}

	@Test
	@Order(3)
	void devicesAreBoundAfterWhatWillBeDoneWasShown() throws Exception {
		for (String device : List.of(Guest.RNG, Guest.TERMINAL, Guest.UNPLUGGED)) {
			assertThat(host.devices().planToBind(device).steps()).last().asString().startsWith("make a mediated device of it");
			Subchannel bound = host.devices().bind(device);
			assertThat(bound.attachable()).isTrue();
			assertThat(guest.shell("ls /dev/vfio").lines()).contains(bound.group());
		}
	}

	// --- programs ------------------------------------------------------------------------------------------------

	@Test
	@Order(10)
	void senseIdTellsWhatTheDeviceIs() throws Exception {
		try (AttachedSubchannel s = open(Guest.RNG)) {
			// Virtio 1.2, 4.3.1.1: control-unit type 3832, its model is the device's kind: 4 entropy source.
			assertThat(hex(s.identity().senseId())).startsWith("ff383204");
			Execution e = run(s, at(CP, SENSE_ID));
			assertThat(scsw(e)).startsWith(ENDED_AT_FIRST);
			assertThat(loaded(s, DATA, 4)).isEqualTo("ff383204");
			assertThat(e.changed()).first().satisfies(c -> assertThat(hex(c.bytes())).startsWith("ff383204"));
		}
	}

	@Test
	@Order(11)
	void aChainWithTicAndIndirectAddressesRuns() throws Exception {
		try (AttachedSubchannel s = open(Guest.RNG)) {
			Execution e = run(s, at(CP, "03600001 00000000" + "08000000 00011100"), at(0x11100, "E4640007 00011200" + "E4240007 00011208"),
					at(0x11200, "0000000000012FF8" + "0000000000014001"), at(0x12FF8, "EE".repeat(8)), at(0x14000, "EE".repeat(8)));
			// NOP, transfer in channel, twice SENSE ID of 7 bytes through lists of indirect addresses; CPA is the guest's.
			assertThat(scsw(e)).startsWith(ENDED + "00011110" + "0c00" + "0000");
			assertThat(loaded(s, 0x12FF8, 8)).startsWith("ff383204").endsWith("ee");
			assertThat(loaded(s, 0x14000, 8)).startsWith("eeff383204");
		}
	}

	@Test
	@Order(12)
	void whatTheDriverRefusesIsToldByItsNumber() throws Exception {
		try (AttachedSubchannel s = open(Guest.RNG)) {
			assertThat(run(s, at(CP, "E4200040 00700000")).returnCode()).as("EINVAL: data outside of guest storage").isEqualTo(-22);
			assertThat(run(s, at(CP, "E4200040 00800000")).returnCode()).as("EPERM: data in storage that may only be read").isEqualTo(-1);
			assertThat(scsw(run(s, at(CP, SENSE_ID)))).as("and then it goes on").startsWith(ENDED_AT_FIRST);
		}
	}

	@Test
	@Order(13)
	void aTransportModeProgramIsNotSupported() throws Exception {
		try (AttachedSubchannel s = open(Guest.RNG)) {
			int code;
			try {
				code = s.start(orb(Programs.TRANSPORT));
			} catch (AttachException refused) {
				assertThat(refused).hasMessageContaining("transport");
				return;
			}
			assertThat(code).as("EOPNOTSUPP").isEqualTo(-95);
		}
	}

	@Test
	@Order(14)
	void aDeviceThatIsOpenIsBusyForOthers() throws Exception {
		try (AttachedSubchannel s = open(Guest.RNG)) {
			assertThatThrownBy(() -> open(Guest.RNG)).isInstanceOf(AttachException.class).hasMessageContaining("EBUSY");
			assertThat(scsw(run(s, at(CP, SENSE_ID)))).startsWith(ENDED_AT_FIRST);
		}
	}

	@Test
	@Order(15)
	void haltAndClearEndWithTheirInterruptions() throws Exception {
		try (AttachedSubchannel s = open(Guest.RNG)) {
			assertThat(s.halt()).isZero();
			Interruption halted = s.await(10_000);
			assertThat(halted.irb()[2] & 0x20).as("halt function").isEqualTo(0x20);
			assertThat(s.clear()).isZero();
			Interruption cleared = s.await(10_000);
			assertThat(cleared.irb()[2] & 0x10).as("clear function").isEqualTo(0x10);
			assertThat(scsw(run(s, at(CP, SENSE_ID)))).startsWith(ENDED_AT_FIRST);
		}
	}

	@Test
	@Order(16)
	void theSubchannelShowsItsDevice() throws Exception {
		try (AttachedSubchannel s = open(Guest.RNG)) {
			byte[] schib = s.schib();
			assertThat(hex(Arrays.copyOfRange(schib, 6, 8))).as("device number in the PMCW").isEqualTo("1000");
		}
	}

	@Test
	@Order(17)
	void theKernelTellsItsStages() throws Exception {
		try (AttachedSubchannel s = open(Guest.RNG)) {
			assertThat(s.watchKernel()).isEmpty();
			run(s, at(CP, SENSE_ID));
			List<KernelStage> ran = KernelStages.of(s.kernelEvents());
			assertThat(ran).extracting(KernelStage::id).containsExactly("K1", "K2", "K3", "K4", "K5");
			assertThat(ran.get(2).words()).isEqualTo("s390_cio_ssch cc=0");
			run(s, at(CP, "E4200040 00700000"));
			assertThat(KernelStages.of(s.kernelEvents())).extracting(KernelStage::id, KernelStage::result)
					.containsExactly(tuple("K1", 0), tuple("K2", -22), tuple("K4", -22));
		}
		assertThat(guest.shell("ls /sys/kernel/tracing/instances")).as("its buffer goes with it").isEmpty();
	}

	@Test
	@Order(18)
	void aProgramThatGoesOnMakesTheDriverBusy() throws Exception {
		try (AttachedSubchannel s = open(Guest.RNG)) {
			// Suspend control in the ORB, suspend flag in the second CCW: the emulated channel gives no status for it.
			s.store(CP, bytes("0360000100000000" + "0322000100000000"));
			assertThat(s.start(orb(Programs.FORMAT1 | 0x0800_0000))).isZero();
			assertThat(s.start(orb(Programs.FORMAT1))).as("EBUSY").isEqualTo(-16);
			assertThat(s.clear()).isZero();
			s.await(10_000);
			assertThat(scsw(run(s, at(CP, SENSE_ID)))).startsWith(ENDED_AT_FIRST);
		}
	}

	@Test
	@Order(19)
	void whatADeviceDidIsCapturedByTheCommandLineAndReplayedOnTheSimulation() throws Exception {
		String ssh = guest.ssh();
		Assumptions.assumeTrue(ssh != null, "there is no ssh on this machine");
		Path text = Files.writeString(guest.state.resolve("sense-id.ccw"), """
				         DEVICE 0.0.1000,TYPE=virtio-rng-ccw
				         ORG   X'10000'
				PROG     CCW1  NOP,0,CC+SLI,1
				         CCW1  SENSEID,ID,SLI,7
				         ORG   X'20000'
				ID       DS    XL7
				         ORB   CPA=PROG
				         EXPECT CC=0,UNIT=CE+DE,CHAN=0,DATA=(ID,X'FF3832')
				""");
		Path vectors = guest.state.resolve("vectors.json");
		assertThat(ccwb("capture", text.toString(), "--backend", Guest.SSH_HOST + "/" + Guest.RNG, "--agent-command", ssh, "-o", vectors.toString()))
				.contains("1 vector from root@127.0.0.1/0.0.1000");
		// The emulated channel leaves out the bit of the SCSW that repeats the ORB's prefetch control (PoP, SCSW word 0, bit 9).
		Files.writeString(vectors, Files.readString(vectors).replace("00804007", "00C04007"));
		assertThat(ccwb("check", vectors.toString())).contains("1 passed, 0 failed");
	}

	private static String ccwb(String... arguments) {
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		Main.run(arguments, InputStream.nullInputStream(), said, said, StandardCharsets.UTF_8, false);
		return said.toString(StandardCharsets.UTF_8);
	}

	// --- the display ---------------------------------------------------------------------------------------------

	@Test
	@Order(20)
	void aScreenIsWrittenAndAKeyIsHeard() throws Exception {
		try (Display display = new Display(guest.state.resolve("terminal")); AttachedSubchannel s = open(Guest.TERMINAL)) {
			while (s.await(3000) != null) {
				// attentions of a display that has just been switched on
			}
			while (display.screen(0) != null) {
				// what the emulator asked it
			}
			// ERASE/WRITE: restore keyboard, set buffer address 0, "HELLO" in EBCDIC.
			Execution e = run(s, at(CP, "05200009 00012000"), at(DATA, "C3 114040 C8C5D3D3D6"));
			assertThat(scsw(e)).startsWith(ENDED_AT_FIRST);
			assertThat(hex(display.screen(20))).as("command of a TN3270 record, then the data").endsWith("c3114040c8c5d3d3d6");
			display.press("7d4040" + "114040c1c2c3");
			Interruption attention = s.await(20_000);
			assertThat(attention.unsolicited()).isTrue();
			assertThat(attention.irb()[8] & 0x80).as("attention").isEqualTo(0x80);
			// READ MODIFIED: the attention identifier of Enter, cursor address, "ABC".
			Execution read = run(s, at(CP, "06200100 00012000"));
			assertThat(hex(Arrays.copyOfRange(read.interruptions().get(0), 8, 10))).isEqualTo("0c00");
			assertThat(loaded(s, DATA, 9)).isEqualTo("7d4040114040c1c2c3");
		}
	}

	@Test
	@Order(21)
	void aChannelPathThatIsLostIsReported() throws Exception {
		try (AttachedSubchannel s = open(Guest.TERMINAL)) {
			guest.shell("echo offline 1 > /sys/kernel/debug/chpcrw");
			// Channel-report word: source 4 channel path, code 6 permanent error, its id 01 (PoP, chapter 17).
			assertThat(report(s)).isEqualTo(0x0406_0001);
			guest.shell("echo online 1 > /sys/kernel/debug/chpcrw");
			assertThat(report(s)).as("code 2: initialized").isEqualTo(0x0402_0001);
		}
	}

	@Test
	@Order(22)
	void aPathThatIsVariedOffShows() throws Exception {
		guest.shell("echo offline > /sys/devices/css0/chp0.01/status");
		assertThat(host.devices().list()).filteredOn(d -> d.device().equals(Guest.TERMINAL)).flatExtracting(Subchannel::paths)
				.extracting(Object::toString).containsExactly("01 (offline)");
		guest.shell("echo online > /sys/devices/css0/chp0.01/status");
		assertThat(host.devices().list()).filteredOn(d -> d.device().equals(Guest.TERMINAL)).flatExtracting(Subchannel::paths)
				.extracting(Object::toString).containsExactly("01");
	}

	private static int report(AttachedSubchannel s) throws Exception {
		for (int i = 0; i < 100; i++) {
			int crw = s.channelReport();
			if (crw != 0) {
				return crw;
			}
			Thread.sleep(50);
		}
		return 0;
	}

	// --- ends ----------------------------------------------------------------------------------------------------

	@Test
	@Order(30)
	void aDeviceThatIsUnpluggedDuringASessionIsAskedForAndGone() throws Exception {
		try (AttachedSubchannel s = open(Guest.UNPLUGGED)) {
			assertThat(scsw(run(s, at(CP, SENSE_ID)))).startsWith(ENDED_AT_FIRST);
			guest.monitor.unplug(Guest.UNPLUGGED_ID);
			for (int i = 0; i < 200 && !s.releaseRequested(); i++) {
				Thread.sleep(50);
			}
			assertThat(s.releaseRequested()).isTrue();
			assertThat(run(s, at(CP, SENSE_ID)).returnCode()).as("EIO: the driver is in its state 'not operational'").isEqualTo(-5);
		}
		for (int i = 0; i < 200 && guest.shell("ls /sys/bus/css/devices").contains("0.0.0005"); i++) {
			Thread.sleep(50);
		}
		assertThat(host.devices().list()).extracting(Subchannel::device).doesNotContain(Guest.UNPLUGGED).contains(Guest.RNG);
	}

	@Test
	@Order(31)
	void theWayThroughAgentAndConnectionIsMeasured() throws Exception {
		double client;
		double request;
		try (AttachedSubchannel s = open(Guest.RNG)) {
			client = RoundTrips.medianMillis(s);
			request = RoundTrips.withoutIoMillis(s);
		}
		String local = guest.shell("/agent/roundtrips " + Guest.RNG);
		assertThat(local).as("milliseconds").matches("\\d+\\.\\d+");
		String most = guest.shell("grep VmHWM /proc/$(pidof java)/status").replaceAll("\\D+", "");
		System.out.printf("SSCH round trip: %.2f ms from the client, %s ms on the host itself; a request without I/O: %.2f ms; the agent had %d MiB at most%n",
				client, local, request, Integer.parseInt(most) / 1024);
	}

	@Test
	@Order(32)
	void anAgentThatIsKilledDuringIoLeavesNothingBehindThatRestoreDoesNotMend() throws Exception {
		AttachedSubchannel s = open(Guest.RNG);
		Thread killer = new Thread(() -> {
			try {
				Thread.sleep(500);
				guest.shell("kill -9 $(pidof java)");
			} catch (Exception e) {
				throw new IllegalStateException(e);
			}
		});
		killer.start();
		assertThatThrownBy(() -> {
			for (int i = 0; i < 100_000; i++) {
				run(s, at(CP, SENSE_ID));
			}
		}).isInstanceOf(AttachException.class).hasMessageContaining("guest: ");
		killer.join();
		host = agentBySsh();
		// The kernel freed pins, maps and files with the process: it can be opened at once.
		try (AttachedSubchannel again = open(Guest.RNG)) {
			assertThat(scsw(run(again, at(CP, SENSE_ID)))).startsWith(ENDED_AT_FIRST);
		}
		assertThat(host.devices().planToRestore()).extracting(plan -> plan.title().split(" ")[1]).contains(Guest.RNG, Guest.TERMINAL);
		assertThat(host.devices().restore()).anyMatch(line -> line.contains(Guest.RNG + " (subchannel 0.0.0004) is back at io_subchannel"));
		assertThat(host.devices().list()).filteredOn(d -> d.device().equals(Guest.RNG)).singleElement()
				.satisfies(d -> assertThat(List.of(d.deviceDriver(), d.online())).isEqualTo(List.of("virtio_ccw", true)));
		assertThat(host.devices().list()).filteredOn(d -> d.device().equals(Guest.TERMINAL)).extracting(Subchannel::deviceDriver)
				.containsExactly("3270");
	}

	@Test
	@Order(33)
	void aConnectionThatIsCutHaltsIoAndGivesBackWhatWasBoundOverIt() throws Exception {
		host.devices().bind(Guest.RNG);
		AttachedSubchannel s = open(Guest.RNG);
		s.start(startable(s));
		host.cut();
		String left = "";
		for (int i = 0; i < 100 && !left.equals("../../../bus/css/drivers/io_subchannel\nno agent\n0"); i++) {
			left = guest.shell("readlink /sys/bus/css/devices/0.0.0004/driver; pidof java || echo no agent; cat /var/lib/ccwb/devices.journal | wc -c");
			Thread.sleep(100);
		}
		assertThat(left).isEqualTo("../../../bus/css/drivers/io_subchannel\nno agent\n0");
	}

	private static byte[] startable(AttachedSubchannel s) throws AttachException {
		s.store(CP, bytes(SENSE_ID));
		return orb(Programs.FORMAT1);
	}
}
