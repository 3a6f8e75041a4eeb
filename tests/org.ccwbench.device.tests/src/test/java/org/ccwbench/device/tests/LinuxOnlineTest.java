// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Linux asks of a 3390 when it brings it online, each command with the count and flags that its driver uses: the
 * common I/O layer (drivers/s390/cio/device_id.c, device_pgid.c), then dasd_eckd_check_characteristics and
 * dasd_eckd_analysis_ccw (drivers/s390/block/dasd_eckd.c), with the read of unit addresses in dasd_alias.c. Without
 * suppression of incorrect length the answer must have exactly the length that the driver's structure has.
 */
class LinuxOnlineTest {
	private static final Charset EBCDIC = Charset.forName("IBM037");
	/** Channel end and device end, nothing else, residual count 0. */
	private static final String GOOD = "0c000000";
	private static final String PGID = "0102030405060708090a0b";
	@TempDir
	Path folder;

	private Driver disk(String words) throws Exception {
		return new Driver(Devices.create(DeviceOptions.of("3390", 0x5120, Resources.file(folder, "linux.3390.gz"), words)), 0x5120);
	}

	private static String text(String hex) {
		return new String(java.util.HexFormat.of().parseHex(hex), EBCDIC);
	}

	@Test
	void theCommonLayerIdentifiesAndGroups() throws Exception {
		Driver d = disk("");
		assertThat(d.read(0xE4, Driver.SUPPRESS, 256).start()).startsWith("0c00");
		assertThat(d.data(0, 7)).as("control unit and device, for which there is a driver").isEqualTo("ff" + "3990e9" + "339002");
		assertThat(d.data(0, 20)).as("a command-information word names FA for configuration data, 256 bytes").contains("40fa0100");
		assertThat(d.read(0x34, Driver.SUPPRESS, 12).start()).isEqualTo(GOOD);
		assertThat(d.data(0)).as("reset, no path group").isEqualTo("00".repeat(12));
		assertThat(d.write(0x5B, Driver.CHAIN | Driver.SUPPRESS, "").write(0xAF, Driver.SUPPRESS, "80" + PGID).start())
				.as("multipath, established").isEqualTo(GOOD);
		assertThat(d.read(0x34, Driver.SUPPRESS, 12).start()).isEqualTo(GOOD);
		assertThat(d.data(0)).as("grouped").isEqualTo("c0" + PGID);
	}

	@Test
	void configurationDataHasADeviceAndAGeneralQualifier() throws Exception {
		Driver d = disk("");
		assertThat(d.read(0xFA, 0, 256).start()).isEqualTo(GOOD);
		String data = d.data(0);
		String ned = null;
		String gneq = null;
		for (int at = 0; at < 256; at += 32) {
			String part = data.substring(2 * at, 2 * at + 64);
			int identifier = Integer.parseInt(part.substring(0, 2), 16) >> 6;
			if (identifier == 3 && part.startsWith("01", 2)) {
				ned = part;
			} else if (identifier == 2) {
				gneq = part;
			}
		}
		assertThat(ned).as("the element whose second byte is 1 is the device").isNotNull();
		assertThat(text(ned.substring(8, 20))).isEqualTo("  3390");
		assertThat(text(ned.substring(26, 32))).as("manufacturer").isEqualTo("CCW");
		assertThat(ned.substring(60)).as("logical subsystem and unit address").isEqualTo("5120");
		assertThat(gneq).isNotNull();
		int timeout = Integer.parseInt(gneq.substring(12, 14), 16);
		assertThat((timeout & 0x3F) * (int) Math.pow(10, timeout >> 6)).as("seconds that a request may take").isEqualTo(30);
	}

