// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

import org.ccwbench.attach.AttachException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Taking subchannels from their drivers and giving them back, on a host whose files do what the kernel's do. */
class BindingTest {

	private static final String RNG = "0.0.3000";
	private static final String RNG_SUBCHANNEL = "0.0.0005";

	@TempDir
	Path root;
	@TempDir
	Path state;
	private MadeHost host;
	private Path journal;
	private Binding binding;

	@BeforeEach
	void makeHost() throws Exception {
		host = new MadeHost(root);
		journal = state.resolve("ccwb/devices.journal");
		binding = new Binding(host, journal, 200);
	}

	@Test
	void whatWillBeDoneIsShownBeforeAndNothingIsDone() throws Exception {
		Map<String, String> before = host.state(RNG_SUBCHANNEL);
		Plan plan = binding.planToBind(RNG);
		assertThat(plan.refusal()).isNull();
		assertThat(plan.title()).isEqualTo("device 0.0.3000 (subchannel 0.0.0005)");
		assertThat(plan.steps()).hasSize(5);
		assertThat(plan.steps().subList(0, 4)).containsExactly(
				"set the device offline, which takes it from virtio_ccw: '0' into /sys/bus/css/devices/0.0.0005/0.0.3000/online",
				"let only vfio_ccw have the subchannel: 'vfio_ccw' into /sys/bus/css/devices/0.0.0005/driver_override",
				"take it from io_subchannel: '0.0.0005' into /sys/bus/css/drivers/io_subchannel/unbind",
				"give it to vfio_ccw: '0.0.0005' into /sys/bus/css/drivers_probe");
		assertThat(plan.steps().get(4)).matches("make a mediated device of it: '[-0-9a-f]{36}' into "
				+ "/sys/bus/css/devices/0.0.0005/mdev_supported_types/vfio_ccw-io/create");
		assertThat(host.written).isEmpty();
		assertThat(host.state(RNG_SUBCHANNEL)).isEqualTo(before);
	}

	@Test
	void whatIsDoneIsWhatWasShown() throws Exception {
		Plan plan = binding.planToBind(RNG);
		binding.bind(RNG);
		assertThat(host.written).hasSameSizeAs(plan.steps());
		for (int i = 0; i < host.written.size(); i++) {
			String[] written = host.written.get(i).split(" < ");
			assertThat(plan.steps().get(i)).endsWith("'" + written[1] + "' into " + written[0]);
		}
	}

	@Test
	void aBoundDeviceHasAMediatedDeviceAndIsInTheJournal() throws Exception {
		Subchannel bound = binding.bind(RNG);
		assertThat(bound.attachable()).isTrue();
		assertThat(bound.uuid()).isNotNull();
		assertThat(bound.group()).isEqualTo("8");
		assertThat(Files.readString(journal)).startsWith("+ 0.0.0005 0.0.3000 io_subchannel virtio_ccw online - " + bound.uuid());
	}

	@Test
	void bindingTwiceIsNoErrorAndDoesNothing() throws Exception {
		Subchannel once = binding.bind(RNG);
		int writes = host.written.size();
		assertThat(binding.bind(RNG)).isEqualTo(once);
		assertThat(host.written).hasSize(writes);
	}

	@Test
	void aReleasedDeviceIsAsItWas() throws Exception {
		Map<String, String> before = host.state(RNG_SUBCHANNEL);
		binding.bind(RNG);
		Subchannel back = binding.release(RNG);
		assertThat(back.deviceDriver()).isEqualTo("virtio_ccw");
		assertThat(back.online()).isTrue();
		assertThat(host.state(RNG_SUBCHANNEL)).isEqualTo(before);
		assertThat(journal).isEmptyFile();
	}

	@ParameterizedTest
	@ValueSource(strings = {"0.0.0001", "0.0.0002", "0.0.2000"})
	void aDeviceThatIsInUseIsLeftAlone(String number) throws Exception {
		assertThat(binding.planToBind(number).refusal()).startsWith("is in use: ");
		assertThatThrownBy(() -> binding.bind(number)).isInstanceOf(AttachException.class).hasMessageContaining("is in use: ")
				.hasMessageContaining("It is left alone");
		assertThat(host.written).isEmpty();
	}

