// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HexFormat;
import org.ccwbench.channel.ChannelSubsystem;
import org.ccwbench.channel.Device;
import org.ccwbench.device.BasicDevice;
import org.ccwbench.device.SenseCondition;
import org.ccwbench.device.fault.DeviceFault;
import org.ccwbench.device.fault.DeviceFaults;
import org.ccwbench.device.fault.FaultyDevice;
import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A 3390 behind a 2107 in transport mode. The parameters of PREFIX with a command inside are those that Linux sends
 * (drivers/s390/block/dasd_eckd.c, prepare_itcw).
 */
class EckdTransportTest {
	private static final int SID = 0x0001_0000;
	private static final int TCW = 0x11000;
	private static final int TCCB = 0x11040;
	private static final int TSB = 0x11200;
	private static final int DATA = 0x20000;
	/** Cylinder 0, heads 0 and 1, write permitted; then record 2 of head 0. */
	private static final String EXTENT = "80C00004 00000000 00000000 00000001";

	@TempDir
	private Path folder;
	private final Storage storage = new Storage("guest absolute", 1 << 20);
	private final ChannelSubsystem css = new ChannelSubsystem(storage);
	private Device disk;

	private void attach(String words) throws Exception {
		disk = new CkdDisk(1).record(0, 0, 1, "", "a1a1a1a1").record(0, 0, 2, "", "a2a2a2a2").record(0, 0, 3, "", "a3a3a3a3")
				.record(0, 1, 1, "", "b1b1b1b1").record(0, 1, 2, "", "b2b2b2b2").device(folder, words);
		enable();
	}

	private void enable() {
		byte[] schib = css.attach(0, 0x0120, disk).schib();
		Bytes.put32(schib, 4, Bytes.get32(schib, 4) | 0x0080_0000);
		css.msch(SID, schib);
	}

	/** Runs commands that move {@code count} bytes into or out of storage at {@code DATA}; the SCSW. */
	private String run(boolean reads, String commands, int count) {
		byte[] c = HexFormat.of().parseHex(commands.replace(" ", ""));
		words(TCW, 0, (16 + c.length + 8 - 20) / 4 << 18 | (count == 0 ? 0 : reads ? 0x0002_0000 : 0x0001_0000), 0, DATA, 0, DATA, 0,
				TSB, 0, TCCB, reads ? 0 : count, reads ? count : 0, 0, 0, 0, 0);
		words(TCCB, 0x7F00_0000, c.length + 12, 0x1FFE_0000, 0);
		storage.store(TCCB + 16, c, 0, c.length);
		words(TCCB + 16 + c.length, 0, count == 0 ? 0 : (count + 3 & ~3) + 4);
		byte[] orb = new byte[12];
		Bytes.put32(orb, 4, 0x0004_8000);
		Bytes.put32(orb, 8, TCW);
		assertThat(css.ssch(SID, orb)).isZero();
		css.advance(1000);
		byte[] irb = new byte[96];
		assertThat(css.tsch(SID, irb)).isZero();
		HexFormat hex = HexFormat.of().withUpperCase();
		return hex.formatHex(irb, 0, 4) + " " + hex.formatHex(irb, 4, 8) + " " + hex.formatHex(irb, 8, 12);
	}

	private void words(int at, int... words) {
		for (int i = 0; i < words.length; i++) {
			storage.store32(at + 4L * i, words[i]);
		}
	}

	private String stored(int at, int length) {
		return HexFormat.of().formatHex(storage.bytes(at, length));
	}

	private static String prefix(String extent, String locate) {
		return "01 80 00000000000000000000" + extent + "00000000 00000000 00000000 00000000" + locate;
	}

	@Test
	void parametersOfDefineExtentAndLocateRecordAreControlData() throws Exception {
		attach("cu=2107");
		assertThat(run(true, "63400010 00000000" + EXTENT + "47400010 00000000" + "06000002 00000000 00000000 02FF0000"
				+ "06400000 00000004" + "06000000 00000004", 8)).isEqualTo("00104007 00011000 0C000100");
		assertThat(stored(DATA, 8)).isEqualTo("a2a2a2a2a3a3a3a3");
	}

	@Test
	void prefixStandsForBoth() throws Exception {
		attach("cu=2107");
		String prefix = prefix(EXTENT, "06000001 00000000 00000000 02FF0000 00000000");
		assertThat(run(true, "E7400040 00000000" + prefix + "86000000 00000004", 4)).isEqualTo("00104007 00011000 0C000100");
		assertThat(stored(DATA, 4)).isEqualTo("a2a2a2a2");
	}

