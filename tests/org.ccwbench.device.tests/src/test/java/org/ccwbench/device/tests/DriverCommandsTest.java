// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.ccwbench.channel.Device;
import org.ccwbench.device.CoupledDevice;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every command that a driver issues is accepted by its device, in the programs in which the driver issues it. Codes
 * and parameters are those of Linux (drivers/s390: cio, block, char, net) and of what z/OS access methods chain
 * (SA22-7204, GA32-0274). A program is commands joined by semicolons: code, r with a count or w with data.
 */
class DriverCommandsTest {
	private static final String E0 = "00000000 00000000 0000000e";
	private static final String AT = "00000000 00000000 01ff0000";
	@TempDir
	Path folder;

	private Device device(String type, String words) throws Exception {
		Path image = null;
		if (type.startsWith("34") || type.equals("3590")) {
			image = folder.resolve("tape.aws");
			Files.write(image, HexFormat.of().parseHex("03000000a000" + "111111" + "02000300a000" + "2222" + "000002004000"
					+ "01000000a000" + "33" + "000001004000" + "000000004000"));
		} else if (type.equals("3505")) {
			image = Files.write(folder.resolve("deck"), new byte[160]);
		} else if (type.equals("3390")) {
			CkdDisk disk = new CkdDisk(2);
			for (int record = 1; record <= 3; record++) {
				disk.record(0, 0, record, "", "00".repeat(4096));
			}
			image = Files.write(folder.resolve("disk"), disk.bytes());
		}
		Device device = Devices.create(DeviceOptions.of(type, 0x590, image, words));
		if (device instanceof CoupledDevice side) {
			CoupledDevice other = (CoupledDevice) Devices.create(DeviceOptions.of(type, 0x591, null, words));
			side.couple(other);
			other.attached(new DisplayPort());
			new Program(other).write(0xC3, "");
		}
		device.attached(new DisplayPort());
		return device;
	}

