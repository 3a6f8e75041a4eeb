// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;

import org.ccwbench.attach.AttachException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the subchannels of a host are, by the files of an emulated machine (host.txt), with more devices where it has none. */
class SubchannelsTest {

	@TempDir
	Path root;
	private MadeHost host;

	@BeforeEach
	void makeHost() throws Exception {
		host = new MadeHost(root);
	}

	private Subchannel device(String number) throws AttachException {
		return new Subchannels(host).of(number);
	}

	@Test
	void allIoSubchannelsAreListedWithTheirDevices() throws Exception {
		assertThat(new Subchannels(host).list()).extracting(Subchannel::id, Subchannel::device, Subchannel::controlUnit,
				Subchannel::driver, Subchannel::deviceDriver, Subchannel::online).containsExactly(
						tuple("0.0.0000", "0.0.0001", "3832/01", "io_subchannel", "virtio_ccw", true),
						tuple("0.0.0001", "0.0.0002", "3832/02", "io_subchannel", "virtio_ccw", true),
						tuple("0.0.0002", "0.0.0003", "3832/02", "io_subchannel", "virtio_ccw", true),
						tuple("0.0.0003", "0.0.2000", "3832/02", "io_subchannel", "virtio_ccw", true),
						tuple("0.0.0004", "0.0.1000", null, "vfio_ccw", null, false),
						tuple("0.0.0005", "0.0.3000", "3832/04", "io_subchannel", "virtio_ccw", true),
						tuple("0.0.0006", "0.0.000a", "3270/00", "io_subchannel", "3270", false));
	}

	@Test
	void aSubchannelOfVfioCcwShowsItsMediatedDeviceAndGroup() throws Exception {
		Subchannel bound = device("1000");
		assertThat(bound.attachable()).isTrue();
		assertThat(bound.uuid()).isEqualTo("83b8f4f2-509f-382f-3c1e-e6bfe0fa1002");
		assertThat(bound.group()).isEqualTo("0");
	}

	@Test
	void onlyInstalledPathsAreShownAndOnesThatAreVariedOffSaySo() throws Exception {
		assertThat(device("000a").paths()).containsExactly(new ChannelPath("01", true, true, true));
		host.file("sys/devices/css0/chp0.01/status", "offline\n");
		assertThat(device("000A").paths()).containsExactly(new ChannelPath("01", true, true, false));
	}

	@Test
	void theDiskOfTheRootFileSystemIsKnown() throws Exception {
		assertThat(device("0.0.0002").forbidding()).extracting(Use::what).containsExactly("vdc is the root file system");
	}

	@Test
	void aMountedDiskIsKnownWhateverItsSourceIsCalled() throws Exception {
		// The mount table has /run/scratch, a link to /dev/vdb: only the device number tells.
		assertThat(device("2000").forbidding()).extracting(Use::what).containsExactly("vdb is mounted on /mnt");
	}

	@Test
	void aDiskThatOnlyAContainerHasMountedIsKnown() throws Exception {
		host.file("proc/self/mountinfo", "");
		host.file("proc/815/mountinfo", "41 38 254:16 / /data\\040sets rw,relatime - ext4 /dev/vdb rw\n");
		host.link("proc/815/ns/mnt", "mnt:[4026532177]");
		assertThat(device("2000").forbidding()).extracting(Use::what).containsExactly("vdb is mounted on /data sets");
	}

	@Test
	void aNetworkInterfaceThatIsUpIsKnown() throws Exception {
		assertThat(device("0.0.0001").forbidding()).extracting(Use::what).containsExactly("network interface eth0 is up");
		host.file("sys/devices/css0/0.0.0000/0.0.0001/virtio0/net/eth0/flags", "0x1002\n");
		assertThat(device("0.0.0001").uses()).isEmpty();
	}

	/** A DASD with two partitions, as the dasd driver shows one: block/ right below the device. */
	private void dasd() {
		String at = "sys/devices/css0/0.0.0006/0.0.000a/block/dasda";
		host.file(at + "/dev", "94:0\n");
		for (int part = 1; part <= 2; part++) {
			host.file(at + "/dasda" + part + "/dev", "94:" + part + "\n");
			host.file(at + "/dasda" + part + "/partition", part + "\n");
		}
	}

	@Test
	void aLogicalVolumeOnAPartitionHoldsTheDisk() throws Exception {
		dasd();
		host.link("sys/devices/css0/0.0.0006/0.0.000a/block/dasda/dasda2/holders/dm-0", "../../../../../../../virtual/block/dm-0");
		host.file("sys/devices/virtual/block/dm-0/dev", "253:0\n");
		host.link("sys/class/block/dm-0", "../../devices/virtual/block/dm-0");
		host.file("proc/self/mountinfo", "50 1 253:0 / / rw - xfs /dev/mapper/vg-root rw\n");
		assertThat(device("000a").forbidding()).extracting(Use::what)
				.containsExactly("dasda2 is part of dm-0", "dm-0 on dasda2 is the root file system");
	}

	@Test
	void swapSpaceHoldsTheDisk() throws Exception {
		dasd();
		host.file("proc/swaps", "Filename Type Size Used Priority\n/dev/dasda1 partition 1024 0 -2\n");
		assertThat(device("000a").forbidding()).extracting(Use::what).containsExactly("dasda1 is swap space");
	}

	@Test
	void aBtrfsOfSeveralDevicesHoldsEachOfThem() throws Exception {
		dasd();
		host.file("sys/fs/btrfs/0b5a/devices/dasda2/dev", "94:2\n");
		assertThat(device("000a").forbidding()).extracting(Use::what)
				.containsExactly("dasda2 is mounted on a btrfs of several devices");
	}

	@Test
	void holdersThatHoldEachOtherAreNoEndlessTale() throws Exception {
		dasd();
		host.file("sys/devices/css0/0.0.0006/0.0.000a/block/dasda/holders/md0", "");
		host.file("sys/class/block/md0/holders/md0", "");
		assertThat(device("000a").forbidding()).hasSizeLessThan(100).isNotEmpty();
	}

	@Test
	void aProcessThatHasTheGroupOpenIsNamed() throws Exception {
		host.link("proc/99/fd/3", "/dev/vfio/0");
		host.link("proc/99/fd/4", "/dev/pts/0");
		assertThat(device("1000").forbidding()).extracting(Use::what).containsExactly("process 99 has it open through /dev/vfio/0");
	}

	@Test
	void whatIsNoDeviceNumberIsRefusedInWords() {
		for (String wrong : List.of("", "../../../etc", "0.0.10000", "0.9.1000", "vdb", "0.0.1000/..")) {
			assertThatThrownBy(() -> device(wrong)).as(wrong).isInstanceOf(AttachException.class).hasMessageContaining("is no device number");
		}
		assertThatThrownBy(() -> device("4711")).hasMessageContaining("there is no device 0.0.4711 on this host");
	}

	@Test
	void aHostWithoutChannelSubsystemSaysSo() throws Exception {
		SystemFiles bare = new SystemFiles(root.resolve("proc"));
		assertThatThrownBy(() -> new Subchannels(bare).list()).isInstanceOf(AttachException.class).hasMessageContaining("no channel subsystem");
	}
}