	@Test
	void aDeviceThatSomebodyHasOpenIsNotGivenBackUnderHim() throws Exception {
		Subchannel bound = binding.bind(RNG);
		host.link("proc/99/fd/3", "/dev/vfio/" + bound.group());
		assertThatThrownBy(() -> binding.release(RNG)).hasMessageContaining("process 99 has it open").hasMessageContaining("End that first");
		assertThat(new Subchannels(host).of(RNG).attachable()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(ints = {0, 1, 2, 3, 4, 5})
	void whereverACrashCameRestorePutsEverythingBack(int writes) throws Exception {
		Map<String, String> before = host.state(RNG_SUBCHANNEL);
		host.crashAfter(writes);
		if (writes < 5) {
			assertThatThrownBy(() -> binding.bind(RNG)).isInstanceOf(MadeHost.Crash.class);
		} else {
			binding.bind(RNG);
		}
		host.crashAfter(Integer.MAX_VALUE);
		Binding later = new Binding(host, journal, 200);
		assertThat(later.planToRestore()).hasSize(1);
		assertThat(later.restore()).containsExactly("device 0.0.3000 (subchannel 0.0.0005) is back at io_subchannel");
		assertThat(host.state(RNG_SUBCHANNEL)).isEqualTo(before);
		assertThat(later.restore()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = {1, 2, 3, 4})
	void aCrashWhileGivingBackIsMadeGood(int writes) throws Exception {
		Map<String, String> before = host.state(RNG_SUBCHANNEL);
		binding.bind(RNG);
		host.crashAfter(writes);
		assertThatThrownBy(() -> binding.release(RNG)).isInstanceOf(MadeHost.Crash.class);
		host.crashAfter(Integer.MAX_VALUE);
		new Binding(host, journal, 200).restore();
		assertThat(host.state(RNG_SUBCHANNEL)).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = {"0.0.3000/online", "driver_override", "io_subchannel/unbind", "vfio_ccw-io/create"})
	void aStepThatFailsIsUndoneWithThoseBefore(String file) throws Exception {
		Map<String, String> before = host.state(RNG_SUBCHANNEL);
		host.breakDown(file);
		assertThatThrownBy(() -> binding.bind(RNG)).hasMessageContaining("Invalid argument").hasMessageContaining("The device is back where it was");
		assertThat(host.state(RNG_SUBCHANNEL)).isEqualTo(before);
		assertThat(journal).isEmptyFile();
	}

	@Test
	void ofWhatTheHostForgotAtItsStartOnlyTheJournalIsCleaned() throws Exception {
		binding.bind(RNG);
		host.written.clear();
		host.file("proc/sys/kernel/random/boot_id", "5e0a1c2e-0000-4000-8000-000000000002\n");
		assertThat(binding.restore()).singleElement().asString().contains("before the host was started anew");
		assertThat(host.written).isEmpty();
		assertThat(journal).isEmptyFile();
	}

	@Test
	void aDeviceThatIsGoneIsStruckOut() throws Exception {
		binding.bind(RNG);
		Files.delete(root.resolve("sys/bus/css/devices/" + RNG_SUBCHANNEL));
		binding.restore();
		assertThat(journal).isEmptyFile();
	}

	@Test
	void aJournalOfGarbageHarmsNothing() throws Exception {
		Files.createDirectories(journal.getParent());
		Files.writeString(journal, "+ \n+ ../../etc 1 2 3 4 5 6 7\n- x\n+ 0.0.0005 a b c d e not-a-uuid f\n\u0000\u00ff\n+ half a li");
		assertThat(binding.restore()).isEmpty();
		assertThat(host.written).isEmpty();
	}

	@Test
	void twoAtOnceDoNotGetIntoEachOthersWay() throws Exception {
		Files.createDirectories(journal.getParent());
		try (FileChannel other = FileChannel.open(journal, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
			assertThat(other.tryLock()).isNotNull();
			assertThatThrownBy(() -> binding.bind(RNG)).hasMessageContaining("another ccwb is taking or giving back");
		}
		assertThat(host.written).isEmpty();
	}

	@Test
	void withoutTheModuleItSaysWhatToDo() throws Exception {
		Files.walk(root.resolve("sys/bus/css/drivers/vfio_ccw")).sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
		assertThatThrownBy(() -> binding.bind(RNG)).hasMessageContaining("modprobe vfio_ccw");
	}
}