	@Test
	void theServerIsValidatedAndItsUnitsRead() throws Exception {
		Driver d = disk("");
		assertThat(d.write(0x27, 0, "1d00 00000000 c8 88" + "00".repeat(58)).start()).as("set subsystem characteristics, 66 bytes").isEqualTo(GOOD);
		assertThat(d.write(0x27, Driver.CHAIN, "18000000 00000e00 00000000").read(0x3E, 0, 512).start()).isEqualTo(GOOD);
		assertThat(d.data(1)).as("no aliases").isEqualTo("00".repeat(512));
		assertThat(d.write(0x27, Driver.CHAIN, "18000000 00004100 00000000").read(0x3E, 0, 256).start()).as("feature codes").isEqualTo(GOOD);
	}

	@Test
	void volumeAndPoolsAreWhatALateServerTells() throws Exception {
		Driver d = disk("cu=2107");
		assertThat(d.write(0x27, Driver.CHAIN, "18000000 51205200 00000000").read(0x3E, Driver.SUPPRESS, 28).start()).isEqualTo(GOOD);
		assertThat(d.data(1)).as("fully provisioned: 2 cylinders allocated, configured, in all")
				.isEqualTo("00".repeat(16) + "00000002" + "00000002" + "00000002");
		assertThat(d.write(0x27, Driver.CHAIN, "18000000 00005300 00000000").read(0x3E, Driver.SUPPRESS, 5408).start()).startsWith("0c00");
		assertThat(d.data(1, 4)).as("32 bytes, no pools").isEqualTo("00200000");
		assertThat(text(d.data(1, 12).substring(12))).isEqualTo("  2107");
		assertThat(d.write(0x27, Driver.CHAIN, "18000000 51215200 00000000").read(0x3E, Driver.SUPPRESS, 28).start())
				.as("another volume").startsWith("0e");
	}

	@Test
	void anOlderServerRejectsThoseAndLinuxGoesOn() throws Exception {
		for (String suborder : new String[] {"52", "53", "1c"}) {
			Driver d = disk("");
			String start = d.write(0x27, Driver.CHAIN, "18000000 0000" + suborder + "00 00000000").read(0x3E, Driver.SUPPRESS, 28).start();
			assertThat(start).as(suborder).startsWith("0e");
			assertThat(d.read(0x04, 0, 32).start()).isEqualTo(GOOD);
			assertThat(d.data(0, 8)).as("command reject, invalid parameter").isEqualTo("80000000" + "00000004");
		}
	}

	@Test
	void hostAccessCountsTheGroupedHost() throws Exception {
		Driver d = disk("cu=2107");
		d.write(0xAF, Driver.SUPPRESS, "80" + PGID).start();
		assertThat(d.write(0x27, Driver.CHAIN, "18000000 51201c00 00000000").read(0x3E, Driver.SUPPRESS, 16410).start()).startsWith("0c00");
		String data = d.data(1, 52);
		assertThat(data.substring(32, 40)).as("entries of 32 bytes, one").isEqualTo("00200001");
		assertThat(data.substring(40, 42)).as("grouped").isEqualTo("10");
		assertThat(data.substring(42, 64)).isEqualTo(PGID);
	}

	@Test
	void characteristicsGiveTheGeometry() throws Exception {
		Driver d = disk("");
		assertThat(d.read(0x64, 0, 64).start()).isEqualTo(GOOD);
		String data = d.data(0);
		assertThat(data.substring(0, 12)).isEqualTo("3990e9" + "339002");
		assertThat(data.substring(24, 34)).as("2 cylinders, 15 tracks, 224 positions").isEqualTo("0002" + "000f" + "e0");
		assertThat(data.substring(120)).as("the long count of cylinders").isEqualTo("00000002");
		assertThat(Integer.parseInt(data.substring(12, 14), 16) & 0x40).as("raw tracks can be read").isNotZero();
	}

	/** Five counts that tell how the disk is formatted; 3 tracks, cache bypassed, block size 0. */
	private static Driver analysis(Driver d) {
		d.write(0x63, Driver.CHAIN, "40c40000 00000000 00000000 00000002").write(0x47, Driver.CHAIN, "06000004 00000000 00000000 00000000");
		for (int i = 0; i < 4; i++) {
			d.read(0x12, Driver.CHAIN, 8);
		}
		return d.write(0x47, Driver.CHAIN, "06000001 00000002 00000002 00000000").read(0x12, 0, 8);
	}