	@ParameterizedTest(name = "{0}: {1} {3}")
	@CsvSource(delimiter = '|', textBlock = """
			cio            | 3390 |                     | E4r7
			cio            | 3390 |                     | 34r12
			cio            | 3390 |                     | AFw00 0102030405060708090a0b
			cio            | 3390 |                     | 5Bw; AFw00 0102030405060708090a0b
			cio            | 3390 |                     | 5Bw; 34r12
			cio            | 3390 |                     | 14r32
			cio            | 3390 |                     | 94r32
			cio            | 3390 |                     | FAr256
			dasd_eckd      | 3390 |                     | 64r64
			dasd_eckd      | 3390 |                     | A4r32
			dasd_eckd      | 3390 |                     | B4r32
			dasd_eckd      | 3390 |                     | 54r44
			dasd_eckd      | 3390 |                     | 27w18000000 00004100 00000000; 3Er256
			dasd_eckd      | 3390 |                     | 27w18000000 00000100 00000000; 3Er192
			dasd_eckd      | 3390 | cu=2107             | 27w18000000 05905200 00000000; 3Er28
			dasd_eckd      | 3390 | cu=2107             | 27w18000000 00005300 00000000; 3Er32
			dasd_eckd      | 3390 | cu=2107             | 27w18000000 05901C00 00000000; 3Er52
			dasd_eckd      | 3390 |                     | 63w40c00000 EXTENT; 47w16000001 AT; 92r8
			dasd_eckd      | 3390 |                     | 63wc0c00000 EXTENT; 47wd6000002 00000000 00000000 00ff0000; 1Ar5; 16r16
			dasd_eckd      | 3390 |                     | 63wc0c01000 EXTENT; 47w43000002 00000000 00000000 00000000; 15w00000000 00000008 0000000000000000; 1Dw00000000 01001000
			dasd_eckd      | 3390 |                     | 63wc0c01000 EXTENT; 47w03800002 00000000 00000000 00001000; 1Dw00000000 01001000; 1Dw00000000 02001000
			dasd_eckd      | 3390 |                     | 63w40c01000 EXTENT; 47w06000002 AT; 86r4096; 86r4096
			dasd_eckd      | 3390 |                     | 63w80c01000 EXTENT; 47w01000002 AT; 85w00; 85w00
			dasd_eckd      | 3390 | cu=2107             | E7wLRE06; 86r4096
			dasd_eckd      | 3390 | cu=2107             | 63w40c00000 EXTENT; 4Bw0C000001 00000000 00000000 00ff0000 00000000; DEr50000
			dasd_eckd      | 3390 |                     | 63w40c00000 EXTENT; 47w0C000001 00000000 00000000 00ff0000; DEr50000
			channel program| 3390 |                     | 07w000000000000; 1Fw18; 23w00; 31w0000000001; 06r10
			channel program| 3390 |                     | 07w000000000000; 31w0000000000; 5Er60000
			channel program| 3390 |                     | 07w000000000000; 12r8; 22r1
			channel program| 3390 |                     | 0Bw000000000000; 1Bw000000000000; 39w00000000; 1Er4104
			channel program| 3390 |                     | 07w000000000000; B1w0000000001; 0Er10
			channel program| 3380 | cylinders=2         | 13w; 07w000000000000; 31w0000000001; 06r10
			channel program| 3330 | cylinders=2         | 17w; 13w; 07w000000000000; 23w10; 31w0000000000; 22r1
			dasd_fba       | 9336 | blocks=1000         | 64r32
			dasd_fba       | 9336 | blocks=1000         | 63w40000200 00000000 00000000 000003e7; 43w06000008 00000000; 42r4096
			dasd_fba       | 9336 | blocks=1000         | 63w80000200 00000000 00000000 000003e7; 43w01000001 00000000; 41w00
			dasd_fba       | 3370 | blocks=1000         | 63w80000200 00000000 00000000 000003e7; 43w05000001 00000003; 41w00
			tape_34xx      | 3480 |                     | 03w; DBw40; C3w; B7w0000000000000000000000; C7w0000000000000000000000
			tape_34xx      | 3480 |                     | 02r10; 27w; 37w; 3Fw; 22r8; 4Fw00000001; 02r10; 0Cr10; 2Fw -> 0E
			tape_34xx      | 3490 |                     | 37w; 01w0102; 1Fw; 17w; 07w; 97w; 9Fw2000000000000000000000000000000000; 64r64; 34r12; 0Fw -> 0E
			tape_3590      | 3590 |                     | DBw40; 64r64; 06r10; 0Ar10; 22r8; 4Fw00000001; C2r128; 3Fw; 01w0102; 1Fw; 07w; 97w; 0Fw -> 0E
			channel program| 3420 |                     | C3w; CBw; D3w; 02r10; 0Cr10; 27w -> 0E
			channel program| 3420 |                     | 37w; 01w0102; 1Fw; 17w; 07w; 97w; 0Fw -> 2E
			3270           | 3270 | model=2             | 05wc3; 01wc2; 02r2000; 06r2000; 0Dwc3; 0Fw; 11w0007 01ff 03 00 81; 03w
			3215           | 3215 |                     | 01wc1; 09wc2; 0Bw; 03w; E4r7
			ctcm           | CTCA |                     | C3w; 03w; 14r1; E3w -> 08
			ctcm           | CTCA |                     | C3w; 17w -> 08
			ctcm           | CTCA |                     | C3w; 01wc1 -> 00
			ctcm           | CTCA |                     | C3w; 02r10 -> 00
			vmur           | 3525 | ebcdic              | 01wc1c2c3; 01wc4; 03w; E4r7
			vmur           | 1403 |                     | 01wc1c2; 09wc3; 0Bw; 8Bw; 03w
			channel program| 3505 | ebcdic              | 02r80; 42r80
			channel program| 3211 |                     | 63w010012; FBw00; 01wc1; 8Bw; 89wc1; 73w; 7Bw; 43w; 23w
			channel program| 3203 |                     | 63w010012; 01wc1; 11wc2; 19wc3; 13w; 1Bw
			virtio_ccw     | virtio-blk-ccw | sectors=100 | E4r256; 83w00010000; 33w; 12r5; 11w0000000000; 12r5; 22r8; 31w01; 72r1 -> 02
			virtio_ccw     | virtio-blk-ccw | sectors=100 | 83w00020000; 33w; 32r4; 13w0000000000001000 00000000 0000 0080 0000000000002000 0000000000003000; 43w0000000000005000; 53w0000000000006000; 21w0000000000000000; 31w07; 72r1
			virtio_ccw     | virtio-rng-ccw |           | 83w00010000; 73w00000000 00004000 00000000 00005000 00000000 00000000 00
			""")
	void accepted(String driver, String type, String words, String text) throws Exception {
		String[] sides = text.split(" -> ");
		int end = sides.length == 2 ? Integer.parseInt(sides[1].trim(), 16) : 0x0C;
		String[] commands = sides[0].split(";");
		Program program = new Program(device(type, words == null ? "" : words));
		for (int i = 0; i < commands.length; i++) {
			String c = commands[i].trim();
			int code = Integer.parseInt(c.substring(0, 2), 16);
			String rest = c.substring(3);
			if (i == commands.length - 1) {
				program.last();
			}
			if (c.charAt(2) == 'r') {
				program.read(code, Integer.parseInt(rest));
			} else {
				program.write(code, data(rest));
			}
			boolean search = (code & 0x1F) == 0x11 && code != 0x11 && type.startsWith("33") || code == 0x39;
			int status = program.status() & (search ? ~0x40 : ~0);
			boolean empty = status == 0x0D;
			assertThat(empty ? 0x0C : status).as("%s of %s: sense %s", c, text, status == 0x0E ? program.sense(type.startsWith("3270") ? 1 : 8) : "").isEqualTo(i == commands.length - 1 ? end : 0x0C);
		}
	}

	private static String data(String text) {
		if (text.equals("LRE06")) {
			return "01c00000 00000000 00000000" + "40c01000 " + E0 + "00".repeat(16) + "06000001 " + AT + "00000000";
		}
		return text.replace("EXTENT", E0).replace("AT", AT);
	}
}