	@Test
	void prefixReadWithReadTrackDataGoesOnOverTheEndOfATrack() throws Exception {
		attach("cu=2107");
		String prefix = prefix("40C00004 00000042 00000000 00000001", "0CE8A602 00000000 00000000 02FF0008 00000000");
		assertThat(run(true, "EA000040 00000010" + prefix, 16)).isEqualTo("00104007 00011000 0C000100");
		assertThat(stored(DATA, 16)).isEqualTo("a2a2a2a2a3a3a3a3b1b1b1b1b2b2b2b2");
		assertThat(stored(TSB, 8)).isEqualTo("2041000000000000");
	}

	@Test
	void prefixWithWriteTrackDataWritesAndAReadFindsIt() throws Exception {
		attach("cu=2107");
		words(DATA, 0xC2C2C2C2, 0xC3C3C3C3, 0xD1D1D1D1);
		String prefix = prefix("80C00004 00000042 00000000 00000001", "3FF0A502 00000000 00000000 02FF0004 00230000");
		assertThat(run(false, "E7000040 0000000C" + prefix, 12)).isEqualTo("00104007 00011000 0C000100");
		storage.store(DATA, new byte[12], 0, 12);
		String read = prefix("40C00004 00000042 00000000 00000001", "0CE8A602 00000000 00000000 01FF0008 00000000");
		assertThat(run(true, "EA000040 00000010" + read, 16)).isEqualTo("00104007 00011000 0C000100");
		assertThat(stored(DATA, 16)).isEqualTo("a1a1a1a1c2c2c2c2c3c3c3c3d1d1d1d1");
	}

	@Test
	void aRecordThatIsNotThereIsUnitCheckWithSenseInTheStatusBlock() throws Exception {
		attach("cu=2107");
		assertThat(run(true, "63400010 00000000" + EXTENT + "47400010 00000000" + "06000001 00000000 00000000 09FF0000"
				+ "06000000 00000004", 4)).isEqualTo("00104017 00011000 0E000100");
		assertThat(stored(TSB, 8)).as("64 bytes, LOCATE RECORD at offset 24, 4 bytes left").isEqualTo("40c1001800000004");
		assertThat(stored(TSB + 32, 2)).as("no record found").isEqualTo("0008");
	}

	@Test
	void aWriteWhereTheExtentForbidsItIsRefusedAndChangesNothing() throws Exception {
		attach("cu=2107");
		String prefix = prefix("40C00004 00000042 00000000 00000001", "3FF0A501 00000000 00000000 02FF0004 00230000");
		assertThat(run(false, "E7000040 00000004" + prefix, 4)).isEqualTo("00104017 00011000 0E000100");
		String read = prefix("40C00004 00000042 00000000 00000001", "0CE8A601 00000000 00000000 02FF0004 00000000");
		assertThat(run(true, "EA000040 00000004" + read, 4)).isEqualTo("00104007 00011000 0C000100");
		assertThat(stored(DATA, 4)).isEqualTo("a2a2a2a2");
	}

	@Test
	void aCommandInsideThatIsNotKnownIsRefusedByTheDevice() throws Exception {
		attach("cu=2107");
		String prefix = prefix("40C00004 00000042 00000000 00000001", "0CE89201 00000000 00000000 02FF0004 00000000");
		assertThat(run(true, "EA000040 00000004" + prefix, 4)).isEqualTo("00104017 00011000 0E000100");
		assertThat(stored(TSB + 32, 1)).as("command reject").isEqualTo("80");
	}

	@Test
	void storageControlsBeforeThe2107HaveNoTransportMode() throws Exception {
		attach("cu=3990-6");
		assertThat(run(true, "06000000 00000004", 4)).isEqualTo("00104017 00011000 00200003");
	}

	@Test
	void aDeviceThatFailsNowAndThenStillKnowsTransportModeAndFailsInIt() throws Exception {
		boolean[] fails = {false};
		Device real = new CkdDisk(1).record(0, 0, 1, "", "a1a1a1a1").device(folder, "cu=2107");
		disk = new FaultyDevice((BasicDevice) real, new DeviceFaults() {
			@Override
			public DeviceFault next(int command, boolean chained) {
				return fails[0] && command == 0x06 ? new DeviceFault.Broken(SenseCondition.EQUIPMENT) : null;
			}

			@Override
			public long delay(int command) {
				return command == 0x06 ? 20 : 0;
			}

			@Override
			public boolean unreadable(int cylinder, int head, int record) {
				return false;
			}
		});
		enable();
		String read = "63400010 00000000" + EXTENT + "47400010 00000000" + "06000001 00000000 00000000 01FF0000" + "06000000 00000004";
		assertThat(run(true, read, 4)).as("late, but there").isEqualTo("00104007 00011000 0C000100");
		assertThat(stored(DATA, 4)).isEqualTo("a1a1a1a1");
		fails[0] = true;
		assertThat(run(true, read, 4)).isEqualTo("00104017 00011000 0E000100");
		assertThat(stored(TSB, 4)).as("READ DATA at offset 48").isEqualTo("40c10030");
		assertThat(stored(TSB + 32, 1)).as("equipment check").isEqualTo("10");
	}
}