	@Test
	void theAnalysisFindsTheCompatibleLayout() throws Exception {
		Driver d = disk("");
		assertThat(analysis(d).start()).isEqualTo(GOOD);
		assertThat(d.data(2)).as("24 bytes of IPL record with a key of 4").isEqualTo("0000000001040018");
		assertThat(d.data(3)).isEqualTo("0000000002040090");
		assertThat(d.data(4)).isEqualTo("0000000003040050");
		assertThat(d.data(5)).as("blocks of 4,096 bytes").isEqualTo("0000000004001000");
		assertThat(d.data(7)).isEqualTo("0000000201001000");
	}

	@Test
	void anUnformattedDiskHasNoRecordFound() throws Exception {
		Driver d = new Driver(Devices.create(DeviceOptions.of("3390", 0x5120, null, "cylinders=10")), 0x5120);
		assertThat(analysis(d).start()).startsWith("0e");
		d.read(0x04, 0, 32).start();
		assertThat(d.data(0, 2)).as("no record found").isEqualTo("0008");
	}

	@Test
	void labelAndBlocksAreRead() throws Exception {
		Driver d = disk("");
		assertThat(d.write(0x63, Driver.CHAIN, "40c00000 00000000 00000000 00000000")
				.write(0x47, Driver.CHAIN, "06800001 00000000 00000000 030d0054").read(0x8E, 0, 84).start()).isEqualTo(GOOD);
		assertThat(text(d.data(2, 8))).as("key and label").isEqualTo("VOL1VOL1");
		assertThat(d.write(0x63, Driver.CHAIN, "40c01000 00000000 00000002 00000002")
				.write(0x47, Driver.CHAIN, "06800002 00000002 00000002 01061000").read(0x86, Driver.CHAIN, 4096).read(0x86, 0, 4096).start())
				.isEqualTo(GOOD);
	}

	@Test
	void prefixIsThereSinceThe2105() throws Exception {
		String prefix = "01800000 00000000 00000000" + "40c00000 00000000 00010000 00010000" + "00".repeat(16)
				+ "4c000001 00010000 00010000 00ff0000 00000000";
		Driver d = disk("cu=2105");
		assertThat(d.write(0xE7, Driver.CHAIN, prefix).read(0xDE, Driver.SUPPRESS, 65535).start()).startsWith("0c00");
		assertThat(d.data(1, 8)).as("record 0 of cylinder 1").isEqualTo("0001000000000008");
		d = disk("");
		assertThat(d.write(0xE7, Driver.CHAIN, prefix).read(0xDE, Driver.SUPPRESS, 65535).start()).startsWith("0e");
		d.read(0x04, 0, 32).start();
		assertThat(d.data(0, 8)).as("a 3990-6 has no such command").isEqualTo("80000000" + "00000001");
	}

	@Test
	void reserveReleaseAndStealAnswerWithSense() throws Exception {
		for (int command : new int[] {0xB4, 0x94, 0x14}) {
			assertThat(disk("").read(command, Driver.SUPPRESS, 32).start()).as("%02X", command).isEqualTo(GOOD);
		}
	}

	@Test
	void statisticsAndMessagesAreRead() throws Exception {
		Driver d = disk("");
		assertThat(d.write(0x27, Driver.CHAIN, "18000000 00000100 01000000").read(0x3E, 0, 192).start()).as("performance statistics").isEqualTo(GOOD);
		assertThat(d.write(0x27, Driver.CHAIN, "18000000 00000300 00000000").read(0x3E, Driver.SUPPRESS, 4096).start()).startsWith("0c00");
		assertThat(d.data(1, 4)).as("nine bytes: no message").isEqualTo("00090000");
	}
}
